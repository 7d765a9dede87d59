/**
 * A table with everything that a Word table may have is the same as a PDF that LibreOffice made from it.
 */
import { describe, expect, it } from "@effect/vitest"
import { readEdition } from "../../src/EditionReader.ts"
import * as Effect from "effect/Effect"
import { converterOf, isMissing, pdfTagged } from "../../../reports/test/libreoffice.ts"
import { docx, p, tc } from "../office.ts"

const convert = converterOf()

const shade = (colour: string): string => `<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>`
const words = (text: string, look = ""): string =>
  `<w:r><w:rPr>${look}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const said = (text: string, look = ""): string => `<w:p>${words(text, look)}</w:p>`
const struck = "<w:strike/>"

const colours = ["00B050", "FFC000", "FF0000"]
const statuses = ["Klart", "Pågår", "Försenat"]

/** A row: areas merged over three, a status by colour alone from the fourth, struck-out words, breaks and paragraphs. */
const row = (at: number): string => {
  const area =
    at % 3 === 0
      ? tc(said(`Område ${at / 3} webbtidbokning`), '<w:vMerge w:val="restart"/>')
      : tc("<w:p/>", "<w:vMerge/>")
  const goal =
    at === 4
      ? said("Ett mål som är struket helt och hållet", struck)
      : at === 5
        ? `<w:p>${words("Mål 5 ")}${words("gamla ", struck)}${words("nya ord")}</w:p>`
        : said(`Mål ${at}: alla mottagningar använder digitaliseringsprojektets självincheckningsautomater under året`)
  const followUp =
    at % 4 === 1
      ? said("Första stycket är ganska långt och bryts över flera rader i en smal kolumn.") +
        `<w:p>${words("rad ett")}<w:r><w:br/></w:r>${words("rad två")}</w:p>` +
        said("2021-12-31 e-tjänster in- och utdata")
      : said(`Arbetet ${at} pågår`)
  const status = tc(at < 3 ? said(statuses[at] ?? "") : "<w:p/>", shade(colours[at % 3] ?? ""))
  const day = `2024-12-${String(at + 1).padStart(2, "0")}`
  return `<w:tr>${area}${tc(goal)}${tc(said(day))}${tc(said("Verksamhetschef"))}${status}${tc(followUp)}</w:tr>`
}

const lines = ["top", "left", "bottom", "right", "insideH", "insideV"].map(
  (side) => `<w:${side} w:val="single" w:sz="4"/>`
)
const headings = ["Område", "Mål", "Tid", "Ansvarig", "Status", "Uppföljning"].map((each) => tc(said(each)))
const rows = Array.from({ length: 30 }, (_, at) => row(at))
const table = `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${lines.join("")}</w:tblBorders></w:tblPr><w:tr><w:trPr><w:tblHeader/></w:trPr>${headings.join("")}</w:tr>${rows.join("")}</w:tbl>`
const page =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000"/></w:sectPr>'

describe.skipIf(isMissing)("A PDF that LibreOffice made of a Word file", () => {
  it.live(
    "has its merged and coloured cells, struck-out words, paragraphs and breaks, over several pages",
    () =>
      Effect.gen(function* () {
        const bytes = docx(p("Aktiviteter") + table + page)
        const word = yield* readEdition("x.docx", bytes)
        const read = yield* readEdition("x.pdf", convert("x.docx", bytes, pdfTagged) ?? new Uint8Array())
        expect(word.tables[0]?.rows).toHaveLength(30)
        expect(read.tables).toEqual(word.tables)
      }),
    120_000
  )
})
