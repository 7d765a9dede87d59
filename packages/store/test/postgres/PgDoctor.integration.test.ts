/**
 * An examination of a log on a server names each thing that is wrong with it. On a server of its own, whose settings it
 * spoils.
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
import { addressAs, sqlNow } from "../logins.ts"

let server: PgServer
let writer = ""
let databases = 0

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

/** A database of its own with a log in it, to be broken; as the writer sees it. */
const broken = async (partitions: number, ...statements: ReadonlyArray<string>) => {
  const name = `broken_${++databases}`
  await sqlNow(server.url(), `create database ${name}`)
  await Effect.runPromise(migrateAt(Redacted.make(server.url(name)), { partitions }))
  await sqlNow(server.url(name), ...statements)
  return findingsAt(databaseUrl(writer, name))
}
/** A way to the server on which notifications get lost, as behind a pooler. */
const deafProxy = async (port: number) => {
  const proxy = createServer((client) => {
    const way = connect(port, "127.0.0.1")
    let waiting = Buffer.alloc(0)
    client.pipe(way)
    way.on("data", (bytes) => {
      waiting = Buffer.concat([waiting, bytes])
      // A message is a letter, its length, and its content; a notification is an A.
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

/** Sets these, or back where there is no value. */
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
  "clockSound",
  "settingsSafe",
  "newsArrive"
]

describe("a server", () => {
  it("that is as it should be has nothing against it", async () => {
    const findings = await findingsAt(writer)
    expect(findings.map(({ code }) => code)).toEqual(healthy)
    expect(detailOf(findings, "serverAnswers")).toMatch(/^PostgreSQL \d+\.\d+, \d+ ms$/u)
    expect(detailOf(findings, "versionKnown")).toBe(String(pgSchemaVersion))
    expect(detailOf(findings, "newsArrive")).toMatch(/^\d+ ms$/u)
    expect((await broken(3)).map(({ code }) => code)).toEqual(healthy)
  })

  it("that is not reached, or does not let one in, is told apart", async () => {
    expect(await codesAt("postgres://u:s@127.0.0.1:1/logs")).toEqual(["serverUnreachable"])
    expect(await codesAt(addressAs(writer, "app", "wrong"))).toEqual(["notLetIn"])
    expect(await codesAt(databaseUrl(writer, "nosuch"))).toEqual(["noDatabase"])
  })

  it("whose settings endanger what is recorded has each named", async () => {
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

  it("whose database is not in UTF-8 is told by its encoding", async () => {
    await sqlNow(server.url(), "create database latin encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0")
    const findings = await findingsAt(server.url("latin"))
    expect(detailOf(findings, "settingUnsafe")).toBe("server_encoding = LATIN1")
    expect(findings.map(({ code }) => code)).toContain("notMigrated")
  })
})

describe("news on a server", () => {
  it("that do not get through are missed", async () => {
    const deaf = await deafProxy(server.port)
    const behind = new URL(writer)
    behind.port = String(deaf.port)
    const findings = await findingsAt(behind.href)
    deaf.close()
    expect(findings).toContainEqual({ code: "newsLost", level: "warning", detail: "2000 ms" })
    expect(findings.map(({ code }) => code)).toEqual(healthy.map((code) => (code === "newsArrive" ? "newsLost" : code)))
  })

  it("are not to be had on a standby, which is told of", async () => {
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

describe("the tables on a server", () => {
  it("that are not there, older or newer are told by their version", async () => {
    await sqlNow(server.url(), "create database empty")
    expect(await codesAt(server.url("empty"))).toEqual(["serverAnswers", "notMigrated", "settingsSafe", "newsArrive"])
    const newer = await broken(0, "insert into frist.migration (version, name) values (99, 'later')")
    expect(detailOf(newer, "versionNew")).toBe(`99 > ${pgSchemaVersion}`)
    const older = await broken(0, `delete from frist.migration where version > 1`)
    expect(detailOf(older, "versionOld")).toBe(`1 < ${pgSchemaVersion}`)
  })

  it.each([
    ["that are gone", 0, "drop trigger refuses_truncate on frist.event", "frist.event refuses_truncate"],
    ["that are switched off", 0, "alter table frist.plan disable trigger refuses_update", "frist.plan refuses_update"],
    [
      "that a session can switch off",
      0,
      "alter table frist.event enable trigger refuses_delete",
      "frist.event refuses_delete"
    ],
    [
      "that stand on the table and not on a part",
      3,
      "drop trigger refuses_delete on frist.event_1",
      "frist.event_1 refuses_delete"
    ],
    [
      "that a part does not keep up",
      3,
      "alter table frist.event_2 enable trigger refuses_update",
      "frist.event_2 refuses_update"
    ],
    [
      "that do nothing",
      0,
      `create function frist.nothing() returns trigger language plpgsql as 'begin return new; end';
       drop trigger refuses_update on frist.event;
       create trigger refuses_update before update on frist.event for each row execute function frist.nothing();
       alter table frist.event enable always trigger refuses_update`,
      "frist.event refuses_update"
    ]
  ])("have triggers %s named", async (_, partitions, statements, detail) => {
    const findings = await broken(partitions, ...statements.split(/;\s*(?=drop|create|alter)/u))
    expect(findings.filter(({ level }) => level === "error")).toEqual([
      { code: "triggersBroken", level: "error", detail }
    ])
  })

  it("that show every plan to everybody are named", async () => {
    const findings = await broken(0, "alter table frist.event disable row level security")
    expect(detailOf(findings, "plansUnguarded")).toBe("frist.event")
  })
})

describe("a login", () => {
  it("is told what it may do, and of what it may see", async () => {
    await sqlNow(server.url("logs"), "select frist.confine('tenant', array['a', 'b'])")
    expect(await codesAt(as("eye"))).toContain("mayRead")
    expect(await codesAt(as("stranger"))).toEqual(["serverAnswers", "mayNothing", "settingsSafe", "newsArrive"])
    expect(detailOf(await findingsAt(as("tenant")), "seesSomePlans")).toBe("2")
    expect(await codesAt(as("tenant"))).not.toContain("seesEveryPlan")
  })

  it("that could switch triggers off is told of", async () => {
    expect(await findingsAt(server.url("logs"))).toContainEqual({
      code: "loginIsSuperuser",
      level: "warning",
      detail: "postgres"
    })
    expect(await findingsAt(as("boss"))).toContainEqual({ code: "loginIsOwner", level: "warning", detail: "boss" })
  })

  it("that may write to the tables past the log is told of", async () => {
    const findings = await broken(0, "grant insert, delete on frist.event to app")
    expect(detailOf(findings, "loginMayWriteTables")).toBe("app: DELETE, INSERT")
  })
})

describe("clocks", () => {
  it("that differ are told of, and which way", async () => {
    const real = await Effect.runPromise(Clock.Clock)
    const late: Clock.Clock = Object.create(real, {
      currentTimeMillis: { value: Effect.map(real.currentTimeMillis, (now) => now - 60_000) }
    })
    const findings = await Effect.runPromise(
      Effect.provideContext(examineServer({ url: Redacted.make(writer) }), Context.make(Clock.Clock, late))
    )
    expect(detailOf(findings, "clocksDiffer")).toMatch(/^(?:60\.\d|59\.9) s$/u)
  })

  it("behind what is recorded are told of", async () => {
    const plan = PlanId.make("future")
    await Effect.runPromise(
      Effect.flatMap(EventLog, (log) => log.append(batchOf(plan, 0, [note("Nu")]))).pipe(
        Effect.provide(layer({ url: Redacted.make(server.url("logs")) }))
      )
    )
    expect(await codesAt(writer)).toContain("clockSound")
    await sqlNow(
      server.url("logs"),
      "alter table frist.plan disable trigger user",
      "update frist.plan set recorded_at = recorded_at + 3600000",
      "alter table frist.plan enable always trigger refuses_update"
    )
    expect(detailOf(await findingsAt(writer), "recordedAhead")).toMatch(/Z, (?:3600|3599)\.\d s$/u)
  })
})
