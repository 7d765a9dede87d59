/**
 * A process that is killed, or runs out of room, while it writes a file: the file is whole, or not there.
 */
import { expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { spawn, spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs"
import { DatabaseSync } from "node:sqlite"
import { join } from "node:path"
import { copied, folder, frist, fristJson, sample } from "./frist.ts"

const bin = new URL("../src/bin.ts", import.meta.url).pathname
const source = new URL("../src/files/NewFile.ts", import.meta.url).pathname
const phrases = new URL("../src/texts/CommandPhrases.ts", import.meta.url).pathname

const size = 8 * 1024 * 1024
const writer = (dir: string): string => `
  import * as Effect from "${import.meta.resolve("effect/Effect")}"
  import { writeNewFile } from "${source}"
  import { commandPhrases } from "${phrases}"
  const bytes = Buffer.alloc(${size}, "x")
  for (let at = 0; ; at++) {
    await Effect.runPromise(writeNewFile("${dir}/" + process.pid + "-" + at + ".out", bytes, { phrase: commandPhrases("sv") }))
    if (at === 0) console.log("begins")
  }
`
const count = process.env["FRIST_LONG"] === "1" ? 25 : 5

it("a process killed at any moment leaves no part of a file under its name", { timeout: 120_000 }, async () => {
  const dir = folder()
  for (let round = 0; round < count; round++) {
    const child = spawn(process.execPath, ["--input-type=module", "-e", writer(dir)], {
      stdio: ["ignore", "pipe", "inherit"]
    })
    await new Promise((begins) => child.stdout.once("data", begins))
    await new Promise((later) => setTimeout(later, 20 + Math.random() * 150))
    child.kill("SIGKILL")
    await new Promise((ended) => child.once("exit", ended))
  }
  const whole = readdirSync(dir).filter((name) => name.endsWith(".out"))
  expect(whole.length).toBeGreaterThan(0)
  expect(whole.filter((name) => statSync(join(dir, name)).size !== size)).toEqual([])
})

it(
  "a command that was killed while it wrote leaves nothing behind once it has run again",
  { timeout: 60_000 },
  async () => {
    const dir = folder()
    const [db, temporary] = [await sample(dir), folder()]
    const env = { ...process.env, TMPDIR: temporary, NODE_DISABLE_COMPILE_CACHE: "1" }
    const commands = [
      ["export", "--out", join(dir, "plan.ndjson")],
      ["ask", "--review", "2024-06-17", "--answers-by", "2100-01-01", "--out", join(dir, "asked")],
      ["verify"]
    ]
    for (const words of commands) {
      // Killed by the first file that it begins to write.
      const killing = `
      import { promises } from "node:fs"
      import { basename } from "node:path"
      import { syncBuiltinESMExports } from "node:module"
      for (const name of ["open", "mkdir", "mkdtemp"]) {
        const begin = promises[name]
        promises[name] = async (...given) => {
          const begun = await begin(...given)
          if (/[.]part|^frist-[0-9a-f]{6}-/u.test(basename(String(given[0])))) process.kill(process.pid, "SIGKILL")
          return begun
        }
      }
      syncBuiltinESMExports()`
      const run = (...imported: ReadonlyArray<string>) =>
        spawnSync(process.execPath, [...imported, bin, ...words, "--db", db], { encoding: "utf8", env })
      const { signal } = run("--import", `data:text/javascript,${encodeURIComponent(killing)}`)
      const leftBehind = () =>
        [...readdirSync(dir), ...readdirSync(temporary)].filter((name) => /[.]part|^frist-/u.test(name))
      expect({ words, signal, left: leftBehind().length }).toEqual({ words, signal: "SIGKILL", left: 1 })
      const { status, stderr } = run()
      expect({ words, status, stderr, left: leftBehind() }).toEqual({ words, status: 0, stderr: "", left: [] })
    }
  }
)

/** Runs the command in a process that may write no file beyond so many blocks of 1,024 bytes. */
const limited = (blocks: number, ...words: ReadonlyArray<string>) =>
  // The shell turns the signal of the limit off, and the write fails instead.
  spawnSync("bash", ["-c", `trap "" XFSZ; ulimit -f ${blocks}; exec "$0" "$@"`, process.execPath, bin, ...words], {
    encoding: "utf8",
    env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" }
  })

it("a log whose process was killed within a transaction is examined as it was before, and not as damaged", async () => {
  const whole = await sample(folder())
  const before = (await frist("verify", "--db", whole)).out
  // As a file is before it has a write-ahead log: SQLite keeps what it was beside it, and goes back when it is opened.
  const script = `
    import { DatabaseSync } from "node:sqlite"
    const db = new DatabaseSync(${JSON.stringify(whole)})
    db.exec("pragma journal_mode = delete; pragma cache_size = 1; begin; create table t (x)")
    for (let at = 0; at < 500; at++) db.exec("insert into t values (zeroblob(4000))")
    process.kill(process.pid, "SIGKILL")`
  const { signal } = spawnSync(process.execPath, ["--input-type=module", "-e", script])
  expect({ signal, journal: existsSync(`${whole}-journal`) }).toEqual({ signal: "SIGKILL", journal: true })
  expect(await frist("verify", "--db", whole)).toEqual({ exitCode: 0, err: "", out: before })
})

it(
  "a log that finds no room to be opened, read or written is told as a full disk, not as a wrong path",
  { timeout: 120_000 },
  async () => {
    const db = await sample(folder())
    for (const words of ["board", "note sdv Hej"]) {
      const { status, stderr: err } = limited(8, ...words.split(" "), "--db", db)
      expect({ words, status, err }).toMatchObject({
        status: 3,
        err: expect.stringMatching(
          /^Disken är full, eller går inte att skriva till, så inget sparades i .*; frigör utrymme och försök igen/u
        )
      })
    }
    expect((await frist("verify", "--db", db)).exitCode).toBe(0)
  }
)

it(
  "a file that finds no room is told as that, is not there, and is written by the same command later",
  { timeout: 120_000 },
  async () => {
    const dir = folder()
    const db = await sample(dir)
    for (const words of ["report --held-on 2023-12-15 --out", "bundle", "export --out"]) {
      const file = join(dir, `${words.slice(0, 6)}.html`)
      const command = [...words.split(" "), file, "--db", db]
      const { status, stderr: err } = limited(48, ...command)
      expect({ words, status, err }).toMatchObject({
        status: 3,
        err: expect.stringMatching(/^Disken är full.* är inte skriven\. Frigör utrymme/u)
      })
      expect(readdirSync(dir).filter((name) => name.includes(words.slice(0, 6)))).toEqual([])
      const again = await frist(...command)
      expect(again.exitCode, again.err).toBe(0)
      expect(existsSync(file)).toBe(true)
    }
  }
)

it(
  "read models that find no room are told as those of their own file, and not as the log",
  { timeout: 120_000 },
  async () => {
    const db = await sample(folder())
    const file = db.replace(/[.]db$/u, ".read.db")
    const said = `Disken är full, eller går inte att skriva till, så läsmodellerna i ${file} är inte uppdaterade; loggen är orörd.`
    const { status, stderr } = limited(64, "project", "--db", db)
    expect({ status, stderr }).toEqual({ status: 3, stderr: expect.stringContaining(said) })
    expect(await frist("project", "--db", db)).toMatchObject({ exitCode: 0 })
    const again = limited(64, "rebuild", "--db", db)
    expect({ status: again.status, err: again.stderr }).toEqual({ status: 3, err: expect.stringContaining(said) })
    expect(await frist("check", "--db", db)).toMatchObject({ exitCode: 0 })
    expect(await frist("verify", "--db", db)).toMatchObject({ exitCode: 0 })
  }
)

/** The bytes that are kept of the one edition. */
const keptBytes = (db: string): Uint8Array => {
  const file = new DatabaseSync(db, { readOnly: true })
  const row = file.prepare("select content from edition").get()
  file.close()
  const content = row?.["content"]
  if (!(content instanceof Uint8Array)) throw new Error("no edition is kept")
  return content.subarray(0, 40)
}

/** Whether a file of the database holds these bytes. */
const inFiles = (db: string, bytes: Uint8Array): boolean =>
  [db, `${db}-wal`].some((file) => existsSync(file) && readFileSync(file).includes(Buffer.from(bytes)))

/** Leaves the bytes in pages that the database no longer uses, as rows do that were moved. */
const leaveBehind = (db: string, bytes: Uint8Array): void => {
  const file = new DatabaseSync(db)
  file.exec("pragma secure_delete = off; create table left_behind (bytes)")
  const insert = file.prepare("insert into left_behind values (?)")
  for (let at = 0; at < 50; at += 1) insert.run(Buffer.concat([bytes, Buffer.alloc(2000)]))
  file.exec("drop table left_behind")
  file.close()
}

const Entries = Schema.Struct({
  entries: Schema.Array(Schema.Struct({ position: Schema.Int, type: Schema.String }))
})

it.each([["--edition", "2023-12-15.csv"], ["note"]])(
  "a removal (%s) whose decision is recorded, and that finds no room, says so, and is carried out by the same command later",
  { timeout: 120_000 },
  async (...words) => {
    const db = await sample(folder())
    const entries = Schema.decodeUnknownSync(Entries)(await fristJson("history", "dokumentportal", "--db", db))
    const note = entries.entries.find(({ type }) => type === "FollowUpNoted")?.position
    const what = words[0] === "note" ? [String(note)] : words
    const bytes = words[0] === "note" ? Buffer.from("framåt men tar tid") : keptBytes(db)
    leaveBehind(db, bytes)
    expect(inFiles(db, bytes)).toBe(true)
    const command = ["redact", ...what, "--decision", "Dnr 1", "--db", db]
    const { status, stderr } = limited(48, ...command)
    expect({ status, stderr }).toEqual({
      status: 3,
      stderr: expect.stringMatching(/^Beslutet är sparat, men .* Frigör utrymme på disken och kör samma kommando igen/u)
    })
    const { exitCode, out } = await frist("verify", "--db", db)
    expect({ exitCode, out }).toEqual({ exitCode: 0, out: expect.stringMatching(/gallrat|gallrade/u) })
    expect(await frist(...command)).toMatchObject({ exitCode: 0 })
    expect((await frist("verify", "--db", db)).out).not.toContain("Beslutat men inte gallrat")
    expect(inFiles(db, bytes)).toBe(false)
  }
)

/** The codes of the findings of doctor. */
const codesOf = async (db: string): Promise<ReadonlyArray<string>> =>
  Schema.decodeUnknownSync(Schema.Struct({ findings: Schema.Array(Schema.Struct({ code: Schema.String })) }))(
    JSON.parse((await frist("doctor", "--db", db, "--format", "json")).out)
  ).findings.map(({ code }) => code)

it.each([
  ["a reader of the old state", "reader"],
  ["a full disk", "disk"]
])(
  "a file that was not rewritten after a removal, because of %s, says so itself until it is",
  { timeout: 120_000 },
  async (_, cause) => {
    const db = await sample(folder())
    const bytes = keptBytes(db)
    // So large that the removal itself finds room, and a second copy of the file does not.
    const filler = new DatabaseSync(db)
    filler.exec("create table filler (bytes); insert into filler values (zeroblob(3000000))")
    leaveBehind(db, bytes)
    if (cause === "reader") filler.exec("begin; select count(*) from filler")
    else filler.close()
    const command = ["redact", "--edition", "2023-12-15.csv", "--decision", "Dnr 1", "--db", db]
    const err = cause === "reader" ? (await frist(...command)).err : limited(1500, ...command).stderr
    expect(err).toMatch(/^Beslutet är sparat, men /u)
    if (cause === "reader") filler.close()
    expect(inFiles(db, bytes)).toBe(cause === "disk")
    for (const examined of [db, copied(db)]) {
      expect(await frist("verify", "--db", examined)).toMatchObject({
        exitCode: 0,
        out: expect.stringContaining("Varning: filen kan ha kvar text som är gallrad")
      })
      expect(await codesOf(examined)).toContain("fileNotRewritten")
    }
    expect(await frist(...command)).toMatchObject({ exitCode: 0 })
    expect(inFiles(db, bytes)).toBe(false)
    expect((await frist("verify", "--db", db)).out).not.toContain("Varning: filen kan ha kvar")
    expect(await codesOf(db)).not.toContain("fileNotRewritten")
  }
)
