/**
 * The lines of a text that arrives in pieces, none of them longer than a bound: a line without end fills no memory.
 */
import * as Stream from "effect/Stream"

/** Splits pieces of text into their lines, without the ends of the lines. A line of more than `most` characters is `null`. */
export const boundedLines =
  (most: number) =>
  <E, R>(pieces: Stream.Stream<string, E, R>): Stream.Stream<string | null, E, R> =>
    Stream.mapAccum(
      pieces,
      (): Begun => ({ parts: [], length: 0 }),
      (begun, piece) => {
        const lines: Array<string | null> = []
        const [first = "", ...others] = piece.split("\n")
        let open = extended(begun, first, most)
        for (const part of others) {
          lines.push(lineOf(open, most))
          open = extended({ parts: [], length: 0 }, part, most)
        }
        return [open, lines]
      },
      { onHalt: (open) => (open.length === 0 ? [] : [lineOf(open, most)]) }
    )

/** A line that has no end yet: its pieces, which are dropped beyond the bound, and the characters seen. */
interface Begun {
  readonly parts: ReadonlyArray<string>
  readonly length: number
}

const extended = ({ length, parts }: Begun, part: string, most: number): Begun => {
  const longer = length + part.length
  return { parts: longer > most ? [] : [...parts, part], length: longer }
}

const lineOf = ({ length, parts }: Begun, most: number): string | null =>
  length > most ? null : parts.join("").replace(/\r$/u, "")
