/**
 * The end of a command that serves: the process is asked to stop.
 */
import * as Effect from "effect/Effect"

/** Waits until the process is asked to stop. */
export const stopped = Effect.callback<void>((resume) => {
  const stop = (): void => resume(Effect.void)
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop)
  return Effect.sync(() => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, stop)
  })
})
