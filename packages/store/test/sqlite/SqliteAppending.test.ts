/**
 * Appends of two connections to one file: what one remembers of a plan is only a hint.
 */
import { expect, it } from "@effect/vitest"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import { DatabaseSync } from "node:sqlite"
import {
  activityNamed,
  batchOf,
  type Log,
  newPlan,
  note,
  positions,
  wholeLog
} from "../../src/contract/ContractFixture.ts"
import type { LogServices } from "../../src/LogServices.ts"
import { layer } from "../../src/sqlite/SqliteEventLog.ts"
import { newFile } from "../TemporaryFile.ts"

const [a, b] = [activityNamed("a"), activityNamed("b")]

/** Opens a file twice, and appends an event about `a` by the first connection, which then knows the end of the plan. */
const opened = Effect.gen(function* () {
  const filename = yield* newFile
  const connection = Effect.flatMap(Layer.build(layer({ filename })), (context: Context.Context<LogServices>) =>
    Effect.provideContext(wholeLog, context)
  )
  const [mine, others]: readonly [Log, Log] = [yield* connection, yield* connection]
  const plan = newPlan()
  const first = batchOf(plan, 0, [note("1", a)])
  yield* mine.append(first)
  return { filename, first, mine, others, plan }
})

it.live("an append after an end that another connection has passed is a conflict", () =>
  Effect.gen(function* () {
    const { mine, others, plan } = yield* opened
    yield* others.append(batchOf(plan, 1, [note("2", b)]))
    expect(yield* Effect.flip(mine.append(batchOf(plan, 1, [note("3", a)])))).toMatchObject({
      _tag: "Conflict",
      after: 1,
      head: 2
    })
    expect(yield* mine.append(batchOf(plan, 2, [note("3", a)]))).toMatchObject({ first: 3, repeated: false })
  })
)

it.live("an append that looked at other activities follows what another connection has appended", () =>
  Effect.gen(function* () {
    const { mine, others, plan } = yield* opened
    yield* others.append(batchOf(plan, 1, [note("2", b)]))
    const about = (id: typeof a) => batchOf(plan, 1, [note("3", a)], { condition: { after: 1, activities: [id] } })
    expect(yield* mine.append(about(a))).toMatchObject({ first: 3, last: 3 })
    expect(yield* Effect.flip(mine.append(about(b)))).toMatchObject({ _tag: "Conflict", head: 3, activities: [b] })
    expect(positions(yield* others.read(plan))).toEqual([1, 2, 3])
  })
)

it.live("a batch that is sent again for the end of its plan gets its first answer", () =>
  Effect.gen(function* () {
    const { first, mine, others, plan } = yield* opened
    const again = { ...first, condition: { after: 1, activities: [] } }
    expect(yield* mine.append(again)).toMatchObject({ first: 1, last: 1, repeated: true })
    const second = batchOf(plan, 1, [note("2", b)])
    yield* others.append(second)
    expect(yield* mine.append(second)).toMatchObject({ first: 2, last: 2, repeated: true })
    expect(positions(yield* mine.read(plan))).toEqual([1, 2])
  })
)

it.live("an append that waits for a writer follows what that one has appended", () =>
  Effect.gen(function* () {
    const { filename, mine, others, plan } = yield* opened
    const db = new DatabaseSync(filename)
    db.exec("begin immediate")
    const batch = batchOf(plan, 1, [note("3", a)], { condition: { after: 1, activities: [b] } })
    const waiting = yield* Effect.forkChild(mine.append(batch), { startImmediately: true })
    db.exec("rollback")
    db.close()
    yield* others.append(batchOf(plan, 1, [note("2", a)]))
    expect(yield* Fiber.join(waiting)).toMatchObject({ first: 3, last: 3 })
    expect(positions(yield* mine.read(plan))).toEqual([1, 2, 3])
  })
)
