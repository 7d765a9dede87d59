/**
 * The words of headings in one language, by the part that each plays. A heading is read only if every word of it is
 * known and the parts make sense together; the code that joins them knows no word.
 */

/**
 * The part that a word plays in a heading.
 *
 * Of dates: `due` is a deadline in itself (*deadline*), `time` is one in a plan (*tid*, *when*), `dated` is only a date;
 * `end`, `completion` and `delivery` are what a date is of; `planned`, `agreed`, `original`, `revised`, `forecast`,
 * `updated`, `current` and `actual` tell one date from another; `done` is something finished, `start` something begun.
 *
 * Of texts: `action`, `goal`, `area`, `name`, `issue` (what the row is about: a risk, a finding), `text` (a description),
 * `comment`, `status`, `colour` (a status as a colour), `responsible`, `unit` (who, beside *responsible*), `id`, `table`.
 *
 * `other` is a thing that Frist does not read (*cost*, *priority*), `period` a part of a year, and `harmless` changes
 * nothing.
 */
export type HeadingRole =
  | "action"
  | "actual"
  | "agreed"
  | "area"
  | "colour"
  | "comment"
  | "completion"
  | "current"
  | "dated"
  | "delivery"
  | "done"
  | "due"
  | "end"
  | "forecast"
  | "goal"
  | "harmless"
  | "id"
  | "issue"
  | "name"
  | "original"
  | "other"
  | "period"
  | "planned"
  | "responsible"
  | "revised"
  | "revision"
  | "start"
  | "status"
  | "table"
  | "text"
  | "time"
  | "unit"
  | "updated"

type Words = Readonly<Partial<Record<HeadingRole, ReadonlyArray<string>>>>

/** All words are slugs: lower case, no accents, hyphens between the words of a phrase. A longer phrase goes first. */
export interface HeadingLanguage {
  readonly words: Words
  /** First parts of compounds: `slut` of *slutdatum*. The rest must be a known word. */
  readonly compounds: Words
}
