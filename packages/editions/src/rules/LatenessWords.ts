/**
 * Formats the words of the finding `InProgressThoughLate`, and parses them back into the status cell that they quote.
 */

/** The content of the finding: the words of the status cell and of the date, and by how many days it has passed. */
export interface LatenessWords {
  readonly status: string
  readonly date: string
  readonly days: number
}

/** Returns the words of the finding. */
export const writeLateness = ({ date, days, status }: LatenessWords): string => `${status}: ${date} (${days} d)`

/**
 * Returns what the words say, given the dates that they may be about; `undefined` if they are about none of them.
 * The dates are needed because a status and a date may both hold a colon.
 */
export const readLateness = (words: string, dates: ReadonlyArray<string>): LatenessWords | undefined => {
  const days = /\((\d+) d\)$/u.exec(words)
  if (days === null) return undefined
  const before = words.slice(0, days.index)
  const date = dates.find((each) => before.endsWith(`: ${each} `))
  return date === undefined
    ? undefined
    : { status: before.slice(0, before.length - date.length - ": ".length - 1), date, days: Number(days[1]) }
}
