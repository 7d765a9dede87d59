/**
 * The append function, called in SQL with arrays that do not fit together: it refuses them, or records a valid log without
 * gaps and with batches of the stated length.
 */
import { expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { beforeAll, describe } from "vitest"
import { batchOf, note, positions } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, rowsAt, session } from "../PgSessions.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() => Effect.runPromise(Effect.asVoid(Effect.provide(Effect.asVoid(EventLog), migrated))))

const content = `convert_to('{"_tag":"FollowUpNoted","text":"a"}', 'UTF8')`

/** The arguments of two batches, of one event and of two, after two recorded events. */
const sound: Readonly<Record<string, string>> = {
  in_plans: "array['$', '$']",
  in_batches: "array['third', 'fourth']",
  in_actors: "array['Strategen', 'Strategen']",
  in_afters: "array[2, 3]",
  in_abouts: "array[0, 0]",
  in_about: "'{}'::text[]",
  in_sizes: "array[1, 2]",
  in_of: "array[1, 2, 2]",
  in_nth: "array[1, 1, 2]",
  in_activity: "array['a', null, null]",
  in_type: "array['FollowUpNoted', 'FollowUpNoted', 'FollowUpNoted']",
  in_effective_on: "array['2024-01-01', '2024-01-01', '2024-01-01']",
  in_provenance: "array['stated', 'stated', 'stated']",
  in_document: "array[null, null, null]",
  in_sha256: "array[null, null, null]",
  in_table: "array[null, null, null]",
  in_row: "array[null, null, null]",
  in_column: "array[null, null, null]",
  in_content: `array[${content}, ${content}, ${content}]`,
  in_salt: "array[sha256('a'), sha256('b'), sha256('c')]",
  in_said: "array[sha256('a'), sha256('b'), sha256('c')]"
}

/** The arguments of one batch of one event. */
const single = Object.fromEntries(Object.entries(sound).map(([name, value]) => [name, `(${value})[1:1]`]))

const odd: ReadonlyArray<Readonly<Record<string, string>>> = [
  ...Object.keys(sound).flatMap((name) => [
    { [name]: "null" },
    { [name]: "'{}'" },
    { [name]: "array[null]" },
    { [name]: "array[null, null]" },
    { [name]: "array[null, null, null]" },
    { [name]: `(${sound[name]})[1:1]` },
    { [name]: `(${sound[name]})[2:]` },
    { [name]: `${sound[name]} || ${sound[name]}` },
    { [name]: `array[${sound[name]}, ${sound[name]}]` }
  ]),
  ...[
    "array[-1, 4]",
    "array[2, 1]",
    "array[1, 1]",
    "array[1, 3]",
    "array[3, 0]",
    "array[0, 3]",
    "array[1, 2147483647]",
    "array[2147483647, 2147483647]",
    "array[-2147483648, 2]",
    "'[0:1]={1,2}'"
  ].map((sizes) => ({ in_sizes: sizes })),
  ...[
    "array[1, 1, 1]",
    "array[2, 2, 2]",
    "array[1, 2, 3]",
    "array[0, 2, 2]",
    "array[-1, 2, 2]",
    "array[1, null, 2]",
    "array[2, 1, 2]",
    "'[0:2]={1,2,2}'"
  ].map((of) => ({ in_of: of })),
  ...[
    "array[1, 1, 1]",
    "array[1, 2, 3]",
    "array[0, 1, 2]",
    "array[1, 1, 0]",
    "array[-1, 1, 2]",
    "array[2, 1, 2]",
    "array[1, 1, null]",
    "array[1, 1, 2147483647]"
  ].map((nth) => ({ in_nth: nth })),
  ...[
    "array[-1, 3]",
    "array[2, null]",
    "array[null, null]",
    "array[-9223372036854775808, 3]",
    "array[9223372036854775807, 3]",
    "array[0, 0]"
  ].map((afters) => ({ in_afters: afters })),
  ...["array[-1, 0]", "array[null, 0]", "array[5, 0]", "array[2147483647, 2147483647]"].map((abouts) => ({
    in_abouts: abouts
  })),
  ...[
    "array['$', 'other']",
    "array['other', '$']",
    "array['$', null]",
    "array[null, '$']",
    "array['', '']",
    "array['$', '']",
    "array['Other Plan', '$']"
  ].map((plans) => ({ in_plans: plans })),
  ...["array['', 'b']", "array['b', 'b']", "array['first', 'first']", "array[repeat('x', 100000), 'b']"].map(
    (batches) => ({ in_batches: batches })
  ),
  { in_actors: "array['', 'b']" },
  { in_type: "array['', 'b', 'c']" },
  { in_activity: "array['', null, null]" },
  { in_effective_on: "array['', '2024-01-01', '2024-01-01']" },
  { in_effective_on: "array['infinity', '2024-01-01', '2024-01-01']" },
  { in_provenance: "array['guessed', 'stated', 'stated']" },
  { in_document: "array['a', null, null]" },
  { in_sha256: "array[repeat('a', 64), null, null]" },
  { in_row: "array[7, null, null]" },
  { in_document: "array['a', null, null]", in_sha256: "array['b', null, null]" },
  { in_salt: "array['\\x00', sha256('b'), sha256('c')]" },
  { in_salt: "array[substr(sha256('a'), 2), sha256('b'), sha256('c')]" },
  { in_salt: "array[sha256('a') || '\\x00', sha256('b'), sha256('c')]" }
]

describe.each([
  ["two batches", sound],
  ["one batch", single]
] as const)("a call with %s", (many, base) => {
  it.live.each([["a writer"], ["a confined writer"]] as const)(
    "arrays that do not fit together leave a valid log when called by %s",
    ([who]) =>
      Effect.gen(function* () {
        const login = yield* newLogin(url(), ["frist_writer"])
        const log = yield* EventLog
        const known = (yield* rowsAt(
          url(),
          "select unnest(proargnames[1:pronargs]), format_type(unnest(proargtypes), null) from pg_proc where oid = 'frist.append'::regproc"
        )) as unknown as ReadonlyArray<[string, string]>
        const plans = [{}, {}, ...odd].map((_, at) => PlanId.make(`${who} ${many} ${at}`.replaceAll(" ", "-")))
        if (who === "a confined writer") {
          yield* rowsAt(url(), `select frist.confine('${new URL(login).username}', '{${plans.join()},NULL}')`)
        }
        const sql = yield* session(login)
        let refused = 0
        const broken: Array<string> = []
        for (const [at, changed] of [{}, {}, ...odd].entries()) {
          const plan = plans[at] ?? PlanId.make("x")
          const empty = at % 2 === 1 && Object.keys(changed)[0] !== "in_batches"
          if (!empty) yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
          const values: Readonly<Record<string, string>> = {
            ...base,
            ...(empty ? { in_afters: "array[0, 1]" } : {}),
            ...changed
          }
          const call = `select * from frist.append(${known
            .map(([name, type]) => `${name} => (${values[name]?.replaceAll("$", plan)})::${type}`)
            .join()})`
          const result = yield* Effect.result(sql.unsafe(call).unprepared)
          if (Result.isFailure(result)) refused += 1
          if (at < 2 && Result.isFailure(result)) return yield* result.failure
          // A later append works, whatever came before.
          const follows = yield* Effect.result(
            Effect.gen(function* () {
              const { length } = yield* log.read(plan)
              yield* log.append(batchOf(plan, length, [note("c")]))
              return positions(yield* log.read(plan)).at(-1) === length + 1
            })
          )
          if (Result.isFailure(follows)) broken.push(`${JSON.stringify(changed)}: ${follows.failure.message}`)
          else if (!follows.success) broken.push(JSON.stringify(changed))
        }
        expect(broken).toEqual([])
        expect(refused).toBeGreaterThan(100)
        const wrong = yield* rowsAt(
          url(),
          `select plan, batch from frist.event group by plan, batch
         having count(*) <> max(batch_size) or count(batch_size) <> 1 or max(position) - min(position) + 1 <> count(*)
         union all select plan, head::text from frist.plan p where head <> (select count(*) from frist.event e where e.plan = p.plan)
           or head < 1
         union all select plan, null from frist.event e where not exists (select from frist.plan p where p.plan = e.plan)`
        )
        expect(wrong).toEqual([])
      }).pipe(Effect.provide(migrated))
  )
})
