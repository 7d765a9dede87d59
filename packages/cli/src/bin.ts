#!/usr/bin/env node
/**
 * The start of the command `frist`: it rejects a Node that is too old, gives answers that are known, and turns on the
 * compile cache. The cache serves only modules imported after it is on, so everything else is imported from here.
 */
import { writeSync } from "node:fs"
import module from "node:module"
import { homedir } from "node:os"
import { isAbsolute, join } from "node:path"
import { closedEarly } from "./ClosedOutput.ts"
import { preparedAnswer } from "./PreparedAnswer.ts"

function cacheAtHome(): string {
  try {
    return join(homedir(), ".cache")
  } catch {
    // Users in containers often have no home.
    return ""
  }
}

/** Prints what is known without loading anything, and returns whether it did. Streams take longer than the rest. */
function answered(): boolean {
  const answer = preparedAnswer(process.argv.slice(2), import.meta.dirname)
  if (answer === undefined) return false
  const bytes = Buffer.from(answer)
  let written = 0
  try {
    while (written < bytes.length) written += writeSync(1, bytes, written)
  } catch (error) {
    // Where nothing was written, the command prints it, and says what went wrong.
    if (written === 0) return false
    // A reader that is slow gets the rest from a stream.
    if (String(error).includes("EPIPE")) process.exitCode = closedEarly
    else process.stdout.write(bytes.subarray(written))
  }
  return true
}

function start(): void {
  // The default folder is shared by all users of the machine, and cached code is executed.
  const cache = process.env["LOCALAPPDATA"] || process.env["XDG_CACHE_HOME"] || cacheAtHome()
  // A relative path would give a cache in each working directory.
  if (isAbsolute(cache)) module.enableCompileCache?.(join(cache, "frist"))

  // Node 22 prints a warning about SQLite to stderr, where scripts look for failures.
  const warn = process.emitWarning
  process.emitWarning = (warning: string | Error, ...rest: ReadonlyArray<unknown>): void => {
    if (!String(warning).startsWith("SQLite is an experimental feature"))
      Reflect.apply(warn, process, [warning, ...rest])
  }

  // No top-level await: the bundle is CommonJS, which loads faster.
  void import("./start.ts")
}

// node:sqlite needs no flag since Node 22.13. This file must parse in any Node that has modules.
if (module.isBuiltin?.("node:sqlite")) {
  if (!answered()) start()
} else {
  process.exitCode = 2
  process.stderr.write(`frist needs Node 22.13 or later; this is ${process.version}: install a newer Node.\n`)
}
