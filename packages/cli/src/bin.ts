#!/usr/bin/env node
/**
 * The command `frist`.
 */
import * as Effect from "effect/Effect"
import { run } from "./main.ts"

// A reader that closes early (`frist board | head`) is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error
  process.exit(0)
})

process.exitCode = await Effect.runPromise(run(process.argv.slice(2)))
