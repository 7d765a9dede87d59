/**
 * The rows of a view as CSV for Swedish Excel: semicolons, byte order mark, CRLF. Nested values become columns named by
 * their path; a text that a spreadsheet would run as a formula is marked as text.
 */
import { inertText } from "@frist/domain/text/InertText"
import { stringify } from "csv-stringify/sync"

type Flat = Record<string, string | number>

/** Returns a line per object. The headings are all keys, in the order in which they first occur. */
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
    quoted: true,
    quoted_empty: false
  })
}

/** A text that a spreadsheet may take for a formula, also behind invisible characters that some programs trim. */
const formula = /^(?:[\t\r]|[\s\p{Cc}\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20])/u

/** Where a spreadsheet that was told another separator, or that lost a quote, begins another cell. */
const separator = /([,;\t\r\n]+)/u
/** A cell within a text that would be run: a minus alone begins a point of a list, and a number is a number. */
const innerFormula = /^[\s\p{Cc}\p{Cf}]*(?:[=@\uff1d\uff20]|[+\-\uff0b\uff0d][^(!|]*[(!|])/u

/**
 * Marks a text that could be a formula with an apostrophe, also after a comma or on a line of its own, and shows control
 * characters as codes. Call it for texts, not for numbers.
 */
export const asText = (words: string): string => {
  const [first = "", ...others] = inertText(words).split(separator)
  const rest = others.map((part, at) => (at % 2 === 1 && innerFormula.test(part) ? `'${part}` : part)).join("")
  return `${formula.test(first + rest) ? "'" : ""}${first}${rest}`
}

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
