/**
 * The same report gives the same Word and Excel files in another process, time zone, locale and year.
 */
import { describe, expect, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { hash } from "node:crypto"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { write as docx } from "../src/writers/docx/DocxReport.ts"
import { write as xlsx } from "../src/writers/xlsx/XlsxReport.ts"
import { sample, sourceOf } from "./logs.ts"

const module = (path: string) => JSON.stringify(pathToFileURL(join(import.meta.dirname, path)).href)
const script = (now: number) => `
  const Actual = Date
  globalThis.Date = class extends Actual {
    constructor(...all) { super(...(all.length === 0 ? [${now}] : all)) }
    static now() { return ${now} }
  }
  const { sample, sourceOf } = await import(${module("logs.ts")})
  const { hash } = await import("node:crypto")
  for (const { write } of [
    await import(${module("../src/writers/docx/DocxReport.ts")}),
    await import(${module("../src/writers/xlsx/XlsxReport.ts")})
  ]) console.log(hash("sha256", await write(sourceOf(sample, "2024-06-17", "sv"))))`

const digests = async () => {
  const source = sourceOf(sample, "2024-06-17", "sv")
  return [hash("sha256", await docx(source)), hash("sha256", await xlsx(source))]
}

describe("a report in Word and Excel", async () => {
  const once = await digests()

  it("has the same bytes when it is written again after another one", async () => {
    const other = sourceOf(sample, "2024-12-16", "en")
    await docx(other)
    await xlsx(other)
    expect(await digests()).toEqual(once)
  })

  it.each([
    ["Pacific/Kiritimati", "2031-03-29T02:30:00Z"],
    ["America/St_Johns", "2027-10-25T02:30:00Z"]
  ])("has the same bytes in another process in %s at %s", { timeout: 60_000 }, async (TZ, instant) => {
    const { stderr, stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", script(Date.parse(instant))], {
      encoding: "utf8",
      env: { ...process.env, TZ, LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" }
    })
    expect(stdout.trim().split("\n"), stderr).toEqual(once)
  })
})
