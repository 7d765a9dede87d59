/**
 * The headings of a table while it is chosen what each holds: what is taken, what is free, and what their columns hold.
 */
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import type { TakenColumn } from "../../Edition.ts"
import type { ColumnDecisions } from "../../ReadingOptions.ts"
import type { ColumnContent } from "./ColumnContent.ts"
import type { HeadingColumn } from "./Headings.ts"
import type { HeadingSense, Meaning } from "./HeadingSense.ts"

/** A heading as found: its place from 0, its words, and what it means by itself. */
export interface FoundHeading {
  readonly at: number
  readonly heading: string
  readonly sense: HeadingSense | null
}

type How = TakenColumn["how"]

/** Returns the words by which a column without a heading is decided: `#3` is the third. */
export const headingOrPlace = ({ at, heading }: Pick<FoundHeading, "at" | "heading">): string =>
  heading.trim() === "" ? `#${at + 1}` : heading

/** What each heading of a table is taken for, as it is decided, heading by heading. */
export class HeadingChoice {
  readonly columns = new Map<number, HeadingColumn>()
  readonly how = new Map<number, How>()
  readonly #found: ReadonlyArray<FoundHeading>
  readonly #content: (at: number) => ColumnContent

  constructor(found: ReadonlyArray<FoundHeading>, decisions: ColumnDecisions, content: (at: number) => ColumnContent) {
    this.#found = found
    this.#content = content
    for (const each of found) this.#decide(each, decisions)
  }

  #decide(each: FoundHeading, decisions: ColumnDecisions): void {
    const decided = decisions.size === 0 ? undefined : decisions.get(headingKey(headingOrPlace(each)))
    if (decided === undefined) return
    // Of two columns that are decided to hold the same, the first does.
    const isSecond = decided !== "none" && decided !== "newDeadline" && this.has(decided)
    this.how.set(each.at, isSecond ? "yielded" : "decision")
    if (decided !== "none" && !isSecond) this.columns.set(each.at, decided)
  }

  has(column: HeadingColumn): boolean {
    return [...this.columns.values()].includes(column)
  }

  /** The headings with one of these meanings that are not yet taken, plain ones alone if there are any. */
  of(...meanings: ReadonlyArray<Meaning>): ReadonlyArray<FoundHeading> {
    return this.#found.filter(
      ({ at, sense }) => sense !== null && meanings.includes(sense.meaning) && !this.how.has(at)
    )
  }

  take(column: HeadingColumn, ...headings: ReadonlyArray<FoundHeading>): void {
    for (const { at } of headings) {
      this.columns.set(at, column)
      this.how.set(at, "name")
    }
  }

  leave(how: How, headings: ReadonlyArray<FoundHeading>): void {
    for (const { at } of headings) this.how.set(at, how)
  }

  /** Takes the only one of the headings, or the first of those under the same words; several are in doubt. */
  takeOnly(column: HeadingColumn, headings: ReadonlyArray<FoundHeading>): void {
    const brief = headings.filter(({ sense }) => sense?.isExplained !== true)
    const [first, ...others] = brief.length > 0 ? brief : headings
    if (first === undefined) return
    const key = headingKey(first.heading)
    if (this.has(column)) return this.leave("yielded", headings)
    if (others.some(({ heading }) => headingKey(heading) !== key)) return this.leave("several", headings)
    this.take(column, first)
    this.leave(
      "yielded",
      headings.filter((each) => each !== first)
    )
  }

  /** Takes the first of the plainest headings; the others yield. Of periods, none is taken before another. */
  takeFirst(column: HeadingColumn, headings: ReadonlyArray<FoundHeading>): void {
    if (headings.length === 0) return
    if (this.has(column)) return this.leave("yielded", headings)
    const best = plainest(headings)
    if (best.length > 1 && best.some(({ sense }) => sense?.isOfPeriod === true)) return this.leave("several", headings)
    const [first] = best
    if (first === undefined) return
    this.take(column, first)
    this.leave(
      "yielded",
      headings.filter((each) => each !== first)
    )
  }

  /** Whether a column holds mostly dates, or nothing yet. */
  isDated({ at }: FoundHeading): boolean {
    const { dates, filled } = this.#content(at)
    return filled === 0 || dates >= 0.5
  }

  /** Whether a column holds dates, and hardly anything else. */
  isOfDates({ at }: FoundHeading): boolean {
    return this.#content(at).dates > 0.8
  }

  /** Whether a column holds mostly dates. */
  holdsDates({ at }: FoundHeading): boolean {
    const { dates, filled } = this.#content(at)
    return filled > 0 && dates >= 0.5
  }

  /** Whether a column holds mostly times of a day. */
  isOfClocks({ at }: FoundHeading): boolean {
    return this.#content(at).clocks > 0.5
  }

  distinct({ at }: FoundHeading): number {
    return this.#content(at).distinct
  }
}

/** Returns the headings that say plainly what they mean, or all where none does. */
export const plainest = (headings: ReadonlyArray<FoundHeading>): ReadonlyArray<FoundHeading> => {
  const plain = headings.filter(({ sense }) => sense?.isPlain === true)
  return plain.length > 0 ? plain : headings
}
