/**
 * No word, day or status of a table breaks on a desk's screen, nothing scrolls sideways, and a word that no column has
 * room for breaks.
 */
import { describe, expect, it } from "@effect/vitest"
import { browserOf, isMissing } from "./chromium.ts"
import { type Log, sample, saying, sourceOf } from "./logs.ts"
import { write } from "../src/writers/html/HtmlReport.ts"

const open = browserOf()

/** The same in the page, beside a bar of 15 px that scrolls it. */
const script = `(() => {
  document.body.style.marginRight = "15px"
  const words = []
  for (const cell of document.querySelectorAll("td,th")) {
    // The headings of cards are clipped to a point.
    if ((cell.closest("thead")?.clientHeight ?? 9) < 2) continue
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      for (const { 0: word, index } of node.textContent.matchAll(/\\d{4}-\\d\\d-\\d\\d|[^\\s/\\-–,]+/gu)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const lines = [...range.getClientRects()].filter((each) => each.width > 0.5)
        if (new Set(lines.map((each) => Math.round(each.top))).size > 1) words.push(word)
      }
    }
  }
  for (const status of document.querySelectorAll("td .status")) {
    const word = document.createRange()
    word.setStartAfter(status.firstElementChild)
    word.setEndAfter(status.lastChild)
    const [sign, rest] = [status.firstElementChild.getBoundingClientRect(), word.getClientRects()]
    if (![...rest].some((each) => each.width > 5 && each.top < sign.bottom)) words.push(status.textContent)
  }
  const tables = [...document.querySelectorAll("table")]
  return { words, isWide: tables.some((table) => table.offsetWidth > table.parentElement.clientWidth) }
})()`

/** Returns the words of tables that are on more than one line, and whether the page is wider than its window. */
const brokenIn = async (html: Uint8Array, width: number) => {
  let found: { readonly words: ReadonlyArray<string>; readonly isWide: boolean } | undefined
  await open(html, { viewport: { width, height: 900 } }, async ({ page }) => {
    found = await page.evaluate(script)
  })
  return found
}

const bytes = async (log: Log) => Uint8Array.from(await write(sourceOf(log, "2024-12-16")))

describe.skipIf(isMissing)("words in tables", () => {
  it.each([1280, 1024])(
    "of the sample are whole at %i px, and nothing scrolls sideways",
    { timeout: 60_000 },
    async (width) => {
      expect(await brokenIn(await bytes(sample), width)).toEqual({ words: [], isWide: false })
    }
  )

  it.each([1280, 1024, 320])(
    "without end break, so that nothing scrolls sideways at %i px",
    { timeout: 60_000 },
    async (width) => {
      const long = await bytes(saying(`https://exempel.se/${"a".repeat(400)}`))
      expect((await brokenIn(long, width))?.isWide).toBe(false)
    }
  )
})
