/**
 * Addresses that name no log are refused at every entry, in one sentence, without making a file or showing a password.
 */
import { afterEach, beforeEach, describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import type { AddressFault } from "../src/AddressFault.ts"
import { wholeLog } from "../src/contract/ContractFixture.ts"
import { parseAddress, withoutPasswords } from "../src/DatabaseAddress.ts"
import type { EventLogError } from "../src/EventLog.ts"
import { migrateAt } from "../src/postgres/PgAccess.ts"
import { examineServer } from "../src/postgres/PgDoctor.ts"
import { layer as serverLayer } from "../src/postgres/PgEventLog.ts"
import { examineFile } from "../src/sqlite/SqliteDoctor.ts"
import { layer as fileLayer } from "../src/sqlite/SqliteEventLog.ts"
import { migrateFile } from "../src/sqlite/SqliteMigration.ts"

const secret = "hemligt"

const odd: ReadonlyArray<readonly [address: string, fault: AddressFault]> = [
  ["", "blank"],
  [" ", "blank"],
  ["\t\n", "blank"],
  ["plan\n.db", "controlCharacter"],
  ["plan\0.db", "controlCharacter"],
  ["postgres://h/d\n", "controlCharacter"],
  [":memory:", "inMemory"],
  [" :MEMORY: ", "inMemory"],
  [`mysql://u:${secret}@h/d`, "otherScheme"],
  ["https://h/d", "otherScheme"],
  ["file:plan.db", "otherScheme"],
  ["file:///data/plan.db?mode=memory", "otherScheme"],
  ["sqlite:plan.db", "otherScheme"],
  [`jdbc:postgresql://h/d?password=${secret}`, "otherScheme"],
  [`host=h password=${secret} dbname=d`, "keywords"],
  [`password = '${secret}' host=h`, "keywords"],
  [`dbname=d host=h password=${secret}`, "keywords"],
  [`sslmode=require user=u password=${secret}`, "keywords"],
  [`Server=h;Database=d;User Id=u;Password=${secret}`, "keywords"],
  [`target_session_attrs=any host=h password=${secret}`, "keywords"],
  [`psotgres://u:${secret}@h/d`, "otherScheme"],
  [`postgre:/u:${secret}@h/d`, "otherScheme"],
  [`postgres//u:${secret}@h/d`, "malformed"],
  [`postgres;//u:${secret}@h/d`, "malformed"],
  ["postgresql//h/d", "malformed"],
  [`"postgres://u:${secret}@h/d"`, "malformed"],
  [`DATABASE_URL=postgres://u:${secret}@h/d`, "malformed"],
  [`/postgres://u:${secret}@h/d`, "malformed"],
  [`//u:${secret}@h/d`, "malformed"],
  [`u:${secret}@h/d`, "malformed"],
  [`postgres://u:123/${secret}@h/d`, "malformed"],
  [`postgres://u:123?${secret}@h/d`, "malformed"],
  [`postgres://h/d#${secret}`, "malformed"],
  ["postgres:plan", "malformed"],
  [`postgres://u:${secret}@a,,b/d`, "hosts"],
  [`postgres://u:${secret}@a:1,b:x/d`, "malformed"],
  [`postgres://u:${secret}@h/d?host=a,b`, "hosts"],
  [`postgres://u:${secret}@a,b/d?port=1`, "hosts"],
  [`postgres://u:${secret}@a,b/d?host=/run`, "hosts"],
  [`postgres://u:${secret}@h/d?host=/run&target_session_attrs=read-write`, "hosts"],
  [`postgres://u:${secret}@h/d?target_session_attrs=primary`, "parameter"],
  [`postgres://u:${secret}@h/d?target_session_attrs=any&target_session_attrs=any`, "parameter"],
  [`postgres://u:${secret}@h/d?prepare=no`, "parameter"],
  [`postgres://u:${secret}@h/d?sslmode=perhaps`, "parameter"],
  [`postgres://u:${secret}@h,i/d?sslmode=prefer`, "optionalTls"],
  [`postgres://u:${secret}@h,i/d?sslmode=allow`, "optionalTls"],
  [`postgres://u:${secret}@h/d?sslrootcert=ca.pem`, "parameter"],
  [`postgres://u:${secret}@h/d?load_balance_hosts=random`, "parameter"],
  [`postgres://u:${secret}@h/d?constructor=1`, "parameter"],
  [`postgres://u:${secret}@`, "malformed"],
  [`postgresql://u:${secret}#/d@h:x/d`, "malformed"]
]

const server = `postgres://u:${secret}@127.0.0.1:1/d`

/** Every entry of the adapters that takes an address, as the error or the findings that it gives. */
const ofFile: ReadonlyArray<readonly [string, (filename: string) => Effect.Effect<unknown, EventLogError>]> = [
  ["SqliteEventLog.layer", (filename) => Effect.provide(wholeLog, fileLayer({ filename }))],
  [
    "SqliteEventLog.layer without create",
    (filename) => Effect.provide(wholeLog, fileLayer({ filename, create: false }))
  ],
  ["SqliteMigration.migrate", migrateFile]
]
const ofServer: ReadonlyArray<readonly [string, (url: string) => Effect.Effect<unknown, EventLogError>]> = [
  ["PgEventLog.layer", (url) => Effect.provide(wholeLog, serverLayer({ url: Redacted.make(url) }))],
  ["PgAccess.migrateAt", (url) => migrateAt(Redacted.make(url))]
]

let before = ""
let folder = ""
beforeEach(() => {
  before = process.cwd()
  folder = mkdtempSync(join(tmpdir(), "frist-address-"))
  process.chdir(folder)
})
afterEach(() => {
  const made = readdirSync(folder)
  process.chdir(before)
  rmSync(folder, { recursive: true })
  expect(made).toEqual([])
})

const expectRefusal = (error: unknown, fault: AddressFault) => {
  expect(error).toMatchObject({ _tag: "EventLogError", reason: "invalid", address: fault })
  const { message } = error as EventLogError
  expect(message).toMatch(/^[^\n.]+(?:\.[^\n. ]+)*\.$/u)
  expect(JSON.stringify(error) + message).not.toContain(secret)
}

describe("an address that names no log", () => {
  it.each(odd)("parsing refuses an address that names no log: %j", (address, fault) => {
    expect(parseAddress(address)).toEqual(Result.fail(fault))
  })

  describe.each(ofFile)("is refused by %s", (_, entry) => {
    it.effect.each([...odd, [server, "server"] as const])(
      "an address that names no file is refused by an adapter of files: %j",
      ([address, fault]) => Effect.map(Effect.flip(entry(address)), (error) => expectRefusal(error, fault))
    )
  })

  describe.each(ofServer)("is refused by %s", (_, entry) => {
    it.effect.each([...odd, ["plan.db", "file"] as const])(
      "an address that names no server is refused by an adapter of servers: %j",
      ([address, fault]) => Effect.map(Effect.flip(entry(address)), (error) => expectRefusal(error, fault))
    )
  })

  it.effect.each(odd)("an address that names no log is a finding of both doctors: %j", ([address]) =>
    Effect.gen(function* () {
      const findings = [
        ...(yield* examineFile({ filename: address })),
        ...(yield* examineServer({ url: Redacted.make(address) }))
      ]
      expect(findings.map(({ code }) => code)).toEqual(["fileUnreadable", "serverUnreachable"])
      expect(JSON.stringify(findings)).not.toContain(secret)
    })
  )
})

describe("an address of a file", () => {
  it.each([
    "frist.db",
    "./a b.db",
    "å/ä.db",
    "C:\\frist\\plan.db",
    "2024-06:plan.db",
    "a=b.db",
    "postgres.db",
    "/srv/a@b:c/plan.db",
    "./u:x@y.db",
    "åsa@h.db",
    "postgres/plan.db",
    "/srv/host=1/p.db"
  ])("the path of a file is its address: %s", (address) =>
    expect(parseAddress(address)).toEqual(Result.succeed({ kind: "file", name: address }))
  )
})

describe("an address of a server", () => {
  it.each([
    [server, "postgres://u@127.0.0.1:1/d"],
    ["POSTGRESQL://h/d?sslmode=require", "postgresql://h/d"]
  ])("the name of a server has no password: %s", (address, name) => {
    const parsed = parseAddress(address)
    expect(Result.isSuccess(parsed) && parsed.success).toMatchObject({ kind: "server", name })
    expect(JSON.stringify(parsed)).not.toContain(secret)
  })
})

describe("a text is shown without the passwords of", () => {
  it.each([
    [`mysql://u:${secret}@h/d`, "mysql://u@h/d"],
    [`mysql://u:${secret} and mysql://v:${secret}@h/d`.replace(secret, "1"), "mysql://u:1 and mysql://v@h/d"],
    [`postgres://u:5432/d and postgres://v:${secret} @h/e`, "postgres://u@h/e"],
    [`Server=h;Password=${secret};User Id=u`, "Server=h;Password=…;User Id=u"],
    [`host=h password=${secret} dbname=d`, "host=h password=… dbname=d"],
    [`password = 'två ${secret}' host=h`, "password = … host=h"]
  ])("%s", (text, shown) => expect(withoutPasswords(text)).toBe(shown))
})
