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
const header = `'[[35,null,"FollowUpNoted",0]]'`

/** The arguments of one row, after the row of two recorded events. */
const row: Readonly<Record<string, string>> = {
  in_plan: "'$'",
  in_row: "1",
  in_after: "2",
  in_batch: "'third'",
  in_actor: "'Strategen'",
  in_size: "1",
  in_activities: "'[]'",
  in_origins: `'[["2024-01-01","stated"]]'`,
  in_header: header,
  in_content: content,
  in_salt: "sha256('a')",
  in_said: "sha256('a')"
}

/** The columns of three rows. */
const rows: Readonly<Record<string, string>> = {
  in_sizes: "array[1, 1, 1]",
  in_activities: "array['[]', '[]', '[]']",
  in_origins: `array_fill('[["2024-01-01","stated"]]'::text, array[3])`,
  in_headers: `array_fill(${header}::text, array[3])`,
  in_contents: `array[${content}, ${content}, ${content}]`,
  in_salts: "array[sha256('a'), sha256('b'), sha256('c')]",
  in_saids: "array[sha256('a'), sha256('b'), sha256('c')]"
}

/** The arguments of two batches, of one row and of two, after two recorded events. */
const sound: Readonly<Record<string, string>> = {
  in_plans: "array['$', '$']",
  in_batches: "array['third', 'fourth']",
  in_actors: "array['Strategen', 'Strategen']",
  in_afters: "array[2, 3]",
  in_abouts: "array[0, 0]",
  in_about: "'{}'::text[]",
  in_counts: "array[1, 2]",
  ...rows
}

/** The same, after the row of the two recorded events. */
const next: Readonly<Record<string, string>> = {
  in_plans: "array['$', '$', '$']",
  in_rows: "array[1, 1, 1]",
  in_afters: "array[2, 2, 2]",
  in_batches: "array['third', 'fourth', 'fourth']",
  in_actors: "array['Strategen', 'Strategen', 'Strategen']",
  in_chunks: "array[0, 0, 1]",
  ...rows
}

/** The arguments of one batch of one event. */
const single = Object.fromEntries(Object.entries(sound).map(([name, value]) => [name, `(${value})[1:1]`]))

const anyOf = (name: string, ...values: ReadonlyArray<string>) => values.map((value) => ({ [name]: value }))

/** Changes to arguments that are arrays. */
const oddArrays = (base: Readonly<Record<string, string>>): ReadonlyArray<Readonly<Record<string, string>>> => [
  ...Object.entries(base).flatMap(([name, value]) =>
    anyOf(
      name,
      "null",
      "'{}'",
      "array[null]",
      "array[null, null]",
      "array[null, null, null]",
      `(${value})[1:1]`,
      `(${value})[2:]`,
      `${value} || ${value}`,
      `array[${value}, ${value}]`
    )
  ),
  ...anyOf(
    "in_counts",
    "array[-1, 4]",
    "array[2, 1]",
    "array[1, 1]",
    "array[3, 0]",
    "array[0, 3]",
    "array[1, 2147483647]"
  ),
  ...anyOf("in_counts", "array[2147483647, 2147483647]", "array[-2147483648, 2]", "'[0:1]={1,2}'"),
  ...anyOf(
    "in_sizes",
    "array[0, 1, 1]",
    "array[-1, 1, 1]",
    "array[2, 1, 1]",
    "array[1, 2147483647, 1]",
    "array[1, null, 1]"
  ),
  ...anyOf("in_chunks", "array[0, 0, 0]", "array[0, 1, 2]", "array[1, 0, 1]", "array[0, 1, 0]", "array[0, 0, 2]"),
  ...anyOf("in_rows", "array[1, 1, 2]", "array[2, 2, 2]", "array[0, 1, 1]", "array[-1, -1, -1]", "array[1, null, 1]"),
  ...anyOf("in_afters", "array[-1, 3]", "array[2, null]", "array[null, null]", "array[0, 0]", "array[2, 2, 3]"),
  ...anyOf("in_afters", "array[-9223372036854775808, 3]", "array[9223372036854775807, 3]", "array[2, 3, 2]"),
  ...anyOf("in_abouts", "array[-1, 0]", "array[null, 0]", "array[5, 0]", "array[2147483647, 2147483647]"),
  ...anyOf("in_plans", "array['$', 'other']", "array['other', '$']", "array['$', null]", "array[null, '$']"),
  ...anyOf("in_plans", "array['', '']", "array['$', '']", "array['Other Plan', '$']", "array['$', 'other', '$']"),
  ...anyOf("in_batches", "array['', 'b']", "array['b', 'b']", "array['first', 'first']", "array['a', 'b', 'a']"),
  ...anyOf("in_batches", "array[repeat('x', 100000), 'b']"),
  ...anyOf("in_actors", "array['', 'b']", "array['b', '', 'b']"),
  ...anyOf(
    "in_salts",
    "array['\\x00', sha256('b'), sha256('c')]",
    "array[substr(sha256('a'), 2), sha256('b'), sha256('c')]"
  ),
  ...anyOf("in_salts", "array[sha256('a') || '\\x00', sha256('b'), sha256('c')]"),
  ...anyOf("in_saids", "array[sha256('a'), sha256('b'), ''::bytea]")
]

/** Changes to the arguments of one row. */
const oddRow: ReadonlyArray<Readonly<Record<string, string>>> = [
  ...Object.keys(row).flatMap((name) => anyOf(name, "null")),
  ...anyOf("in_row", "0", "2", "-1", "9223372036854775807"),
  ...anyOf("in_after", "0", "1", "3", "-1", "9223372036854775807"),
  ...anyOf("in_size", "0", "2", "-1", "2147483647"),
  ...anyOf("in_batch", "''", "repeat('x', 201)"),
  ...anyOf("in_actor", "''", "repeat('x', 801)"),
  ...anyOf("in_plan", "''", "'other'"),
  ...anyOf("in_salt", "''::bytea", "sha256('a') || '\\x00'"),
  ...anyOf("in_said", "''::bytea", "sha256('a') || '\\x00'")
]

describe.each([
  ["append", "two batches", sound, oddArrays(sound), 60],
  ["append", "one batch", single, oddArrays(single), 60],
  ["append_next", "three rows", next, oddArrays(next), 10],
  ["append_one", "one row", row, oddRow, 0]
] as const)("a call of frist.%s with %s", (name, many, base, changes, leastRefused) => {
  const odd = changes.filter((changed) => Object.keys(changed).every((each) => each in base))
  it.live.each([["a writer"], ["a confined writer"]] as const)(
    "arrays that do not fit together leave a valid log when called by %s",
    ([who]) =>
      Effect.gen(function* () {
        const login = yield* newLogin(url(), ["frist_writer"])
        const log = yield* EventLog
        const known = (yield* rowsAt(
          url(),
          `select unnest(proargnames[1:pronargs]), format_type(unnest(proargtypes), null) from pg_proc where oid = 'frist.${name}'::regproc`
        )) as unknown as ReadonlyArray<[string, string]>
        const plans = [{}, {}, ...odd].map((_, at) =>
          PlanId.make(`${who} ${name} ${many} ${at}`.replaceAll(/[ _]/gu, "-"))
        )
        if (who === "a confined writer") {
          yield* rowsAt(url(), `select frist.confine('${new URL(login).username}', '{${plans.join()},NULL}')`)
        }
        const sql = yield* session(login)
        let refused = 0
        const broken: Array<string> = []
        for (const [at, changed] of [{}, {}, ...odd].entries()) {
          const plan = plans[at] ?? PlanId.make("x")
          const empty = name === "append" && at % 2 === 1 && Object.keys(changed)[0] !== "in_batches"
          if (!empty) yield* log.append(batchOf(plan, 0, [note("a"), note("b")]))
          const values: Readonly<Record<string, string>> = {
            ...base,
            ...(empty ? { in_afters: "array[0, 1]" } : {}),
            ...changed
          }
          const call = `select * from frist.${name}(${known
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
        expect(refused).toBeGreaterThanOrEqual(leastRefused)
        const wrong = yield* rowsAt(
          url(),
          `select plan, first from (
           select *, lag(last, 1, 0::bigint) over (partition by plan order by first) as before,
             lag(batch) over (partition by plan order by first) as batch_before,
             lag(chunk) over (partition by plan order by first) as chunk_before
           from frist.chunk
         ) c
         where first <> before + 1 or octet_length(leaf) <> 32 * (last - first + 1) or octet_length(salt) <> octet_length(leaf)
           or last < first or chunk > 0 and (batch_before = batch and chunk_before = chunk - 1) is not true`
        )
        expect(wrong).toEqual([])
      }).pipe(Effect.provide(migrated))
  )
})
