/**
 * Read models in PostgreSQL.
 */
import { expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { loginsAt, sqlNow } from "../../../store/test/logins.ts"
import { project } from "../../src/readmodels/Projecting.ts"
import { ReadModelStore } from "../../src/readmodels/ReadModelStore.ts"
import { beginning } from "./beginning.ts"
import { contract } from "./contract.ts"
import { append, newPlan, today } from "./kept.ts"
import { pgForAll } from "./pg.ts"

const pg = pgForAll()
const loginAt = loginsAt(pg.address)

it.live("a plan that one worker holds is left to it by others, and is theirs once it is done", () =>
  Effect.gen(function* () {
    const store = yield* ReadModelStore
    const plan = newPlan()
    yield* store.attempt(plan)
    const claimed = yield* store.claim(plan, false, () =>
      Effect.provide(
        Effect.flatMap(ReadModelStore, (other) => other.claim(plan, false, () => Effect.void)),
        pg.layer(),
        { local: true }
      )
    )
    expect(claimed).toEqual(Option.some(Option.none()))
    expect(yield* store.claim(plan, false, () => Effect.succeed(1))).toEqual(Option.some(1))
  }).pipe(Effect.provide(pg.layer()))
)

it.live("a login that is confined sees the rows of its own plans alone, by the views and by the tables", () =>
  Effect.gen(function* () {
    const [own, other] = [newPlan(), newPlan()]
    for (const plan of [own, other]) yield* append(plan, beginning)
    yield* project({ today: Effect.succeed(today) })
    const login = yield* Effect.promise(() => loginAt("frist_reader"))
    yield* Effect.promise(() =>
      sqlNow(pg.address(), `select frist.confine('${new URL(login).username}', array['${own}'])`)
    )
    for (const relation of ["board", "board_v1", "activity_history", "checkpoint"]) {
      const seen = yield* Effect.promise(() => sqlNow(login, `select distinct plan from frist_read.${relation}`))
      expect(seen, relation).toEqual([{ plan: own }])
    }
    const written = yield* Effect.promise(() =>
      sqlNow(login, "delete from frist_read.board_v1").then(
        () => true,
        () => false
      )
    )
    expect(written).toBe(false)
  }).pipe(Effect.provide(pg.layer()))
)

contract(
  "in PostgreSQL",
  pg.layer,
  async (plan, position) => {
    await sqlNow(
      pg.address(),
      `insert into frist.event (plan, position, type, effective_on, recorded_at, actor, batch, provenance, batch_size, content, salt, leaf)
       values ('${plan}', ${position}, 'FromTheFuture', '2024-01-01', 9e12, 'x', 'future', 'stated', 1,
         '{"_tag":"FromTheFuture"}', '', '')`,
      `update frist.plan set head = ${position}, recorded_at = 9e12 where plan = '${plan}'`
    )
  },
  async (statement) => {
    await sqlNow(pg.address(), statement.replace(/(update|delete from) /u, "$1 frist_read."))
  }
)
