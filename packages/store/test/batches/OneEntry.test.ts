/**
 * The header of a row with one event is read as `JSON.parse` reads it, or not at all.
 */
import { describe, expect, it } from "@effect/vitest"
import { NewEvent } from "@frist/domain/RecordedEvent"
import * as Arbitrary from "effect/Arbitrary"
import * as Schema from "effect/Schema"
import { ChunkWriter } from "../../src/batches/ChunkWriter.ts"
import { oneEntry } from "../../src/batches/OneEntry.ts"

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const headerOf = ({ event, ...rest }: NewEvent): string => {
  const writer = new ChunkWriter()
  writer.add({ ...rest, type: event._tag }, Buffer.from(JSON.stringify(event)))
  return writer.columns(new Uint8Array(32)).header
}

/** A part of a text that is replaced by another. */
const Change = Schema.Struct({
  from: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 50 })),
  length: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 4 })),
  by: Schema.Literals([
    "",
    "0",
    "7",
    "-1",
    "00",
    "null",
    '"',
    '\\"',
    "\\u0041",
    "å",
    ",",
    "[",
    "]",
    "]]",
    " ",
    "1e3",
    ".5"
  ])
})

describe("the header of a row with one event", () => {
  it.each([
    [`[[246,0,"DeadlineMoved",0]]`, [[246, 0, "DeadlineMoved", 0]]],
    [`[[246,0,"DeadlineMoved",0,51,null]]`, [[246, 0, "DeadlineMoved", 0, 51, null]]],
    [`[[0,12,"StatusChanged",3,0,null]]`, [[0, 12, "StatusChanged", 3, 0, null]]]
  ])("%s is read", (header, entries) => {
    expect(oneEntry(header)).toEqual(entries)
  })

  it.each([
    `[[01,0,"DeadlineMoved",0]]`,
    `[[1,0,"DeadlineMoved",00]]`,
    `[[1,0,"DeadlineMoved",0,051,null]]`,
    `[[1,0,"DeadlineMoved",0,,null]]`,
    `[[1,0,"Deadline\\u004doved",0]]`,
    `[[1,0,"DeadlineMoved,0]]`,
    `[[1,0,"DeadlineMoved"0]]`,
    `[[1,0,"DeadlineMoved",0]]]`,
    `[[1,0,"DeadlineMoved",0],[1,0,"DeadlineMoved",0]]`,
    `[[1,0,"DeadlineMoved",0,1,null],[]]`,
    `[[1,0,"DeadlineMoved",0,1,2,null]]`,
    `[[1234567890,0,"DeadlineMoved",0]]`,
    ` [[1,0,"DeadlineMoved",0]]`,
    `[[null,0,"DeadlineMoved",0]]`,
    `[["DeadlineMoved",0]]`,
    ""
  ])("%s is left to JSON.parse", (header) => {
    expect(oneEntry(header)).toBeUndefined()
  })

  it.prop(
    "is read as JSON.parse reads it, whatever is changed",
    [Arbitrary.schema(NewEvent), Arbitrary.array(Arbitrary.schema(Change), { maxLength: 2 })],
    ([event, changes]) => {
      const written = headerOf(event)
      for (const header of [
        written,
        ...changes.map(({ by, from, length }) => written.slice(0, from) + by + written.slice(from + length))
      ]) {
        const entries = oneEntry(header)
        if (entries !== undefined) expect(entries).toEqual(parsed(header))
      }
    },
    { arbitrary: { runs: 500 } }
  )
})
