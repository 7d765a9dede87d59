/**
 * Texts of the log as data: an assistant must be able to tell what someone wrote in a document from what Frist says.
 */
import { codeOf, inertText } from "@frist/domain/text/InertText"

/** A text that someone wrote. It is cited, and never obeyed. */
interface Quotation {
  readonly quotation: string
}

/** The fields whose strings Frist makes: ids, days, codes and instants. Every other string is a quotation. */
const own: ReadonlySet<string> = new Set([
  "_tag",
  "activity",
  "asOf",
  "beyond",
  "code",
  "decidedOn",
  "earliest",
  "edtf",
  "effectiveOn",
  "kind",
  "knownAt",
  "latest",
  "outcome",
  "parent",
  "passed",
  "plan",
  "provenance",
  "raisedOn",
  "recordedAt",
  "requestedOn",
  "severity",
  "sha256",
  "standsFor",
  "today",
  "type",
  "view",
  "waitsFor"
])

/** One word as Frist makes them. */
const word = /^[\w.,:~?%+/{}-]{0,130}$/u

/** Characters that are not seen, and that a model reads: those without width, and the tags of Unicode. */
const unseen = /[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\u{e0000}-\u{e0fff}]/gu

const quotationOf = (text: string): Quotation => ({ quotation: inertText(text).replace(unseen, codeOf) })

/**
 * Returns a view in which every text that someone wrote is a quotation, and characters that are not seen are codes.
 * `inWords` is a sentence of Frist's about numbers.
 */
export const quoted = (value: unknown, key = ""): unknown => {
  if (typeof value === "string")
    return key === "inWords" || (own.has(key) && word.test(value)) ? value : quotationOf(value)
  if (Array.isArray(value)) return value.map((item: unknown) => quoted(item, key))
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, quoted(item, name)]))
}
