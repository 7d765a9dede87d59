/**
 * Broken, disguised or hostile files: each gets one reason, quickly, and nothing is thrown.
 */
import { describe, expect, it } from "@effect/vitest"
import type { Problem } from "../src/UnreadableDocument.ts"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { deflateRawSync } from "node:zlib"
import {
  c,
  docx,
  docxParts,
  p,
  read,
  row,
  tablesOf,
  tbl,
  tc,
  tr,
  xlsx,
  xlsxParts,
  type WorkbookParts
} from "./office.ts"
import { zip, type ZipEntry } from "./zip.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

const headings = ["Område", "Mål", "Tid", "Status"]
const wordTable = tbl(tr(headings), tr(["Webb", "Alla", "2024", "Pågår"]))
const openCell = (content: string) => `<table:table-cell><text:p>${content}</text:p></table:table-cell>`
const openRow = (cells: ReadonlyArray<string>) => `<table:table-row>${cells.map(openCell).join("")}</table:table-row>`
const rows = row(1, headings) + row(2, ["Webb", "Alla", "2024", "Pågår"])
const workbook = (more: Partial<WorkbookParts["sheets"][number]> = {}): WorkbookParts => ({
  sheets: [{ name: "Aktiviteter", rows, ...more }]
})
const withPart = (parts: ReadonlyArray<ZipEntry>, ...more: ReadonlyArray<ZipEntry>) => zip([...parts, ...more])
const changed = (parts: ReadonlyArray<ZipEntry>, name: string, change: (entry: ZipEntry) => Partial<ZipEntry>) =>
  zip(parts.map((entry) => (entry.name === name ? { ...entry, ...change(entry) } : entry)))
const inXml = (change: (xml: string) => string) =>
  changed(docxParts(wordTable), "word/document.xml", ({ content }) => ({ content: change(String(content)) }))

/** The limit for one file: two seconds, even on a slow machine. */
const soon = 2000

/** The problem reported for a file; `read` where there is none. */
const problemOf = (bytes: Uint8Array, document = "uppföljning.docx") =>
  Effect.gen(function* () {
    const began = processorTime()
    const result = yield* read(bytes, document)
    expect(processorTime() - began).toBeLessThan(soon)
    if (Result.isSuccess(result)) return "read"
    const { detail, problem } = result.failure
    // Sentences quote the detail, so it must fit on a line.
    expect(detail).toMatch(/^[^\n]{0,100}$/u)
    return problem
  })

const refused = (name: string, problem: Problem, ...files: ReadonlyArray<() => Uint8Array>) =>
  it.live(name, () =>
    Effect.gen(function* () {
      for (const file of files) expect(yield* problemOf(file())).toBe(problem)
    })
  )

describe("An intact file", () => {
  it.live("is read whatever its name", () =>
    Effect.gen(function* () {
      expect(yield* problemOf(docx(wordTable), "plan.xls")).toBe("read")
      expect(yield* problemOf(xlsx(workbook()), "plan.csv")).toBe("read")
      expect(yield* problemOf(Buffer.from("Område;Mål;Tid\nWebb;Alla;2024\n"), "plan.xlsx")).toBe("read")
    })
  )
})

describe("A file in another format", () => {
  const compound = Buffer.from("D0CF11E0A1B11AE1", "hex")
  refused("of Office before 2007 is reported as old", "oldFormat", () => Buffer.concat([compound, Buffer.alloc(4096)]))
  refused("that is encrypted is reported as such", "encrypted", () =>
    Buffer.concat([compound, Buffer.alloc(1000), Buffer.from("EncryptedPackage", "utf16le"), Buffer.alloc(1000)])
  )
  refused("encrypted as ZIP is reported as such", "encrypted", () =>
    changed(docxParts(wordTable), "word/document.xml", () => ({ claim: { flags: 1 } }))
  )
  refused(
    "that is a web page is reported as such",
    "webPage",
    () => Buffer.from("<html><table><tr><td>Område</td></tr></table></html>"),
    () => Buffer.from("\uFEFF\n<!DOCTYPE html><p>Hej")
  )
  refused(
    "in an unsupported format is reported as unknown",
    "unknownFormat",
    () => Buffer.from("{\\rtf1 hej}"),
    () => Buffer.from('<?xml version="1.0"?><Workbook/>'),
    () => zip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.presentation" }]),
    () => zip([]),
    () =>
      zip(docxParts(wordTable, "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml")),
    () => zip(docxParts(wordTable, "application/vnd.ms-excel.addin.macroEnabled.main+xml"))
  )
  it.live("that is a Word document with macros is read, and its macros are not", () =>
    Effect.gen(function* () {
      const macros = { name: "word/vbaProject.bin", content: "Sub AutoOpen()" }
      const main = "application/vnd.ms-word.document.macroEnabled.main+xml"
      const template = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
      for (const type of [main, template])
        expect(yield* problemOf(withPart(docxParts(wordTable, type), macros), "plan.docm")).toBe("read")
      expect(yield* problemOf(withPart(docxParts(wordTable), macros))).toBe("read")
    })
  )

  refused("that is a binary workbook is reported as such, with macros or without", "binaryWorkbook", () =>
    zip(xlsxParts({ ...workbook(), type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main" }))
  )
})

describe("An archive", () => {
  const whole = docx(wordTable)
  refused(
    "that is cut off is damaged",
    "damaged",
    () => whole.subarray(0, whole.length - 1),
    () => whole.subarray(0, whole.length / 2),
    () => whole.subarray(0, 30)
  )
  refused("with a wrong checksum is damaged", "damaged", () =>
    changed(docxParts(wordTable), "word/document.xml", () => ({ claim: { crc: 1 } }))
  )
  refused(
    "that lies of sizes is damaged",
    "damaged",
    () => changed(docxParts(wordTable), "word/document.xml", () => ({ claim: { size: 100 } })),
    () => changed(docxParts(wordTable), "word/document.xml", () => ({ claim: { size: 100_000 } }))
  )
  refused("that declares a gigabyte is not unpacked", "unpacksTooLarge", () =>
    changed(docxParts(wordTable), "word/document.xml", () => ({ claim: { size: 1 << 30 } }))
  )
  refused("that unpacks to a hundred megabytes is stopped", "unpacksTooLarge", () =>
    inXml((xml) => xml.replace("<w:body>", `<w:body>${" ".repeat(100 * 1024 * 1024)}`))
  )
  refused("whose parts together unpack to too much is stopped", "unpacksTooLarge", () => {
    const padded = { name: "Aktiviteter", rows, after: `<extLst>${" ".repeat(8 * 1024 * 1024)}</extLst>` }
    return xlsx({ sheets: Array.from({ length: 5 }, (_, at) => ({ ...padded, name: `Aktiviteter ${at}` })) })
  })
  refused(
    "that names paths outside itself is unnatural",
    "unnatural",
    () => withPart(docxParts(wordTable), { name: "../../etc/passwd", content: "x" }),
    () => withPart(docxParts(wordTable), { name: "/etc/passwd", content: "x" }),
    () => withPart(docxParts(wordTable), { name: "word\\..\\..\\x", content: "x" })
  )
  refused("with a repeated name is unnatural", "unnatural", () =>
    withPart(docxParts(wordTable), { name: "WORD/document.xml", content: "<x/>" })
  )
  refused("whose entries overlap is unnatural", "unnatural", () =>
    withPart(docxParts(wordTable), { name: "word/other.xml", content: "<x/>", claim: { offset: 0 } })
  )
  refused("with more entries than any document is unnatural", "unnatural", () =>
    withPart(
      docxParts(wordTable),
      ...Array.from({ length: 12_000 }, (_, at) => ({ name: `x/${at}`, content: new Uint8Array() }))
    )
  )
  refused("without its main part is damaged", "damaged", () =>
    zip(docxParts(wordTable).filter(({ name }) => name !== "word/document.xml"))
  )
  refused("with an empty main part is damaged", "damaged", () =>
    changed(xlsxParts(workbook()), "xl/workbook.xml", () => ({ content: "" }))
  )
})

describe("XML", () => {
  refused(
    "with a document type is unnatural, whatever entities it declares",
    "unnatural",
    () =>
      inXml((xml) => xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document')),
    () => inXml((xml) => xml.replace("<w:document", '<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><w:document'))
  )
  refused("nested a hundred thousand deep is unnatural", "unnatural", () => {
    const deep = 100_000
    return inXml((xml) => xml.replace("<w:body>", `<w:body>${"<w:sdt>".repeat(deep)}${"</w:sdt>".repeat(deep)}`))
  })
  refused(
    "that is not well-formed is damaged",
    "damaged",
    () => inXml((xml) => xml.replace("</w:body>", "")),
    () => inXml((xml) => xml.replace("Webb", "&unheard;")),
    () => inXml((xml) => xml.replace("Webb", "&#0;")),
    () => inXml((xml) => xml.replace("Webb", "&#xD800;")),
    () => inXml((xml) => `${xml}<x/>`),
    () => changed(docxParts(wordTable), "word/document.xml", () => ({ content: Buffer.from([0x3c, 0xc3, 0x28]) }))
  )
})

describe("Cells", () => {
  refused(
    "with NUL, half characters or overridden directions are not stored",
    "badText",
    () => xlsx(workbook({ rows: row(1, headings) + row(2, ["Webb_x0000_", "Alla", "2024", ""]) })),
    () => xlsx(workbook({ rows: row(1, headings) + row(2, ["Webb_xD800_", "Alla", "2024", ""]) })),
    () => docx(tbl(tr(headings), tr(["Webb", "\u202E4202", "2024", ""])))
  )
  refused("of more than a million characters are too long", "cellTooLong", () =>
    docx(tbl(tr(headings), tr(["Webb", "x".repeat(1_100_000), "2024", ""])))
  )
  refused("that point at a text that does not exist are damaged", "damaged", () =>
    xlsx({ ...workbook({ rows: `${row(1, headings)}<row r="2"><c r="A2" t="s"><v>99</v></c></row>` }), strings: "" })
  )
  refused(
    "in impossible rows and columns are damaged, or too many",
    "damaged",
    () => xlsx(workbook({ rows: `${row(5, headings)}${row(2, ["Webb", "Alla", "2024", ""])}` })),
    () => xlsx(workbook({ rows: `<row r="1">${c("ZZZ1", "x")}</row>` })),
    () => xlsx(workbook({ rows: `<row r="x">${c("A1", "x")}</row>` }))
  )
})

describe("A sheet", () => {
  it.live("that declares ten million rows is read by its actual content", () =>
    Effect.gen(function* () {
      expect(yield* problemOf(xlsx(workbook({ before: '<dimension ref="A1:XFD10000000"/>' })))).toBe("read")
      const far = row(1, headings) + row(1_048_576, ["Webb", "Alla", "2024", ""])
      expect(yield* problemOf(xlsx(workbook({ rows: far })))).toBe("read")
    })
  )

  refused(
    "with more rows than the limit is refused with that reason",
    "tooManyRows",
    () => xlsx(workbook({ rows: `${rows}<row r="10000000"/>` })),
    () => xlsx(workbook({ rows: rows + '<row s="3" customFormat="1"/>'.repeat(1_000_000) })),
    () => xlsx(workbook({ rows: rows + '<row><c t="inlineStr"><is><t>x</t></is></c></row>'.repeat(120_001) }))
  )

  refused("with more cells than the limit unpacks to too much", "unpacksTooLarge", () =>
    xlsx(workbook({ rows: rows + `<row>${"<c><v>1</v></c>".repeat(10_000)}</row>`.repeat(33) }))
  )

  refused(
    "that shows one long text in thousands of cells unpacks to too much, however small the file is",
    "unpacksTooLarge",
    () => {
      const cells = Array.from(
        { length: 18_000 },
        (_, at) => `<row r="${at + 2}"><c r="B${at + 2}" t="s"><v>0</v></c></row>`
      )
      return xlsx({
        ...workbook({ rows: row(1, headings) + cells.join("") }),
        strings: `<si><t>${"x".repeat(30_000)}</t></si>`
      })
    },
    () => {
      const run = `<r><rPr><strike/></rPr><t>${"x".repeat(30_000)}</t></r>`
      const cells = Array.from(
        { length: 18_000 },
        (_, at) => `<row r="${at + 2}"><c r="B${at + 2}" t="s"><v>0</v></c></row>`
      )
      return xlsx({
        ...workbook({ rows: row(1, headings) + cells.join("") }),
        strings: `<si>${run}<r><t>y</t></r></si>`
      })
    },
    () => {
      const cells = Array.from({ length: 3000 }, (_, at) => row(at + 2, [at === 0 ? "x".repeat(30_000) : "", "Alla"]))
      const after = '<mergeCells><mergeCell ref="A2:A3001"/></mergeCells>'
      return xlsx(workbook({ rows: row(1, headings) + cells.join(""), after }))
    }
  )

  refused("that merges everything with everything is unnatural", "unnatural", () => {
    const merges = Array.from({ length: 3000 }, (_, at) => `<mergeCell ref="A${at + 1}:XFD1048576"/>`)
    const filled = Array.from({ length: 3000 }, (_, at) => row(at + 2, ["Webb", "Alla", "2024", ""]))
    return xlsx(
      workbook({ rows: row(1, headings) + filled.join(""), after: `<mergeCells>${merges.join("")}</mergeCells>` })
    )
  })

  it.live("of ten thousand rows is read quickly", () =>
    Effect.gen(function* () {
      const many = Array.from({ length: 10_000 }, (_, at) => row(at + 2, [`Webb ${at}`, "Alla", "2024", "Pågår"]))
      const began = processorTime()
      const [table] = yield* tablesOf(xlsx(workbook({ rows: row(1, headings) + many.join("") })))
      expect(table?.rows).toHaveLength(10_000)
      expect(processorTime() - began).toBeLessThan(soon)
    })
  )
})

describe("A document", () => {
  refused("without a follow-up table is refused with the headings found", "noHeadings", () =>
    docx(tbl(tr(["Namn", "Telefon"])))
  )
  refused("with headings but no deadline is refused with those headings", "noDeadline", () =>
    docx(tbl(tr(["Område", "Mål", "Ansvarig"]), tr(["Webb", "Alla", "IT"])))
  )
  refused("without tables is refused with that reason", "noHeadings", () => docx(p("Hej")))
  refused("with headings and no rows is refused with that reason", "noRows", () => docx(tbl(tr(headings))))

  refused("whose one large cell is merged over thousands of rows is refused", "unpacksTooLarge", () => {
    const large = tc("x".repeat(1_000_000), '<w:vMerge w:val="restart"/>')
    const below = tr(["Webb", tc("<w:p/>", "<w:vMerge/>"), "2024", ""])
    return docx(tbl(tr(headings), tr(["Webb", large, "2024", ""]), below.repeat(3000)))
  })

  it.live("with thousands of fields within each other, none of which ends, is read quickly", () =>
    Effect.gen(function* () {
      const begun = '<w:r><w:fldChar w:fldCharType="begin"/><w:t>x</w:t></w:r>'
      const cell = tc(`<w:p>${begun.repeat(20_000)}</w:p>`)
      expect(yield* problemOf(docx(tbl(tr(headings), tr(["Webb", cell, "2024", ""]))))).toBe("read")
    })
  )

  it.live("with a style based on itself and words in deep controls is read quickly", () =>
    Effect.gen(function* () {
      const styled = `<w:r><w:rPr><w:rStyle w:val="a"/></w:rPr>${"<w:tab/>".repeat(50_000)}<w:t>x</w:t></w:r>`
      const deep = `<w:p>${"<w:sdt><w:sdtContent>".repeat(110)}${styled}${"</w:sdtContent></w:sdt>".repeat(110)}</w:p>`
      const styles =
        '<w:style w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style>'
      expect(yield* problemOf(docx(tbl(tr(headings), tr(["Webb", tc(deep), "2024", ""])), { styles }))).toBe("read")
    })
  )

  refused("with more tables than any document is refused with that reason", "unpacksTooLarge", () =>
    docx(wordTable + "<w:tbl></w:tbl>".repeat(30_000))
  )

  it.live("of OpenDocument with words in deep spans is read quickly", () =>
    Effect.gen(function* () {
      const spans = `${"<text:span>".repeat(240)}${"<text:s/>".repeat(50_000)}x${"</text:span>".repeat(240)}`
      const table = `<table:table>${openRow(headings)}${openRow(["Webb", spans, "2024", ""])}</table:table>`
      const content = `<office:document-content><office:body><office:text>${table}</office:text></office:body></office:document-content>`
      const mimetype = { name: "mimetype", content: "application/vnd.oasis.opendocument.text" }
      expect(yield* problemOf(zip([mimetype, { name: "content.xml", content }]))).toBe("read")
    })
  )

  it.live("with a very long paragraph of blank lines is read quickly", () =>
    Effect.gen(function* () {
      const blank = `<w:p>${"<w:r><w:br/></w:r>".repeat(100_000)}<w:r><w:t>Alla</w:t></w:r></w:p>`
      expect(yield* problemOf(docx(tbl(tr(headings), tr(["Webb", tc(blank), "2024", ""]))))).toBe("read")
    })
  )

  it.live("with truncated deflated parts is damaged", () =>
    Effect.gen(function* () {
      const bytes = Buffer.from(docx(wordTable))
      const packed = deflateRawSync(String(docxParts(wordTable)[2]?.content))
      const at = bytes.indexOf(packed)
      expect(at).toBeGreaterThan(0)
      bytes.fill(0xff, at + packed.length / 2, at + packed.length)
      expect(yield* problemOf(bytes)).toBe("damaged")
    })
  )
})
