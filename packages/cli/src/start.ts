/**
 * Runs the command line of this process.
 */
import * as Effect from "effect/Effect"
import { run } from "./main.ts"

// A reader that closes early (`frist board | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

// No await: the bundle is loaded the way that has none, because it is the faster.
void Effect.runPromise(run(process.argv.slice(2))).then((code) => {
  process.exitCode = code
})
