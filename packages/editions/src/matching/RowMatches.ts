/**
 * Matches each row of an edition to an activity: by the document's id, by equal words, or by similar words. One to one,
 * best first. A doubtful row is left to a person, with its candidates and their likeness.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { idStart } from "./ActivityIds.ts"
import { alike, best, doubtful } from "./AlikePairs.ts"
import { comparableId } from "./DocumentIds.ts"
import { identified } from "./Identified.ts"
import { ofOneName } from "./NamedAlike.ts"
import { inOtherGroup } from "./OtherGroup.ts"
import { namesOfSeveral, unnumberedKey } from "./RowKeys.ts"
import type { Candidate, KnownActivity, RowChoices, RowMatch, SoughtRow } from "./RowMatch.ts"
import { type TraitsOf, twinPairs } from "./Twins.ts"

/** Whether a row and an activity have the same words. */
const haveOneKey = (row: SoughtRow, activity: KnownActivity): boolean => row.keys.row === activity.keys.row

/** The activities without words whose ids begin as the row's would. */
const wordlessLike = (row: SoughtRow, free: Iterable<KnownActivity>): ReadonlyArray<KnownActivity> => {
  const start = idStart(row)
  return [...free].filter(
    ({ id, isWordless, kind }) =>
      isWordless === true && kind === row.kind && (id === start || id.startsWith(`${start}-`))
  )
}

/** The most activities of its name that a doubtful row lists. */
const mostNamed = 10

/**
 * What else is known of rows and activities. `mayBeAnother` is whether a row may be another than the activity of its words.
 * Rows of `wereInDoubt` stay so until a person chooses.
 */
interface MatchEvidence extends TraitsOf {
  readonly mayBeAnother: (row: SoughtRow, activity: KnownActivity) => boolean
  readonly wereInDoubt: ReadonlySet<SoughtRow>
}

const noEvidence: MatchEvidence = {
  wereInDoubt: new Set(),
  mayBeAnother: () => false,
  ofRow: () => undefined,
  ofActivity: () => undefined
}

const noCandidates: ReadonlyArray<Candidate> = []

/** The match of a row that is like no activity. */
const unmatched = (row: string): RowMatch => ({ row, activity: null, score: 0, how: "new", candidates: noCandidates })

/** Returns a match for each row, in their order. */
export const matchRows = (
  rows: ReadonlyArray<SoughtRow>,
  known: ReadonlyArray<KnownActivity>,
  choices: RowChoices,
  vocabulary: Vocabulary,
  evidence: MatchEvidence = noEvidence
): ReadonlyArray<RowMatch> => {
  if (known.length === 0 && choices.size === 0) return rows.map(({ address }) => unmatched(address))
  const matches = new Map<SoughtRow, RowMatch>()
  const free = new Map(known.map((activity) => [activity.id, activity]))
  const isInDoubt = (row: SoughtRow): boolean => evidence.wereInDoubt.has(row) && !choices.has(row.address)
  const settle = (row: SoughtRow, activity: ActivityId, how: RowMatch["how"], score = 1): void => {
    free.delete(activity)
    const own = isInDoubt(row) ? ({ activity: null, how: "doubtful" } as const) : { activity, how }
    matches.set(row, { row: row.address, score, ...own, candidates: [{ activity, score }] })
  }
  const open = () => rows.filter((row) => !matches.has(row))
  const unchosen = () => open().filter((row) => choices.get(row.address) !== "new")
  const fits = (row: SoughtRow, id: string): KnownActivity | undefined => {
    const activity = free.get(id as ActivityId)
    return activity?.kind === row.kind ? activity : undefined
  }

  for (const row of rows) {
    const chosen = choices.get(row.address)
    const activity = chosen === undefined || chosen === "new" ? undefined : fits(row, chosen)
    if (activity !== undefined) settle(row, activity.id, "decided")
  }
  const ids = identified(rows, known)
  for (const row of unchosen()) {
    const activity = ids.activityOf(row)
    if (activity !== undefined && free.has(activity.id)) settle(row, activity.id, "id")
  }
  const siblings = new Set([...namesOfSeveral(rows), ...namesOfSeveral(known)])
  const doubt = (row: SoughtRow, candidates: ReadonlyArray<KnownActivity>): void => {
    const own = candidates.slice(0, mostNamed).map(({ id }) => ({ activity: id, score: 1 }))
    for (const { id } of candidates) free.delete(id)
    matches.set(row, { row: row.address, activity: null, score: 1, how: "doubtful", candidates: own })
  }
  const ofName = Map.groupBy(known, unnumberedKey)
  const twins: Array<Parameters<typeof twinPairs>[0]> = []
  for (const [name, own] of Map.groupBy(rows, unnumberedKey)) {
    const same = ofName.get(name) ?? []
    const open = own.filter((row) => !matches.has(row))
    const left = same.filter(({ id }) => free.has(id))
    const [row] = open
    const [activity] = left
    if (row === undefined || activity === undefined) continue
    const isOnly = own.length === 1 && same.length === 1
    if (!isOnly || !haveOneKey(row, activity)) {
      twins.push({ rows: own, activities: same, open, free: left })
      continue
    }
    const isOwnId = activity.id === row.id?.trim()
    if (isOwnId || choices.has(row.address) || !evidence.mayBeAnother(row, activity))
      settle(row, activity.id, isOwnId ? "id" : "exact")
    else doubt(row, [activity])
  }
  const twinEvidence = {
    traits: evidence,
    numberOf: ids.numbering(matches, known),
    haveOtherIds: ids.haveOtherIds,
    isNew: (row: SoughtRow) => choices.get(row.address) === "new"
  }
  for (const each of twins) {
    const pairs = twinPairs(each, twinEvidence)
    for (const [row, activity] of pairs) settle(row, activity.id, haveOneKey(row, activity) ? "exact" : "likeness")
    const left = each.free.filter(({ id }) => free.has(id))
    // Where a list has been numbered again, a row may be of any number.
    const isRenumbered = pairs.some(([row, activity]) => !haveOneKey(row, activity))
    for (const row of each.open) {
      if (matches.has(row) || twinEvidence.isNew(row)) continue
      const candidates = left.filter(
        (activity) => (isRenumbered || haveOneKey(row, activity)) && !ids.haveOtherIds(row, activity)
      )
      if (candidates.length > 0) doubt(row, candidates)
    }
  }
  for (const row of unchosen()) {
    const activity = fits(row, row.id?.trim() ?? "")
    if (activity !== undefined) settle(row, activity.id, "id")
  }
  for (const { activity, row, score } of ofOneName(unchosen(), [...free.values()], siblings, vocabulary)) {
    settle(row, activity.id, score === 1 ? "exact" : "likeness", score)
  }
  for (const [row, activity] of inOtherGroup(unchosen(), [...free.values()], rows, known)) {
    settle(row, activity.id, "exact")
  }
  const likely = alike(unchosen(), [...free.values()], rows, siblings, ids.haveOneNumber, vocabulary)
  for (const { activity, row, score } of best(likely)) settle(row, activity.id, "likeness", score)
  const left = Map.groupBy(likely, ({ row }) => row)
  const numberOf = ids.numbering(matches, known)
  for (const [row, pairs] of left) {
    const numbered = matches.has(row)
      ? undefined
      : pairs.find(({ activity }) => free.has(activity.id) && numberOf(row) === comparableId(activity.documentId))
    if (numbered !== undefined) settle(row, numbered.activity.id, "id", numbered.score)
  }
  const ofOpenName = Map.groupBy(free.values(), ({ keys }) => keys.name)
  for (const row of open()) {
    const chosen = choices.get(row.address)
    const likeIt = (left.get(row) ?? [])
      .filter(({ activity, score }) => free.has(activity.id) && score >= doubtful)
      .map(({ activity, score }) => ({ activity: activity.id, score }))
      .sort((a, b) => b.score - a.score || (a.activity < b.activity ? -1 : 1))
    // A row of a name that other activities have, or that a removed one may have had, is not new without a person's word.
    const candidates =
      likeIt.length > 0 || chosen === "new"
        ? likeIt
        : [...(ofOpenName.get(row.keys.name) ?? []), ...wordlessLike(row, free.values())]
            .slice(0, mostNamed)
            .map(({ id }) => ({ activity: id, score: 0.85 }))
    // A choice of an activity that is missing, or belongs to another row, settles nothing.
    const isDoubtful = candidates.length > 0 || isInDoubt(row) || (chosen !== undefined && chosen !== "new")
    const how = isDoubtful ? "doubtful" : "new"
    matches.set(row, { row: row.address, activity: null, score: candidates[0]?.score ?? 0, how, candidates })
  }
  return rows.flatMap((row) => matches.get(row) ?? [])
}
