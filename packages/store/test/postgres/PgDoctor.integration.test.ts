/**
 * The doctor of a PostgreSQL log finds everything that is wrong with it. Uses its own server, whose settings it changes.
 */
import { databaseUrl } from "@frist/testing/PgDatabase"
import { type PgServer, startPgServer } from "@frist/testing/PgServer"
import { PlanId } from "@frist/domain/Names"
import { afterAll, beforeAll, describe, expect, it } from "@effect/vitest"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { writeFileSync } from "node:fs"
import { connect, createServer } from "node:net"
import { join } from "node:path"
import { batchOf, note } from "../../src/contract/ContractFixture.ts"
import { EventLog } from "../../src/EventLog.ts"
import { migrateAt } from "../../src/postgres/PgAccess.ts"
import { examineServer } from "../../src/postgres/PgDoctor.ts"
import { layer } from "../../src/postgres/PgEventLog.ts"
import { pgSchemaVersion } from "../../src/postgres/PgMigration.ts"
import { addressAs, sqlNow } from "../PgSessions.ts"

let server: PgServer
let writer = ""
let databases = 0
/** For which numbers of partitions there is an intact log to copy. */
const migrated = new Set<number>()

beforeAll(async () => {
  server = await startPgServer()
  await sqlNow(server.url(), "create database logs")
  await Effect.runPromise(migrateAt(Redacted.make(server.url("logs"))))
  for (const [login, role] of [
    ["app", "frist_writer"],
    ["eye", "frist_reader"],
    ["tenant", "frist_writer"],
    ["boss", "frist_owner"],
    ["stranger", null]
  ] as const) {
    await sqlNow(server.url("logs"), `create role ${login} login password 's'`)
    if (role !== null) await sqlNow(server.url("logs"), `grant ${role} to ${login}`)
  }
  writer = addressAs(server.url("logs"), "app", "s")
}, 60_000)
afterAll(() => server.remove(), 60_000)

const findingsAt = (url: string) => Effect.runPromise(examineServer({ url: Redacted.make(url) }))
const codesAt = async (url: string) => (await findingsAt(url)).map(({ code }) => code)
const as = (login: string) => addressAs(server.url("logs"), login, "s")

/** Creates a database with a log, breaks it, and returns the findings of a writer. */
const broken = async (partitions: number, ...statements: ReadonlyArray<string>) => {
  const [name, intact] = [`broken_${++databases}`, `intact_${partitions}`]
  // Migrating takes much longer than copying a migrated database.
  if (!migrated.has(partitions)) {
    migrated.add(partitions)
    await sqlNow(server.url(), `create database ${intact}`)
    await Effect.runPromise(migrateAt(Redacted.make(server.url(intact)), { partitions }))
  }
  await sqlNow(server.url(), `create database ${name} template ${intact}`)
  await sqlNow(server.url(name), ...statements)
  return findingsAt(databaseUrl(writer, name))
}
/** Starts a proxy that drops notifications, as a connection pooler does. */
const deafProxy = async (port: number) => {
  const proxy = createServer((client) => {
    const way = connect(port, "127.0.0.1")
    let waiting = Buffer.alloc(0)
    client.pipe(way)
    way.on("data", (bytes) => {
      waiting = Buffer.concat([waiting, bytes])
      // A message is a letter, its length and its content. The letter of a notification is A.
      while (waiting.length >= 5 && waiting.length > waiting.readUInt32BE(1)) {
        const message = waiting.subarray(0, 1 + waiting.readUInt32BE(1))
        waiting = waiting.subarray(message.length)
        if (message[0] !== 0x41) client.write(message)
      }
    })
    for (const [one, other] of [
      [client, way],
      [way, client]
    ] as const) {
      one.on("error", () => other.destroy())
      one.on("close", () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve))
  const address = proxy.address()
  return { port: typeof address === "object" && address !== null ? address.port : 0, close: () => proxy.close() }
}

const detailOf = (findings: Awaited<ReturnType<typeof findingsAt>>, code: string) =>
  findings.find((each) => each.code === code)?.detail

/** Changes settings of the server; null resets a setting. */
const spoil = async (...settings: ReadonlyArray<readonly [name: string, value: string | null]>) => {
  for (const [name, value] of settings)
    await sqlNow(server.url(), value === null ? `alter system reset ${name}` : `alter system set ${name} = ${value}`)
  await sqlNow(server.url(), "select pg_reload_conf()", "select pg_sleep(0.2)")
}

const healthy = [
  "serverAnswers",
  "versionKnown",
  "mayAppend",
  "seesEveryPlan",
  "triggersStand",
  "definitionsStand",
  "clockSound",
  "settingsSafe",
  "newsArrive"
]

describe("a server", () => {
  it("the doctor finds nothing wrong with a sound server", async () => {
    const findings = await findingsAt(writer)
    expect(findings.map(({ code }) => code)).toEqual(healthy)
    expect(detailOf(findings, "serverAnswers")).toMatch(/^PostgreSQL \d+\.\d+, \d+ ms$/u)
    expect(detailOf(findings, "versionKnown")).toBe(String(pgSchemaVersion))
    expect(detailOf(findings, "newsArrive")).toMatch(/^\d+ ms$/u)
    expect((await broken(3)).map(({ code }) => code)).toEqual(healthy)
  })

  it("the doctor tells an unreachable server, a refused login and a missing database apart", async () => {
    expect(await codesAt("postgres://u:s@127.0.0.1:1/logs")).toEqual(["serverUnreachable"])
    expect(await codesAt(addressAs(writer, "app", "wrong"))).toEqual(["notLetIn"])
    expect(await codesAt(databaseUrl(writer, "nosuch"))).toEqual(["noDatabase"])
  })

  it("the doctor names each setting that endangers recorded events", async () => {
    const names = ["fsync", "full_page_writes", "synchronous_commit"]
    await spoil(...names.map((name) => [name, "off"] as const))
    const findings = await findingsAt(writer)
    await spoil(...names.map((name) => [name, null] as const))
    expect(findings.filter(({ code }) => code === "settingUnsafe").map(({ detail }) => detail)).toEqual(
      names.map((name) => `${name} = off`)
    )
    expect(findings.map(({ code }) => code)).not.toContain("settingsSafe")
    expect(await codesAt(writer)).toEqual(healthy)
  })

  it("the doctor names the encoding of a database that is not in UTF-8", async () => {
    await sqlNow(server.url(), "create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0")
    const findings = await findingsAt(server.url("latin"))
    expect(detailOf(findings, "settingUnsafe")).toBe("server_encoding = LATIN1")
    expect(findings.map(({ code }) => code)).toContain("notMigrated")
  })
})

describe("notifications", () => {
  it("the doctor finds that notifications are lost", async () => {
    const deaf = await deafProxy(server.port)
    const behind = new URL(writer)
    behind.port = String(deaf.port)
    const findings = await findingsAt(behind.href)
    deaf.close()
    expect(findings).toContainEqual({ code: "newsLost", level: "warning", detail: "2000 ms" })
    expect(findings.map(({ code }) => code)).toEqual(healthy.map((code) => (code === "newsArrive" ? "newsLost" : code)))
  })

  it("the doctor finds that the server is a standby, which has no notifications", async () => {
    const standby = await startPgServer()
    try {
      await Effect.runPromise(migrateAt(Redacted.make(standby.url())))
      await standby.stop()
      writeFileSync(join(standby.folder, "data", "standby.signal"), "")
      const ended = standby.start().catch(() => undefined)
      await expect.poll(() => codesAt(standby.url()), { timeout: 20_000 }).toContain("serverIsStandby")
      expect(await codesAt(standby.url())).toEqual([
        "serverAnswers",
        "versionKnown",
        "mayAppend",
        "loginIsSuperuser",
        "seesEveryPlan",
        "triggersStand",
        "definitionsStand",
        "clockSound",
        "settingsSafe",
        "serverIsStandby"
      ])
      await standby.stop()
      await ended
    } finally {
      await standby.remove()
    }
  }, 60_000)
})

describe("tables", () => {
  it("the doctor names the version of missing, older or newer tables", async () => {
    await sqlNow(server.url(), "create database empty")
    expect(await codesAt(server.url("empty"))).toEqual(["serverAnswers", "notMigrated", "settingsSafe", "newsArrive"])
    const newer = await broken(0, "insert into frist.migration (version, name) values (99, 'later')")
    expect(detailOf(newer, "versionNew")).toBe(`99 > ${pgSchemaVersion}`)
    const older = await broken(0, `delete from frist.migration where version > 1`)
    expect(detailOf(older, "versionOld")).toBe(`1 < ${pgSchemaVersion}`)
  })

  it.each([
    ["are missing", 0, "drop trigger refuses_truncate on frist.chunk", "frist.chunk refuses_truncate"],
    [
      "that are switched off",
      0,
      "alter table frist.edition disable trigger refuses_update",
      "frist.edition refuses_update"
    ],
    ["a session can disable", 0, "alter table frist.chunk enable trigger refuses_delete", "frist.chunk refuses_delete"],
    [
      "are on a table but not on a partition",
      3,
      "drop trigger refuses_delete on frist.chunk_1",
      "frist.chunk_1 refuses_delete"
    ],
    [
      "a partition does not enforce",
      3,
      "alter table frist.chunk_2 enable trigger refuses_update",
      "frist.chunk_2 refuses_update"
    ],
    [
      "do nothing",
      0,
      `create function frist.nothing() returns trigger language plpgsql as 'begin return new; end';
       drop trigger refuses_update on frist.chunk;
       create trigger refuses_update before update on frist.chunk for each row execute function frist.nothing();
       alter table frist.chunk enable always trigger refuses_update`,
      "frist.chunk refuses_update"
    ]
  ])("the doctor names triggers that %s", async (_, partitions, statements, detail) => {
    const findings = await broken(partitions, ...statements.split(/;\s*(?=drop|create|alter)/u))
    expect(findings.filter(({ code, level }) => level === "error" && code !== "definitionsChanged")).toEqual([
      { code: "triggersBroken", level: "error", detail }
    ])
  })

  it("the doctor names tables that show every plan to everybody", async () => {
    const findings = await broken(0, "alter table frist.chunk disable row level security")
    expect(detailOf(findings, "plansUnguarded")).toBe("frist.chunk")
  })
})

describe("a login", () => {
  it("the doctor says what the login may do and how many plans it may see", async () => {
    await sqlNow(server.url("logs"), "select frist.confine('tenant', array['a', 'b'])")
    expect(await codesAt(as("eye"))).toContain("mayRead")
    expect(await codesAt(as("stranger"))).toEqual(["serverAnswers", "mayNothing", "settingsSafe", "newsArrive"])
    expect(detailOf(await findingsAt(as("tenant")), "seesSomePlans")).toBe("2")
    expect(await codesAt(as("tenant"))).not.toContain("seesEveryPlan")
  })

  it("the doctor finds a login that could disable triggers", async () => {
    expect(await findingsAt(server.url("logs"))).toContainEqual({
      code: "loginIsSuperuser",
      level: "warning",
      detail: "postgres"
    })
    expect(await findingsAt(as("boss"))).toContainEqual({ code: "loginIsOwner", level: "warning", detail: "boss" })
  })

  it("the doctor finds a login that may write to the tables directly", async () => {
    const findings = await broken(0, "grant insert, delete on frist.chunk to app")
    expect(detailOf(findings, "loginMayWriteTables")).toBe("app: DELETE, INSERT")
  })
})

describe("clocks", () => {
  it("the doctor finds by how much the clocks differ", async () => {
    const real = await Effect.runPromise(Clock.Clock)
    const late: Clock.Clock = Object.create(real, {
      currentTimeMillis: { value: Effect.map(real.currentTimeMillis, (now) => now - 60_000) }
    })
    const findings = await Effect.runPromise(
      Effect.provideContext(examineServer({ url: Redacted.make(writer) }), Context.make(Clock.Clock, late))
    )
    expect(detailOf(findings, "clocksDiffer")).toMatch(/^(?:60\.\d|59\.9) s$/u)
  })

  it("the doctor finds a clock that is behind the recorded times", async () => {
    const plan = PlanId.make("future")
    await Effect.runPromise(
      Effect.flatMap(EventLog, (log) => log.append(batchOf(plan, 0, [note("Nu")]))).pipe(
        Effect.provide(layer({ url: Redacted.make(server.url("logs")) }))
      )
    )
    expect(await codesAt(writer)).toContain("clockSound")
    await sqlNow(
      server.url("logs"),
      "alter table frist.chunk disable trigger user",
      "update frist.chunk set recorded_at = recorded_at + 3600000",
      "alter table frist.chunk enable always trigger refuses_update"
    )
    expect(detailOf(await findingsAt(writer), "recordedAhead")).toMatch(/Z, (?:3600|3599)\.\d s$/u)
  })
})
