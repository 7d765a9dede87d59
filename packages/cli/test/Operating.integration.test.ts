/**
 * The commands of an operator: their output and exit codes.
 */
import { commandPhrases } from "../src/texts/CommandPhrases.ts"
import { doctorText } from "../src/terminal/DoctorText.ts"
import { type DiagnosticCode, diagnostic, diagnosticLevels } from "@frist/store/doctor/Diagnostic"
import { pgSchemaVersion } from "@frist/store/postgres/PgMigration"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { loginsAt, secret, sqlNow } from "../../store/test/PgSessions.ts"
import { databaseForAll } from "../../store/test/PgDatabases.ts"
import { DiagnosisView, MigrationView } from "../src/JsonViews.ts"
import { folder, frist, fristJson, sample } from "./frist.ts"

const dir = folder()
const plain = databaseForAll()
const parted = databaseForAll()
const loginAt = loginsAt(parted)
const partsOf = async (db: string) =>
  (await sqlNow(db, "select relid from pg_partition_tree('frist.chunk') where isleaf and level > 0")).length

describe("migrate", () => {
  it("prints the versions before and after, and can be repeated", async () => {
    expect(await frist("migrate", "--db", plain())).toEqual({
      exitCode: 0,
      err: "",
      out: `Tabellerna är skapade, version ${pgSchemaVersion}.`
    })
    expect((await frist("migrate", "--db", plain())).out).toBe(
      `Tabellerna har redan version ${pgSchemaVersion}. Inget behövde göras.`
    )
    const migrated = Schema.decodeUnknownSync(MigrationView)(await fristJson("migrate", "--db", plain()))
    expect(migrated).toMatchObject({ from: pgSchemaVersion, to: pgSchemaVersion })
    expect(await partsOf(plain())).toBe(0)
  })

  it("partitions new tables, and leaves existing ones", async () => {
    const made = Schema.decodeUnknownSync(MigrationView)(
      await fristJson("migrate", "--partitions", "5", "--db", parted())
    )
    expect(made).toMatchObject({ from: 0, to: pgSchemaVersion })
    expect(await partsOf(parted())).toBe(5)
    expect((await frist("migrate", "--partitions", "7", "--lang", "en", "--db", parted())).out).toMatch(
      /There was nothing to do\.\nNote: the number of partitions is fixed when the tables are created/
    )
    expect(await partsOf(parted())).toBe(5)
  })

  it("concurrent migrations create the tables once", async () => {
    await sqlNow(plain(), "drop schema frist cascade")
    const ended = await Promise.all(Array.from({ length: 4 }, () => fristJson("migrate", "--db", plain())))
    const from = ended.map((each) => Schema.decodeUnknownSync(MigrationView)(each).from).sort((a, b) => a - b)
    expect(from).toEqual([0, pgSchemaVersion, pgSchemaVersion, pgSchemaVersion])
  })

  it("migrate prints that a file needs nothing, and creates no file", async () => {
    const missing = join(dir, "missing.db")
    expect(await frist("migrate", "--db", missing)).toEqual({
      exitCode: 0,
      err: "",
      out: `En databasfil skapas och uppdateras av sig själv. ${missing} skapas när något sparas första gången.`
    })
    expect(existsSync(missing)).toBe(false)
    expect((await frist("migrate", "--db", await sample(dir))).out).toBe(
      "En databasfil skapas och uppdateras av sig själv. Den här har version 3."
    )
    const other = join(dir, "other.db")
    new DatabaseSync(other).exec("create table note (text)")
    expect(await frist("migrate", "--db", other)).toMatchObject({
      exitCode: 3,
      err: expect.stringContaining("är ingen Frist-databas")
    })
  })
})

const examined = async (...words: ReadonlyArray<string>) =>
  Schema.decodeUnknownSync(DiagnosisView)(JSON.parse((await frist("doctor", "--format", "json", ...words)).out))

describe("doctor", () => {
  it("doctor prints a line for each check of a sound file, and ends with 0", async () => {
    const db = await sample(dir)
    const { err, exitCode, out } = await frist("doctor", "--db", db)
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 })
    expect(out).toMatch(/^ok {7}Filen är hel\.$/mu)
    expect((await examined("--db", db)).findings.map(({ level }) => level)).not.toContain("error")
    expect((await frist("doctor", "--format", "csv", "--db", db)).out).toMatch(/intact/u)
  })

  it("doctor says what to do about a damaged file, and ends with 3", async () => {
    const db = await sample(dir)
    const past = new DatabaseSync(db)
    past.exec("drop trigger batch_is_never_updated")
    past.close()
    const { err, exitCode, out } = await frist("doctor", "--lang", "en", "--db", db)
    expect(out).toMatch(/^error +Triggers that protect recorded events are missing or weakened; find out who/mu)
    expect({ err, exitCode }).toEqual({ err: "1 error; what to do is shown above.", exitCode: 3 })
  })

  it("doctor examines a server as its login, and shows no password", async () => {
    const db = await loginAt("frist_reader")
    const seen = await examined("--db", db)
    const { password, username } = new URL(db)
    expect(password).toBe(secret)
    expect(seen.database).toBe(`postgres://${username}@${new URL(db).host}${new URL(db).pathname}`)
    expect(seen.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["mayRead", "seesEveryPlan", "triggersStand"])
    )
    expect(JSON.stringify(seen)).not.toContain(secret)
    expect((await frist("doctor", "--db", db)).out).not.toContain(secret)
  })

  it.each(["sv", "en"] as const)(
    "has a sentence in %s for every finding, with what to do on a warning or an error",
    (language) => {
      for (const code of Object.keys(diagnosticLevels) as ReadonlyArray<DiagnosticCode>) {
        const line = doctorText({ findings: [diagnostic(code)] }, commandPhrases(language), {
          width: 400,
          colour: false
        }).split("\n")[2]
        const level =
          diagnosticLevels[code] === "ok" ? "ok" : commandPhrases(language).text.severity[diagnosticLevels[code]]
        expect(line).toMatch(
          diagnosticLevels[code] === "ok" ? /^ok +\S.*\.$/u : new RegExp(`^${level} +\\S.*[;,] .*\\.$`, "u")
        )
      }
    }
  )
})
