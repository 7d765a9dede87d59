/**
 * Measures the report of a large plan (500 activities that moved 20 times each) against reading its log alone.
 */
import { reportHistory, reportOf } from "@frist/reports/ReportAssembly"
import { write as writeDocx } from "@frist/reports/writers/docx/DocxReport"
import { write as writeHtml } from "@frist/reports/writers/html/HtmlReport"
import type { ReportWriter } from "@frist/reports/ReportWriter"
import { write as writeXlsx } from "@frist/reports/writers/xlsx/XlsxReport"
import { History } from "@frist/projections/History"
import { board } from "@frist/projections/Board"
import { type Benchmark, paired } from "./paired.ts"
import { followedUp } from "./plan.ts"

const most = { html: { seconds: 3, bytes: 3_000_000 }, docx: { seconds: 10 }, xlsx: { seconds: 10 } } as const

export const benchmark: Benchmark = async () => {
  const log = followedUp(500, 20)
  const heldOn = log.at(-1)?.effectiveOn
  if (heldOn === undefined) return []
  const options = { language: "sv", software: "frist", command: "frist report" } as const
  const made = async (write: ReportWriter) => {
    const history = reportHistory(log, { heldOn })
    return write({ report: reportOf(history, options), history })
  }
  const size = async (write: ReportWriter) => (await made(write)).length
  const bytes = { html: await size(writeHtml), docx: await size(writeDocx), xlsx: await size(writeXlsx) }
  const name = (format: keyof typeof bytes) => `${format.toUpperCase()} of 500 activities moved 20 times`
  const rows = await paired(
    3,
    ["the board alone", () => void board(History.of(log, { asOf: heldOn, today: heldOn }))],
    [name("html"), async () => void (await made(writeHtml))],
    [name("docx"), async () => void (await made(writeDocx))],
    [name("xlsx"), async () => void (await made(writeXlsx))]
  )
  for (const [at, format] of (["html", "docx", "xlsx"] as const).entries()) {
    const milliseconds = rows[at]?.milliseconds ?? 0
    if (milliseconds > most[format].seconds * 1000) {
      throw new Error(
        `A report as ${format} in ${milliseconds.toFixed(0)} ms: more than ${most[format].seconds} seconds.`
      )
    }
  }
  if (bytes.html > most.html.bytes) throw new Error(`A report as HTML of ${bytes.html} bytes: more than 3 MB.`)
  return rows
}
