/**
 * Changes that somebody with full access to the tables can make. Each must be found by verification, at its position.
 */
import { ActivityId, Actor, BatchId, PlanId, Position } from "@frist/domain/Names"
import type { RecordHeader } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import { expect } from "vitest"
import { activityNamed, batchOf, day, fromTo, type Log, note, provideLog } from "../../src/contract/ContractFixture.ts"
import { type StoredRow } from "@frist/evidence/StoredEvent"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { sealPlan } from "../../src/evidence/PlanSeal.ts"
import { verifyPlan } from "../../src/evidence/PlanVerification.ts"
import { isIntact, type LogVerification } from "@frist/evidence/LogVerifier"
import { everyNth, long } from "../sizes.ts"

export type Value = string | number | bigint | Uint8Array | null
/** A row of the event table, by column. */
export type Cells = Readonly<Record<string, Value>>

/** Access to the tables without their triggers. */
export interface Rogue {
  /** Reads every row of the plan. */
  readonly events: () => Promise<ReadonlyArray<Cells>>
  /** Replaces every row of the plan. False if the table cannot hold these rows. */
  readonly put: (rows: ReadonlyArray<Cells>) => Promise<boolean>
  /** Changes one cell. False if the table cannot hold the value. */
  readonly set: (position: number, column: string, value: Value) => Promise<boolean>
  readonly setNote: (number: number, note: Uint8Array) => Promise<boolean>
}

export const plan = PlanId.make("landskrona")

/** Records forty events in batches, erases two, and seals three checkpoints. Returns these: the second is published. */
export const begun = (log: Log) =>
  Effect.gen(function* () {
    const notes: Array<string> = []
    const seal = Effect.map(sealPlan(plan), (sealed) => void notes.push(sealed.note))
    for (const at of fromTo(0, 8)) {
      const events = fromTo(1, 4).map((nth) => ({
        ...note(`Anteckning ${at} ${nth} å`, nth === 2 ? null : ActivityId.make(`webb.del-${nth}`)),
        source:
          nth % 2 === 0 ? { document: "Plan å.csv", sha256: "0f".repeat(32), table: "T", row: nth, column: null } : null
      }))
      yield* log.append(batchOf(plan, at * 4, events, { actor: Actor.make(`Åsa ${at}`) }))
      if (at === 2 || at === 5) yield* seal
    }
    const decided = [7, 30].map((position) => ({
      ...note("x"),
      event: { _tag: "Redacted" as const, position: Position.make(position), decision: "Dnr 2026/1" }
    }))
    yield* log.append(batchOf(plan, 36, [...decided, note("y", activityNamed("a")), note("z")]))
    yield* log.erase(plan, [7, 30])
    yield* seal
    return notes
  }).pipe(provideLog(log))

/** Returns the same pseudo-random choices each time. */
export const choosing = (seed: number) => {
  let state = seed
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 4294967296) * below)
  }
}

/** Returns a value with one bit flipped; `undefined` if it has none, or would be no text. */
export const flippedBit = (value: Exclude<Value, null>, choose: (below: number) => number): Value | undefined => {
  if (typeof value === "number" || typeof value === "bigint")
    return BigInt.asIntN(64, BigInt(value) ^ (1n << BigInt(choose(64))))
  const bytes = Buffer.from(value)
  if (bytes.length === 0) return undefined
  const at = choose(bytes.length)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << choose(8))
  if (typeof value !== "string") return new Uint8Array(bytes)
  const text = bytes.toString("utf8")
  return text.includes("\u{fffd}") || text.includes("\0") ? undefined : text
}

const columns =
  "plan position activity type effective_on recorded_at actor batch provenance source_document source_sha256 source_table source_row content salt digest leaf".split(
    " "
  )

/** Verifies the log. */
export const verified = (log: Log, against: ReadonlyArray<string>): Promise<LogVerification> =>
  Effect.runPromise(verifyPlan(plan, against).pipe(provideLog(log)))

/** Whether verification names the position, or a range of a checkpoint that includes it. */
export const isNamed = ({ broken, checkpoints }: LogVerification, position: number): boolean =>
  broken.some((each) => each.position === position) ||
  checkpoints.some(
    ({ fault, from, to }) => fault !== undefined && (from ?? Infinity) <= position && position <= (to ?? 0)
  )

const expectNamed = (found: LogVerification, position: number, what: string): void => {
  if (isIntact(found) || !isNamed(found, position)) {
    expect.fail(`${what} at event ${position} is not named: ${JSON.stringify(found.broken)}`)
  }
}

/** Flips single bits of events, anywhere, and expects each to be found. Returns how many were tried. */
export const tryBits = async (log: Log, rogue: Rogue, old: string, tries: number): Promise<number> => {
  // A short run tries a part, and many short runs try everything.
  const choose = choosing(long ? 7 : Math.floor(Math.random() * 2 ** 32))
  const kept = await rogue.events()
  let tried = 0
  while (tried < tries) {
    const position = 1 + choose(kept.length)
    const column = columns[choose(columns.length)] ?? ""
    const value = kept[position - 1]?.[column] ?? null
    // A null can be changed too, to an empty text.
    const changed = value !== null ? flippedBit(value, choose) : column === "activity" ? "" : undefined
    if (changed === undefined) continue
    if (!(await rogue.set(position, column, changed))) continue
    expectNamed(await verified(log, [old]), position, `a bit of ${column}`)
    // Putting one cell back is many times faster than replacing every row, but needs the row to be found by its key.
    const isKey = column === "plan" || column === "position"
    if (isKey || !(await rogue.set(position, column, value))) await rogue.put(kept)
    tried += 1
  }
  expect(isIntact(await verified(log, [old]))).toBe(true)
  return tried
}

/** Flips every bit of a kept checkpoint and of a given one, and expects each to be found. Returns how many were tried. */
export const tryNotes = async (log: Log, rogue: Rogue, notes: ReadonlyArray<string>): Promise<number> => {
  const [, old = ""] = notes
  // Coprime to 8, so that every bit of a byte is chosen: PostgreSQL refuses to store what the highest bit makes.
  const isChosen = everyNth(3)
  let tried = 0
  for (let bit = 0; bit < 8 * Buffer.byteLength(old); bit += 1) {
    if (!isChosen()) continue
    const bytes = Buffer.from(old)
    bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
    const given = await verified(log, [bytes.toString("utf8")])
    if (given.checkpoints.at(-1)?.fault === undefined) expect.fail(`bit ${bit} of a given checkpoint is not found`)
    if (!(await rogue.setNote(2, bytes))) continue
    const found = await verified(log, [old])
    if (found.checkpoints[1]?.fault === undefined) expect.fail(`bit ${bit} of a kept checkpoint is not found`)
    // The log itself is unchanged.
    expect(found.checkpoints.at(-1)?.fault).toBeUndefined()
    tried += 1
  }
  await rogue.setNote(2, Buffer.from(old))
  expect(isIntact(await verified(log, [old]))).toBe(true)
  return tried
}

const recordOf = (cells: Cells): StoredRow["record"] =>
  ({
    plan: PlanId.make(String(cells["plan"])),
    position: Number(cells["position"]),
    activity: cells["activity"],
    type: cells["type"],
    effectiveOn: day,
    recordedAt: Number(cells["recorded_at"]),
    actor: cells["actor"],
    batch: BatchId.make(String(cells["batch"])),
    provenance: cells["provenance"],
    source:
      cells["source_document"] === null
        ? null
        : {
            document: cells["source_document"],
            sha256: cells["source_sha256"],
            table: cells["source_table"],
            row: Number(cells["source_row"]),
            column: cells["source_column"]
          }
  }) as RecordHeader

/** Recomputes the leaf of a row, as somebody with full access can. */
const leafed = (cells: Cells): Cells => {
  const { content, digest, salt } = cells
  const own = content instanceof Uint8Array && salt instanceof Uint8Array ? contentDigest(salt, content) : digest
  return {
    ...cells,
    leaf: new Uint8Array(leafHash(recordOf(cells), own instanceof Uint8Array ? own : new Uint8Array()))
  }
}

const numbered = (rows: ReadonlyArray<Cells>): ReadonlyArray<Cells> =>
  rows.map((row, at) => ({ ...row, position: BigInt(at + 1) }))
const leafedFrom = (rows: ReadonlyArray<Cells>, position: number): ReadonlyArray<Cells> =>
  numbered(rows).map((row, at) => (at + 1 < position ? row : leafed(row)))

type Forgery = (rows: ReadonlyArray<Cells>, position: number) => ReadonlyArray<Cells>

const other = (row: Cells | undefined): Cells => ({
  ...row,
  ...(row !== undefined && "batch_size" in row ? { batch_size: null } : {}),
  content: Buffer.from(`{"_tag":"FollowUpNoted","text":"${row?.["position"]}"}`)
})
const swapped = (rows: ReadonlyArray<Cells>, position: number): ReadonlyArray<Cells> => {
  const [one, two] = [rows[position - 1], rows[position]]
  return one && two ? rows.with(position - 1, two).with(position, one) : rows
}

/** Forgeries from a position on, of events that an older checkpoint covers. */
export const forgeries: Readonly<Record<string, Forgery>> = {
  "the removal of an event": (rows, position) => rows.toSpliced(position - 1, 1),
  "a removal, with the rest moved up": (rows, position) => numbered(rows.toSpliced(position - 1, 1)),
  "a removal, with all leaves recomputed": (rows, position) => leafedFrom(rows.toSpliced(position - 1, 1), position),
  "an insertion": (rows, position) => numbered(rows.toSpliced(position - 1, 0, other(rows[position]))),
  "an insertion, with all leaves recomputed": (rows, position) =>
    leafedFrom(rows.toSpliced(position - 1, 0, other(rows[position])), position),
  "a swap": (rows, position) => numbered(swapped(rows, position)),
  "a swap, with both leaves recomputed": (rows, position) => leafedFrom(swapped(rows, position), position),
  "another event under the old leaf": (rows, position) => rows.with(position - 1, other(rows[position - 1])),
  "another event and its leaf": (rows, position) => rows.with(position - 1, leafed(other(rows[position - 1]))),
  "a rewritten tail": (rows, position) => rows.map((row, at) => (at + 1 < position ? row : leafed(other(row)))),
  "a truncated tail": (rows, position) => rows.slice(0, position - 1),
  "erased content without a decision": (rows, position) =>
    rows.with(position - 1, {
      ...rows[position - 1],
      content: null,
      salt: null,
      digest: contentDigest(bytesOf(rows[position - 1]?.["salt"]), bytesOf(rows[position - 1]?.["content"]))
    })
}
const bytesOf = (value: Value | undefined): Uint8Array => (value instanceof Uint8Array ? value : new Uint8Array())

/** Tries each forgery at each position up to `size` whose event has its content. Returns how many were tried. */
export const tryForgeries = async (log: Log, rogue: Rogue, old: string, size: number): Promise<number> => {
  const kept = await rogue.events()
  let tried = 0
  const isChosen = everyNth(3)
  for (const [what, forge] of Object.entries(forgeries)) {
    for (const position of fromTo(1, size)) {
      if (kept[position - 1]?.["content"] === null || !isChosen()) continue
      if (!(await rogue.put(forge(kept, position)))) expect.fail(`${what} at ${position} cannot be stored`)
      expectNamed(await verified(log, [old]), position, what)
      tried += 1
    }
  }
  await rogue.put(kept)
  expect(isIntact(await verified(log, [old]))).toBe(true)
  return tried
}
