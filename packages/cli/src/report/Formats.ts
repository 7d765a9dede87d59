/**
 * The formats a report is written in, each with its writer, which is loaded when it is asked for.
 */
import type { ReportWriter } from "@frist/reports/ReportWriter"

export type ReportFormat = "html" | "docx" | "xlsx" | "md" | "csv" | "json"

interface Format {
  readonly load: () => Promise<{ readonly write: ReportWriter }>
  /** Whether it can be shown on a screen: what is not text needs a file. */
  readonly isText: boolean
}

export const reportWriters: Readonly<Record<ReportFormat, Format>> = {
  html: { isText: true, load: () => import("@frist/reports/html/HtmlReport") },
  docx: { isText: false, load: () => import("@frist/reports/docx/DocxReport") },
  xlsx: { isText: false, load: () => import("@frist/reports/xlsx/XlsxReport") },
  md: { isText: true, load: () => import("@frist/reports/text/MarkdownReport") },
  csv: { isText: true, load: () => import("@frist/reports/text/CsvReport") },
  json: { isText: true, load: () => import("@frist/reports/text/JsonReport") }
}

/** The format of that name; of `text`, which is no format of a report, what the file's ending says. */
export const formatOf = (asked: string, file: string | undefined): ReportFormat | undefined => {
  const name = asked === "text" ? (file === undefined ? "md" : file.replace(/^.*\./u, "").toLowerCase()) : asked
  return Object.hasOwn(reportWriters, name) ? (name as ReportFormat) : undefined
}
