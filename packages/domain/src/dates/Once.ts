/**
 * A value that is built on first use: a command that reads no date does not wait for its patterns.
 */
export const once = <A>(make: () => A): (() => A) => {
  let made: A | undefined
  return () => (made ??= make())
}
