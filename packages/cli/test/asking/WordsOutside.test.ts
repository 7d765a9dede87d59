/**
 * Words that people write where a sheet does not ask are told by `frist gather`, never lost and never read as answers.
 */
import { describe, expect, it } from "@effect/vitest"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { withPart } from "../../../reports/test/filledSheet.ts"
import { frist } from "../frist.ts"
import { answer, asked, alter, date, gathered, note, reason, type Round, status } from "./round.ts"

const paragraph = (words: string) => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`

/** Changes the third row of the sheet's table, which is row 4 of the plan. */
const alterRow = (round: Round, change: (row: string) => string) =>
  alter(round, "it", (xml) => {
    const row = xml.match(/<w:tr>.*?<\/w:tr>/gsu)?.[2] ?? ""
    return xml.replace(row, () => change(row))
  })

const comments = `<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="0">${paragraph("Grävt i maj")}</w:comment></w:comments>`

const cellAt = (at: string) => (before: string) => `${before}<c r="${at}" t="inlineStr"><is><t>Grävt i maj</t></is></c>`

/** What somebody does to a sheet, and the words and the reason that are told. */
const cases: ReadonlyArray<readonly [does: string, act: (round: Round) => void, told: RegExp]> = [
  [
    "writes above the rows",
    (round) => alter(round, "it", (xml) => xml.replace("<w:tbl>", `${paragraph("Grävt i maj")}$&`)),
    /^ +”Grävt i maj” \(it.*utanför/mu
  ],
  [
    "writes after the mark",
    (round) => alter(round, "it", (xml) => xml.replace("<w:sectPr>", `${paragraph("Grävt i maj")}$&`)),
    /^ +”Grävt i maj” \(it.*utanför/mu
  ],
  [
    "changes a sentence of the sheet",
    (round) => alter(round, "it", (xml) => xml.replace("frågar. Svara senast", "frågar. Jag hinner inte")),
    /Jag hinner inte[^]*utanför/u
  ],
  [
    "changes the heading of an answer",
    (round) => {
      answer(round, "it", { 4: { [status]: "Försenat" } })
      alter(round, "it", (xml) => xml.replace(status, "Svar: läget"))
    },
    /^4 +”Försenat” \(it.*utanför/mu
  ],
  [
    "changes the heading of the reason",
    (round) => {
      answer(round, "it", { 4: { [reason]: "Frost" } })
      alter(round, "it", (xml) => xml.replace(reason, "Skäl"))
    },
    /^4 +”Frost” \(it.*utanför/mu
  ],
  [
    "adds a row with words in a white column only",
    (round) =>
      alterRow(round, (row) => {
        let at = -1
        return `${row}${row.replace(/<w:tc>.*?<\/w:tc>/gsu, (cell) => {
          at += 1
          return cell.replace(/(<\/w:tcPr>).*(?=<\/w:tc>)/su, `$1${paragraph(at === 1 ? "Nytt hus" : "")}`)
        })}`
      }),
    /^ +”Nytt hus” \(it.*inget nummer/mu
  ],
  [
    "writes beside the number",
    (round) => answer(round, "it", { 4: { Rad: "4 klart" } }),
    /”4 klart \| Nät[^]*inget\s+nummer/u
  ],
  [
    "strikes an answer out",
    (round) => {
      answer(round, "it", { 4: { [status]: "Försenat" } })
      alter(round, "it", (xml) => xml.replace(/<w:r>(?=<w:t [^>]*>Försenat)/gu, "$&<w:rPr><w:strike/></w:rPr>"))
    },
    /^4 +”Försenat” \(it.*överstrukna/mu
  ],
  [
    "strikes a whole row out, with what is new",
    (round) => {
      answer(round, "it", { 4: { [note]: "Grävt i maj" } })
      alterRow(round, (row) =>
        row.replace(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?/gsu, (_, own = "") => `<w:r><w:rPr>${own}<w:strike/></w:rPr>`)
      )
    },
    /”4 \| Nät[^”]*Grävt i maj” [^]*inget\s+nummer/u
  ],
  [
    "comments on a cell",
    (round) =>
      writeFileSync(
        round.file("it"),
        withPart(readFileSync(round.file("it")), "word/comments.xml", () => comments)
      ),
    /^ +”Grävt i maj” \(it.*kommentar/mu
  ]
]

describe("frist gather, where somebody", () => {
  it.each(cases)("%s, tells of the words and proposes none of them", async (_, act, told) => {
    const round = await asked()
    act(round)
    const { err, exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(out).toMatch(told)
    expect(err).toMatch(/svar är inte med/u)
  })

  it.each([
    [
      "beside the rows",
      "xl/worksheets/sheet2.xml",
      (xml: string) => xml.replace(/(<row r="3".*?)(?=<\/row>)/su, cellAt("M3")),
      /^4 +”Grävt i maj”/mu
    ],
    [
      "on the first sheet",
      "xl/worksheets/sheet1.xml",
      (xml: string) => xml.replace("</sheetData>", `<row r="40">${cellAt("A40")("")}</row>$&`),
      /^ +”Grävt i maj”/mu
    ],
    [
      "in a comment",
      "xl/comments1.xml",
      () =>
        `<comments><commentList><comment ref="F3"><text><r><t>Grävt i maj</t></r></text></comment></commentList></comments>`,
      /^ +”Grävt i maj” \(it.*kommentar/mu
    ]
  ])("writes in a workbook %s, tells of it", async (_, part, change, told) => {
    const round = await asked("--format", "xlsx")
    const file = join(round.out, "it-2024-12-16.xlsx")
    writeFileSync(file, withPart(readFileSync(file), part, change))
    const { exitCode, out } = await gathered(round)
    expect(exitCode).toBe(1)
    expect(out).toMatch(told)
  })

  it("empties a white cell, says that it is empty", async () => {
    const round = await asked()
    answer(round, "it", { 4: { Uppföljning: "" } })
    const { exitCode, out } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/^4 +Uppföljning +tömd \(it/mu)
  })

  it("writes a new date beside a status that the plan has, asks again", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Pågår, ny tid 2025-06-30" } })
    const { file, out } = await gathered(round)
    expect(file).toBeNull()
    expect(out.replace(/\s+/gu, " ")).toContain("Här står mer än en status")
  })

  it("writes a character that cannot be kept, names the row and reads the other cells", async () => {
    const round = await asked()
    answer(round, "it", { 3: { [status]: "Försenat" }, 4: { [note]: "a\u202Eb", [status]: "Försenat" } })
    const { commands, exitCode, out } = await gathered(round)
    expect(exitCode).toBe(1)
    expect(commands.slice(1)).toMatchObject([{ activity: "introduktion" }, { activity: "nat", _tag: "ChangeStatus" }])
    expect(out).toMatch(/^4 +”a\uFFFDb” \(it[^]*vänder texten/mu)
    expect(out).not.toContain("\u202E")
  })

  it("writes only a character that cannot be kept, has answered", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [note]: "a\u202Eb" } })
    expect((await frist("ask", "--status", round.out)).out).toMatch(/^IT +1 av 2 /mu)
  })

  it("gives a cell a colour, tells which", async () => {
    const round = await asked()
    alterRow(round, (row) =>
      row.replace("<w:shd ", '<w:shd w:fill="FF0000" w:x="').replace(/w:x="([^>]*?)w:fill="[0-9A-F]{6}"/u, "$1")
    )
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(out).toMatch(/^4 +”Svar: status” \(it[^]*fått en färg/mu)
  })

  it("comments on cells of a row, names the row", async () => {
    const round = await asked()
    const file = round.file("it")
    const listed = withPart(readFileSync(file), "word/comments.xml", () => comments)
    writeFileSync(file, listed)
    alterRow(round, (row) => row.replace(/<\/w:p>(?=<\/w:tc><\/w:tr>)/u, '<w:r><w:commentReference w:id="0"/></w:r>$&'))
    expect((await gathered(round)).out).toMatch(/^4 +”Grävt i maj” \(it.*kommentar/mu)
  })

  it("comments on a cell of a workbook in a thread, names the row and tells it once", async () => {
    const round = await asked("--format", "xlsx")
    const file = join(round.out, "it-2024-12-16.xlsx")
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    const parts = {
      "xl/worksheets/_rels/sheet2.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${type}/comments" Target="../comments1.xml"/><Relationship Id="r2" Type="http://schemas.microsoft.com/office/2017/10/relationships/threadedComment" Target="../threadedComments/threadedComment1.xml"/></Relationships>`,
      "xl/comments1.xml": `<comments><commentList><comment ref="F3"><text><r><t>[Threaded comment] Grävt i maj</t></r></text></comment></commentList></comments>`,
      "xl/threadedComments/threadedComment1.xml": `<ThreadedComments><threadedComment ref="F3" id="{1}"><text>Grävt i maj</text></threadedComment></ThreadedComments>`
    }
    for (const [part, xml] of Object.entries(parts))
      writeFileSync(
        file,
        withPart(readFileSync(file), part, () => xml)
      )
    const { err, out } = await gathered(round)
    expect(out).toMatch(/^4 +”Grävt i maj” \(it.*kommentar/mu)
    expect(err).toContain("1 svar är inte med")
  })

  it("writes a megabyte for a date, shows its first words", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [date]: "2025-06-30, ".repeat(80_000) } })
    const { out } = await gathered(round)
    expect(out).toContain("flera datum")
    expect(out.length).toBeLessThan(3000)
  })
})
