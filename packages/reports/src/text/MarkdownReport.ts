/**
 * The report as Markdown, tables in the form of GitHub's dialect.
 */
import type { Bars, Block, Cell, Report, Row, Sentence, Table } from "../Report.ts"
import type { ReportWriter } from "../ReportWriter.ts"
import { statusMarks } from "../StatusMarks.ts"

export const write: ReportWriter = ({ report }) => new TextEncoder().encode(markdown(report))

const markdown = ({ lines, sections, subtitle, title }: Report): string =>
  [
    `# ${inline(title)}`,
    `**${inline(subtitle)}**`,
    lines.map(inline).join("  \n"),
    ...sections.flatMap(({ blocks, heading }) => [`## ${inline(heading)}`, ...blocks.map(blockText)])
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n")

const blockText = (block: Block): string => {
  switch (block._tag) {
    case "Sentences": {
      const heading = block.heading === null ? [] : [`### ${inline(block.heading)}`]
      const all = block.list
        ? [block.sentences.map((each) => `- ${sentence(each)}`).join("\n")]
        : block.sentences.map(sentence)
      return [...heading, ...all].filter((part) => part !== "").join("\n\n")
    }
    case "Numbers":
      return block.numbers.map(({ label, value }) => `**${value}** ${inline(label)}`).join(" · ")
    case "Legend":
      return block.items
        .map(({ label, meaning, status }) => {
          const mark = status === null ? "★" : statusMarks[status]
          return `${mark} ${inline(label)}: ${inline(meaning)}`
        })
        .join(" · ")
    case "Table":
      return tableText(block)
    case "Trend":
      return inline(block.description)
    case "Bars":
      return block.series.map(barText).join("\n")
    case "Facts":
      return block.facts
        .map(({ code, lines, term }) =>
          code
            ? `- ${inline(term)}:\n\n${lines.map((line) => `      ${oneLine(line)}`).join("\n")}\n`
            : `- ${inline(term)}: ${lines.map(inline).join(" ")}`
        )
        .join("\n")
  }
}

const sentence = ({ lead, text }: Sentence): string =>
  lead === null ? inline(text) : `**${inline(lead)}:** ${inline(text)}`

const barText = ({ met, points, target, title }: Bars["series"][number]): string => {
  const values = points.map(({ label, shown }) => `${inline(label)} ${inline(shown)}`).join(", ")
  const against = target === null ? "" : `; ${inline(target.label)}`
  return `- **${inline(title)}:** ${values}${against}${met === null ? "" : ` (${inline(met.label)})`}`
}

const line = (cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

const tableText = ({ caption, columns, empty, rows }: Table): string => {
  const heading = `### ${inline(caption)}`
  if (rows.length === 0) return `${heading}\n\n${inline(empty)}`
  return [
    heading,
    "",
    line(columns.map(({ heading: words }) => inline(words))),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(cellsOf(row)))
  ].join("\n")
}

const cellsOf = ({ cells, mark }: Row): ReadonlyArray<string> =>
  cells.map((cell, at) => {
    const words = cellText(cell)
    return at === 0 && mark !== null ? `★ ${inline(mark)}${words === "" ? "" : ` ${words}`}` : words
  })

const cellText = ({ status, text }: Cell): string => {
  const words = text
    .split(/\r\n|[\r\n]/u)
    .map(inline)
    .join("<br>")
  return status === undefined ? words : `${statusMarks[status]} ${words}`
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** Control and direction characters, which no one sees and which could turn a line around. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu

const oneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/gu, " ").replace(unseen, "")

/** Words that mean nothing to Markdown: on one line, and nothing in them, or at their start, is markup. */
export const inline = (text: string): string =>
  oneLine(text)
    .replace(/[&<>]/gu, (character) => entities[character] ?? character)
    .replace(/[\\`*_[\]|~$]/gu, "\\$&")
    .replace(/^(\s*)([#=+-]|\d{1,9}[.)](?=\s|$))/u, (_, space: string, sign: string) => `${space}${guarded(sign)}`)

const guarded = (sign: string): string => (/^\d/u.test(sign) ? sign.replace(/[.)]$/u, "\\$&") : `\\${sign}`)
