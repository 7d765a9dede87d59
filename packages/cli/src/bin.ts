#!/usr/bin/env node
/**
 * Where the command `frist` starts: says so if this Node is too old, and turns on Node's compile cache. The cache
 * serves what is loaded after it is turned on, so everything else is loaded from here, and nothing before.
 */
import module from "node:module"
import { homedir } from "node:os"
import { isAbsolute, join } from "node:path"

function cacheAtHome(): string {
  try {
    return join(homedir(), ".cache")
  } catch {
    // A user without a home, as in many containers.
    return ""
  }
}

// The log's driver came to Node without a flag in 22.13. This file itself is read by any Node that has modules.
if (module.isBuiltin?.("node:sqlite")) {
  // Not the default folder, which all users of the machine share: what is cached there is run.
  const cache = process.env["LOCALAPPDATA"] || process.env["XDG_CACHE_HOME"] || cacheAtHome()
  // A relative path would be another folder in each folder where the command is typed.
  if (isAbsolute(cache)) module.enableCompileCache?.(join(cache, "frist"))

  // Node 22 warns that its driver is new, on the stream where a script looks for failures.
  const warn = process.emitWarning
  process.emitWarning = (warning: string | Error, ...rest: ReadonlyArray<unknown>): void => {
    if (!String(warning).startsWith("SQLite is an experimental feature"))
      Reflect.apply(warn, process, [warning, ...rest])
  }

  await import("./start.ts")
} else {
  process.exitCode = 2
  process.stderr.write(`frist needs Node 22.13 or later, and this is ${process.version}: install a newer Node.\n`)
}
