/**
 * Every writer marks the lines of a follow-up that are new since the previous review, wherever they are, and no others.
 */
import { describe, expect, it } from "@effect/vitest"
import { freshLines, stretchesOf } from "../src/FreshLines.ts"
import { write as writeDocx } from "../src/writers/docx/DocxReport.ts"
import { write as writeHtml } from "../src/writers/html/HtmlReport.ts"
import { write as writeXlsx } from "../src/writers/xlsx/XlsxReport.ts"
import { recorded, sample, sourceOf } from "./logs.ts"
import { all, partOf, treeOf, wordsOf } from "./officeParts.ts"

const source = sample.find(({ activity }) => activity === "dokumentportal")?.source ?? null
const old = "Portalen är upphandlad."
const cell = `Ny främst.\n${old}\nNäst sist, ny.\nSist, ny.`
const log = [
  ...sample.slice(0, -1).filter(({ effectiveOn }) => effectiveOn <= "2024-06-17"),
  recorded(9001, "2024-06-17", "dokumentportal", { _tag: "FollowUpNoted", text: `Struken rad.\n${old}` }, source),
  ...sample.filter(({ type }) => type === "ReviewHeld").slice(-1),
  recorded(9003, "2024-12-16", "dokumentportal", { _tag: "FollowUpNoted", text: cell }, source)
]
const report = sourceOf(log, "2024-12-16")
const ours = new Set([...cell.split("\n"), "Struken rad."])
const fresh = ["Ny främst.", "Näst sist, ny.", "Sist, ny."]

describe("a follow-up with new lines", () => {
  it("names its new lines by index, and no line that is blank or was in an earlier note", () => {
    expect(freshLines(cell, [`${old}\nStruken rad.`])).toEqual([0, 2, 3])
    expect(freshLines(`  ${old}  \r\n\r\nNy`, [old])).toEqual([2])
  })

  it("is split into the fewest stretches, which together are its text", () => {
    const stretches = stretchesOf({ text: cell, fresh: [0, 2, 3] })
    expect(stretches.map(({ isFresh }) => isFresh)).toEqual([true, false, true])
    expect(stretches.map(({ text }) => text).join("\n")).toBe(cell)
  })

  it("has its new lines marked in the page, and shows no line that the document struck out", async () => {
    const html = new TextDecoder().decode(await writeHtml(report))
    const [, ongoing = ""] = /id="table-ongoing"(.*?)<\/table>/su.exec(html) ?? []
    expect(ongoing).toContain(`<mark>Ny främst.</mark>\n${old}\n<mark>Näst sist, ny.\nSist, ny.</mark>`)
    expect(ongoing).not.toContain("Struken rad.")
  })

  it("has its new lines marked in Word", async () => {
    const document = treeOf(partOf(await writeDocx(report), "word/document.xml"))
    const lines = all(document, "w:tbl").flatMap((table) => all(table, "w:p"))
    const own = lines.filter((line) => ours.has(wordsOf(line)) && wordsOf(line) !== "")
    const shaded = own.filter((line) => all(line, "w:shd").some(({ attributes: a }) => a["w:fill"] === "FFF3B8"))
    expect(shaded.map(wordsOf)).toEqual(fresh)
    expect(own.map(wordsOf)).toContain(old)
  })

  it("has its new lines in bold in Excel", async () => {
    const items = all(treeOf(partOf(await writeXlsx(report), "xl/sharedStrings.xml")), "si")
    const own = items.find((item) => wordsOf(item) === cell)
    const bold = all(own ?? treeOf("<none/>"), "r").filter((run) => all(run, "b").length > 0)
    expect(bold.map(wordsOf)).toEqual(["Ny främst.\n", "Näst sist, ny.\nSist, ny."])
  })
})
