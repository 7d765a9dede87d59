/**
 * `frist ask`: who gets a sheet, what is in it, and what its file is called.
 */
import { describe, expect, it } from "@effect/vitest"
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { readEdition } from "@frist/editions/EditionReader"
import { sheetWords } from "@frist/editions/answers/SheetWords"
import * as Effect from "effect/Effect"
import { contents, folder, frist } from "../frist.ts"
import { sheetFileNames } from "../../src/asking/SheetFileNames.ts"
import { answer, asked, gathered, note, plan, status } from "./round.ts"

/** Returns the texts of every cell of a sheet. */
const textsIn = async (file: string) => {
  const { grids } = await Effect.runPromise(sheetWords({ document: "x", bytes: readFileSync(file) }))
  return grids.map(({ rows }) => rows.map(({ cells }) => [...cells.values()].map(({ text }) => text)))
}

describe("frist ask", () => {
  it("without --out shows who would be asked, and writes nothing", async () => {
    const { db, place } = await plan()
    const before = contents(place)
    const { exitCode, out } = await frist("ask", "--db", db)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^HR +3 \(1, 2, 3\)$/mu)
    expect(out).toMatch(/^IT +2 \(3, 4\)$/mu)
    expect(out).toMatch(/^utan ansvarig +1 \(10\)$/mu)
    expect(out).toContain("10 rader att fråga om, i 8 ark.")
    expect(contents(place)).toEqual(before)
  })

  it("writes a sheet for each responsible, one for rows without any, and what was asked", async () => {
    const { out } = await asked()
    expect(readdirSync(out).sort()).toEqual([
      "a-2-2024-12-16.docx",
      "a-2024-12-16.docx",
      "con-ansvarig-2024-12-16.docx",
      "frist-ask.json",
      "hr-2024-12-16.docx",
      "it-2024-12-16.docx",
      "kultur-och-fritid-2024-12-16.docx",
      "maltid-kok-2024-12-16.docx",
      "utan-ansvarig-2024-12-16.docx"
    ])
  })

  it("says which rows have several responsible, and which nobody", async () => {
    const { db, place } = await plan()
    const { err, out } = await frist("ask", "--db", db, "--review", "2024-12-16", "--out", join(place, "x"))
    expect(out).toContain("1 rad har flera ansvariga")
    expect(out).toContain("1 rad har ingen ansvarig och ligger i utan-ansvarig-2024-12-16.docx")
    expect(err).toContain("sista svarsdagen, 2024-12-16, har passerat")
  })

  it("asks about open rows in their last known words, with an empty cell for each answer", async () => {
    const round = await asked("--actor", "Maria Ek", "--answers-by", "2024-12-06")
    const [rows = []] = await textsIn(round.file("hr"))
    const empty = ["", "", "", ""]
    expect(rows).toEqual([
      ["Rad", "Aktivitet", "Tid", "Status", "Uppföljning", status, note, "Svar: ny tid", "Svar: skäl till ny tid"],
      ["1", "Rekrytering\nFler sökande", "2024-12-31", "Pågår", "Annons ute.", ...empty],
      ["2", "Lön\nRätt lön i tid", "2024-12-31\nny tid:\n2025-03-31", "Försenat", ...empty],
      ["3", "Introduktion\nAlla nya får introduktion", "2025-06-30", "Pågår", ...empty]
    ])
    expect(readFileSync(join(round.out, "frist-ask.json"), "utf8")).toContain('"answersBy": "2024-12-06"')
  })

  it("asks in English with --lang en, and is answered in it", async () => {
    const round = await asked("--lang", "en")
    const [rows = []] = await textsIn(round.file("hr"))
    expect(rows[0]).toContain("Answer: status")
    answer(round, "hr", { 1: { "Answer: status": "Completed 2024-11-30" } })
    const { commands, out } = await gathered(round, "--lang", "en")
    expect(commands[1]).toMatchObject({ _tag: "ChangeStatus", to: { _tag: "Completed" } })
    expect(out).toContain("Proposed: 1 answer. Nothing is recorded.")
  })

  it("writes workbooks with --format xlsx, and no other format", async () => {
    const { db, place } = await plan()
    const as = (format: string) =>
      frist("ask", "--db", db, "--review", "2024-12-16", "--out", join(place, format), "--format", format)
    expect((await as("xlsx")).exitCode).toBe(0)
    expect(readdirSync(join(place, "xlsx"))).toContain("hr-2024-12-16.xlsx")
    expect(await as("html")).toMatchObject({ exitCode: 2, err: expect.stringContaining("docx eller xlsx") })
  })

  it("does not write into a folder that has files, and takes an empty one", async () => {
    const { db, place } = await plan()
    const out = join(place, "upptagen")
    mkdirSync(out)
    const again = () => frist("ask", "--db", db, "--review", "2024-12-16", "--out", out)
    expect((await again()).exitCode).toBe(0)
    const before = contents(out)
    expect(await again()).toMatchObject({ exitCode: 1, err: expect.stringContaining("är inte tom") })
    expect(contents(out)).toEqual(before)
    expect(readdirSync(place).filter((name) => name.endsWith(".part"))).toEqual([])
  })

  it("needs the day of the review to write", async () => {
    const { db, place } = await plan()
    expect(await frist("ask", "--db", db, "--out", join(place, "x"))).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("--review")
    })
  })

  it("asks for the plan where the database has several", async () => {
    const { db, place } = await plan()
    const csv = join(place, "annan.csv")
    writeFileSync(csv, "Aktivitet;Tid;Ansvarig;Status\nLek;2025-01-01;HR;Pågår\n")
    await frist("import", csv, "--held-on", "2024-06-17", "--plan", "annan", "--db", db)
    expect(await frist("ask", "--db", db)).toMatchObject({ exitCode: 2, err: expect.stringContaining("--plan") })
    const { out } = await frist("ask", "--db", db, "--plan", "annan")
    expect(out).toMatch(/^HR +1 \(1\)$/mu)
  })

  it("is not taken for an edition: frist import says what a sheet is", async () => {
    const round = await asked()
    answer(round, "hr", { 1: { [status]: "Klart 2024-11-30" } })
    const read = readEdition("hr.docx", readFileSync(round.file("hr")))
    expect(await Effect.runPromise(Effect.result(read))).toMatchObject({ failure: { problem: "answerSheet" } })
  })
})

describe("frist ask --status", () => {
  it("shows who has answered, first those who have not", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Klart 2024-11-30" } }, "svar från IT")
    const { exitCode, out } = await frist("ask", "--status", round.out)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^HR +ingen av 3/mu)
    expect(out).toMatch(/^IT +1 av 2 +svar från IT-2024-12-16.docx/mu)
    expect(out.indexOf("utan ansvarig")).toBeLessThan(out.indexOf("IT "))
    expect(out).toContain("7 av 8 har inte svarat.")
    expect(out).toBe((await frist("ask", "--status", "--out", round.out)).out)
  })

  it("needs a folder that frist ask wrote", async () => {
    expect(await frist("ask", "--status", folder())).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("frist-ask.json")
    })
  })

  it.each(["{", "{}", '{"format":"frist/ask","version":2}', "\u0000"])("refuses what was asked as %s", async (text) => {
    const out = folder()
    writeFileSync(join(out, "frist-ask.json"), text)
    expect(await frist("ask", "--status", out)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("fråga igen")
    })
  })
})

describe("the name of a sheet's file", () => {
  const words = { anyFile: "ansvarig", nobodyFile: "utan-ansvarig" }
  const names = (...responsibles: ReadonlyArray<string | null>) =>
    sheetFileNames(responsibles, { review: "2024-12-16" as never, format: "docx", words }).map((name) =>
      name.replace("-2024-12-16.docx", "")
    )

  it("is its own, short, and made of letters that every file system takes", () => {
    const long = "Verksamhetschef i samråd med enhetschef ".repeat(9)
    expect(names("Å", "Ä", "../../etc/passwd", "a/b", "用户", "NUL", long, long, null)).toEqual([
      "a",
      "a-2",
      "etc-passwd",
      "a-b",
      "ansvarig",
      "nul-ansvarig",
      "verksamhetschef-i-samrad-med-enhetschef",
      "verksamhetschef-i-samrad-med-enhetschef-2",
      "utan-ansvarig"
    ])
  })
})
