/**
 * Numbers and days that stay on one line with what they count: `184 dagar`, `3½ år`, `17 juni`. The words of a document
 * keep their spaces where they are shown as its own.
 */
import type { Block, ReportSection, ReportTable } from "../Report.ts"

const units =
  "dag|dagar|mån|månad|månader|år|gång|gånger|del|delar|day|days|mo|month|months|year|years|time|times|part|parts|%"
const months =
  "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|January|February|March|May|June|July|August|October|November|December|September|April"
const joint = new RegExp(`(?<=[\\d½]) (?=(?:${units}|${months})(?!\\p{L}))`, "gu")

/** Returns a text in which no line ends between a number and its unit, or between a day and its month. */
export const unbrokenUnits = (text: string): string => text.replace(joint, "\u00a0")

/** Returns a table whose computed cells are so; the other cells of a document's table are its own. */
export const unbrokenTable = (table: ReportTable): ReportTable => ({
  ...table,
  rows: table.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell, at) =>
      table.asInSource && table.columns[at]?.counted !== true ? cell : { ...cell, text: unbrokenUnits(cell.text) }
    )
  }))
})

/** Returns sections whose sentences, titles and tables are so. */
export const unbrokenSections = <Section extends Pick<ReportSection, "blocks">>(
  sections: ReadonlyArray<Section>
): ReadonlyArray<Section> => sections.map((section) => ({ ...section, blocks: section.blocks.map(unbrokenBlock) }))

const unbrokenBlock = (block: Block): Block => {
  switch (block._tag) {
    case "Table":
      return unbrokenTable(block)
    case "Sentences":
      return { ...block, sentences: block.sentences.map((each) => ({ ...each, text: unbrokenUnits(each.text) })) }
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return { ...block, title: unbrokenUnits(block.title) }
    case "Legend":
    case "Facts":
      return block
  }
}
