/**
 * Runs the command line of this process, and sets its exit code.
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { closedEarly } from "./ClosedOutput.ts"
import { run } from "./CommandLine.ts"
import { keepHeapSmall } from "./HeapGrowth.ts"

// After what every command loads, because the caches of code end where these settings begin.
keepHeapSmall()

// No top-level await: the bundle is CommonJS, which loads faster.
const running = Effect.runFork(run(process.argv.slice(2)))
running.addObserver((exit) => {
  if (Exit.isSuccess(exit)) process.exitCode ??= exit.value
})

process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") {
    process.exitCode = closedEarly
    running.interruptUnsafe()
    return
  }
  process.stderr.write(
    `frist: the output could not be written (${error.message}); check where it is sent, and retry.\n`
  )
  process.exit(3)
})
