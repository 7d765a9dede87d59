/**
 * The same report gives the same bytes, in another process, another time zone and another year.
 */
import { describe, expect, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { hash } from "node:crypto"
import { pathToFileURL } from "node:url"
import { join } from "node:path"
import { write as docx } from "../src/docx/DocxReport.ts"
import { write as xlsx } from "../src/xlsx/XlsxReport.ts"
import { sample, sourceOf } from "./logs.ts"

const module = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href)
const script = (writer: string, now: number) => `
  const Actual = Date
  globalThis.Date = class extends Actual {
    constructor(...all) { super(...(all.length === 0 ? [${now}] : all)) }
    static now() { return ${now} }
  }
  const { sample, sourceOf } = await import(${module("logs.ts")})
  const { write } = await import(${module(writer)})
  const { hash } = await import("node:crypto")
  console.log(hash("sha256", await write(sourceOf(sample, "2024-06-17", "sv"))))`

describe("a report as a file of Office", () => {
  it.each([
    ["Word", docx, "../src/docx/DocxReport.ts"],
    ["Excel", xlsx, "../src/xlsx/XlsxReport.ts"]
  ] as const)(
    "in %s is the same twice, in other zones and processes, and years later",
    { timeout: 60_000 },
    async (_, write, path) => {
      const digest = async () => hash("sha256", await write(sourceOf(sample, "2024-06-17", "sv")))
      const here = await digest()
      await write(sourceOf(sample, "2024-12-16", "en"))
      expect(await digest()).toBe(here)
      for (const [TZ, year] of [
        ["Pacific/Kiritimati", "2031-03-29T02:30:00Z"],
        ["America/St_Johns", "2027-10-25T02:30:00Z"]
      ] as const) {
        const { stderr, stdout } = spawnSync(
          process.execPath,
          ["--input-type=module", "-e", script(path, Date.parse(year))],
          { encoding: "utf8", env: { ...process.env, TZ, LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" } }
        )
        expect(stdout.trim(), stderr).toBe(here)
      }
    }
  )
})
