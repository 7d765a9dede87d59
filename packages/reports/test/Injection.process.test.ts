/**
 * A text of an event that looks like markup, a script or a formula is only text in the report, whatever the field and
 * the format.
 */
import { describe, expect, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { write as csv } from "../src/writers/text/CsvReport.ts"
import { write as json } from "../src/writers/text/JsonReport.ts"
import { write as markdown } from "../src/writers/text/MarkdownReport.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { batches, formulas, hard, markup, marks } from "./corpora.ts"
import type { ReportSource } from "../src/ReportWriter.ts"
import { saying, sourceOf } from "./logs.ts"

const all = [...markup, ...formulas, ...marks, ...hard]

const sources = new Map<string, ReportSource>()
const source = (text: string): ReportSource => {
  const made = sources.get(text) ?? sourceOf(saying(text), "2024-04-15", "sv", { findings: true })
  sources.set(text, made)
  return made
}
const textOf = async (bytes: Uint8Array | Promise<Uint8Array>) => new TextDecoder().decode(await bytes)
/** Each text stands in every field of a row. */
const count = `${all.length} hostile rows`
const shown = (text: string) => JSON.stringify(text).slice(0, 60)

/** The tags of a page with the names of their attributes: what a text may never add to, beside lines of its own. */
const skeleton = (page: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/<(\/?[a-z0-9-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/giu), ([, tag, attributes = ""]) =>
    [tag, ...Array.from(attributes.matchAll(/([a-z-]+)="/giu), ([, name]) => name)].join(" ")
  )
    // A row may be marked as tall, if its text is long.
    .map((tag) => tag.replace(/^tr role class$/u, "tr role"))
    .filter((tag) => !/^\/?(?:mark|th|td|br|text)\b/u.test(tag))

describe(`${count} in HTML`, async () => {
  const harmless = skeleton(await textOf(html(source("ord"))))
  it.each(all.map((text) => [shown(text), text]))("%s adds no element and no attribute", async (_, text) => {
    const page = await textOf(html(source(text)))
    expect(skeleton(page)).toEqual(harmless)
    // An opening bracket outside our own style and scripts would be markup.
    const outside = page.replace(/<style>[^]*?<\/style>|<script[^]*?<\/script>/gu, "")
    expect(outside.match(/<(?![!/a-z])/gu)).toBeNull()
    expect(page.match(/<script/gu)).toHaveLength(2)
    expect(page.match(/<!--/gu)).toBeNull()
  })

  const open = browserOf()
  // The page makes its rows in the next frame, however busy the machine is.
  const drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
  it.skipIf(isMissing).each(batches({ markup, hard, marks }))(
    "%s runs nothing, requests nothing and keeps to the policy in a browser",
    { timeout: 120_000 },
    async (_, text) => {
      await open(await html(source(text)), {}, async ({ page, wrongs }) => {
        // The slider makes rows of these texts too.
        await page.locator("#day").press("Home")
        await page.evaluate(drawn)
        await page.locator("#day").press("End")
        await page.evaluate(drawn)
        expect(wrongs).toEqual([])
        expect(await page.evaluate("globalThis.hit")).toBeUndefined()
        expect(await page.locator("#table-ongoing tbody tr").count()).toBe(3)
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(1280)
      })
    }
  )
})

const cells = async (text: string): Promise<ReadonlyArray<string>> =>
  parse(await textOf(csv(source(text))), { bom: true, delimiter: ";", relax_column_count: true }).flat()

/** Returns the text that a cell shows: without the apostrophes that mark text, and with its control characters. */
const said = (cell: string): string =>
  cell
    .replace(/(^|[,;\t\r\n])'/gu, "$1")
    .replace(/‹U\+([0-9A-F]{4})›/gu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))

describe(`${count} in CSV`, () => {
  it.each(all.map((text) => [shown(text), text]))("%s is no formula, and says what it said", async (_, text) => {
    const found = await cells(text)
    const number = /^[+\u2212-]?\d[\d\u00a0]*(?:[.,]\d+)?(?:[\u00a0 ]?%)?$/u
    for (const cell of found) {
      if (number.test(cell)) continue
      expect(cell).not.toMatch(/^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u)
    }
    expect(found.map(said).includes(said(text))).toBe(true)
  })

  it("a number keeps its sign, and Swedish Excel finds semicolons, a byte order mark and CRLF", async () => {
    const bytes = await csv(sourceOf(saying("-5"), "2024-04-15"))
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toMatch(/^"-5";"-5";"-5";/mu)
    expect(text.replace(/\r\n/gu, "")).not.toMatch(/[\r\n]/u)
  })
})

const lines = (of: string) => of.split("\n").filter((line) => /^(?:#{1,6} |```|>|\s*\d+\. )/u.test(line)).length

describe(`${count} in Markdown`, async () => {
  const harmless = lines(await textOf(markdown(source("ord"))))
  it.each(all.map((text) => [shown(text), text]))("%s is no markup and breaks no table", async (_, text) => {
    const page = await textOf(markdown(source(text)))
    expect(page.match(/<(?!br>)/gu)).toBeNull()
    expect(page).not.toMatch(/(?<!\\)\]\(/u)
    let columns = 0
    for (const line of page.split("\n")) {
      if (!line.startsWith("|")) {
        columns = 0
        continue
      }
      const own = line.match(/(?<!\\)(?:\\\\)*\|/gu)?.length ?? 0
      columns = columns === 0 ? own : columns
      expect(own, line).toBe(columns)
    }
    expect(lines(page)).toBe(harmless)
  })
})

describe(`${count} in JSON`, () => {
  it.each(all.map((text) => [shown(text), text]))("%s is the same text again", async (_, text) => {
    const value = JSON.stringify(JSON.parse(await textOf(json(source(text)))))
    expect(value).toContain(JSON.stringify(text).slice(1, -1))
  })
})
