/**
 * The formats of reports, each with its writer, which is imported on demand.
 */
import type { ReportWriter } from "@frist/reports/ReportWriter"

type ReportFormat = "html" | "docx" | "xlsx" | "md" | "csv" | "json"

interface Format {
  readonly load: () => Promise<{ readonly write: ReportWriter }>
  /** Whether the format is text, which can be printed; others need a file. */
  readonly isText: boolean
}

/** The writer of each format. */
export const reportWriters: Readonly<Record<ReportFormat, Format>> = {
  html: { isText: true, load: () => import("@frist/reports/html/HtmlReport") },
  docx: { isText: false, load: () => import("@frist/reports/docx/DocxReport") },
  xlsx: { isText: false, load: () => import("@frist/reports/xlsx/XlsxReport") },
  md: { isText: true, load: () => import("@frist/reports/text/MarkdownReport") },
  csv: { isText: true, load: () => import("@frist/reports/text/CsvReport") },
  json: { isText: true, load: () => import("@frist/reports/text/JsonReport") }
}

/** Returns the format of that name; for `text`, the default of views, the format of the file's extension. */
export const formatOf = (asked: string, file: string | undefined): ReportFormat | undefined => {
  const name = asked === "text" ? (file === undefined ? "md" : file.replace(/^.*\./u, "").toLowerCase()) : asked
  return Object.hasOwn(reportWriters, name) ? (name as ReportFormat) : undefined
}
