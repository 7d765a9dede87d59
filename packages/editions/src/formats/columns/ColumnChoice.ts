/**
 * Chooses what each column of a table holds, out of what its headings mean, what a person decided, and what stands
 * beside it. A column that might be two things is neither: it is asked about.
 */
import { headingKey } from "@frist/domain/plan/ColumnHeading"
import { slug } from "@frist/domain/text/Slug"
import type { HeadingRole } from "../../vocabulary/headings/HeadingLanguage.ts"
import type { TakenColumn } from "../../Edition.ts"
import { columnsOfNames } from "../../EditionColumn.ts"
import type { ColumnDecisions } from "../../ReadingOptions.ts"
import type { ColumnContent } from "./ColumnContent.ts"
import { type FoundHeading, HeadingChoice, headingOrPlace, plainest } from "./HeadingChoice.ts"
import { manyHeadings } from "./HeadTest.ts"
import { suggestedFor, unitSuggested } from "./ColumnSuggestion.ts"
import type { TableHead } from "./TableHead.ts"

/** Chooses the columns of a head. `content` is asked only where names do not decide, and `rolesAmong` where a heading is not known. */
export const chosenColumns = (
  found: ReadonlyArray<FoundHeading>,
  decisions: ColumnDecisions,
  content: (at: number) => ColumnContent,
  rolesAmong: (heading: string) => ReadonlySet<HeadingRole>
): TableHead => {
  const choice = new HeadingChoice(found, decisions, content)
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
    const suggested = asks
      ? suggestedFor(sense, content(at), choice, () => rolesAmong(each.heading))
      : how === "other"
        ? unitSuggested(choice, rolesAmong(each.heading))
        : null
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
const chooseDates = (choice: HeadingChoice): void => {
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

const chooseCompletion = (choice: HeadingChoice): void => {
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
const chooseRevised = (choice: HeadingChoice): void => {
  const beside = choice.of("revisedBeside").filter((each) => choice.has("deadline") && choice.isDated(each))
  const revised = [...choice.of("revised"), ...beside].sort((a, b) => a.at - b.at)
  const numbers = revised.flatMap(({ heading }) => /\d{1,4}/u.exec(heading)?.[0] ?? []).map(Number)
  const isFalling = numbers.some((number, i) => i > 0 && number < (numbers[i - 1] ?? 0))
  if (isFalling) choice.leave("several", revised)
  else choice.take("newDeadline", ...revised)
  choice.leave("several", choice.of("revisedBeside"))
}

const chooseStatus = (choice: HeadingChoice): void => {
  const all = choice.of("status")
  const best = plainest(all)
  choice.takeOnly("status", best)
  choice.leave(
    "yielded",
    all.filter(({ at }) => !choice.how.has(at))
  )
}

const chooseTexts = (choice: HeadingChoice): void => {
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
    const free = columnsOfNames.find((column) => !choice.has(column))
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
