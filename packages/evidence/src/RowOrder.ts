/**
 * The order of a log's rows: which events are missing between them, and which rows are misplaced.
 */
import type { Flaw } from "./StoredEvent.ts"

/** Events in a row, by their positions. */
interface Span {
  readonly position: number
  readonly to: number
}

/** A row that was not the next, nor one after a gap. */
interface Stray extends Span {
  readonly own: Flaw | undefined
}

/** Takes the positions of rows as they come. */
export class RowOrder {
  #last = 0
  readonly #gaps: Array<Span> = []
  readonly #strays: Array<Stray> = []

  /**
   * Takes the next row, with what is wrong with it by itself. Returns false if it is misplaced. A row after a gap says
   * by its leaf where it belongs; one that does not match its leaf cannot.
   */
  take(position: number, own: Flaw | undefined): boolean {
    if (position !== this.#last + 1) {
      if (own !== undefined || !Number.isSafeInteger(position) || position <= this.#last) {
        const before = this.#strays.at(-1)
        const continues = before !== undefined && before.to + 1 === position && before.own === own
        if (continues) this.#strays.pop()
        this.#strays.push({ position: continues ? before.position : position, to: position, own })
        return false
      }
      this.#gaps.push({ position: this.#last + 1, to: position - 1 })
    }
    this.#last = position
    return true
  }

  /** The position of the last row that is not misplaced. */
  last(): number {
    return this.#last
  }

  /** Whether each row so far was the next. */
  isWhole(): boolean {
    return this.#gaps.length === 0 && this.#strays.length === 0
  }

  /** Returns the events up to the last row, or up to `least` if that is later, of which there is no row. */
  missing(least: number): ReadonlyArray<Span & { readonly flaw: "missing" }> {
    return this.#gapsTo(least).flatMap((gap) =>
      without(gap, this.#strays).map((each) => ({ ...each, flaw: "missing" }))
    )
  }

  /**
   * Returns the rows that are misplaced, and those after `most`. A row in a gap that does not match its leaf is named by
   * that: an altered event, beside others that are missing.
   */
  misplaced(least: number, most: number): ReadonlyArray<Span & { readonly flaw: Flaw }> {
    const gaps = this.#gapsTo(least)
    const strays = this.#strays.map(({ own, position, to }) => {
      const isInGap = gaps.some((gap) => gap.position <= position && to <= gap.to)
      return { position, to, flaw: (isInGap ? own : undefined) ?? ("position" as const) }
    })
    return this.#last > most ? [...strays, { position: most + 1, to: this.#last, flaw: "position" }] : strays
  }

  #gapsTo(least: number): ReadonlyArray<Span> {
    return this.#last < least ? [...this.#gaps, { position: this.#last + 1, to: least }] : this.#gaps
  }
}

/** Returns what is left of a span without others. */
const without = (span: Span, others: ReadonlyArray<Span>): ReadonlyArray<Span> =>
  others.reduce<ReadonlyArray<Span>>(
    (left, { position, to }) =>
      left.flatMap((each) =>
        to < each.position || each.to < position
          ? [each]
          : [
              { position: each.position, to: position - 1 },
              { position: to + 1, to: each.to }
            ].filter((part) => part.position <= part.to)
      ),
    [span]
  )
