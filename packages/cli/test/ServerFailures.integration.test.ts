/**
 * Failures of a server: one sentence that says what to do, and no password anywhere.
 */
import * as Result from "effect/Result"
import { commandPhrases } from "../src/texts/CommandPhrases.ts"
import { EventLogError, Reason } from "@frist/store/EventLog"
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { inject } from "vitest"
import { addressAs, loginsAt, secret, sqlNow } from "../../store/test/PgSessions.ts"
import { databaseForAll } from "../../store/test/PgDatabases.ts"
import { withoutPasswords } from "@frist/store/DatabaseAddress"
import { databaseOf } from "../src/database/Database.ts"
import { storageFailure } from "../src/database/StorageFailure.ts"
import { type Ended, first, folder, frist, fristIn } from "./frist.ts"

const migrated = databaseForAll()
const empty = databaseForAll()
const newer = databaseForAll()
const readOnly = databaseForAll()
const loginAt = loginsAt(migrated)
let [nobody, reader, confined] = ["", "", ""]
const dir = folder()

beforeAll(async () => {
  for (const db of [migrated(), newer(), readOnly()]) {
    expect(await frist("migrate", "--db", db)).toMatchObject({ exitCode: 0 })
  }
  await frist("open", "Andra", "--plan", "andra", "--db", migrated())
  await sqlNow(newer(), "insert into frist.migration (version, name) values (9999, 'later')")
  await sqlNow(
    readOnly(),
    `alter database ${new URL(readOnly()).pathname.slice(1)} set default_transaction_read_only = on`
  )
  nobody = await loginAt()
  reader = await loginAt("frist_reader")
  confined = await loginAt("frist_writer")
  await sqlNow(migrated(), `select frist.confine('${new URL(confined).username}'::regrole, array['egen'])`)
})

const importing = ["import", first, "--held-on", "2023-12-15", "--plan", "sample"]
const secretly = (url: string) => addressAs(url, new URL(url).username)

const cases: ReadonlyArray<
  readonly [what: string, exitCode: number, sentence: RegExp, words: () => ReadonlyArray<string>]
> = [
  [
    "a server that is not there",
    3,
    /^Servern för postgres:\/\/u@127\.0\.0\.1:1\/x går inte att nå; kontrollera adressen/,
    () => ["board", "--db", `postgres://u:${secret}@127.0.0.1:1/x`]
  ],
  [
    "a wrong password",
    3,
    /släpper inte in postgres:\/\/login_\w+@[\d.:]+\/frist_\w+; kontrollera användaren och lösenordet \(.*SQLSTATE 28P01\)\.$/,
    () => ["board", "--db", addressAs(reader, new URL(reader).username, `${secret}x`)]
  ],
  [
    "no password",
    3,
    /släpper inte in postgres:\/\/login_\w+@/,
    () => ["board", "--db", addressAs(reader, new URL(reader).username, "")]
  ],
  [
    "a database that is not there",
    3,
    /Databasen postgres:\/\/postgres@\S+\/nosuch finns inte på servern; skapa den/,
    () => ["board", "--db", inject("postgres").replace(/\/[^/]*$/u, "/nosuch")]
  ],
  ["tables that are not there, to read", 3, /inte förberedd.*kör frist migrate/, () => ["board", "--db", empty()]],
  ["missing tables, when writing", 3, /inte förberedd.*kör frist migrate/, () => [...importing, "--db", empty()]],
  [
    "missing tables, when opening a plan",
    3,
    /kör frist migrate/,
    () => ["open", "Planen", "--db", empty(), "--plan", "p"]
  ],
  ["a newer database", 3, /nyare version av Frist; uppgradera/, () => ["board", "--db", newer()]],
  ["a newer database, to migrate", 3, /nyare version av Frist; uppgradera/, () => ["migrate", "--db", newer()]],
  ["a login without rights, to read", 3, /be om rollen frist_writer/, () => ["board", "--db", nobody]],
  [
    "a login without rights, when migrating",
    3,
    /kör frist migrate som superuser, eller som databasens ägare/,
    () => ["migrate", "--db", nobody]
  ],
  ["a reader that writes", 3, /be om rollen frist_writer/, () => [...importing, "--db", reader]],
  ["a login that writes to another's plan", 3, /be om rollen frist_writer/, () => [...importing, "--db", confined]],
  ["a login that reads a hidden plan", 2, /ingen plan andra\.$/, () => ["board", "--plan", "andra", "--db", confined]],
  ["a server that is only read", 3, /kan bara läsas; ange den server/, () => [...importing, "--db", readOnly()]],
  ["parts that are none", 2, /ange 1–1024 med --partitions/, () => ["migrate", "--partitions", "0", "--db", empty()]],
  ["parts of a file", 2, /utelämna --partitions/, () => ["migrate", "--partitions", "4", "--db", `${dir}/x.db`]],
  [
    "an address that is none",
    2,
    /^Det som står i --db är ingen adress/,
    () => ["board", "--db", `postgres://u:${secret}@h:x/d`]
  ],
  [
    "an address whose password is not encoded",
    2,
    /^Det som står i --db är ingen adress.*som %40/,
    () => ["board", "--db", `postgres://u:a/b ${secret}@h/d`]
  ],
  [
    "an address without a host",
    2,
    /^Det som står i --db är ingen adress/,
    () => ["board", "--db", `postgres://u:${secret}`]
  ],
  ["an address in the wrong place", 2, /är för mycket; ta bort det/, () => ["board", secretly(migrated())]]
]

const silent = ({ err, out }: Ended) => {
  expect(`${out}${err}`).not.toContain(secret)
  // The password of the test server, where an address holds it.
  expect(`${out}${err}`).not.toMatch(/postgres(?:ql)?:\/\/[^\s@/]*:[^\s@/]*@/u)
}

describe("a server", () => {
  it.each(cases)("for %s: ends with %i and one sentence", async (_, exitCode, sentence, words) => {
    const ended = await frist(...words())
    expect(ended.err).toMatch(sentence)
    expect(ended).toMatchObject({ exitCode, out: "" })
    expect(ended.err.split("\n")).toHaveLength(1)
    expect(ended.err).toMatch(/[.]$/u)
    silent(ended)
  })

  it("fails in English with --lang en", async () => {
    const { err } = await frist("board", "--lang", "en", "--db", empty())
    expect(err).toMatch(
      /has not been migrated for this version of Frist; run frist migrate \(it has no tables of a log\)\.$/
    )
  })

  it("named by FRIST_DB is shown without its password", async () => {
    const env = { FRIST_DB: `postgres://u:${secret}@127.0.0.1:1/x` }
    const ended = await fristIn(env, "board")
    expect(ended.err).toContain("postgres://u@127.0.0.1:1/x")
    silent(ended)
  })

  it("is logged for debugging without its password", async () => {
    silent(await frist("board", "--log-level", "all", "--db", nobody))
    silent(await frist("board", "--log-level", "all", "--db", `postgres://u:${secret}@127.0.0.1:1/x`))
  })
})

describe("every reason", () => {
  const server = Result.getOrThrow(databaseOf(`postgres://u:${secret}@h/d`))
  it.each(Reason.literals)("%s has a sentence for a server and one for a file, in both languages", (reason) => {
    for (const language of ["sv", "en"] as const) {
      const error = new EventLogError({ reason, detail: "seen" })
      const sentences = [server, { kind: "file", name: "frist.db" } as const].map(
        (database) => storageFailure(database, "writing", error, commandPhrases(language).text).sentence
      )
      expect(sentences[0]).toMatch(/ \(seen\)\.$/u)
      if (reason !== "invalid") expect(sentences[0]).toContain("postgres://u@h/d")
      expect(sentences[0]).not.toMatch(/\b(?:filen|mapp|file|folder)\b/iu)
      expect(sentences[1]).not.toMatch(/\b(?:servern?|server)\b/iu)
    }
  })
})

describe("a password", () => {
  it.each([
    ["postgres://u:p@h/d", "postgres://u@h/d"],
    ["see postgresql://u:p@h:5432/d?sslmode=require.", "see postgresql://u@h:5432/d?sslmode=require."],
    ["POSTGRES://u:p:q@r@h/d", "POSTGRES://u@h/d"],
    ["postgres://u:p", "postgres://u"],
    ["postgres://h:5432/d", "postgres://h:5432/d"],
    ["postgres://[::1]:5432/d", "postgres://[::1]:5432/d"],
    ["postgres://h/d?user=u&password=p", "postgres://h/d?user=u&password=…"],
    ["frist.db", "frist.db"]
  ])("a password in %s is removed: %s", (text, without) => expect(withoutPasswords(text)).toBe(without))

  it("missing from the address is taken from PGPASSWORD", () => {
    const database = Result.getOrThrow(databaseOf("postgres://u@h/d", "a@b"))
    expect(database).toMatchObject({ name: "postgres://u@h/d" })
    expect(JSON.stringify(database)).not.toContain("a@b")
  })
})
