/**
 * The body of the Word document: the blocks of a report as paragraphs, tables and pictures.
 */
import type { Spoken } from "../../words/Spoken.ts"
import { type Chart, chartDrawing } from "../../chart/ChartDrawing.ts"
import type { Element } from "../../Element.ts"
import { fresh, ink, soft, statusShades } from "../../ooxml/Colours.ts"
import type { Block, ReportLegend, ReportSection, Sentence, Sentences } from "../../Report.ts"
import { statusMarks } from "../../StatusMarks.ts"
import type { Pictures } from "./DocxPictures.ts"
import { docxParagraph, docxRuns, docxLine, type ParagraphSetting } from "./DocxText.ts"
import type { Page } from "./DocxPage.ts"
import { docxTable } from "./DocxTable.ts"

/** In millimetres: the most that a chart may take of a page below a heading, and the width of a small one. */
const mostChart = { width: 178, height: 220 }

/** Returns a section's heading and blocks. */
export const docxSection = (
  section: ReportSection,
  page: Page,
  spoken: Spoken,
  pictures: Pictures
): ReadonlyArray<Element> => [
  docxLine(section.heading, {}, { style: "Heading1" }),
  ...section.blocks.flatMap((block, at, blocks) =>
    blockMarkup(block, { page, spoken, pictures }, blocks[at + 1]?._tag === "Table")
  )
]

/** `keepNext`: the block stays with the table below it. */
const blockMarkup = (
  block: Block,
  { page, pictures, spoken }: { readonly page: Page; readonly spoken: Spoken; readonly pictures: Pictures },
  keepNext: boolean
): ReadonlyArray<Element> => {
  switch (block._tag) {
    case "Sentences":
      return sentencesMarkup(block, keepNext && block.sentences.length < 4)
    case "Legend":
      return [legendMarkup(block)]
    case "Table":
      // Word joins two tables that have no paragraph between them.
      return [
        ...(block.asInSource ? [] : [docxLine(block.caption, {}, { style: "Heading2" })]),
        docxTable(block, page, { fresh: spoken.text.report.mark }),
        docxParagraph([], { style: "TableText" })
      ]
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return chartMarkup(block, spoken, pictures)
    case "Facts":
      return block.facts.flatMap(({ code, lines, term }, nth) =>
        lines.map((line, at) =>
          docxParagraph([...docxRuns(`${at === 0 ? term : ""}\t`, { ink: soft }), ...docxRuns(line, { code })], {
            style: "Fact",
            keepNext: nth < block.facts.length - 1
          })
        )
      )
  }
}

/** Returns sentences under their heading, as running text or as a list. */
export const sentencesMarkup = ({ heading, list, sentences }: Sentences, keepNext: boolean): ReadonlyArray<Element> => [
  ...(heading === null ? [] : [docxLine(heading, {}, { style: "Heading2" })]),
  ...sentences.map((each) => sentenceMarkup(each, { keepNext, ...(list ? { style: "ListBullet" } : {}) }))
]

/** Returns a chart below its title, as large as a page allows. */
const chartMarkup = (chart: Chart, spoken: Spoken, pictures: Pictures): ReadonlyArray<Element> => {
  const drawing = chartDrawing(chart, spoken)
  const [, , width = 1, height = 1] = String(drawing.attributes["viewBox"]).split(" ").map(Number)
  const millimetres = Math.min(mostChart.width, (mostChart.height * width) / height)
  return [
    docxLine(chart.title, {}, { style: "Heading2" }),
    docxParagraph([pictures.run(drawing, chart.title, chart.description, Math.round(millimetres))])
  ]
}

const sentenceMarkup = ({ lead, text }: Sentence, setting: ParagraphSetting): Element =>
  lead === null
    ? docxLine(text, {}, setting)
    : docxParagraph([...docxRuns(`${lead}: `, { bold: true }), ...docxRuns(text)], setting, lead)

const legendMarkup = ({ items, title }: ReportLegend): Element =>
  docxParagraph(
    [
      ...docxRuns(`${title}:`),
      ...items.flatMap(({ label, meaning, status }) => [
        ...docxRuns("   "),
        ...(status === null
          ? docxRuns(` \u2605 ${label} `, { fill: fresh, ink, bold: true })
          : docxRuns(` ${statusMarks[status]} ${label} `, statusShades[status])),
        ...docxRuns(` ${meaning}`)
      ])
    ],
    { style: "Soft", keepNext: true }
  )
