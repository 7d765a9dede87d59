/**
 * The report as Markdown, with tables as on GitHub.
 */
import type { Block, ReportCell, Report, ReportRow, Sentence, ReportTable } from "../../Report.ts"
import type { ReportWriter } from "../../ReportWriter.ts"
import { statusMarks } from "../../StatusMarks.ts"

/** Returns the bytes of the file. */
export const write: ReportWriter = ({ report }) => new TextEncoder().encode(markdown(report))

const markdown = ({ lines, sections, subtitle, title }: Report): string =>
  [
    `# ${markdownText(title)}`,
    `**${markdownText(subtitle)}**`,
    lines.map(markdownText).join("  \n"),
    ...sections.flatMap(({ blocks, heading }) => [`## ${markdownText(heading)}`, ...blocks.map(blockText)])
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n")

const blockText = (block: Block): string => {
  switch (block._tag) {
    case "Sentences": {
      const heading = block.heading === null ? [] : [`### ${markdownText(block.heading)}`]
      const all = block.list
        ? [block.sentences.map((each) => `- ${sentence(each)}`).join("\n")]
        : block.sentences.map(sentence)
      return [...heading, ...all].filter((part) => part !== "").join("\n\n")
    }
    case "Legend":
      return block.items
        .map(({ label, meaning, status }) => {
          const mark = status === null ? "★" : statusMarks[status]
          return `${mark} ${markdownText(label)}: ${markdownText(meaning)}`
        })
        .join(" · ")
    case "Table":
      return tableText(block)
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return markdownText(block.description)
    case "Facts":
      return block.facts
        .map(({ code, lines, term }) =>
          code
            ? `- ${markdownText(term)}:\n\n${lines.map((line) => `      ${oneLine(line)}`).join("\n")}\n`
            : `- ${markdownText(term)}: ${lines.map(markdownText).join(" ")}`
        )
        .join("\n")
  }
}

const sentence = ({ lead, text }: Sentence): string =>
  lead === null ? markdownText(text) : `**${markdownText(lead)}:** ${markdownText(text)}`

const line = (cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`

const tableText = ({ caption, columns, empty, rows }: ReportTable): string => {
  const heading = `### ${markdownText(caption)}`
  if (rows.length === 0) return `${heading}\n\n${markdownText(empty)}`
  return [
    heading,
    "",
    line(columns.map(({ heading: words }) => markdownText(words))),
    line(columns.map(() => "---")),
    ...rows.map((row) => line(cellsOf(row)))
  ].join("\n")
}

const cellsOf = ({ cells, mark }: ReportRow): ReadonlyArray<string> =>
  cells.map((cell, at) => {
    const words = cellText(cell)
    return at === 0 && mark !== null ? `★ ${markdownText(mark)}${words === "" ? "" : ` ${words}`}` : words
  })

const cellText = ({ status, text }: ReportCell): string => {
  const words = text
    .split(/\r\n|[\r\n]/u)
    .map(markdownText)
    .join("<br>")
  return status === undefined ? words : `${statusMarks[status]} ${words}`
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** Control and direction characters, which are invisible and could reverse a line. */
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu

const oneLine = (text: string): string =>
  text.replace(/\s+/gu, (space) => (/[\r\n\u2028\u2029]/u.test(space) ? " " : space)).replace(unseen, "")

/** Returns a text on one line in which nothing is markup. */
const markdownText = (text: string): string =>
  oneLine(text)
    .replace(/[&<>]/gu, (character) => entities[character] ?? character)
    .replace(/[\\`*_[\]|~$]/gu, "\\$&")
    .replace(/^(\s*)([#=+-]|\d{1,9}[.)](?=\s|$))/u, (_, space: string, sign: string) => `${space}${guarded(sign)}`)

const guarded = (sign: string): string => (/^\d/u.test(sign) ? sign.replace(/[.)]$/u, "\\$&") : `\\${sign}`)
