/**
 * The doubts of an edition: rows that may be one of several activities, as findings say it, until a person chooses.
 */
import type { Day } from "@frist/domain/Day"
import { ActivityId, type Position } from "@frist/domain/Names"
import type { Basis } from "@frist/domain/decisions/Proposal"
import * as Schema from "effect/Schema"
import type { EditionRow, EditionTable, EditionTables } from "../../Edition.ts"
import type { RowMatch } from "../../matching/RowMatch.ts"

/** A finding that called a row doubtful: its place in the log, its day, and the activities that the row may be. */
interface Doubt {
  readonly position: Position
  readonly heldOn: Day
  readonly candidates: ReadonlyArray<ActivityId>
}

/** Returns the doubts about a row that its document raised. */
type DoubtsOf = (table: EditionTable, row: EditionRow) => ReadonlyArray<Doubt>

const placeOf = (table: string | null, row: number | null): string => JSON.stringify([table, row])

/** Returns the doubts that this document raised and that are not withdrawn. */
export const doubtsOn = ({ sha256 }: EditionTables, { log, plan }: Basis): DoubtsOf => {
  const doubts = new Map<string, Array<Doubt>>()
  for (const { finding, position } of plan.findings) {
    const record = finding.code === "MatchDoubtful" ? log.find((each) => each.position === position) : undefined
    if (record?.source?.sha256 !== sha256) continue
    const place = placeOf(record.source.table, record.source.row)
    const doubt = { position, heldOn: record.effectiveOn, candidates: candidatesIn(finding.words) }
    doubts.set(place, [...(doubts.get(place) ?? []), doubt])
  }
  return (table, row) => doubts.get(placeOf(table.name, row.number)) ?? []
}

/** Lists the candidates of a doubtful row; precedes its words. */
export const candidatesSaid = ({ candidates, row }: RowMatch): string =>
  `${row} ~ ${candidates.map(({ activity, score }) => `${activity} ${score.toFixed(2)}`).join(", ")} | `

const isActivity = Schema.is(ActivityId)

/** Returns the candidates that the words of a finding list. */
const candidatesIn = (words: string): ReadonlyArray<ActivityId> =>
  (/^\S+ ~ ([^|]*) \| /u.exec(words)?.[1] ?? "").split(", ").flatMap((each) => {
    const id = each.split(" ")[0]
    return isActivity(id) ? [id] : []
  })
