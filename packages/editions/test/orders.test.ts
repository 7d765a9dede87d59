/**
 * The order of import does not matter: each edition takes its place by its day.
 */
import { planAt } from "@frist/domain/plan/Plan"
import { describe, expect, it } from "@effect/vitest"
import type { Day } from "@frist/domain/Day"

import { History } from "@frist/projections/History"
import { board } from "@frist/projections/Board"
import { completed } from "@frist/projections/Completed"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { findingList } from "@frist/projections/FindingList"
import { timeline } from "@frist/projections/Timeline"
import { day, heldOn, imported, type Log } from "./sampleEditions.ts"

/** Fields that differ between two logs of the same facts: position and time of recording. */
const recording: ReadonlySet<string> = new Set(["position", "recordedAt", "events", "source", "correctedBy"])

const told = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(told)
    : value !== null && typeof value === "object"
      ? Object.fromEntries(
          Object.entries(value).flatMap(([key, each]) =>
            recording.has(key) ? [] : [[key, key === "findings" && Array.isArray(each) ? sorted(each) : told(each)]]
          )
        )
      : value

/** Sorts findings, whose order is that in which they were raised. */
const sorted = (findings: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  findings.map(told).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** Returns the follow-up cells, and each line that was ever in them. */
const followUps = (log: Log, asOf: Day) =>
  [...planAt(log, { asOf }).activities.values()]
    .map(({ followUp, id, notes }) => ({ id, followUp, notes: [...new Set(notes.join("\n").split("\n"))] }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))

const views = (log: Log) =>
  [...heldOn, "2025-06-30"].flatMap((held) => {
    const times = { asOf: day(held), today: day(held) }
    return [
      board(History.of(log, times)),
      completed(History.of(log, times)),
      deadlineHistory(History.of(log, times)),
      timeline(History.of(log, times)),
      findingList(History.of(log, times)),
      followUps(log, times.asOf)
    ].map(told)
  })

const [december, june, winter] = heldOn
const orders = [
  [december, winter, june],
  [june, december, winter],
  [june, winter, december],
  [winter, december, june],
  [winter, june, december]
] as const

const takenIn = (order: ReadonlyArray<string>): Log => order.reduce<Log>((log, held) => imported(held, log), [])
const inTime = takenIn(heldOn)

describe("the three editions", () => {
  it.each(orders)("taken in as %s, %s, %s are shown as when taken in in time", (...order) => {
    const log = takenIn(order)
    expect(views(log)).toEqual(views(inTime))
  })

  it.each(orders)("taken in as %s, %s, %s record nothing when taken in again", (...order) => {
    const log = takenIn(order)
    for (const held of heldOn) expect(imported(held, log)).toEqual(log)
  })
})
