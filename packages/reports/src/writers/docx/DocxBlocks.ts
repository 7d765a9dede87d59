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
import { docxParagraph, docxRuns, docxLine, type ParagraphSetting, type TextLook } from "./DocxText.ts"
import type { Page } from "./DocxPage.ts"
import { docxTable } from "./DocxTable.ts"

/** In millimetres: the most that a chart may take of a page below a heading, and the width of a small one. */
const mostChart = { width: 172, height: 220 }

/** Returns the title of a block that has one. */
const titleOf = (block: Block): string | null => {
  switch (block._tag) {
    case "Sentences":
      return block.heading
    case "Table":
      return block.asInSource ? null : block.caption
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return block.title
    case "Legend":
    case "Facts":
      return null
  }
}

/** Returns the heading of a section. On page one a finding is the heading, not that there is one. */
export const sectionHeading = ({ blocks, heading }: ReportSection, { isFirst }: Page): string => {
  const [block] = blocks
  if (isFirst !== true || block === undefined || block._tag === "Table") return heading
  return titleOf(block) ?? heading
}

/** Page one: the sizes of its headings and sentences in half points, and the space around a heading in twentieths of a point. */
const close = { size: 25, text: 20, space: [120, 40] } as const

/** Returns a section's heading and blocks. On page one the heading stands for the title of the first block. */
export const docxSection = (
  section: ReportSection,
  page: Page,
  spoken: Spoken,
  pictures: Pictures
): ReadonlyArray<Element> => {
  const { isFirst = false } = page
  const [look, setting] = isFirst ? [{ size: close.size }, { space: close.space }] : [{}, {}]
  return [
    docxLine(sectionHeading(section, page), look, { style: "Heading1", ...setting }),
    ...section.blocks.flatMap((block, at, blocks) => {
      const title = isFirst && at === 0 ? null : titleOf(block)
      return [
        ...(title === null ? [] : [docxLine(title, {}, { style: "Heading2", ...setting })]),
        // On page one what can be read there is not moved to the next page with a table.
        ...blockMarkup(block, { page, spoken, pictures }, !isFirst && staysWith(block, blocks[at + 1]))
      ]
    })
  ]
}

/** Returns whether a block stays on the page of the next: sentences with their table, a chart with how it is read. */
const staysWith = ({ _tag }: Block, next: Block | undefined): boolean =>
  _tag === "Panels" || _tag === "Stacks" ? next?._tag === "Sentences" : next?._tag === "Table"

/** Returns a block without its title. `keepNext`: it stays with the block below it. */
const blockMarkup = (
  block: Block,
  { page, pictures, spoken }: { readonly page: Page; readonly spoken: Spoken; readonly pictures: Pictures },
  keepNext: boolean
): ReadonlyArray<Element> => {
  switch (block._tag) {
    case "Sentences":
      return sentencesMarkup(block, page, keepNext && block.sentences.length < 4)
    case "Legend":
      return [legendMarkup(block)]
    case "Table":
      // Word joins two tables that have no paragraph between them.
      return [docxTable(block, page, { fresh: spoken.text.report.mark }), docxParagraph([], { style: "AfterTable" })]
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return [chartMarkup(block, { spoken, pictures }, keepNext)]
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

/** Returns sentences without their heading, as running text or as a list. On page one running text is one paragraph. */
export const sentencesMarkup = (
  { list, sentences }: Sentences,
  { isFirst = false }: Page,
  keepNext: boolean
): ReadonlyArray<Element> =>
  (isFirst && !list ? joined(sentences) : sentences).map((each) =>
    sentenceMarkup(each, { keepNext, ...(list ? { style: "ListBullet" } : {}) }, isFirst ? { size: close.text } : {})
  )

/** Returns a chart, as large as a page allows. */
const chartMarkup = (
  chart: Chart,
  { pictures, spoken }: { readonly spoken: Spoken; readonly pictures: Pictures },
  keepNext: boolean
): Element => {
  const drawing = chartDrawing(chart, spoken)
  const [, , width = 1, height = 1] = String(drawing.attributes["viewBox"]).split(" ").map(Number)
  const millimetres = Math.min(mostChart.width, (mostChart.height * width) / height)
  return docxParagraph([pictures.run(drawing, chart.title, chart.description, Math.round(millimetres))], { keepNext })
}

/** Joins sentences without a lead. */
const joined = (sentences: ReadonlyArray<Sentence>): ReadonlyArray<Sentence> =>
  sentences.length > 1 && sentences.every(({ lead }) => lead === null)
    ? [{ lead: null, text: sentences.map(({ text }) => text).join(" ") }]
    : sentences

const sentenceMarkup = ({ lead, text }: Sentence, setting: ParagraphSetting, look: TextLook): Element =>
  lead === null
    ? docxLine(text, look, setting)
    : docxParagraph([...docxRuns(`${lead}: `, { ...look, bold: true }), ...docxRuns(text, look)], setting, lead)

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
