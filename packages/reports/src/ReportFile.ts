/**
 * A report as a file: its formats, each with its writer, which is loaded on demand.
 */
import type { ReportSource, ReportWriter } from "./ReportWriter.ts"

/** The formats of a report, named as their files end. */
export type ReportFormat = "html" | "docx" | "xlsx" | "md" | "csv" | "json"

const writers: Readonly<Record<ReportFormat, () => Promise<{ readonly write: ReportWriter }>>> = {
  html: () => import("./writers/html/HtmlReport.ts"),
  docx: () => import("./writers/docx/DocxReport.ts"),
  xlsx: () => import("./writers/xlsx/XlsxReport.ts"),
  md: () => import("./writers/text/MarkdownReport.ts"),
  csv: () => import("./writers/text/CsvReport.ts"),
  json: () => import("./writers/text/JsonReport.ts")
}

/** Returns whether a name is that of a format. */
export const isReportFormat = (name: string): name is ReportFormat => Object.hasOwn(writers, name)

/** Writes a report in a format: the bytes of a file, UTF-8 where the format is text. The same source gives the same bytes. */
export const writeReport = async (format: ReportFormat, source: ReportSource): Promise<Uint8Array> => {
  const { write } = await writers[format]()
  return write(source)
}
