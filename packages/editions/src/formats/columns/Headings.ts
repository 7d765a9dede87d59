/**
 * The column that a heading names, and the kind of table that a title names, whatever their order, case and accents.
 */
import type { TableKind } from "../../Edition.ts"
import type { EditionColumn } from "../../EditionColumn.ts"
import { slug } from "@frist/domain/text/Slug"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import { type Meaning, senseOf } from "./HeadingSense.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { WordPattern } from "../../vocabulary/WordPattern.ts"

/** A column of an edition, or the column that names a row's table. */
export type HeadingColumn = EditionColumn | "table"

const beginning = (words: ReadonlyArray<WordPattern>) => new RegExp(`^${anyOf(words)}`, "u")

const patternsOf = oncePer(({ headings: { mentions, titles } }: Vocabulary) => {
  const kinds: ReadonlyArray<readonly [RegExp, TableKind]> = [
    [beginning(titles.timeline), "timeline"],
    [beginning(titles.completed), "completed"],
    [beginning(titles.activities), "activities"]
  ]
  return {
    kinds,
    timeline: new RegExp(`(?:^|-)${anyOf(mentions.timeline)}`, "u"),
    ongoing: new RegExp(`(?:^|-)${anyOf(mentions.ongoing)}`, "u"),
    completed: new RegExp(`(?:^|-)${anyOf(mentions.completed)}(?:-|$)`, "u"),
    activities: new RegExp(`(?:^|-)${anyOf(mentions.activities)}`, "u")
  }
})

/** The column of each meaning, where no other column competes. */
const columnOf: Readonly<Partial<Record<Meaning, HeadingColumn>>> = {
  actions: "actions",
  area: "area",
  completed: "completedOn",
  current: "newDeadline",
  date: "deadline",
  due: "deadline",
  followUp: "followUp",
  goal: "goal",
  id: "id",
  name: "area",
  original: "deadline",
  responsible: "responsible",
  revised: "newDeadline",
  revisedBeside: "newDeadline",
  status: "status",
  table: "table",
  time: "deadline"
}

/** Returns the column that a heading names by itself, or `undefined`. */
export const columnShown = (heading: string, vocabulary: Vocabulary): HeadingColumn | undefined => {
  const sense = senseOf(heading, vocabulary)
  return sense === null ? undefined : columnOf[sense.meaning]
}

/**
 * Returns the kind of table that a title mentions anywhere in its words; null if it mentions none or several. A
 * milestone trend is no timeline.
 */
export const kindMentioned = (title: string, vocabulary: Vocabulary): TableKind | null => {
  const found = kindNamed(title, vocabulary)
  if (found !== null || title.length > 100) return found
  const { activities, completed, ongoing, timeline } = patternsOf(vocabulary)
  const words = slug(title, 200)
  const mentioned = new Set<TableKind>()
  if (timeline.test(words)) mentioned.add("timeline")
  if (ongoing.test(words)) mentioned.add("activities")
  else if (completed.test(words)) mentioned.add("completed")
  else if (activities.test(words)) mentioned.add("activities")
  const [only] = mentioned
  return mentioned.size === 1 ? (only ?? null) : null
}

/** Returns the kind of table that a title begins with; null if it begins with none. */
export const kindNamed = (title: string, vocabulary: Vocabulary): TableKind | null =>
  patternsOf(vocabulary).kinds.find(([pattern]) => pattern.test(slug(title)))?.[1] ?? null
