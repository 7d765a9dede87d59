/**
 * The commands of read models: the same rows, digests and exit codes on a file and on a server.
 */
import { beforeAll, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { copyFileSync, renameSync, rmSync } from "node:fs"
import { join } from "node:path"
import { DatabaseSync } from "node:sqlite"
import { loginsAt, sqlNow } from "../../store/test/PgSessions.ts"
import { databaseForAll } from "../../store/test/PgDatabases.ts"
import { AllSlipsView, DiagnosisView, ProjectionView, ReadModelCheckView, RebuildView } from "../src/JsonViews.ts"
import { folder, frist, fristJson, sample, second } from "./frist.ts"

const server = databaseForAll()
const loginAt = loginsAt(server)
const dir = folder()
let file = ""

beforeAll(async () => {
  file = await sample(dir)
  for (const words of [
    ["import", second, "--held-on", "2024-06-17", "--plan", "sample", "--db", file],
    ["open", "En annan", "--plan", "annan", "--on", "2024-01-01", "--db", file],
    ["migrate", "--db", server()]
  ]) {
    expect(await frist(...words)).toMatchObject({ exitCode: 0 })
  }
  for (const plan of ["sample", "annan"]) {
    const copy = join(dir, `${plan}.ndjson`)
    expect(await frist("export", "--plan", plan, "--out", copy, "--db", file)).toMatchObject({ exitCode: 0 })
    expect(await frist("restore", copy, "--db", server())).toMatchObject({ exitCode: 0 })
  }
})

const both = [
  ["a file", () => file],
  ["a server", server]
] as const
const on = ["--today", "2024-07-01"]

describe.each(both)("read models in %s", (_, db) => {
  it("are updated from the log, and then there is nothing to do", async () => {
    const first = Schema.decodeUnknownSync(ProjectionView)(await fristJson("project", "--db", db(), ...on))
    expect(first).toMatchObject({ plans: 2, parked: [] })
    expect(await frist("project", "--db", db(), ...on)).toEqual({
      exitCode: 0,
      err: "",
      out: "Läsmodellerna var redan i takt med loggen."
    })
  })

  it("match the log, and a check that finds a difference prints it and ends with 1", async () => {
    expect((await frist("check", "--lang", "en", "--db", db())).out).toMatch(/^Compared: 18 tables, \d{3} rows\./u)
    const spoil = `update deadline_move_v1 set reason = 'x' where plan = 'sample' and activity = 'sjalvincheckning'`
    if (db() === file) new DatabaseSync(file.replace(/[.]db$/u, ".read.db")).exec(spoil)
    else await sqlNow(db(), spoil.replace("deadline", "frist_read.deadline"))
    const { err, exitCode, out } = await frist("check", "deadline_move", "--lang", "en", "--db", db())
    expect(out).toMatch(
      /^deadline_move, plan sample, row \d+, column reason: stored "x", expected null; it should come from event \d+\.$/u
    )
    expect({ err, exitCode }).toEqual({
      err: "1 table differs from the log; rebuild with frist rebuild.",
      exitCode: 1
    })
  })

  it("are rebuilt, and retired tables are removed only with --drop-old", async () => {
    const rebuilt = Schema.decodeUnknownSync(RebuildView)(
      await fristJson("rebuild", "deadline_move", "--db", db(), ...on)
    )
    expect(rebuilt).toMatchObject({ plans: 2, dropped: [] })
    expect(await frist("check", "--db", db())).toMatchObject({ exitCode: 0 })
    const { out } = await frist("rebuild", "board", "--drop-old", "--db", db(), ...on)
    expect(out).toMatch(/\nBorttaget: board_v1, deadline_move_v1\.$/u)
    const one = await frist("rebuild", "--plan", "sample", "--db", db(), ...on)
    expect(one.out).toMatch(/^Läsmodellerna är gjorda om ur \d+ uppgifter i 1 plan\.$/u)
    expect(await frist("rebuild", "nothing", "--db", db())).toMatchObject({ exitCode: 2 })
  })

  it("are examined by frist doctor", async () => {
    const codes = async () =>
      Schema.decodeUnknownSync(DiagnosisView)(
        JSON.parse((await frist("doctor", "--format", "json", "--db", db(), ...on)).out)
      )
        .findings.map(({ code }) => code)
        .filter((code) => code.startsWith("projection"))
    expect(await codes()).toEqual(["projectionsFollow"])
    await frist("note", "sjalvincheckning", "Mer", "--plan", "sample", "--on", "2024-06-30", "--db", db())
    expect(await codes()).toEqual(["projectionsBehind"])
    await frist("project", "--db", db(), ...on)
    expect(await codes()).toEqual(["projectionsFollow"])
  })

  it("are not needed for slips --all-plans", async () => {
    const all = Schema.decodeUnknownSync(AllSlipsView)(await fristJson("slips", "--all-plans", "--db", db(), ...on))
    expect(all.plans.map(({ plan }) => plan)).toEqual(["annan", "sample"])
    const one = await frist("slips", "--plan", "sample", "--db", db(), ...on)
    expect((await frist("slips", "--all-plans", "--db", db(), ...on)).out).toBe(one.out)
  })
})

it("read models of a log that went back are named by project and doctor, and made again by the command they say", async () => {
  const db = await sample(folder())
  const earlier = join(folder(), "earlier.db")
  const open = new DatabaseSync(db)
  open.exec(`vacuum into '${earlier}'`)
  open.close()
  const note = (text: string) => frist("note", "sjalvincheckning", text, "--on", "2024-06-30", "--db", db)
  expect(await note("Går förlorad")).toMatchObject({ exitCode: 0 })
  expect(await frist("project", "--db", db)).toMatchObject({ exitCode: 0 })
  for (const ending of ["-wal", "-shm"]) rmSync(db + ending, { force: true })
  copyFileSync(earlier, db)
  // The command that records would update the read models itself.
  const read = db.replace(/[.]db$/u, ".read.db")
  renameSync(read, `${read}-away`)
  expect(await note("Kommer i stället")).toMatchObject({ exitCode: 0 })
  renameSync(`${read}-away`, read)

  const { err, exitCode, out } = await frist("project", "--lang", "en", "--db", db)
  expect(out).toMatch(
    /^Plan sample is parked: the log went back .* frist rebuild --plan sample \(event 197 is another than the one of its rows\)\.$/mu
  )
  expect({ err, exitCode }).toEqual({ err: "1 plan is parked; what to do is shown above.", exitCode: 3 })
  expect((await frist("doctor", "--db", db)).out).toMatch(/rebuild --plan för var och en \(sample: 197\)\.$/mu)
  expect(await frist("rebuild", "--plan", "sample", "--db", db)).toMatchObject({ exitCode: 0 })
  expect(await frist("project", "--db", db)).toMatchObject({ exitCode: 0 })
  expect(await frist("check", "--db", db)).toMatchObject({ exitCode: 0 })
})

it("a plan whose attempts are killed is named by frist rebuild, and stops no other", async () => {
  const db = await sample(folder())
  expect(await frist("project", "--db", db)).toMatchObject({ exitCode: 0 })
  const read = new DatabaseSync(db.replace(/[.]db$/u, ".read.db"))
  read.exec("update work set parked = 'killed', detail = '5 attempts ended with their process' where plan = 'sample'")
  read.close()
  const named = /^Plan sample is parked: every attempt is killed .* frist project --plan sample \(5 attempts .*\)\.$/mu
  const refused = { err: "1 plan is parked; what to do is shown above.", exitCode: 3 }
  const all = await frist("rebuild", "--lang", "en", "--db", db)
  expect(all.out).toMatch(/^Rebuilt from \d+ events in \d plan/u)
  expect(all.out).toMatch(named)
  expect(all).toMatchObject(refused)
  const one = await frist("rebuild", "--plan", "sample", "--lang", "en", "--db", db)
  expect(one.out).toMatch(named)
  expect(one).toMatchObject(refused)
  const { out } = await frist("rebuild", "--format", "json", "--db", db)
  expect(Schema.decodeUnknownSync(RebuildView)(JSON.parse(out)).parked).toMatchObject([
    { plan: "sample", why: "killed" }
  ])
  expect(await frist("check", "--db", db)).toMatchObject({ exitCode: 0 })
  expect(await frist("project", "--plan", "sample", "--db", db)).toMatchObject({ exitCode: 0 })
})

/** The digests of tables without recording times: later notes were recorded at different times. */
const digestsOf = async (db: string) =>
  Schema.decodeUnknownSync(ReadModelCheckView)(await fristJson("check", "--db", db))
    .tables.filter(({ projection }) => projection !== "activity_history")
    .map(({ digest, plan, projection, rows }) => ({ digest, plan, projection, rows }))

describe("digests of read models", () => {
  it("are the same in a file and on a server, table by table", async () => {
    expect(await digestsOf(server())).toEqual(await digestsOf(file))
  })
})

it("read models on a server keep nothing that is redacted, also in retired tables; a login that cannot write them gets a warning", async () => {
  const db = ["--plan", "sample", "--db", server()]
  const words = "Anna Andersson är sjuk hela våren"
  for (const step of [
    ["note", "sdv", words, "--on", "2024-07-01", ...db],
    ["project", ...db],
    ["rebuild", "--db", server()]
  ]) {
    expect(await frist(...step)).toMatchObject({ exitCode: 0 })
  }
  const found = async () => {
    const tables = (await sqlNow(
      server(),
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname ~ '^frist'"
    )) as ReadonlyArray<{ readonly name: string }>
    const rows = await Promise.all(
      tables.map(({ name }) =>
        sqlNow(server(), `select '${name}' as at from ${name} t where strpos(t::text, '${words}') > 0`)
      )
    )
    return rows.flat().length
  }
  expect(await found()).toBeGreaterThan(1)
  const [{ head } = { head: 0 }] = (await sqlNow(
    server(),
    "select head::integer from frist.plan where plan = 'sample'"
  )) as ReadonlyArray<{ readonly head: number }>
  // One login records the decision, another carries it out.
  const deciding = await loginAt("frist_writer")
  const writer = await frist("redact", String(head), "--decision", "Dnr 1", "--plan", "sample", "--db", deciding)
  expect(writer).toMatchObject({
    exitCode: 3,
    out: "",
    err: "Beslutet är sparat, men användaren får inte gallra; låt någon med rollen frist_eraser köra samma kommando."
  })
  expect((await frist("verify", ...db)).out).toContain(`Beslutat men inte gallrat: uppgift ${head}`)
  const login = await loginAt("frist_eraser")
  const left = await frist("redact", String(head), "--decision", "Dnr 1", "--plan", "sample", "--db", login)
  expect(left.out).toContain("Läsmodellerna har orden kvar: kör frist project")
  expect(await found()).toBeGreaterThan(0)
  const again = await frist("redact", String(head), "--decision", "Dnr 1", ...db)
  expect(again.out).toContain("Läsmodellerna är uppdaterade")
  expect(await found()).toBe(0)
})
