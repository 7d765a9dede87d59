/**
 * Builds editions in brief notation, and the plan after one or more of them.
 */
import { type NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import {
  type Cells,
  type Edition,
  type EditionRow,
  type EditionTable,
  type TableKind,
  noCells
} from "../src/Edition.ts"
import { propose } from "../src/changes/EditionChanges.ts"
import { packedGrids } from "../src/formats/grid/PackedGrids.ts"
import type { RowChoices, RowMatch } from "../src/matching/RowMatch.ts"
import { basisOf, type Proposal, type RefusedProposal } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"
import { rules } from "../src/rules/Rules.ts"
import { keepIn, readAgainIn } from "./keptInTests.ts"
import { Actor, BatchId, PlanId } from "@frist/domain/Names"
import { day, position } from "../../domain/test/given.ts"

/** The headings of Swedish follow-ups. */
export const headings: Cells = {
  id: "Id",
  area: "Område",
  goal: "Mål",
  actions: "Åtgärd",
  deadline: "Tid",
  responsible: "Ansvarig",
  status: "Status",
  followUp: "Uppföljning",
  newDeadline: "Ny tid",
  completedOn: "Klart datum"
}

const names: Readonly<Record<TableKind, string>> = {
  timeline: "Tidslinje",
  activities: "Aktiviteter",
  completed: "Klara aktiviteter"
}

export const cells = (some: Partial<Cells>): Cells => ({ ...noCells, ...some })

export const table = (kind: TableKind | null, ...rows: ReadonlyArray<Partial<Cells>>): EditionTable => ({
  name: kind === null ? "Blandat" : names[kind],
  kind,
  headings,
  columns: [],
  rows: rows.map((some, i): EditionRow => ({
    number: i + 1,
    cells: cells(some),
    days: {},
    revisions: [],
    unknown: [],
    remarks: []
  })),
  remarks: []
})

export const edition = (...tables: ReadonlyArray<EditionTable>): Edition => ({
  document: "uppföljning.csv",
  sha256: "0".repeat(64),
  tables,
  texts: [],
  cells: packedGrids([])
})

export interface TakenIn {
  readonly proposals: ReadonlyArray<Proposal>
  readonly matches: ReadonlyArray<RowMatch>
  /** Returns the recorded events without findings of rules and repeated findings, which have separate tests. */
  readonly events: ReadonlyArray<NewEvent>
  readonly all: ReadonlyArray<NewEvent>
  readonly refused: ReadonlyArray<RefusedProposal>
  readonly log: ReadonlyArray<RecordedEvent>
}

/** Returns the events that an edition adds to a log when it is presented on a day. */
export const takeIn = (
  read: Edition,
  heldOn = "2023-12-15",
  before: ReadonlyArray<RecordedEvent> = [],
  choices: RowChoices = new Map()
): TakenIn => {
  const basis = basisOf(before, day(heldOn))
  const { decided, matches, proposals } = propose(read, basis, day(heldOn), {
    title: "Digital strategi",
    matches: choices,
    readAgain: readAgainIn(before)
  })
  const { events, refused } = decideAll(proposals, basis, day(heldOn))
  const added = recorded(events, before.length)
  keepIn(added, read, decided)
  return {
    proposals,
    matches,
    all: events,
    events: events.filter(isNoRemark),
    refused,
    log: [...before, ...added]
  }
}

const recorded = (events: ReadonlyArray<NewEvent>, after: number): ReadonlyArray<RecordedEvent> =>
  events.map((event, i) =>
    RecordedEvent.of({
      ...event,
      plan: PlanId.make("plan"),
      position: position(after + i + 1),
      type: event.event._tag,
      recordedAt: (after + i + 1) * 1000,
      actor: Actor.make("Strategen"),
      batch: BatchId.make("edition")
    })
  )

/** Returns the events that the second of two editions adds, presented in December and June. */
export const thenTakeIn = (first: Edition, second: Edition): TakenIn => takeIn(second, "2024-06-17", takeIn(first).log)

const remarked: ReadonlySet<string> = new Set(rules.map(({ code }) => code))

const isNoRemark = ({ event }: NewEvent): boolean =>
  event._tag !== "FindingsRepeated" && (event._tag !== "FindingRaised" || !remarked.has(event.code))

/** Returns events in brief: type and activity, without the opening of the plan and its reviews. */
export const told = (events: ReadonlyArray<NewEvent>): ReadonlyArray<string> =>
  events.flatMap(({ activity, event }) =>
    event._tag === "PlanOpened" || event._tag === "ReviewHeld"
      ? []
      : [`${event._tag === "FindingRaised" ? event.code : event._tag} ${activity ?? "-"}`]
  )

/** Returns the only event of that type. */
export const only = <Tag extends NewEvent["event"]["_tag"]>(events: ReadonlyArray<NewEvent>, tag: Tag) => {
  const found = events.filter(({ event }) => event._tag === tag)
  const one = found[0]
  if (found.length !== 1 || one === undefined) throw new Error(`${found.length} events are ${tag}`)
  return { ...one, event: one.event as Extract<NewEvent["event"], { readonly _tag: Tag }> }
}
