/**
 * The body of the Word document: the blocks of a report as paragraphs, tables and pictures.
 */
import type { Spoken } from "../../words/Spoken.ts"
import { barSvg } from "../../chart/BarSvg.ts"
import { type Chart, chartDrawing } from "../../chart/ChartDrawing.ts"
import { type Element, el } from "../../Element.ts"
import { fresh, ink, soft, statusShades, toneInks } from "../../ooxml/Colours.ts"
import type { Bars, Block, ReportLegend, ReportSection, Sentence, Sentences } from "../../Report.ts"
import { statusMarks } from "../../StatusMarks.ts"
import type { Pictures } from "./DocxPictures.ts"
import { docxParagraph, docxRuns, docxLine, type ParagraphSetting } from "./DocxText.ts"
import { pageWidth, docxTable } from "./DocxTable.ts"

/** In millimetres: the most that a chart may take of a page below a heading, and the width of a small one. */
const mostChart = { width: 210, height: 150 }
const barWidth = 78

/** In twentieths of a point. */
const gap = 400
const third = Math.floor((pageWidth - 2 * gap) / 3)

/** Returns a section's heading and blocks. */
export const docxSection = (section: ReportSection, spoken: Spoken, pictures: Pictures): ReadonlyArray<Element> => [
  docxLine(section.heading, {}, { style: "Heading1" }),
  ...section.blocks.flatMap((block, at, blocks) =>
    blockMarkup(block, spoken, pictures, blocks[at + 1]?._tag === "Table")
  )
]

/** `keepNext`: the block stays with the table below it. */
const blockMarkup = (block: Block, spoken: Spoken, pictures: Pictures, keepNext: boolean): ReadonlyArray<Element> => {
  switch (block._tag) {
    case "Sentences":
      return sentencesMarkup(block, keepNext && block.sentences.length < 4)
    case "Numbers":
      return [
        docxParagraph(
          block.numbers.flatMap(({ label, tone, value }, at) => [
            ...docxRuns(`${at === 0 ? "" : "\t"}${spoken.number(value)}`, {
              bold: true,
              size: 40,
              ink: tone === "late" && value > 0 ? toneInks.late : ink
            }),
            ...docxRuns(` ${label}`)
          ]),
          { style: "Figures" }
        )
      ]
    case "Legend":
      return [legendMarkup(block)]
    case "Table":
      // Word joins two tables that have no paragraph between them.
      return [
        ...(block.asInSource ? [] : [docxLine(block.caption, {}, { style: "Caption" })]),
        docxTable(block),
        docxParagraph([], { style: "TableText" })
      ]
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return chartMarkup(block, spoken, pictures)
    case "Bars":
      return barsMarkup(block, pictures)
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

const sentencesMarkup = ({ heading, list, sentences }: Sentences, keepNext: boolean): ReadonlyArray<Element> => [
  ...(heading === null ? [] : [docxLine(heading, {}, { style: "Heading2" })]),
  ...sentences.map((each) => sentenceMarkup(each, { keepNext, ...(list ? { style: "ListBullet" } : {}) }))
]

/** Returns a chart below its title, as large as a page allows. */
const chartMarkup = (chart: Chart, spoken: Spoken, pictures: Pictures): ReadonlyArray<Element> => {
  const drawing = chartDrawing(chart, spoken)
  const [, , width = 1, height = 1] = String(drawing.attributes["viewBox"]).split(" ").map(Number)
  const millimetres = Math.min(mostChart.width, (mostChart.height * width) / height)
  return [
    docxLine(chart.title, {}, { style: "Caption" }),
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

/** Returns small charts in three columns, each below its title. */
const barsMarkup = ({ series }: Bars, pictures: Pictures): ReadonlyArray<Element> => [
  columnsEnd([pageWidth]),
  ...series.flatMap((each, at) => [
    docxParagraph(
      [
        ...docxRuns(each.title, { bold: true, size: 17 }),
        ...(each.met === null
          ? []
          : docxRuns(`  ${each.met.label}`, { ink: toneInks[each.met.tone], bold: true, size: 17 }))
      ],
      { keepNext: true },
      each.title
    ),
    docxParagraph([pictures.run(barSvg(each, `bars-${at + 1}`), each.title, each.description, barWidth)])
  ]),
  columnsEnd([third, third, third])
]

/** Ends a part of the document that has columns of these widths. */
const columnsEnd = (widths: ReadonlyArray<number>): Element =>
  el("w:p", {}, el("w:pPr", {}, el("w:pStyle", { "w:val": "TableText" }), pageLayout(widths)))

/** The id of the footer's relationship. */
export const footerId = "rIdFooter"

/** Returns the page setup: A4 landscape, in columns of these widths. */
export const pageLayout = (widths: ReadonlyArray<number> = [pageWidth]): Element =>
  el(
    "w:sectPr",
    {},
    el("w:footerReference", { "w:type": "default", "r:id": footerId }),
    el("w:type", { "w:val": "continuous" }),
    el("w:pgSz", { "w:w": 16838, "w:h": 11906, "w:orient": "landscape" }),
    el("w:pgMar", {
      "w:top": 737,
      "w:right": 720,
      "w:bottom": 737,
      "w:left": 720,
      "w:header": 400,
      "w:footer": 400,
      "w:gutter": 0
    }),
    widths.length === 1
      ? el("w:cols", { "w:space": gap })
      : el(
          "w:cols",
          { "w:num": widths.length, "w:space": gap, "w:equalWidth": 0 },
          ...widths.map((width, at) => el("w:col", { "w:w": width, "w:space": at < widths.length - 1 ? gap : 0 }))
        )
  )
