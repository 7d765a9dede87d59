/**
 * A number stays on one line with its unit, in either language; the words of a document keep their spaces.
 */
import { describe, expect, it } from "@effect/vitest"
import { readEdition } from "@frist/editions/EditionReader"
import * as Effect from "effect/Effect"
import { phrases } from "../src/words/Phrases.ts"
import { unbrokenUnits } from "../src/words/UnbrokenUnits.ts"
import { write as docx } from "../src/writers/docx/DocxReport.ts"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { sample, sourceOf } from "./logs.ts"

const brokenAt = (text: string): ReadonlyArray<string> => text.match(/(?<=[\d½]) \p{L}+/gu) ?? []

describe("a number and its unit", () => {
  it.each(["sv", "en"] as const)("are not parted in any phrase of units in %s", (language) => {
    const { number, text } = phrases(language)
    const { chart, months, span } = text.report
    const said = [1, 2, 1096].flatMap((n) => [
      text.day(n, number(n)),
      text.timesMoved(n),
      chart.months(number(n)),
      span.months(number(n), n),
      span.years(number(n), n),
      text.inParts(n)
    ])
    expect(said.flatMap(brokenAt)).not.toEqual([])
    expect(
      [...said, ...months.map((month) => `17 ${month} 2024`), "20 %", "3½ år"].map(unbrokenUnits).flatMap(brokenAt)
    ).toEqual([])
  })

  it("are not parted from other words, nor a word that begins as a unit does from its number", () => {
    expect(unbrokenUnits("7 senarelagda, 2 delaktiviteter, 5 årliga och 184 dagar")).toBe(
      "7 senarelagda, 2 delaktiviteter, 5 årliga och 184\u00a0dagar"
    )
  })

  it("are on one line in a page and in Word, while the document's cells are read back as they were", async () => {
    const source = sourceOf(sample, "2024-06-17")
    const page = new TextDecoder().decode(await html(source))
    const computed = page.slice(page.indexOf('id="table-lateness"'), page.indexOf('id="figures"'))
    expect(computed).toMatch(/\d\u00a0dagar/u)
    expect(computed.match(/\d dagar/gu)).toBeNull()
    expect(page).toContain("Sus/<wbr>programkontor")
    expect(page).toContain("<bdi>63–182\u00a0dagar</bdi>")
    const cells = async () => {
      const { tables } = await Effect.runPromise(readEdition("rapport.docx", await docx(source)))
      return tables.flatMap(({ rows }) => rows.flatMap((row) => Object.values(row.cells)))
    }
    const read = (await cells()).join("\n")
    expect(read).toContain("taligenkänning, 100 %")
    expect(read).not.toMatch(/\d\u00a0%/u)
  })
})
