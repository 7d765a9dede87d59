/**
 * Runs the command line of this process, and sets its exit code.
 */
import * as Effect from "effect/Effect"
import { run } from "./CommandLine.ts"
import { keepHeapSmall } from "./HeapGrowth.ts"

// A reader that closes early (`frist board | head`) is not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") return
  process.stderr.write(
    `frist: the output could not be written (${error.message}); check where it is sent, and retry.\n`
  )
  process.exit(3)
})

// After what every command loads, because the caches of code end where these settings begin.
keepHeapSmall()

// No top-level await: the bundle is CommonJS, which loads faster.
void Effect.runPromise(run(process.argv.slice(2))).then((code) => {
  process.exitCode = code
})
