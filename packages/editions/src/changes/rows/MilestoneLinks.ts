/**
 * The activities that milestones stand for, by the words of an edition: `Elab – infört på alla enheter` is the row Elab.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { ActivityId } from "@frist/domain/Names"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { hasDenial, isStage } from "../../reading/status/StatusPhrases.ts"
import type { RowReading } from "../../reading/RowReading.ts"
import type { SeenRow } from "../../rules/Rule.ts"
import { unitPatterns } from "../../rules/rows/UnitSteps.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import { Speller } from "../../matching/Speller.ts"
import type { EditionDraft } from "../EditionDraft.ts"

/** A milestone's row, and the activity that its words name. */
interface MilestoneLink {
  readonly row: SeenRow
  readonly to: ActivityId
}

/** The least share of a milestone's words that its activity's row has. */
const leastShare = 0.5
/** The most characters of a text that are compared, to bound the time. */
const farthest = 5000

/**
 * Links milestones to the activities that their words name, and returns the activity of each linked one. A link that a
 * person has made or ended stays as it is.
 */
export const proposeLinks = (
  { at, basis: { plan }, vocabulary }: EditionDraft,
  seen: ReadonlyArray<SeenRow>
): ReadonlyMap<ActivityId, ActivityId> => {
  const links = new Map<ActivityId, ActivityId>()
  for (const { id, link } of plan.activities.values()) if (link?.to != null) links.set(id, link.to)
  for (const { row, to } of milestoneLinks(seen, vocabulary)) {
    if (row.before?.link != null) continue
    links.set(row.activity, to)
    at(row.table, row.row)({ _tag: "LinkMilestone", activity: row.activity, to }, "inferred")
  }
  return links
}

/**
 * Returns the links that the words of an edition give. The name of a milestone holds the whole area of its row, and a word
 * more of the row; at least half of its words are the row's; and no other row fits as well. It says that something is
 * introduced, or has a date of the row: otherwise it may be a step only, such as an agreement or a procurement. Where two
 * milestones have one row, neither is linked.
 */
const milestoneLinks = (rows: ReadonlyArray<SeenRow>, vocabulary: Vocabulary): ReadonlyArray<MilestoneLink> => {
  const milestones = rows.filter(({ kind }) => kind === "timeline")
  if (milestones.length === 0) return []
  const words = new RowWords(vocabulary)
  const byArea = Map.groupBy(
    rows.filter(({ kind, reading }) => kind !== "timeline" && reading.area !== null),
    ({ reading }) => comparable(reading.area ?? "")
  )
  const areas = Array.from(byArea, ([area, own]) => ({ words: words.of(area), rows: own }))
  const links = milestones.flatMap((row) => {
    const to = onlyFit(row, areas, words, vocabulary)
    return to === undefined ? [] : [{ row, to }]
  })
  const times = Map.groupBy(links, ({ to }) => to)
  return links.filter(({ row, to }) => times.get(to)?.length === 1 && !hasDenial(textOfName(row.reading), vocabulary))
}

interface Area {
  readonly words: ReadonlySet<string>
  readonly rows: ReadonlyArray<SeenRow>
}

/** Returns the activity that fits a milestone best, if none fits as well. */
const onlyFit = (
  { reading }: SeenRow,
  areas: ReadonlyArray<Area>,
  words: RowWords,
  vocabulary: Vocabulary
): ActivityId | undefined => {
  const text = textOfName(reading)
  const name = words.of(text)
  const isIntroduction = unitPatterns(vocabulary).activation.test(text)
  const isStageOnly = isStage(text, vocabulary)
  let best: { readonly activity: ActivityId; readonly shared: number } | undefined
  let isTied = false
  for (const area of areas) {
    if (area.words.size === 0 || area.words.size >= name.size || countIn(area.words, name) < area.words.size) continue
    for (const each of area.rows) {
      if (!isIntroduction && !hasDateOf(reading, each.reading)) continue
      if (isStageOnly && !isStage(textOfName(each.reading), vocabulary)) continue
      const own = words.ofRow(each)
      if ([...name].some((word) => /\d/u.test(word) && !own.has(word))) continue
      const shared = countIn(name, own)
      if (shared <= area.words.size || shared < leastShare * name.size || each.activity === best?.activity) continue
      if (best === undefined || shared > best.shared) [best, isTied] = [{ activity: each.activity, shared }, false]
      else if (shared === best.shared) isTied = true
    }
  }
  return isTied ? undefined : best?.activity
}

/** Returns the words that name a row. */
const textOfName = ({ actions, area, goal }: RowReading): string =>
  [area, goal, actions].filter((text) => text !== null).join(" ")

/** Whether a milestone has the first date of a row, or a new one. */
const hasDateOf = ({ deadline }: RowReading, { deadline: first, moves }: RowReading): boolean =>
  deadline !== null && [first, ...moves.map(({ date }) => date)].some((date) => PlannedDate.same(deadline, date))

/** Returns how many of the words are among others. */
const countIn = (words: ReadonlySet<string>, others: ReadonlySet<string>): number => {
  let count = 0
  for (const word of words) if (others.has(word)) count += 1
  return count
}

/** The words of texts as they are compared, read once for each row. */
class RowWords {
  readonly #speller: Speller
  readonly #known = new Map<SeenRow, ReadonlySet<string>>()

  constructor(vocabulary: Vocabulary) {
    this.#speller = new Speller(vocabulary)
  }

  of(text: string): ReadonlySet<string> {
    return this.#speller.sketch({ area: null, goal: text.slice(0, farthest), actions: null }).main
  }

  /** Returns the words of a row's area, goal, actions and follow-up. */
  ofRow(row: SeenRow): ReadonlySet<string> {
    const known = this.#known.get(row)
    if (known !== undefined) return known
    const { actions, area, goal, note } = row.reading
    const words = this.of([area, goal, actions, note].filter((text) => text !== null).join("\n"))
    this.#known.set(row, words)
    return words
  }
}
