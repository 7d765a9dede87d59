/**
 * Moves a plan to another log, in steps that a crash may come between: the same call takes up where the last one ended.
 */
import type { Day } from "@frist/domain/Day"
import { type Actor, BatchId, type PlanId } from "@frist/domain/Names"
import type { Event } from "@frist/domain/Event"
import { GrowingTree, type TreeHead } from "@frist/evidence/tree/MerkleTree"
import { EvidenceBroken } from "@frist/evidence/StoredEvent"
import type * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { once } from "node:events"
import { PassThrough } from "node:stream"
import { type Batch, Conflict, EventLog, type EventLogError } from "../EventLog.ts"
import { EvidenceLog } from "../EvidenceLog.ts"
import { examined, planHead } from "../evidence/Examination.ts"
import { LogAdministration } from "../LogAdministration.ts"
import type { LogServices } from "../LogServices.ts"
import { Refused } from "../Refused.ts"
import { readCopies } from "./CopyReader.ts"
import { exportPlan } from "./LogExport.ts"

/** A move: the name of the new place, as it is recorded, and who moves the plan on what day. */
interface PlanMove {
  readonly plan: PlanId
  readonly to: string
  readonly actor: Actor
  readonly effectiveOn: Day
}

/** Returns a root as `PlanMoved` has it. */
const hexOf = (root: Uint8Array): string => Buffer.from(root).toString("hex")

/** Ends a restoration that only shows that it would succeed. */
class Rehearsed extends Error {
  readonly _tag = "Rehearsed"
}

/** Copies the plan of this log, whole and verified at both ends; with `isRehearsal`, the copy is undone. */
const copied = Effect.fnUntraced(function* (plan: PlanId, there: Context.Context<LogServices>, isRehearsal: boolean) {
  const pipe = new PassThrough()
  const write = (lines: string) =>
    Effect.promise(async () => {
      if (!pipe.write(lines)) await once(pipe, "drain")
    })
  const exporting = exportPlan(plan, 1, write).pipe(
    Effect.tap(() => Effect.sync(() => pipe.end())),
    Effect.onError(() => Effect.sync(() => pipe.destroy()))
  )
  const restoring = Effect.gen(function* () {
    const { records } = yield* readCopies([{ name: plan, bytes: pipe }])
    // What comes after an edition is after the last event: by then every row is written.
    const nothing = { sha256: "0".repeat(64), document: "", content: new Uint8Array() }
    const given = isRehearsal
      ? Stream.concat(records, Stream.concat(Stream.make(nothing), Stream.fail(new Rehearsed())))
      : records
    yield* (yield* LogAdministration).restore(plan, given)
  }).pipe(
    Effect.provideContext(there),
    Effect.catchIf(
      (error) => error instanceof Rehearsed,
      () => Effect.void
    )
  )
  yield* Effect.all([exporting, restoring], { concurrency: 2, discard: true })
})

/** Returns the trees of a log that holds, at the event before a position and at the position itself. */
const treesAt = Effect.fnUntraced(function* (plan: PlanId, position: number) {
  const tree = new GrowingTree()
  let before: TreeHead = tree.head()
  yield* examined(plan, (page) =>
    Effect.sync(() => {
      for (const { leaf, record } of page) {
        if (record.position === position) before = tree.head()
        if (record.position <= position) tree.push(leaf)
      }
    })
  )
  return { before, at: tree.head() }
})

/** Appends one event about the log itself, at the end that its condition names. */
const appended = ({ actor, effectiveOn, plan }: PlanMove, after: number, batch: string, event: Event) =>
  Effect.flatMap(EventLog, (log) =>
    log.append({
      plan,
      batch: BatchId.make(batch),
      actor,
      events: [{ activity: null, event, effectiveOn, provenance: "stated", source: null }],
      condition: { after, activities: [] }
    } satisfies Batch)
  )

/** The most events to catch up with before another attempt to close the log. */
const pageSize = 2000

/** Closes the log after its last event, however many writers append meanwhile. Returns the position of the last event. */
const closed = Effect.fnUntraced(function* (move: PlanMove) {
  const { plan, to } = move
  const evidence = yield* EvidenceLog
  const batch = `moved-${crypto.randomUUID()}`
  const tree = new GrowingTree()
  const attempt: Effect.Effect<number, Conflict | EventLogError, EventLog> = Effect.gen(function* () {
    for (;;) {
      const page = yield* evidence.records(plan, { after: tree.head().size, limit: pageSize })
      for (const { leaf } of page) tree.push(leaf)
      if (page.length < pageSize) break
    }
    const { root, size } = tree.head()
    return (yield* appended(move, size, batch, { _tag: "PlanMoved", to, root: hexOf(root) })).last
  })
  return yield* Effect.retry(attempt, { while: (error) => error._tag === "Conflict", times: 10_000 })
})

/** Returns the closing event of a plan, if its log is closed. */
const closingOf = Effect.fnUntraced(function* (plan: PlanId) {
  const head = yield* planHead(plan)
  const [last] = head === 0 ? [] : yield* (yield* EventLog).read(plan, { after: head - 1, limit: 1 })
  return last?.event?._tag === "PlanMoved" ? { position: head, ...last.event } : undefined
})

/**
 * Moves a plan from this log to another: tries the copy, closes this log, copies it with its closing event, compares the
 * roots, and opens it there. Until the log is closed, nothing has changed at either place. Returns the size and root of
 * the closed log, which both places have.
 */
export const relocatePlan = Effect.fnUntraced(function* (move: PlanMove, there: Context.Context<LogServices>) {
  const { plan, to } = move
  const occupied = (head: number) => new Conflict({ plan, after: 0, head, activities: [] })
  let closing = yield* closingOf(plan)
  if (closing === undefined) {
    const head = yield* Effect.provideContext(planHead(plan), there)
    if (head > 0) return yield* occupied(head)
    yield* copied(plan, there, true)
    yield* closed(move)
    closing = yield* closingOf(plan)
  }
  if (closing === undefined) return yield* occupied(yield* planHead(plan))
  if (closing.to !== to) return yield* new Refused({ refusal: { _tag: "PlanMoved", to: closing.to } })
  const { position, root } = closing

  if ((yield* Effect.provideContext(planHead(plan), there)) === 0) yield* copied(plan, there, false)
  const own = yield* treesAt(plan, position)
  const other = yield* Effect.provideContext(treesAt(plan, position), there)
  if (hexOf(own.before.root) !== root) return yield* new EvidenceBroken({ plan, position, flaw: "root" })
  if (hexOf(other.at.root) !== hexOf(own.at.root)) return yield* occupied(other.at.size)

  const notes = yield* (yield* EvidenceLog).sealed(plan)
  yield* Effect.gen(function* () {
    const evidence = yield* EvidenceLog
    const known = new Set(yield* evidence.sealed(plan))
    for (const note of notes) if (!known.has(note)) yield* evidence.seal(plan, note)
    yield* appended(move, position, `arrived-${position}`, { _tag: "PlanArrived" })
  }).pipe(Effect.provideContext(there))
  return own.at
})
