/**
 * Runs the command line of this process.
 */
import * as Effect from "effect/Effect"
import { run } from "./main.ts"

// A reader that closes early (`frist board | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return
  process.stderr.write(
    `frist: what was to be printed could not be written (${error.message}); free the way and try again.\n`
  )
  process.exit(3)
})

// No await: the bundle is loaded the way that has none, because it is the faster.
void Effect.runPromise(run(process.argv.slice(2))).then((code) => {
  process.exitCode = code
})
