/**
 * Patterns that are built when they are first needed: a command that reads no date does not wait for them.
 */
export const once = <A>(make: () => A): (() => A) => {
  let made: A | undefined
  return () => (made ??= make())
}
