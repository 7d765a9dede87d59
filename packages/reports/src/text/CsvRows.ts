/**
 * The rows of a view as CSV that Swedish Excel opens: semicolons, byte order mark, CRLF. Nested values become columns
 * named by their path; texts that a spreadsheet would run as a formula are marked as text.
 */
import { stringify } from "csv-stringify/sync"

type Flat = Record<string, string | number>

/** One line an object, headings from the first to the last key that occurs. */
export const csvText = (rows: ReadonlyArray<object>): string => {
  const flat = rows.map((row) => {
    const columns: Flat = {}
    flatten(row, "", columns)
    return columns
  })
  const headings = [...new Set(flat.flatMap((row) => Object.keys(row)))]
  return stringify(flat, {
    bom: true,
    columns: headings,
    delimiter: ";",
    header: true,
    record_delimiter: "windows",
    quoted_match: /[\r\n]/u
  })
}

/** What a spreadsheet may take for a formula, also behind what shows nothing, which some trim away. */
const formula = /^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

/** Words alone are marked: a number below nought is no formula. */
export const asText = (words: string): string => (formula.test(words) ? `'${words}` : words)

const flatten = (value: unknown, path: string, into: Flat): void => {
  if (value === null || value === undefined) into[path] = ""
  else if (typeof value === "number") into[path] = value
  else if (typeof value === "string") into[path] = asText(value)
  else if (typeof value === "boolean") into[path] = String(value)
  else if (Array.isArray(value))
    into[path] = asText(value.map((item) => (typeof item === "string" ? item : JSON.stringify(item))).join("\n"))
  else if (typeof value === "object") {
    for (const [key, inner] of Object.entries(value)) flatten(inner, path === "" ? key : `${path}.${key}`, into)
  }
}
