/**
 * Confinement of logins to plans: under any name, after a login is recreated, and through the roles of which it is a
 * member.
 */
import { describe, expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import { newName } from "@frist/testing/PgDatabase"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { beforeAll, inject } from "vitest"
import { batchOf, note } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { databaseForAll } from "../PgDatabases.ts"
import { newLogin, notRefused, rowsAt, session, addressAs, secret } from "../PgSessions.ts"

const url = databaseForAll()
const migrated = Layer.suspend(() => layer({ url: Redacted.make(url()), migrate: true }))
beforeAll(() =>
  Effect.runPromise(
    Effect.gen(function* () {
      const log = yield* EventLog
      for (const plan of ["a", "b", "c"]) yield* log.append(batchOf(PlanId.make(plan), 0, [note("a")]))
    }).pipe(Effect.provide(migrated))
  )
)

const admin = (...statements: ReadonlyArray<string>) => Effect.suspend(() => rowsAt(url(), ...statements))
const confine = (who: string, ...plans: ReadonlyArray<string>) =>
  admin(`select frist.confine('"${who}"', '{${plans.join()}}')`)
const nameOf = (login: string) => decodeURIComponent(new URL(login).username)
const newReader = (roles: ReadonlyArray<string> = ["frist_writer"], name?: string) => newLogin(url(), roles, name)
/** Creates a role until the scope ends. */
const newGroup = Effect.map(
  Effect.suspend(() => newReader([])),
  nameOf
)

/** Returns what a login sees in each table. */
const seen = (login: string) =>
  Effect.map(
    rowsAt(
      login,
      `select (select string_agg(plan, ' ' order by plan) from frist.plan) as plans,
         (select string_agg(plan, ' ' order by plan) from frist.event) as events`
    ),
    ([row]) => {
      expect(row?.[0]).toBe(row?.[1])
      return String(row?.[0] ?? "nothing")
    }
  )

describe("a confined login", () => {
  it.live("a confined login sees only its plans at once, also in older sessions", () =>
    Effect.gen(function* () {
      const login = yield* newReader()
      const sql = yield* session(login)
      yield* sql.unsafe("prepare kept as select plan from frist.event order by plan").unprepared
      const query = Effect.map(sql.unsafe("execute kept").unprepared, (rows) => rows.map(Object.values))
      for (let run = 0; run < 8; run++) expect(yield* query).toEqual([["a"], ["b"], ["c"]])
      yield* confine(nameOf(login), "a", "z")
      expect(yield* query).toEqual([["a"]])
      expect(yield* seen(login)).toBe("a")
      yield* sql.unsafe("deallocate kept").unprepared
      yield* sql.unsafe("prepare kept as select plan from frist.event order by plan").unprepared
      expect(yield* query).toEqual([["a"]])
      yield* confine(nameOf(login), "b", "c")
      for (let run = 0; run < 8; run++) expect(yield* query).toEqual([["b"], ["c"]])
      yield* confine(nameOf(login))
      expect(yield* query).toEqual([])
      expect(yield* seen(login)).toBe("nothing")
      yield* admin(`select frist.unconfine('${nameOf(login)}')`)
      expect(yield* query).toEqual([["a"], ["b"], ["c"]])
    })
  )

  it.live.each(["Karin Öst", `d"or`, "UPPER", "select", "a'b"])("a login with an unusual name is confined: %s", (odd) =>
    Effect.gen(function* () {
      const name = `${newName()} ${odd}`.replaceAll('"', '""')
      yield* newReader(["frist_writer"], name)
      const login = addressAs(url(), name.replaceAll('""', '"'))
      expect(yield* seen(login)).toBe("a b c")
      yield* confine(name.replaceAll("'", "''"), "a")
      expect(yield* seen(login)).toBe("a")
    })
  )

  it.live("a renamed login stays confined, and so does one that takes its old name", () =>
    Effect.gen(function* () {
      const login = yield* newReader()
      const other = `${nameOf(login)}_renamed`
      yield* confine(nameOf(login), "a")
      yield* admin(`alter role ${nameOf(login)} rename to ${other}`, `alter role ${other} password '${secret}'`)
      expect(yield* seen(addressAs(url(), other))).toBe("a")
      // There are two roles and one row, and nothing says whose it is.
      yield* admin(`create role ${nameOf(login)} login password '${secret}' in role frist_writer`)
      expect(yield* seen(login)).toBe("nothing")
      expect(yield* seen(addressAs(url(), other))).toBe("nothing")
      const unconfine = `select frist.unconfine('${nameOf(login)}')`
      expect(yield* notRefused(url(), [unconfine], { state: "55000" })).toEqual([])
      yield* confine(other, "b")
      yield* confine(nameOf(login), "c")
      expect(yield* seen(login)).toBe("c")
      expect(yield* seen(addressAs(url(), other))).toBe("b")
      yield* admin(`drop owned by ${other}`, `drop role ${other}`)
    })
  )

  it.live("a recreated login stays confined until it is confined to other plans", () =>
    Effect.gen(function* () {
      const login = yield* newReader()
      yield* confine(nameOf(login), "a")
      yield* admin(`drop owned by ${nameOf(login)}`, `drop role ${nameOf(login)}`)
      yield* admin(`create role ${nameOf(login)} login password '${secret}' in role frist_writer`)
      expect(yield* seen(login)).toBe("a")
      yield* confine(nameOf(login), "b")
      expect(yield* seen(login)).toBe("b")
      yield* admin(`select frist.unconfine('${nameOf(login)}')`)
      expect(yield* seen(login)).toBe("a b c")
    })
  )
})

describe("a member of confined roles", () => {
  it.live("a member of confined roles sees the plans of its roles and its own", () =>
    Effect.gen(function* () {
      const [first, second, above] = [yield* newGroup, yield* newGroup, yield* newGroup]
      yield* admin(`grant ${above} to ${second}`)
      const login = yield* newReader(["frist_writer", first, second])
      expect(yield* seen(login)).toBe("a b c")
      yield* confine(above, "a")
      expect(yield* seen(login)).toBe("a")
      yield* confine(first, "c", "a")
      expect(yield* seen(login)).toBe("a c")
      yield* confine(nameOf(login), "b")
      expect(yield* seen(login)).toBe("a b c")
      expect(yield* rowsAt(login, "select cardinality(frist.channels())")).toEqual([[3]])
      yield* confine(above)
      yield* confine(first)
      expect(yield* seen(login)).toBe("b")
    })
  )
})

/** Since version 16, inheriting a role and setting it are granted separately. */
const [[version] = [0]] = await Effect.runPromise(rowsAt(inject("postgres"), "show server_version_num"))

describe.skipIf(Number(version) < 160_000)("members with options", () => {
  it.live.each(["with inherit false, set true", "with inherit true, set false"])(
    "a member of a confined role %s is confined",
    (how) =>
      Effect.gen(function* () {
        const group = yield* newGroup
        const login = yield* newReader()
        yield* confine(group, "a")
        yield* admin(`grant ${group} to ${nameOf(login)} ${how}`)
        expect(yield* seen(login)).toBe("a")
        yield* admin(`grant frist_reader to ${group}`)
        if (how.endsWith("true")) {
          expect(yield* rowsAt(login, `set role ${group}`, "select plan from frist.event")).toEqual([["a"]])
        }
      })
  )

  it.live("a login that may only administer a confined role is not confined, nor is the superuser", () =>
    Effect.gen(function* () {
      const group = yield* newGroup
      yield* confine(group, "a")
      const login = yield* newReader()
      yield* admin(`grant ${group} to ${nameOf(login)} with admin true, inherit false, set false`)
      expect(yield* seen(login)).toBe("a b c")
      expect(yield* seen(url())).toBe("a b c")
      expect(yield* admin("select frist.visible_plans()")).toEqual([[null]])
    })
  )
})

it.live("when the role of readers is confined to no plan, each reader sees only the plans it is given", () =>
  Effect.gen(function* () {
    const [login, other] = [yield* newReader(), yield* newReader(["frist_reader"])]
    yield* Effect.acquireRelease(confine("frist_reader"), () =>
      Effect.orDie(admin("select frist.unconfine('frist_reader')"))
    )
    expect(yield* seen(login)).toBe("nothing")
    yield* confine(nameOf(other), "c")
    expect([yield* seen(login), yield* seen(other)]).toEqual(["nothing", "c"])
    expect(yield* notRefused(other, [`set role frist_reader`], { state: "done" })).toEqual([])
  })
)
