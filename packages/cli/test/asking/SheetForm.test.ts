/**
 * A sheet as a form: where the tabulator goes, what is suggested, and the document's own ids.
 */
import { describe, expect, it } from "@effect/vitest"
import { effectOf } from "@frist/editions/answers/AnswerMeaning"
import { readStatus } from "@frist/editions/reading/StatusReading"
import { swedishHealthCare } from "@frist/editions/vocabulary/swedishHealthCare"
import { askingTexts } from "@frist/reports/asking/AskingTexts"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fillIn, partOf } from "../../../reports/test/filledSheet.ts"
import { folder, frist } from "../frist.ts"
import { asked, date, gathered, note, reason, status } from "./round.ts"

describe("a sheet", () => {
  it.each([
    ["sv", ["unchanged", "InProgress", "Delayed", "Completed", "Discontinued"]],
    ["en", ["unchanged", "InProgress", "Delayed", "Completed", "Discontinued"]]
  ] as const)("in %s suggests statuses that are read as what they say", (language, read) => {
    expect(
      askingTexts[language].statuses.map((words) =>
        effectOf("status", words, swedishHealthCare) === "stands"
          ? "unchanged"
          : readStatus(words, swedishHealthCare).status._tag
      )
    ).toEqual(read)
    // They are parted by commas in a workbook.
    expect(askingTexts[language].statuses.join("")).not.toMatch(/[,"]/u)
  })

  it("as a workbook lets only the answers be written, suggests statuses and takes other words", async () => {
    const round = await asked("--format", "xlsx")
    const bytes = readFileSync(join(round.out, "hr-2024-12-16.xlsx"))
    const sheet = partOf(bytes, "xl/worksheets/sheet2.xml")
    const styles = Array.from(
      (/<cellXfs.*<\/cellXfs>/su.exec(partOf(bytes, "xl/styles.xml"))?.[0] ?? "").matchAll(/<xf .*?<\/xf>/gsu),
      ([xf]) => xf
    )
    const open = Array.from(sheet.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"/gu)).flatMap(([, at = "", s = ""]) =>
      styles[Number(s)]?.includes('locked="0"') === true ? [at] : []
    )
    expect(open).toEqual([2, 3, 4].flatMap((row) => ["F", "G", "H", "I"].map((column) => `${column}${row}`)))
    expect(sheet).toMatch(/<sheetProtection sheet="1"/u)
    expect(sheet).toContain('activeCell="F2"')
    expect(sheet).toMatch(
      /<dataValidation type="list" [^>]*showErrorMessage="0"[^>]*sqref="F2:F4"><formula1>(?:"|&quot;)Oförändrat,Pågår,Försenat,Klart,Avslutat utan resultat(?:"|&quot;)<\/formula1>/u
    )
    expect(sheet.match(/<dataValidation /gu)).toHaveLength(4)
    expect(partOf(bytes, "xl/worksheets/sheet1.xml")).not.toContain("sheetProtection")
    expect(partOf(bytes, "xl/sharedStrings.xml")).toContain("Svara på bladet Svar")
  })

  it("shows the ids of the document before the names of its rows", async () => {
    const place = folder()
    const [csv, db, out] = [join(place, "plan.csv"), join(place, "plan.db"), join(place, "fragor")]
    const rows = ["Nr;Område;Tid;Ansvarig;Status", "K4;Nät;2025-01-31;IT;Pågår", ";Lön;2025-01-31;IT;Pågår"]
    writeFileSync(csv, rows.join("\n"))
    await frist("import", csv, "--held-on", "2024-06-17", "--plan", "kommun", "--db", db)
    await frist("ask", "--db", db, "--review", "2024-12-16", "--out", out)
    const file = join(out, "it-2024-12-16.docx")
    const text = partOf(readFileSync(file), "word/document.xml").replace(/<[^>]*>/gu, "|")
    expect(text).toMatch(/\|1\|+K4 Nät\|/u)
    expect(text).toMatch(/\|2\|+Lön\|/u)
    fillIn(file, { 1: { [status]: "Försenat", [note]: "Grävt.", [date]: "2025-06-30", [reason]: "Frost" } })
    const { commands, out: printed } = await gathered({ place, db, out, file: () => file })
    expect(commands).toHaveLength(4)
    expect(printed).not.toContain("Ändrat utanför")
  })
})
