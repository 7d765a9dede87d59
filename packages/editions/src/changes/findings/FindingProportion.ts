/**
 * Findings in proportion to what an edition says: an oddity of severity info in many rows becomes one finding about
 * their column, and a finding that is open already is repeated by its position.
 */
import type { CommandOf } from "@frist/domain/Command"
import type { Day } from "@frist/domain/Day"
import { seenOn } from "@frist/domain/plan/Finding"
import type { Position } from "@frist/domain/Names"
import type { Plan } from "@frist/domain/plan/Plan"
import type { Proposal } from "@frist/domain/decisions/Proposal"
import { rowRanges } from "../../reading/RowRanges.ts"

/** A proposal that raises a finding. */
interface Raised extends Proposal {
  readonly command: CommandOf<"RaiseFinding">
}

const isRaised = (proposal: Proposal): proposal is Raised => proposal.command._tag === "RaiseFinding"

/** The most rows of a column that each have a finding of one code and severity info. */
const mostAlike = 10
/** The most different words that a finding about many rows quotes, and the most characters of each. */
const quoted = { words: 3, characters: 80 }
/** The most ranges of rows that a finding about many rows names. */
const mostRanges = 20

/** Returns the proposals with one finding, about its column, for those of severity info that many rows of a table have. */
export const withSharedFindings = (proposals: ReadonlyArray<Proposal>): ReadonlyArray<Proposal> => {
  const alike = new Map<string, Array<Raised>>()
  for (const proposal of proposals) {
    const key = sharedKey(proposal)
    if (key === undefined || !isRaised(proposal)) continue
    const group = alike.get(key)
    if (group === undefined) alike.set(key, [proposal])
    else group.push(proposal)
  }
  /** What a proposal becomes: one finding for the first of many, nothing for the others. */
  const became = new Map<Proposal, Proposal | null>()
  for (const group of alike.values()) {
    const rows = rowsOf(group)
    if (rows.length <= mostAlike) continue
    for (const [at, each] of group.entries()) became.set(each, at === 0 ? shared(each, group, rows) : null)
  }
  return became.size === 0
    ? proposals
    : proposals.flatMap((proposal) => {
        const other = became.get(proposal)
        return other === undefined ? [proposal] : other === null ? [] : [other]
      })
}

/** Returns what findings share that may become one; `undefined` for any other proposal. */
const sharedKey = ({ command, source }: Proposal): string | undefined =>
  command._tag === "RaiseFinding" && command.severity === "info" && source !== null && source.row !== null
    ? JSON.stringify([command.code, source.table, command.column])
    : undefined

const rowsOf = (alike: ReadonlyArray<Raised>): ReadonlyArray<number> => [
  ...new Set(alike.flatMap(({ source }) => source?.row ?? []))
]

/** Returns one finding that names the rows of many, and quotes the first different words. */
const shared = (first: Raised, alike: ReadonlyArray<Raised>, rows: ReadonlyArray<number>): Proposal => {
  const words = [...new Set(alike.map(({ command }) => excerpt(command.words)))]
  const quotes = words.length > quoted.words ? [...words.slice(0, quoted.words), "…"] : words
  const ranges = rowRanges(rows)
  const named = ranges.length > mostRanges ? [...ranges.slice(0, mostRanges), "…"] : ranges
  return {
    ...first,
    command: {
      ...first.command,
      activity: null,
      words: `${first.source?.table ?? ""} ${named.join(", ")} (${rows.length}): ${quotes.join(" | ")}`
    },
    source: first.source === null ? null : { ...first.source, row: null }
  }
}

const excerpt = (words: string): string => {
  const characters = Array.from(words.slice(0, 2 * quoted.characters))
  return characters.length > quoted.characters ? `${characters.slice(0, quoted.characters).join("")}…` : words
}

/**
 * Returns the proposals with one that repeats, by their positions, the findings that earlier documents raised and this
 * one shows unchanged. Raised again are errors, since each import counts the rows that it leaves out, and findings of the
 * codes in `raisedAgain`.
 */
export const withRepeatedFindings = (
  proposals: ReadonlyArray<Proposal>,
  plan: Plan,
  heldOn: Day,
  raisedAgain: ReadonlySet<string>
): ReadonlyArray<Proposal> => {
  const open = new Map<string, Position>()
  for (const [activity, findings] of [
    [null, plan.findings] as const,
    ...[...plan.activities.values()].map(({ findings, id }) => [id, findings] as const)
  ]) {
    for (const found of findings) {
      if (!found.fromDocument || seenOn(found) >= heldOn) continue
      if (found.finding.severity === "error" || raisedAgain.has(found.finding.code)) continue
      open.set(identity({ ...found.finding, activity }), found.position)
    }
  }
  if (open.size === 0) return proposals
  const positions = new Set<Position>()
  const left = proposals.filter((proposal) => {
    const position = isRaised(proposal) ? open.get(identity(proposal.command)) : undefined
    if (position !== undefined) positions.add(position)
    return position === undefined
  })
  const review = left.findIndex(({ command }) => command._tag === "HoldReview")
  const held = left[review]
  if (held === undefined || positions.size === 0) return proposals
  const repeated: Proposal = { ...held, command: { _tag: "RepeatFindings", positions: [...positions] } }
  return [...left.slice(0, review + 1), repeated, ...left.slice(review + 1)]
}

const identity = ({
  activity,
  code,
  column,
  words
}: Pick<CommandOf<"RaiseFinding">, "activity" | "code" | "column" | "words">): string =>
  JSON.stringify([activity, code, column, words])
