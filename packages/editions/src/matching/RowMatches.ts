/**
 * Matches each row of an edition to an activity: by the document's id, by equal words, or by similar words. One to one,
 * best first. A doubtful row is left to a person, with its candidates and their likeness.
 */
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"
import { idStart } from "./ActivityIds.ts"
import { alike, best, doubtful } from "./AlikePairs.ts"
import { comparableId } from "./DocumentIds.ts"
import { identified } from "./Identified.ts"
import { Matching, mostNamed } from "./Matching.ts"
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

/** What a document's own ids and numbers say of rows and activities. */
type DocumentIds = ReturnType<typeof identified>

/** Rows and activities of one name, of which several may be meant. */
type Twins = Parameters<typeof twinPairs>[0]

/** A person's choices come first. */
const byChoice = (matching: Matching): void => {
  for (const row of matching.rows) {
    const chosen = matching.choices.get(row.address)
    const activity = chosen === undefined || chosen === "new" ? undefined : matching.fitting(row, chosen)
    if (activity !== undefined) matching.settle(row, activity.id, "decided")
  }
}

/** Then the ids that the document itself gives. */
const byDocumentId = (matching: Matching, ids: DocumentIds): void => {
  for (const row of matching.unchosen()) {
    const activity = ids.activityOf(row)
    if (activity !== undefined && matching.free.has(activity.id)) matching.settle(row, activity.id, "id")
  }
}

/** Then names that one row and one activity have; returns the names that more than one has. */
const byOnlyName = (matching: Matching, mayBeAnother: MatchEvidence["mayBeAnother"]): ReadonlyArray<Twins> => {
  const { choices, free, known, matches, rows } = matching
  const ofName = Map.groupBy(known, unnumberedKey)
  const twins: Array<Twins> = []
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
    if (isOwnId || choices.has(row.address) || !mayBeAnother(row, activity)) {
      matching.settle(row, activity.id, isOwnId ? "id" : "exact")
    } else matching.doubt(row, [activity])
  }
  return twins
}

/** Tells rows of one name apart by what else is known of them, or leaves them to a person. */
const byTraits = (matching: Matching, twins: ReadonlyArray<Twins>, ids: DocumentIds, traits: TraitsOf): void => {
  const { free, known, matches } = matching
  const isNew = (row: SoughtRow) => matching.isNew(row)
  const { haveOtherIds } = ids
  const evidence = { traits, numberOf: ids.numbering(matches, known), haveOtherIds, isNew }
  for (const each of twins) {
    const pairs = twinPairs(each, evidence)
    for (const [row, activity] of pairs) {
      matching.settle(row, activity.id, haveOneKey(row, activity) ? "exact" : "likeness")
    }
    const left = each.free.filter(({ id }) => free.has(id))
    // Where a list has been numbered again, a row may be of any number.
    const isRenumbered = pairs.some(([row, activity]) => !haveOneKey(row, activity))
    for (const row of each.open) {
      if (matches.has(row) || isNew(row)) continue
      const candidates = left.filter(
        (activity) => (isRenumbered || haveOneKey(row, activity)) && !haveOtherIds(row, activity)
      )
      if (candidates.length > 0) matching.doubt(row, candidates)
    }
  }
}

/** Then ids of Frist in the document's id column, names that differ in writing, and names in another group. */
const byOtherNames = (matching: Matching, siblings: ReadonlySet<string>, vocabulary: Vocabulary): void => {
  const { known, rows } = matching
  for (const row of matching.unchosen()) {
    const activity = matching.fitting(row, row.id?.trim() ?? "")
    if (activity !== undefined) matching.settle(row, activity.id, "id")
  }
  for (const { activity, row, score } of ofOneName(matching.unchosen(), matching.left(), siblings, vocabulary)) {
    matching.settle(row, activity.id, score === 1 ? "exact" : "likeness", score)
  }
  for (const [row, activity] of inOtherGroup(matching.unchosen(), matching.left(), rows, known)) {
    matching.settle(row, activity.id, "exact")
  }
}

/** Then likeness, best first; returns the pairs of each row that are alike, matched or not. */
const byLikeness = (matching: Matching, siblings: ReadonlySet<string>, ids: DocumentIds, vocabulary: Vocabulary) => {
  const { free, known, matches, rows } = matching
  const likely = alike(matching.unchosen(), matching.left(), rows, siblings, ids.haveOneNumber, vocabulary)
  for (const { activity, row, score } of best(likely)) matching.settle(row, activity.id, "likeness", score)
  const likenesses = Map.groupBy(likely, ({ row }) => row)
  const numberOf = ids.numbering(matches, known)
  for (const [row, pairs] of likenesses) {
    const numbered = matches.has(row)
      ? undefined
      : pairs.find(({ activity }) => free.has(activity.id) && numberOf(row) === comparableId(activity.documentId))
    if (numbered !== undefined) matching.settle(row, numbered.activity.id, "id", numbered.score)
  }
  return likenesses
}

/** Leaves every other row: as new, or to a person with what it may be. */
const leaveTheRest = (matching: Matching, likenesses: ReturnType<typeof byLikeness>): void => {
  const { free } = matching
  const ofOpenName = Map.groupBy(free.values(), ({ keys }) => keys.name)
  for (const row of matching.open()) {
    const likeIt = (likenesses.get(row) ?? [])
      .filter(({ activity, score }) => free.has(activity.id) && score >= doubtful)
      .map(({ activity, score }) => ({ activity: activity.id, score }))
      .sort((a, b) => b.score - a.score || (a.activity < b.activity ? -1 : 1))
    // A row of a name that other activities have, or that a removed one may have had, is not new without a person's word.
    const named = () =>
      [...(ofOpenName.get(row.keys.name) ?? []), ...wordlessLike(row, free.values())]
        .slice(0, mostNamed)
        .map(({ id }) => ({ activity: id, score: 0.85 }))
    matching.leave(row, likeIt.length > 0 || matching.isNew(row) ? likeIt : named())
  }
}

/** Returns a match for each row, in their order. */
export const matchRows = (
  rows: ReadonlyArray<SoughtRow>,
  known: ReadonlyArray<KnownActivity>,
  choices: RowChoices,
  vocabulary: Vocabulary,
  evidence: MatchEvidence = noEvidence
): ReadonlyArray<RowMatch> => {
  if (known.length === 0 && choices.size === 0) return rows.map(({ address }) => unmatched(address))
  const matching = new Matching(rows, known, choices, evidence.wereInDoubt)
  const ids = identified(rows, known)
  const siblings = new Set([...namesOfSeveral(rows), ...namesOfSeveral(known)])
  byChoice(matching)
  byDocumentId(matching, ids)
  const twins = byOnlyName(matching, evidence.mayBeAnother)
  byTraits(matching, twins, ids, evidence)
  byOtherNames(matching, siblings, vocabulary)
  leaveTheRest(matching, byLikeness(matching, siblings, ids, vocabulary))
  return rows.flatMap((row) => matching.matches.get(row) ?? [])
}
