/**
 * Follow-ups line by line: what a document's cell adds, strikes out or repeats. The cell itself is recorded whole.
 */

/** The cell of the last document that had one, and the current follow-up: that cell and what people noted since. */
interface FollowUpCell {
  readonly cell: string | null
  readonly followUp: string | null
}

/**
 * Returns the lines of a document's note that no earlier note holds; null if there are none. The first note is
 * returned whole.
 */
export const addedTo = (notes: ReadonlyArray<string>, text: string): string | null => {
  if (notes.length === 0) return text
  const known = new Set(notes.flatMap((note) => linesOf(note).map((line) => line.trim())))
  const added = linesOf(text).filter((line) => line.trim() !== "" && !known.has(line.trim()))
  return added.length === 0 ? null : added.join("\n")
}

/** Returns the lines of an earlier follow-up that a later one no longer has, without blank lines. */
export const droppedFrom = (before: string | null, text: string): ReadonlyArray<string> => {
  const kept = new Set(spoken(text))
  return spoken(before ?? "").filter((line) => !kept.has(line))
}

/**
 * Returns whether a document's cell repeats the last one: it has the same lines in the same order, with or without what
 * people noted since. White space is ignored.
 */
export const repeats = ({ cell, followUp }: FollowUpCell, text: string): boolean => {
  const said = spoken(text).join("\n")
  return [cell, followUp].some((known) => known !== null && spoken(known).join("\n") === said)
}

/** The notes of an activity and its follow-up. */
interface Noted extends FollowUpCell {
  readonly notes: ReadonlyArray<string>
}

/** Returns the notes and the follow-up after a document's whole cell. */
export const afterCell = ({ notes }: Noted, cell: string): Noted => {
  const added = addedTo(notes, cell)
  return { notes: added === null ? notes : [...notes, added], cell, followUp: cell }
}

/** Returns the notes and the follow-up after a person's note. */
export const afterNote = ({ cell, followUp, notes }: Noted, text: string): Noted => ({
  notes: [...notes, text],
  cell,
  followUp: followUp === null ? text : `${followUp}\n${text}`
})

const spoken = (text: string): ReadonlyArray<string> =>
  linesOf(text).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]))

const linesOf = (text: string): ReadonlyArray<string> => text.split(/\r\n|[\r\n]/u)
