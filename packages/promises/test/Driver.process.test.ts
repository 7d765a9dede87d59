/**
 * A service that has not installed the driver of PostgreSQL.
 */
import { describe, expect, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { join } from "node:path"

describe("The driver of PostgreSQL", () => {
  it("a missing driver is named in one sentence", () => {
    const script = `
      const { registerHooks } = await import("node:module")
      registerHooks({
        resolve(name, context, next) {
          if (!name.startsWith("@effect/sql-pg")) return next(name, context)
          throw Object.assign(new Error("not found"), { code: "ERR_MODULE_NOT_FOUND" })
        }
      })
      const { openLog } = await import(${JSON.stringify(join(import.meta.dirname, "../src/index.ts"))})
      await (await openLog("memory:")).close()
      await openLog("postgres://u:hemligt@localhost/d").catch(({ code, message }) => console.log(code, message))`
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" })
    expect(stdout.trim()).toBe(
      "invalid A log on PostgreSQL needs a driver that is not installed: run npm install @effect/sql-pg."
    )
  })
})
