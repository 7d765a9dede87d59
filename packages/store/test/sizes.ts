/**
 * How much the races do: a few seconds' worth, or with `--mode long` enough to find rare faults.
 */
export const long = process.env["FRIST_LONG"] === "1"
export const sizes = long ? { writers: 16, appends: 60, subscribers: 4, events: 20_000 } : {}
/**
 * Chooses every `stride`th of a list of cases, from a random first one; with `--mode long` all of them. So a short run
 * tries a part, and many short runs try everything.
 */
export const everyNth = (stride: number): (() => boolean) => {
  if (long) return () => true
  let at = Math.floor(Math.random() * stride)
  return () => at++ % stride === 0
}

/** The same for a server, where each event takes longer. */
export const serverSizes = long ? sizes : { events: 600 }

/** The number of examples of the generated contract. */
export const runs = (interleavings: number, models: number) => {
  const times = long ? 50 : 1
  return { interleavings: interleavings * times, models: models * times }
}
