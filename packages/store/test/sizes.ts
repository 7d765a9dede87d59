/**
 * How much the races do: a few seconds' worth, or with FRIST_LONG=1 enough to find what is rare.
 */
export const long = process.env["FRIST_LONG"] === "1"
export const sizes = long ? { writers: 16, appends: 60, followers: 4, events: 20_000 } : {}
export const runs = (interleavings: number, models: number) => {
  const times = long ? 50 : 1
  return { interleavings: interleavings * times, models: models * times }
}
