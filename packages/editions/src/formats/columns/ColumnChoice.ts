/**
 * Chooses what each column of a table holds, out of what its headings mean, what a person decided, and what stands
 * beside it. A column that might be two things is neither: it is asked about.
 */
import { headingKey } from "@frist/domain/ColumnHeading"
import { slug } from "@frist/domain/Slug"
import type { HeadingRole } from "../../vocabulary/headings/HeadingLanguage.ts"
import type { TakenColumn } from "../../Edition.ts"
import type { ColumnDecisions } from "../../ReadingOptions.ts"
import type { ColumnContent } from "./ColumnContent.ts"
import type { HeadingColumn } from "./Headings.ts"
import type { HeadingSense, Meaning } from "./HeadingSense.ts"
import { manyHeadings } from "./HeadTest.ts"
import { suggestedFor } from "./ColumnSuggestion.ts"
import type { TableHead } from "./TableHead.ts"

/** A heading as found: its place from 0, its words, and what it means by itself. */
export interface FoundHeading {
  readonly at: number
  readonly heading: string
  readonly sense: HeadingSense | null
}

type How = TakenColumn["how"]

/** Returns the words by which a column without a heading is decided: `#3` is the third. */
const headingOrPlace = ({ at, heading }: Pick<FoundHeading, "at" | "heading">): string =>
  heading.trim() === "" ? `#${at + 1}` : heading

class Choice {
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

const plainest = (headings: ReadonlyArray<FoundHeading>): ReadonlyArray<FoundHeading> => {
  const plain = headings.filter(({ sense }) => sense?.isPlain === true)
  return plain.length > 0 ? plain : headings
}

/** Chooses the columns of a head. `content` is asked only where names do not decide, and `rolesAmong` where a heading is not known. */
export const chosenColumns = (
  found: ReadonlyArray<FoundHeading>,
  decisions: ColumnDecisions,
  content: (at: number) => ColumnContent,
  rolesAmong: (heading: string) => ReadonlySet<HeadingRole>
): TableHead => {
  const choice = new Choice(found, decisions, content)
  chooseDates(choice)
  chooseStatus(choice)
  chooseTexts(choice)
  const taken = found.flatMap((each): ReadonlyArray<TakenColumn> => {
    const { at, sense } = each
    const column = choice.columns.get(at) ?? null
    const how = choice.how.get(at) ?? (sense === null ? "unknown" : sense.meaning === "other" ? "other" : "yielded")
    const isBlank = each.heading.trim() === ""
    if (isBlank && how === "unknown" && content(at).filled === 0) return []
    const asks = how === "unknown" || how === "several"
    const suggested = asks ? suggestedFor(sense, content(at), choice, () => rolesAmong(each.heading)) : null
    return [{ heading: headingOrPlace(each), at, column, how, suggested }]
  })
  const headings = new Map(found.map(({ at, heading }) => [at, heading]))
  const isOfActions = found.some(({ at, sense }) => {
    const column = choice.columns.get(at)
    const meaning = choice.how.get(at) === "decision" ? column : sense?.meaning
    return (column === "actions" || column === "goal") && meaning !== undefined && ofActions.has(meaning)
  })
  const isDated =
    found.length >= manyHeadings &&
    found.some((each) => choice.columns.get(each.at) === "deadline" && choice.holdsDates(each))
  return { columns: choice.columns, headings, taken, isOfActions, isDated }
}

const ofActions: ReadonlySet<string> = new Set(["actions", "goal", "name"])

/** A deadline before a date, the original before the revised, and a date of completion only beside a deadline. */
const chooseDates = (choice: Choice): void => {
  const original = choice.of("original")
  // An agenda is no plan: its times are of a day.
  choice.leave(
    "other",
    choice.of("time", "date").filter((each) => choice.isOfClocks(each))
  )
  const due = choice.of("due")
  const current = choice.of("current")
  const time = [...choice.of("time"), ...choice.of("timeIfDated").filter((each) => choice.holdsDates(each))]
  const revised = choice.of("revised")
  choice.takeOnly("deadline", [...original, ...ofRevised(choice.of("delivery"), revised)])
  const isRevised = revised.length > 0 || choice.has("newDeadline")
  if (original.length > 0) {
    // Beside the original deadline, the deadline is the one in effect.
    const inEffect = current.length > 0 ? current : due.length > 0 ? due : time
    if (isRevised || !choice.has("deadline")) choice.leave("several", [...current, ...due, ...time])
    else choice.takeOnly("newDeadline", inEffect)
  } else if (due.length > 0) {
    choice.takeOnly("deadline", due)
    if (choice.has("deadline") && current.length === 1 && !isRevised) choice.take("newDeadline", ...current)
    else choice.leave("several", current)
  } else if (time.length > 0 && current.length === 0) choice.takeOnly("deadline", time)
  else choice.takeOnly("deadline", [...current, ...time])
  choice.leave("several", choice.of("delivery", "timeIfDated"))
  chooseCompletion(choice)
  const dates = choice.of("date")
  const inDoubt = choice.how.size > 0 && [...choice.how.values()].includes("several")
  if (choice.has("deadline")) choice.leave("yielded", dates)
  else if (inDoubt) choice.leave("several", dates)
  else choice.takeOnly("deadline", dates)
  chooseRevised(choice)
}

/** Returns the headings that another repeats with a word for the new one: `Leveransdatum` and `Nytt leveransdatum`. */
const ofRevised = (
  headings: ReadonlyArray<FoundHeading>,
  revised: ReadonlyArray<FoundHeading>
): ReadonlyArray<FoundHeading> => {
  const others = revised.map(({ heading }) => new Set(wordsOf(heading)))
  return headings.filter(({ heading }) => others.some((words) => wordsOf(heading).every((word) => words.has(word))))
}

const wordsOf = (heading: string): ReadonlyArray<string> => slug(heading, 200).split("-")

const chooseCompletion = (choice: Choice): void => {
  const completed = [...choice.of("completed"), ...choice.of("completedIfDated").filter((each) => choice.isDated(each))]
  const completion = choice.of("completion")
  const dated = completion.filter((each) => choice.isDated(each))
  choice.takeOnly("completedOn", completed)
  if (completed.length > 0) return choice.leave("yielded", completion)
  // Without a deadline beside it, a date of completion may be the planned one.
  if (choice.has("deadline")) choice.takeOnly("completedOn", dated)
  choice.leave("several", [...choice.of("completion"), ...choice.of("completedIfDated")])
}

/** Revised deadlines follow each other from left to right; numbers that fall to the right leave the order in doubt. */
const chooseRevised = (choice: Choice): void => {
  const beside = choice.of("revisedBeside").filter((each) => choice.has("deadline") && choice.isDated(each))
  const revised = [...choice.of("revised"), ...beside].sort((a, b) => a.at - b.at)
  const numbers = revised.flatMap(({ heading }) => /\d{1,4}/u.exec(heading)?.[0] ?? []).map(Number)
  const isFalling = numbers.some((number, i) => i > 0 && number < (numbers[i - 1] ?? 0))
  if (isFalling) choice.leave("several", revised)
  else choice.take("newDeadline", ...revised)
  choice.leave("several", choice.of("revisedBeside"))
}

const chooseStatus = (choice: Choice): void => {
  const all = choice.of("status")
  const best = plainest(all)
  choice.takeOnly("status", best)
  choice.leave(
    "yielded",
    all.filter(({ at }) => !choice.how.has(at))
  )
}

const chooseTexts = (choice: Choice): void => {
  for (const column of ["table", "id", "area", "goal", "responsible"] as const) {
    choice.takeFirst(column, choice.of(column))
  }
  const actions = plainest(choice.of("actions"))
  const [action] = actions
  if (action !== undefined) {
    // Of several, the one with the most distinct values names the row; of two equal ones, the right one is a part.
    const best = actions.reduce((best, each) => (choice.distinct(each) >= choice.distinct(best) ? each : best), action)
    choice.takeFirst("actions", [best])
    const whole = actions.find((each) => each !== best && headingKey(each.heading) !== headingKey(best.heading))
    if (whole !== undefined && !choice.has("goal")) choice.take("goal", whole)
  }
  // A column of dates names no row: *Milestone* may be the day of one.
  choice.leave(
    "several",
    choice.of("name").filter((each) => choice.isOfDates(each))
  )
  const names = choice.of("name")
  for (const each of names) {
    const free = (["area", "goal", "actions"] as const).find((column) => !choice.has(column))
    if (free !== undefined) choice.take(free, each)
  }
  const isNamed = names.length > 0 || choice.has("goal") || choice.has("actions")
  if (!isNamed) {
    const [first] = [...choice.of("subject"), ...choice.of("actionText"), ...choice.of("description")]
    if (first !== undefined) choice.take("actions", first)
  } else if (!choice.has("actions")) choice.takeFirst("actions", choice.of("actionText"))
  choice.takeFirst("followUp", choice.of("followUp"))
  if (!choice.has("followUp")) choice.takeFirst("followUp", [...choice.of("description"), ...choice.of("actionText")])
}
