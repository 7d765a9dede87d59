/**
 * The page with the keyboard alone, without scripts, and on paper.
 */
import { describe, expect, it } from "@effect/vitest"
import { execFileSync } from "node:child_process"
import type { Page } from "playwright-core"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { type Log, sample, sourceOf } from "./logs.ts"

const june = sourceOf(sample, "2024-06-17")
const bytes = await html(june)
const open = browserOf()

const column = (page: Page, table: string, at: number): Promise<ReadonlyArray<string>> =>
  page.evaluate(
    `[...document.querySelectorAll("#table-${table} tbody tr:not([hidden])")].map((row) => row.cells[${at}].textContent.trim())`
  )

const known = (all: ReadonlyArray<number>) => all.filter((n) => !Number.isNaN(n))

describe.skipIf(isMissing)("the keyboard alone", () => {
  it("reaches every control in order and shows where the focus is", { timeout: 60_000 }, async () => {
    await open(bytes, {}, async ({ page }) => {
      const expected = await page.evaluate<number>(
        `[...document.querySelectorAll("a[href],button:not([hidden]):not([tabindex='-1']),select,input,div[tabindex='0']")].map((each, at) => { each.dataset.at = at; return at }).length`
      )
      const reached: Array<string> = []
      for (let at = 0; at < expected; at += 1) {
        await page.keyboard.press("Tab")
        reached.push(
          await page.evaluate<string>(
            `(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement)
              return document.activeElement.dataset.at + (outlineStyle === "none" || outlineWidth === "0px" ? " unseen" : "") })()`
          )
        )
      }
      expect(reached).toEqual(Array.from({ length: expected }, (_, at) => String(at)))
    })
  })

  it("sorts a table by a column, rising, falling and back, and announces the order", async () => {
    await open(bytes, {}, async ({ page }) => {
      const before = await column(page, "lateness", 0)
      const heading = page.locator("#table-lateness thead th").nth(2)
      const days = () =>
        page.evaluate<ReadonlyArray<number>>(
          `[...document.querySelectorAll("#table-lateness tbody tr")].map((row) => Number(row.cells[2].dataset.order ?? NaN))`
        )
      await heading.locator("button").press("Enter")
      const rising = await days()
      expect(known(rising)).toEqual(known(rising).toSorted((a, b) => a - b))
      expect(rising.findIndex((n) => Number.isNaN(n))).toBe(known(rising).length)
      expect(await heading.getAttribute("aria-sort")).toBe("ascending")
      await heading.locator("button").press("Enter")
      const falling = await days()
      expect(known(falling)).toEqual(known(falling).toSorted((a, b) => b - a))
      expect(falling.findIndex((n) => Number.isNaN(n))).toBe(known(falling).length)
      expect(await heading.getAttribute("aria-sort")).toBe("descending")
      await heading.locator("button").press("Enter")
      expect(await column(page, "lateness", 0)).toEqual(before)
      expect(await heading.getAttribute("aria-sort")).toBeNull()
    })
  })

  it("filters by area and by status, and announces how many rows are left", async () => {
    await open(bytes, {}, async ({ page }) => {
      await page.locator("#table-ongoing-area").selectOption("1177 Webbtidbokning")
      expect(new Set((await column(page, "ongoing", 0)).map((words) => words.replace(/^★ \D+(?=1177)/u, "")))).toEqual(
        new Set(["1177 Webbtidbokning"])
      )
      const count = page.locator("#table-ongoing-count")
      expect(await count.textContent()).toBe("4 av 13 rader visas.")
      await page.locator("#table-ongoing-status").focus()
      await page.keyboard.press("ArrowDown")
      await page.locator("#table-ongoing-status").selectOption("Försenat")
      expect(await count.textContent()).toBe("2 av 13 rader visas.")
      // A filter stays on for another day.
      await page.locator("#day").press("Home")
      await expect.poll(() => column(page, "ongoing", 0)).toEqual([])
      await page.locator("#table-ongoing-status").selectOption("")
      expect(await column(page, "ongoing", 0)).toHaveLength(4)
    })
  })

  it("moves the day, announces it, and returns to the day of the report", async () => {
    await open(bytes, {}, async ({ page }) => {
      const before = await column(page, "ongoing", 7)
      const slider = page.locator("#day")
      await slider.focus()
      await page.keyboard.press("ArrowLeft")
      expect(await slider.getAttribute("aria-valuetext")).toBe("16 juni 2024")
      await expect.poll(() => column(page, "ongoing", 7)).not.toEqual(before)
      expect(await page.locator(".as-of output").textContent()).toBe("Listan som den var 16 juni 2024.")
      await page.keyboard.press("Tab")
      await page.keyboard.press("Enter")
      await expect.poll(() => column(page, "ongoing", 7)).toEqual(before)
      expect(await page.evaluate("document.activeElement.id")).toBe("day")
    })
  })
})

describe.skipIf(isMissing)("a page", () => {
  it("without scripts shows the whole report, and no control that does nothing", async () => {
    await open(bytes, { javaScriptEnabled: false }, async ({ page }) => {
      const said = (await page.locator("body").innerText()).replace(/\s+/gu, " ")
      for (const { blocks, heading } of june.report.sections) {
        expect(said).toContain(heading)
        for (const block of blocks) {
          const texts =
            block._tag === "Table"
              ? block.rows.flatMap(({ cells }) => cells.map(({ text }) => text))
              : block._tag === "Sentences"
                ? block.sentences.map(({ text }) => text)
                : []
          for (const text of texts) expect(said).toContain(text.replace(/\s+/gu, " ").trim())
        }
      }
      expect(await page.locator("button,select,input").count()).toBe(0)
    })
  })

  it("scrolls without motion when the reader has asked for less of it", async () => {
    for (const [reducedMotion, behaviour] of [
      ["reduce", "auto"],
      ["no-preference", "smooth"]
    ] as const) {
      await open(bytes, { reducedMotion }, async ({ page }) => {
        expect(await page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe(behaviour)
      })
    }
  })
})

describe.skipIf(isMissing)("a page with long tables", () => {
  it("names each table by a heading, and has at most 30 tab stops before the document's first one", async () => {
    await open(bytes, {}, async ({ page }) => {
      const names = await page.evaluate<ReadonlyArray<string>>(
        `[...document.querySelectorAll("table")].map((table) => document.getElementById(table.getAttribute("aria-labelledby"))?.tagName ?? "none")`
      )
      expect(names.length).toBeGreaterThan(8)
      expect(names.filter((name) => name !== "H2" && name !== "H3")).toEqual([])
      const stops = await page.evaluate<number>(
        `[...document.querySelectorAll("a[href],button:not([hidden]):not([tabindex='-1']),select,input,div[tabindex='0']")]
          .filter((each) => each.compareDocumentPosition(document.querySelector("table.source")) & Node.DOCUMENT_POSITION_FOLLOWING).length`
      )
      expect(stops).toBeLessThanOrEqual(30)
    })
  })

  it("goes from heading to heading of a table with the arrows", async () => {
    await open(bytes, {}, async ({ page }) => {
      const buttons = page.locator("#table-lateness thead button")
      await buttons.first().focus()
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("ArrowRight")
      await page.keyboard.press("ArrowLeft")
      const focused = () => page.evaluate("document.activeElement.textContent")
      expect(await focused()).toBe(await buttons.nth(1).textContent())
      expect(await page.locator("#table-lateness thead button[tabindex='0']").count()).toBe(1)
    })
  })

  it("folds the tables of the document on a narrow screen alone, and never on paper", async () => {
    await open(bytes, { viewport: { width: 320, height: 800 } }, async ({ page }) => {
      const table = page.locator("#table-ongoing")
      expect(await table.isVisible()).toBe(false)
      await page.locator("#ongoing summary").click()
      expect(await table.isVisible()).toBe(true)
      await page.locator("#ongoing summary").click()
      await page.setViewportSize({ width: 1280, height: 800 })
      await expect.poll(() => table.isVisible()).toBe(true)
      await page.setViewportSize({ width: 320, height: 800 })
      await expect.poll(() => table.isVisible()).toBe(false)
      await page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
      expect(await table.isVisible()).toBe(true)
    })
  })
})

/** Marks the first and last words of each row, so that they can be found on paper. */
const labelled = (log: Log): Log =>
  log.map((record) =>
    record.type === "ActivityRegistered" && record.event?.kind === "activity" && record.event.parent === null
      ? {
          ...record,
          event: {
            ...record.event,
            area: `BEGINS${record.position}.`,
            actions: `${"Ett ord till. ".repeat(20)}ENDS${record.position}.`
          }
        }
      : record.type === "ActivityReworded" && record.event !== null
        ? { ...record, event: { ...record.event, area: null, actions: null } }
        : record
  )

const hasPdfText = (() => {
  try {
    execFileSync("pdftotext", ["-v"], { stdio: "ignore" })
    return true
  } catch {
    if (!isMissing) process.stderr.write("Skipped, no pdftotext: apt-get install poppler-utils.\n")
    return false
  }
})()

describe.skipIf(isMissing)("a printed page", () => {
  it.skipIf(!hasPdfText)(
    "cuts no row that is lower than a third of a sheet, and repeats the headings of a table on every sheet",
    { timeout: 60_000 },
    async () => {
      await open(await html(sourceOf(labelled(sample), "2024-12-16")), {}, async ({ page }) => {
        const input = await page.pdf({ preferCSSPageSize: true, printBackground: true })
        const text = execFileSync("pdftotext", ["-raw", "-", "-"], { input, encoding: "utf8" })
        // Only a row that fills a third of a sheet may break.
        await page.setViewportSize({ width: 1032, height: 703 })
        await page.emulateMedia({ media: "print" })
        const high = await page.evaluate<ReadonlyArray<string>>(
          `[...document.querySelectorAll("table.source tr")].filter((row) => row.offsetHeight > 703 / 3).map((row) => row.textContent)`
        )
        const tall = high.join(" ")
        await page.emulateMedia({ media: null })
        const [rows, low] = [new Set<string>(), new Set<string>()]
        for (const sheet of text.split("\f")) {
          const [ongoing] = [sheet.split(/Milstolpetrend|Sedan uppföljningen/u)[0] ?? ""]
          const ends = new Set(Array.from(ongoing.matchAll(/ENDS(\d+)\./gu), ([, at]) => at))
          for (const at of ends) {
            rows.add(at ?? "")
            if (tall.includes(`ENDS${at}.`)) continue
            expect(ongoing, `row ${at} is cut`).toContain(`BEGINS${at}.`)
            low.add(at ?? "")
          }
          if (ends.size > 0) expect(ongoing).toContain("Ansvarig")
        }
        expect(rows.size).toBeGreaterThan(25)
        expect(low.size).toBeGreaterThan(rows.size * 0.7)
      })
    }
  )

  it("is read on at most six sheets upright, before the appendix on wide ones", { timeout: 60_000 }, async () => {
    await open(bytes, {}, async ({ page }) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
      const boxes = Array.from(pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/gu), ([, across, down]) =>
        Number(across) < Number(down) ? "upright" : "wide"
      )
      expect(boxes.filter((each) => each === "upright").length).toBeLessThanOrEqual(6)
      expect(boxes.filter((each) => each === "wide").length).toBeGreaterThan(3)
    })
  })

  it("has its code right below the report, and not on a sheet of its own", async () => {
    await open(bytes, {}, async ({ page }) => {
      await page.emulateMedia({ media: "print" })
      const below = "document.querySelector('main').getBoundingClientRect().bottom"
      const last = "document.querySelector('main>:last-child').getBoundingClientRect().bottom"
      expect(await page.evaluate(`${below}-${last}`)).toBe(0)
    })
  })

  it("is dark on white when the screen is dark", async () => {
    await open(bytes, { colorScheme: "dark" }, async ({ page }) => {
      await page.emulateMedia({ media: "print", colorScheme: "dark" })
      expect(await page.evaluate("getComputedStyle(document.body).backgroundColor")).toBe("rgb(255, 255, 255)")
      expect(await page.locator(".controls").first().isVisible()).toBe(false)
    })
  })
})
