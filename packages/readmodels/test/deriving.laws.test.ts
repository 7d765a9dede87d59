/**
 * Rows are the same whether they are derived whole, activity by activity, or change by change.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { Day } from "@frist/domain/Day"
import { ActivityId } from "@frist/domain/Names"
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import { logOf } from "../../domain/test/given.ts"
import { history, Index, several, Steps } from "../../domain/test/histories.ts"
import { History } from "@frist/projections/History"
import { activityHistory } from "@frist/projections/ActivityHistory"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { decisions } from "@frist/projections/Decisions"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { findingList } from "@frist/projections/FindingList"
import { measures } from "@frist/projections/Measures"
import { timeline } from "@frist/projections/Timeline"
import { allRows, rowChanges, type DerivedPosition } from "../src/DerivedRows.ts"
import { digestOf } from "../src/RowDigest.ts"
import { boardModel } from "../src/models/BoardModel.ts"
import { PlanEvents } from "../src/PlanEvents.ts"
import { keyIndexes, keyText, type ModelRow } from "../src/ReadModel.ts"
import { readModels } from "../src/ReadModels.ts"

const often = { arbitrary: { runs: 300 } }
const epoch = 18_262
const dayOf = (index: number) => Day.fromNumber(epoch + index)

const eventsOf = (log: ReadonlyArray<RecordedEvent>): PlanEvents => {
  const events = new PlanEvents()
  for (const record of log) events.add(record)
  return events
}

/** Derives the rows of every table from scratch, by key. */
const rebuilt = (
  log: ReadonlyArray<RecordedEvent>,
  reached: DerivedPosition
): ReadonlyArray<ReadonlyMap<string, ModelRow>> => {
  const tables = readModels.map(() => new Map<string, ModelRow>())
  for (const rows of allRows(readModels, eventsOf(log), reached)) {
    for (const [at, model] of readModels.entries()) {
      for (const row of rows[at] ?? []) tables[at]?.set(keyText(keyIndexes(model), row), row)
    }
  }
  return tables
}

const source = { document: "a.csv", sha256: "a".repeat(64), table: null, row: null, column: null }
const inWorker = [null, ActivityId.make("b")]

/**
 * A history in which half of the events come from documents, so that reviews supersede findings. It also has
 * corrections and removals under the wrong activity, which no decision records.
 */
const logFrom = (steps: Parameters<typeof history>[0]): ReadonlyArray<RecordedEvent> =>
  logOf(history(steps, false)).map((record, at): RecordedEvent => {
    const isPointer = record.type === "Corrected" || record.type === "Redacted"
    const activity = isPointer && at % 3 < 2 ? (inWorker[at % 3] ?? null) : record.activity
    return RecordedEvent.of({ ...record, activity, source: at % 2 === 0 ? null : source })
  })

const idsOf = (rows: ReadonlyMap<string, ModelRow> | undefined, column = 1) =>
  [...(rows?.values() ?? [])].map((row) => row[column]).sort()

describe("read models", () => {
  it.prop(
    "hold the rows that the views show of the whole plan",
    [Steps, Index],
    ([steps, asOf]) => {
      const log = logFrom(steps)
      const times = { asOf: dayOf(asOf), today: dayOf(asOf) }
      const tables = rebuilt(log, { position: log.length, asOf: times.asOf })
      const [boards, closed, moves, trend, figures, odd, all] = tables
      const history = History.of(log, times)
      const view = board(history)
      expect(idsOf(boards)).toEqual(view.activities.map(({ activity }) => activity).sort())
      for (const row of view.activities) {
        const own = boards?.get(row.activity) ?? []
        expect(Object.fromEntries(boardModel.columns.map(({ name }, at) => [name, own[at]]))).toMatchObject({
          goal: row.goal,
          status: row.status._tag,
          status_cell: row.statusCell?.words ?? null,
          status_cell_code: row.statusCell?.code ?? null,
          deadline: row.deadline?.words ?? null,
          moves: row.moves.count,
          net_slip_min: row.moves.net.min,
          inherited_slip_max: row.moves.inherited.max,
          own_slip_min: row.moves.own.min,
          parts: row.moves.parts?.of ?? null,
          note: row.note
        })
      }
      expect([...(closed?.values() ?? [])].map((row) => [row[1], row.includes(true)]).sort()).toEqual(
        completed(history)
          .activities.map(({ activity, isNew }) => [activity, isNew === true])
          .sort()
      )
      expect(
        idsOf(moves)
          .map(Number)
          .sort((a, b) => a - b)
      ).toEqual(
        deadlineHistory(history)
          .activities.flatMap((activity) => activity.moves.map(({ position }) => position))
          .sort((a, b) => a - b)
      )
      const named = (name: string) => {
        const at = readModels.findIndex((model) => model.name === name)
        const columns = readModels[at]?.columns ?? []
        return [...(tables[at]?.values() ?? [])].map((row) =>
          Object.fromEntries(columns.map(({ name }, i) => [name, row[i]]))
        )
      }
      const shares = deadlineHistory(history).activities.flatMap((activity) =>
        activity.moves.map(({ inherited, own, position, waitsFor }) => [
          position,
          inherited.max,
          own.min,
          waitsFor.join(" ") || null
        ])
      )
      expect(
        named("deadline_move")
          .map((row) => [row["position"], row["inherited_slip_max"], row["own_slip_min"], row["waits_for"]])
          .sort(byNumber)
      ).toEqual(shares.sort(byNumber))
      const { decided, requested, undecided } = decisions(history)
      expect(
        named("extension_request")
          .map((row) => [row["position"], row["outcome"], row["decision"]])
          .sort(byNumber)
      ).toEqual(
        [
          ...requested.map(({ position }) => [position, null, null]),
          ...decided.map(({ decision, outcome, position }) => [position, outcome, decision])
        ].sort(byNumber)
      )
      expect(
        named("undecided_move")
          .map((row) => [row["activity"], row["beyond"], row["slip_max"], row["moves"]])
          .sort()
      ).toEqual(undecided.map(({ activity, beyond, moves, slip }) => [activity, beyond, slip.max, moves.length]).sort())
      const milestones = new Set(timeline(history).milestones.map(({ activity }) => activity))
      for (const id of idsOf(trend)) expect(milestones).toContain(id)
      expect(figures?.size).toBe(
        measures(history).activities.flatMap(({ series }) => series.flatMap((each) => each.measurements)).length
      )
      expect([...(odd?.values() ?? [])].map((row) => [row[1], row[2], row[9]]).sort()).toEqual(
        findingList(history)
          .findings.map(({ activity, position, waived }) => [position, activity, waived])
          .sort()
      )
      const subjects = [null, ...new Set(log.flatMap(({ activity }) => activity ?? []))]
      const entries = subjects.flatMap((id) => activityHistory(history, id).entries)
      expect([...(all?.values() ?? [])].map((row) => [row[1], row[5], row[10]]).sort()).toEqual(
        entries.map(({ correctedBy, inEffect, position }) => [position, inEffect, correctedBy]).sort()
      )
    },
    often
  )

  it.prop(
    "are the same whether derived change by change, day by day, or rebuilt",
    [Steps, several(Schema.Tuple([Index, Index]), 1)],
    ([steps, stops]) => {
      const log = logFrom(steps)
      const events = eventsOf(log)
      const tables = readModels.map(() => new Map<string, ModelRow>())
      let before: DerivedPosition = { position: 0, asOf: dayOf(0) }
      const cuts = [...stops.map(([cut]) => cut % (log.length + 1)), log.length].sort((a, b) => a - b)
      const days = [...stops.map(([, on]) => on), 999].sort((a, b) => a - b)
      for (const [at, position] of cuts.entries()) {
        const after = { position, asOf: dayOf(days[at] ?? 999) }
        const seen = eventsOf(log.slice(0, position))
        // Events after the requested position have no effect.
        const from = at % 2 === 0 || position < log.length ? seen : events
        for (const [model, change] of rowChanges(readModels, from, before, after).entries()) {
          const indexes = keyIndexes(readModels[model] ?? fail())
          for (const row of change.gone) tables[model]?.delete(keyText(indexes, row))
          for (const row of change.rows) tables[model]?.set(keyText(indexes, row), row)
        }
        const whole = rebuilt(log, after)
        for (const [model, { name }] of readModels.entries()) {
          const [own, other] = [tables[model], whole[model]]
          expect([...(own?.values() ?? [])].sort(byText), name).toEqual([...(other?.values() ?? [])].sort(byText))
          expect(digestOf([...(own?.values() ?? [])])).toBe(digestOf([...(other?.values() ?? [])].toReversed()))
        }
        before = after
      }
    },
    often
  )
})

const byNumber = ([a]: ReadonlyArray<unknown>, [b]: ReadonlyArray<unknown>): number => Number(a) - Number(b)
const byText = (a: ModelRow, b: ModelRow): number => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)
const fail = (): never => {
  throw new Error("There is no such read model.")
}
