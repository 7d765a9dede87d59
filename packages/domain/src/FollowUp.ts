/**
 * Follow-ups line by line: a document's cell is recorded whole, and what it adds, strikes out or repeats is found here.
 */

/** The cell of the last document that had one, and the follow-up as it stands: that cell with what people noted since. */
interface FollowUpCell {
  readonly cell: string | null
  readonly followUp: string | null
}

/**
 * What a document's note adds to earlier ones: the lines that none of them holds, or null where there are none. The
 * first note is kept whole.
 */
export const addedTo = (notes: ReadonlyArray<string>, text: string): string | null => {
  if (notes.length === 0) return text
  const known = new Set(notes.flatMap((note) => linesOf(note).map((line) => line.trim())))
  const added = linesOf(text).filter((line) => line.trim() !== "" && !known.has(line.trim()))
  return added.length === 0 ? null : added.join("\n")
}

/** The lines of an earlier follow-up that a later one holds no more, blank ones aside. */
export const droppedFrom = (before: string | null, text: string): ReadonlyArray<string> => {
  const kept = new Set(spoken(text))
  return spoken(before ?? "").filter((line) => !kept.has(line))
}

/**
 * Whether a document's cell says nothing new: it holds the lines of the cell before it, or those and what people noted
 * since, in the same order, the space around and between them aside.
 */
export const repeats = ({ cell, followUp }: FollowUpCell, text: string): boolean => {
  const said = spoken(text).join("\n")
  return [cell, followUp].some((known) => known !== null && spoken(known).join("\n") === said)
}

/** The notes of an activity, and its follow-up. */
interface Noted extends FollowUpCell {
  readonly notes: ReadonlyArray<string>
}

/** Returns the notes and the follow-up after a document's whole cell. */
export const afterCell = ({ notes }: Noted, cell: string): Noted => {
  const added = addedTo(notes, cell)
  return { notes: added === null ? notes : [...notes, added], cell, followUp: cell }
}

/** Returns the notes and the follow-up after what a person adds. */
export const afterNote = ({ cell, followUp, notes }: Noted, text: string): Noted => ({
  notes: [...notes, text],
  cell,
  followUp: followUp === null ? text : `${followUp}\n${text}`
})

const spoken = (text: string): ReadonlyArray<string> =>
  linesOf(text).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]))

const linesOf = (text: string): ReadonlyArray<string> => text.split(/\r\n|[\r\n]/u)
