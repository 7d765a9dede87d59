/**
 * Words that would be markup, a script or a formula come out as words, from every text field of every event, in every
 * format.
 */
import { describe, expect, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { write as html } from "../src/html/HtmlReport.ts"
import { write as csv } from "../src/text/CsvReport.ts"
import { write as json } from "../src/text/JsonReport.ts"
import { write as markdown } from "../src/text/MarkdownReport.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { formulas, hard, markup, marks } from "./corpora.ts"
import { saying, sourceOf } from "./logs.ts"

const all = [...markup, ...formulas, ...marks, ...hard]
const source = (text: string) => sourceOf(saying(text), "2024-04-15", "sv", { findings: true })
const textOf = async (bytes: Uint8Array | Promise<Uint8Array>) => new TextDecoder().decode(await bytes)
const shown = (text: string) => JSON.stringify(text).slice(0, 60)

/** The tags of a page with the names of their attributes: what a text may never add to. */
const skeleton = (page: string): ReadonlyArray<string> =>
  Array.from(page.matchAll(/<(\/?[a-z0-9-]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/giu), ([, tag, attributes = ""]) =>
    [tag, ...Array.from(attributes.matchAll(/([a-z-]+)="/giu), ([, name]) => name)].join(" ")
  ).filter((tag) => !/^\/?(?:mark|th|td|br)\b/u.test(tag))

describe("in HTML", () => {
  it.each(all.map((text) => [shown(text), text]))("%s adds no element and no attribute", async (_, text) => {
    const page = await textOf(html(source(text)))
    expect(skeleton(page)).toEqual(skeleton(await textOf(html(source("ord")))))
    // What is left of an opening bracket outside of what we wrote ourselves would be markup.
    const outside = page.replace(/<style>[^]*?<\/style>|<script[^]*?<\/script>/gu, "")
    expect(outside.match(/<(?![!/a-z])/gu)).toBeNull()
    expect(page.match(/<script/gu)).toHaveLength(2)
    expect(page.match(/<!--/gu)).toBeNull()
  })

  const open = browserOf()
  // The page makes its rows when it is next drawn, however busy the machine is.
  const drawn = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
  it.skipIf(isMissing)(
    "nothing of it runs, asks for anything or offends the policy",
    { timeout: 120_000 },
    async () => {
      for (const text of [...markup, ...hard, ...marks]) {
        await open(await html(source(text)), {}, async ({ page, wrongs }) => {
          // The slider too makes rows of these texts.
          await page.locator("#day").press("Home")
          await page.evaluate(drawn)
          await page.locator("#day").press("End")
          await page.evaluate(drawn)
          expect(wrongs, shown(text)).toEqual([])
          expect(await page.evaluate("globalThis.hit")).toBeUndefined()
          expect(await page.locator("#table-ongoing tbody tr").count()).toBe(3)
          const width = await page.evaluate("document.documentElement.scrollWidth")
          expect(width, shown(text)).toBeLessThanOrEqual(1280)
        })
      }
    }
  )
})

const cells = async (text: string): Promise<ReadonlyArray<string>> =>
  parse(await textOf(csv(source(text))), { bom: true, delimiter: ";", relax_column_count: true }).flat()

describe("in CSV", () => {
  it.each(all.map((text) => [shown(text), text]))("%s is no formula, and says what it said", async (_, text) => {
    const found = await cells(text)
    const number = /^[+\u2212-]?\d[\d\u00a0]*(?:[.,]\d+)?(?:[\u00a0 ]?%)?$/u
    for (const cell of found) {
      if (number.test(cell)) continue
      expect(cell).not.toMatch(/^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u)
    }
    expect(found.some((cell) => cell === text || cell === `'${text}`)).toBe(true)
  })

  it("a number keeps its sign, and Swedish Excel finds semicolons, a byte order mark and CRLF", async () => {
    const bytes = await csv(sourceOf(saying("-5"), "2024-04-15"))
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf])
    const text = new TextDecoder().decode(bytes)
    expect(text).toMatch(/^-5;-5;-5;/mu)
    expect(text.replace(/\r\n/gu, "")).not.toMatch(/[\r\n]/u)
  })
})

const lines = (of: string) => of.split("\n").filter((line) => /^(?:#{1,6} |```|>|\s*\d+\. )/u.test(line)).length

describe("in Markdown", () => {
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
    const harmless = await textOf(markdown(source("ord")))
    expect(lines(page)).toBe(lines(harmless))
  })
})

describe("in JSON", () => {
  it.each(all.map((text) => [shown(text), text]))("%s is the same text again", async (_, text) => {
    const value = JSON.stringify(JSON.parse(await textOf(json(source(text)))))
    expect(value).toContain(JSON.stringify(text).slice(1, -1))
  })
})
