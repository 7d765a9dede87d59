/**
 * Batches as rows: what is written is read again, whole, from any position, and broken columns are found.
 */
import { describe, expect, it } from "@effect/vitest"
import { NewEvent } from "@frist/domain/RecordedEvent"
import { logVerifier } from "@frist/evidence/LogVerifier"
import type { StoredRecord } from "@frist/evidence/StoredEvent"
import * as Arbitrary from "effect/Arbitrary"
import * as Result from "effect/Result"
import { type BatchColumns, type BatchRow, chunkBytes, chunkEvents } from "../../src/batches/BatchRow.ts"
import { encodedBatch, placedRows } from "../../src/batches/EncodedBatch.ts"
import { RecordRows } from "../../src/batches/RecordRows.ts"
import { eventsIn, recordsIn } from "../../src/batches/RowDecoder.ts"
import { storedRows } from "../../src/batches/StoredRows.ts"
import { decodeRecord } from "../../src/EventDecoder.ts"
import { batchOf, fromTo, newPlan, note } from "../../src/contract/ContractFixture.ts"
import { legible, withoutContent } from "../../src/contract/RestorationFixture.ts"

const plan = newPlan()
const time = 1_700_000_000_000

/** Returns the rows of batches, one after another. */
const rowsOf = (...batches: ReadonlyArray<ReadonlyArray<NewEvent>>): ReadonlyArray<BatchRow> => {
  const rows: Array<BatchRow> = []
  for (const events of batches) {
    const head = rows.reduce((sum, { size }) => sum + size, 0)
    const batch = batchOf(plan, head, events)
    rows.push(...placedRows(batch, encodedBatch(batch), head, time + rows.length))
  }
  return rows
}

const all = (rows: ReadonlyArray<BatchColumns>) => Result.getOrThrow(recordsIn(rows, plan, 0, Infinity))

/** Returns the rows that restored records become. */
const regrouped = (records: ReadonlyArray<StoredRecord>): ReadonlyArray<BatchRow> => {
  const grouping = new RecordRows()
  const rows = records.flatMap((record) => grouping.add(record) ?? [])
  const last = grouping.end()
  return last === undefined ? rows : [...rows, last]
}

/** Returns the flaws that verification finds in rows. */
const flawsOf = (rows: ReadonlyArray<BatchColumns>) => {
  const verifier = logVerifier(plan)
  for (const each of storedRows(rows, 0, Infinity)) verifier.take(each)
  return verifier.end(0, Infinity).broken
}

const notes = (count: number, length = 1) => fromTo(1, count).map((nth) => note(`${nth} å`.padEnd(length, "x")))

/** Rows as text, so that buffers of different kinds compare equal. */
const shown = (rows: ReadonlyArray<BatchRow>) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([name, value]) => [
        name,
        value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value
      ])
    )
  )

const anyEvents = Arbitrary.array(Arbitrary.schema(NewEvent), { minLength: 1, maxLength: 12 })

describe("rows of batches", () => {
  it("a source that its owner changes and gives again is written as it is then", () => {
    const source = { document: "a.docx", sha256: "0f".repeat(32), table: null, row: null, column: null }
    for (const document of ["a.docx", "b.docx", "b.docx", "c.docx"]) {
      source.document = document
      expect(all(rowsOf([{ ...note("x"), source }])).map(({ record }) => record.source?.document)).toEqual([document])
    }
  })

  it.prop("the events of any batch are read from its row as they were given, and verify", [anyEvents], ([events]) => {
    const rows = rowsOf(events)
    const records = all(rows)
    expect(
      records.map(({ record: { activity, effectiveOn, event, provenance, source } }) => ({
        activity,
        event,
        effectiveOn,
        provenance,
        source
      }))
    ).toEqual(JSON.parse(JSON.stringify(events)))
    expect(records.map(({ bytes }) => Buffer.from(bytes ?? []).toString())).toEqual(
      events.map(({ event }) => JSON.stringify(event))
    )
    // A generated PlanMoved names any root.
    expect(flawsOf(rows).filter(({ flaw }) => flaw !== "root")).toEqual([])
  })

  it.prop(
    "restored records become the rows that were appended, and erased ones are read as erased",
    [anyEvents, anyEvents],
    ([one, two]) => {
      const rows = rowsOf(one, two)
      const records = all(rows)
      expect(shown(regrouped(records))).toEqual(shown(rows))
      const erased = records.map((each, at) => (at % 2 === 0 ? withoutContent(each) : each))
      const again = regrouped(erased)
      expect(legible(all(again))).toEqual(legible(erased))
      expect(storedRows(again, 0, Infinity).map(decodeRecord)).toEqual(all(again).map((each) => Result.succeed(each)))
    }
  )

  it.prop("events are read without the columns of their evidence", [anyEvents], ([events]) => {
    const rows = rowsOf(events)
    const read = rows.map((row): BatchColumns => ({ ...row, salt: undefined, leaf: undefined }))
    expect(eventsIn(read, plan, 0, Infinity)).toEqual(eventsIn(rows, plan, 0, Infinity))
  })

  it("a long batch is several rows of bounded size, which are read from any position and to any limit", () => {
    const rows = rowsOf(notes(2), notes(2 * chunkEvents + 1), notes(3, chunkBytes / 2))
    expect(rows.map(({ chunk, size }) => [chunk, size])).toEqual([
      [0, 2],
      [0, chunkEvents],
      [1, chunkEvents],
      [2, 1],
      [0, 1],
      [1, 1],
      [2, 1]
    ])
    expect(shown(regrouped(all(rows)))).toEqual(shown(rows))
    const last = 2 * chunkEvents + 6
    for (const [after, limit] of [
      [0, 1],
      [1, 3],
      [2, chunkEvents],
      [chunkEvents, 700],
      [last - 1, 9],
      [last, 1]
    ] as const) {
      const from = rows.findLastIndex(({ first }) => first <= after + 1)
      const read = Result.getOrThrow(eventsIn(rows.slice(from), plan, after, limit))
      expect(read.map(({ position }) => position)).toEqual(fromTo(after + 1, Math.min(last, after + limit)))
      const stored = storedRows(rows.slice(Math.max(0, from - 1)), after, limit)
      expect(stored.map(({ record }) => record.position)).toEqual(read.map(({ position }) => position))
    }
  })
})

/** Changes of a row's columns after which they do not belong together. */
const broken: Readonly<Record<string, (row: BatchRow) => Partial<BatchColumns>>> = {
  "a header that is no JSON": ({ header }) => ({ header: header.slice(1) }),
  "a header that is no list": () => ({ header: "7" }),
  "an entry too many": ({ header }) => ({ header: header.replace("[[", '[[0,null,"FollowUpNoted",0],[') }),
  "a longer entry": ({ header }) => ({ header: header.replace(",0]", ",0,1]") }),
  "another length": ({ header }) => ({ header: header.replace(/\d+/u, "1") }),
  "an activity that is none": ({ header }) => ({ header: header.replace("null", "0") }),
  "an origin that is none": ({ header }) => ({ header: header.replace(",0]", ",1]") }),
  "a place in an origin that is none": ({ header }) => ({ header: header.replace(",0]", ",1,null,null]") }),
  "origins that are none": () => ({ origins: "[7]" }),
  "no origins": () => ({ origins: null }),
  "activities that are no list": () => ({ activities: "{}" }),
  "less content": ({ content }) => ({ content: content.subarray(1) }),
  "a shorter salt": ({ salt }) => ({ salt: salt.subarray(1) }),
  "a leaf too few": ({ leaf }) => ({ leaf: leaf.subarray(32) }),
  "no leaf": () => ({ leaf: null }),
  "no salt": () => ({ salt: null })
}

/** Changes of a row's columns that belong together, of which one value is none of an event. */
const unsound: Readonly<Record<string, (row: BatchRow) => Partial<BatchColumns>>> = {
  "a day that is none": ({ origins }) => ({ origins: origins.replace("2024-", "2024x") }),
  "a document's hash that is none": ({ origins }) => ({ origins: origins.replace("0f0f", "xxxx") }),
  "a row that is no number": ({ header }) => ({ header: header.replace(",7,", ',"7",') }),
  "a column that is no text": ({ header }) => ({ header: header.replace(/,null\]\]$/u, ",8]]") }),
  "another type": ({ header }) => ({ header: header.replace("FollowUpNoted", "FollowUpNote") }),
  "an activity that is none": ({ activities, header }) => ({
    activities: activities.replace("[", '["Å b"'),
    header: header.replace(/^\[\[(\d+),null/u, "[[$1,0")
  }),
  "another's actor": () => ({ actor: "" }),
  "a batch that is none": () => ({ batch: "a b" }),
  "a place that is none": () => ({ recordedAt: 0.5 })
}

describe("a row of which a value is none of an event", () => {
  const source = { document: "a.docx", sha256: "0f".repeat(32), table: null, row: 7, column: null }
  const rows = rowsOf(notes(2), [{ ...note("x"), source }])

  it.each(Object.entries(unsound))("a row with %s is damaged to readers", (_, change) => {
    const [one, two] = rows as readonly [BatchRow, BatchRow]
    const changes = change(two)
    expect(two).not.toMatchObject(changes)
    const error = Result.flip(eventsIn([one, { ...two, ...changes }], plan, 0, 3))
    expect(Result.getOrThrow(error)).toMatchObject({ reason: "corrupt", position: 3 })
    expect(Result.getOrThrow(eventsIn(rows, plan, 0, 3))).toHaveLength(3)
  })
})

describe("a row whose columns do not belong together", () => {
  it.each(Object.entries(broken))(
    "a row with %s is damaged to readers, and each of its events to verification",
    (_, change) => {
      const rows = rowsOf(notes(2), notes(3), notes(2))
      const changed = rows.map((row, at): BatchColumns => (at === 1 ? { ...row, ...change(row) } : row))
      expect(Result.getOrThrow(eventsIn(changed, plan, 0, 2))).toHaveLength(2)
      const error = Result.flip(eventsIn(changed, plan, 0, 3))
      expect(Result.getOrThrow(error)).toMatchObject({ reason: "corrupt", position: 3 })
      expect(flawsOf(changed)).toContainEqual({ position: 3, to: 3, flaw: "unreadable" })
      expect(flawsOf(rows)).toEqual([])
    }
  )

  it("a row that lies over another, or is missing, is found by readers and by verification at a page's edge", () => {
    const rows = rowsOf(notes(2), notes(3), notes(2))
    const [one, two, three] = rows as readonly [BatchRow, BatchRow, BatchRow]
    const over = { ...two, first: 4 }
    expect(Result.isFailure(eventsIn([one, two, over, three], plan, 0, Infinity))).toBe(true)
    expect(Result.isFailure(eventsIn([one, three], plan, 0, Infinity))).toBe(true)
    expect(storedRows([two, over, three], 5, 9).map(({ record }) => record.position)).toEqual([4, 5, 6, 6, 7])
    expect(storedRows([{ ...two, first: 1 }, one, three], 3, 9).map(({ record }) => record.position)).toEqual([
      1, 2, 6, 7
    ])
    expect(storedRows([one, three], 2, 9).map(({ record }) => record.position)).toEqual([6, 7])
  })
})
