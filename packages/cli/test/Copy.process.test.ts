/**
 * Copies of a plan: exported and restored by the command, and the sentences where that fails.
 */
import { describe, expect, it } from "@effect/vitest"
import { BatchId, PlanId } from "@frist/domain/Names"
import { EventLog } from "@frist/store/EventLog"
import { actor, fromTo, note } from "@frist/store/contract/ContractFixture"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { beforeAll } from "vitest"
import { ExportView, RestoreView } from "../src/JsonViews.ts"
import { forceEvents } from "../../store/test/sqlite/forcedEvents.ts"
import { contents, type Ended, first, folder, frist, fristJson, sample, second } from "./frist.ts"

const dir = folder()
/** Makes an empty folder. */
const empty = () => mkdtempSync(join(dir, "own-"))

let db = ""
let copy = ""
beforeAll(async () => {
  db = await sample(dir)
  await frist("import", second, "--held-on", "2024-06-17", "--db", db)
  copy = (await done("export", "--db", db)).out
})

const done = async (...words: ReadonlyArray<string>): Promise<Ended> => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
  return ended
}

/** Writes a copy to a file. */
const inFile = (text = `${copy}\n`, name = "plan.ndjson"): string => {
  const file = join(empty(), name)
  writeFileSync(file, text)
  return file
}

describe("a copy of a sealed log", () => {
  it("keeps its checkpoints and its origin, so that earlier reports still verify", async () => {
    const own = empty()
    const [sealed, again] = [join(own, "sealed.db"), join(own, "again.db")]
    const [out, report] = [join(own, "plan.ndjson"), join(own, "old.html")]
    await done("restore", inFile(), "--db", sealed)
    await done("seal", "--origin", "kliniken.example/frist", "--db", sealed)
    await done("report", "--held-on", "2024-06-17", "--out", report, "--db", sealed)
    await done("export", "--out", out, "--db", sealed)
    await done("restore", out, "--db", again)
    const held = (await done("verify", "--against", report, "--db", again)).out
    expect(held).toBe((await done("verify", "--against", report, "--db", sealed)).out)
    expect(held).toContain("Den förvarade kontrollkoden vid uppgift ")
    expect((await done("export", "--db", again)).out).toBe(readFileSync(out, "utf8").trimEnd())
    const [bundle, same] = [join(own, "a.zip"), join(own, "b.zip")]
    await done("bundle", bundle, "--db", sealed)
    await done("bundle", same, "--db", again)
    expect(readFileSync(bundle).equals(readFileSync(same))).toBe(true)
  })
})

describe("frist export", () => {
  it("prints the copy and nothing else, the same each time", async () => {
    const lines = copy.split("\n").map((line) => JSON.parse(line))
    expect(lines[0]).toEqual({ format: "frist/log", version: 2, plan: "sample", from: 1 })
    expect(lines.at(-1)).toMatchObject({
      events: lines.length - 4,
      checkpoint: expect.stringMatching(/^frist\/sample\n/u)
    })
    expect(lines.slice(1, -3).map((line) => line.position)).toEqual(fromTo(1, lines.length - 4))
    expect(lines.slice(-3, -1).map(({ edition }) => edition.document)).toEqual(["2023-12-15.csv", "2024-06-17.csv"])
    for (const format of ["text", "json", "csv"]) {
      expect((await done("export", "--db", db, "--format", format)).out).toBe(copy)
    }
  })

  it("writes a file, and prints the number of events and the root", async () => {
    const out = join(empty(), "plan.ndjson")
    const said = await done("export", "--db", db, "--out", out)
    expect(readFileSync(out, "utf8")).toBe(`${copy}\n`)
    const { checkpoint, events } = JSON.parse(copy.split("\n").at(-1) ?? "")
    const root = checkpoint.split("\n")[2]
    expect(said.out).toBe(
      `Skrivet till ${out}: ${events} uppgifter i planen sample.\nRoten vid uppgift ${events} är ${root}\n2 bevarade utgåvor är med.`
    )
    const shape = await fristJson("export", "--db", db, "--from", String(events), "--out", `${out}2`)
    expect(Schema.decodeUnknownSync(ExportView, { onExcessProperty: "error" })(shape)).toEqual({
      view: "frist/exported",
      version: 1,
      plan: "sample",
      events: 1,
      size: events,
      root,
      editions: { kept: 1, erased: 0, missing: 0 }
    })
  })

  it("never overwrites a file, and leaves none behind where it is refused", async () => {
    const own = empty()
    const out = join(own, "plan.ndjson")
    writeFileSync(out, "mine")
    expect(await frist("export", "--db", db, "--out", out)).toEqual({
      exitCode: 1,
      out: "",
      err: `Filen ${out} finns redan och skrivs inte över; ange en annan.`
    })
    expect(readFileSync(out, "utf8")).toBe("mine")
    const refusals: ReadonlyArray<readonly [exitCode: number, ...words: ReadonlyArray<string>]> = [
      [2, "--from", "0"],
      [2, "--from", "x"],
      [2, "--from", "1000"],
      [2, "--plan", "other"],
      [2, "--out", join(own, "no", "folder")],
      [2, "--out", ""]
    ]
    for (const [exitCode, ...words] of refusals) {
      const ended = await frist("export", "--db", db, "--out", join(own, "other.ndjson"), ...words)
      expect(ended, words.join(" ")).toMatchObject({ exitCode, out: "", err: expect.stringMatching(/^[^\n]+[.]$/u) })
    }
    const none = await frist("export", "--db", join(own, "none.db"), "--out", join(own, "other.ndjson"))
    expect(none).toMatchObject({ exitCode: 3, out: "" })
    expect(readdirSync(own)).toEqual(["plan.ndjson"])
  })

  it("is refused for a log that fails verification, names the event, and leaves no file", async () => {
    const own = empty()
    const forged = join(own, "forged.db")
    await done("restore", inFile(), "--db", forged)
    forceEvents(forged, "update event set actor = 'X' where position = 20")
    const ended = await frist("export", "--db", forged, "--out", join(own, "plan.ndjson"), "--lang", "en")
    expect(ended).toEqual({
      exitCode: 1,
      out: "",
      err: "In the log, at event 20, the event does not match its hash: it was changed; use another copy."
    })
    expect(existsSync(join(own, "plan.ndjson"))).toBe(false)
    expect(readdirSync(own).filter((name) => name.includes("ndjson"))).toEqual([])
  })
})

const lines = () => copy.split("\n")

describe("frist restore", () => {
  it("restores the same plan, whose export is identical", async () => {
    const other = join(empty(), "other.db")
    const said = await done("restore", inFile(), "--db", other)
    const { checkpoint, events } = JSON.parse(copy.split("\n").at(-1) ?? "")
    expect(said.out).toBe(
      `Återställt: ${events} uppgifter i planen sample.\nRoten vid uppgift ${events} är ${checkpoint.split("\n")[2]}\n2 bevarade utgåvor är med.`
    )
    expect((await done("export", "--db", other)).out).toBe(copy)
    for (const view of ["board", "slips", "findings", "history"]) {
      const words = [view, "--today", "2024-07-01", "--format", "json", "--db"]
      expect((await done(...words, other)).out).toBe((await done(...words, db)).out)
    }
    // The plan continues from its last event.
    expect((await done("import", second, "--held-on", "2024-06-17", "--db", other)).out).toContain("redan sparad")
    expect((await done("note", "sdv", "Mer", "--on", "2024-07-01", "--db", other)).out).toContain(String(events + 1))
  })

  it("restores parts in order", async () => {
    const own = empty()
    const [begin, rest] = [join(own, "begin.ndjson"), join(own, "rest.ndjson")]
    const early = await sample(own)
    await done("export", "--db", early, "--out", begin)
    await done("import", second, "--held-on", "2024-06-17", "--db", early)
    const { events } = JSON.parse(readFileSync(begin, "utf8").trimEnd().split("\n").at(-1) ?? "")
    await done("export", "--db", early, "--from", String(events + 1), "--out", rest)
    const other = join(own, "other.db")
    const shape = await fristJson("restore", begin, rest, "--db", other)
    expect(Schema.decodeUnknownSync(RestoreView, { onExcessProperty: "error" })(shape).view).toBe("frist/restored")
    expect((await done("export", "--db", other)).out).toBe((await done("export", "--db", early)).out)
    expect(await frist("restore", rest, "--db", join(own, "none.db"))).toMatchObject({
      exitCode: 1,
      err: `I rest.ndjson, rad 1, börjar kopian vid uppgift ${events + 1}, men 1 ska komma; ange kopiorna i ordning, från uppgift 1.`
    })
    expect(existsSync(join(own, "none.db"))).toBe(false)
  })

  it("is refused where the database has the plan, and changes nothing", async () => {
    const own = empty()
    const other = await sample(own)
    const before = contents(own)
    expect(await frist("restore", inFile(), "--db", other)).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(
        /^Planen sample har redan \d+ uppgifter och skrivs inte över; ange en databas där den inte finns\.$/u
      )
    })
    expect(contents(own)).toEqual(before)
  })

  it("restores a plan into a database with other plans", async () => {
    const own = join(empty(), "frist.db")
    await done("open", "Annan", "--plan", "annan", "--on", "2024-01-01", "--db", own)
    await done("restore", inFile(), "--db", own)
    expect((await done("export", "--plan", "sample", "--db", own)).out).toBe(copy)
    expect(await frist("export", "--db", own)).toMatchObject({
      exitCode: 2,
      err: expect.stringContaining("annan, sample")
    })
  })

  const wrong: ReadonlyArray<
    readonly [what: string, exitCode: number, words: () => ReadonlyArray<string>, says: RegExp]
  > = [
    ["no file", 2, () => [join(dir, "none.ndjson")], /none\.ndjson finns inte/u],
    ["a folder", 2, () => [empty()], /är ingen vanlig fil/u],
    ["nothing named", 2, () => [], /FIL/u],
    ["a database", 1, () => [db], /rad 1, (?:är raden inte UTF-8|står inte att filen är en Frist-kopia)/u],
    ["a document", 1, () => [first], /2023-12-15\.csv, rad 1, (?:står inte|börjar raden med ett BOM)/u],
    ["another plan", 2, () => [inFile(), "--plan", "other"], /är av planen sample och kan inte bli other/u],
    ["an empty file", 1, () => [inFile("")], /plan\.ndjson, rad 1, finns inget: filen är tom/u],
    [
      "a newer copy",
      1,
      () => [inFile(copy.replace(`"version":2`, `"version":12`))],
      /rad 1, står att kopian är av version 12/u
    ],
    [
      "one cut off",
      1,
      () => [inFile(`${lines().slice(0, 9).join("\n")}\n`)],
      /rad 9, tar filen slut innan kopian gör det/u
    ],
    [
      "one event less",
      1,
      () => [inFile(`${lines().toSpliced(4, 1).join("\n")}\n`)],
      /rad 5, står inte uppgift 4, som ska komma där/u
    ],
    [
      "other words",
      1,
      () => [inFile(copy.replace("2024-", "2025-"))],
      /rad \d+, stämmer uppgiften inte med sitt hashvärde/u
    ],
    ["saved by another program", 1, () => [inFile(copy.replaceAll("\n", "\r\n"))], /rad 1, slutar raden med CR LF/u],
    ["two of the same", 1, () => [inFile(), inFile()], /rad 1, börjar kopian vid uppgift 1, men \d+ ska komma/u]
  ]

  it.each(wrong)("is refused in one sentence: %s", async (_, exitCode, words, says) => {
    const other = join(empty(), "other.db")
    const ended = await frist("restore", ...words(), "--db", other)
    expect(ended).toMatchObject({ exitCode, out: "", err: expect.stringMatching(says) })
    expect(ended.err).toMatch(/^[^\n]+[.]$/u)
    expect(readdirSync(dirname(other))).toEqual([])
  })
})

describe("a plan of thousands of events of four kilobytes", () => {
  /** Together they take more of the heap than the process has to spare, for each character takes two bytes there. */
  const batches = process.env["FRIST_LONG"] === "1" ? 40 : 12
  const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url))
  /** Runs the command in a process with 48 MB of heap, of which its code takes 28. */
  const small = (...words: ReadonlyArray<string>) => {
    const { status, stderr, stdout } = spawnSync(process.execPath, ["--max-old-space-size=48", bin, ...words], {
      encoding: "utf8",
      maxBuffer: 1_000_000
    })
    return { status, stderr: stderr.slice(0, 500), stdout }
  }

  it("is exported and restored by a process with 48 MB of heap", { timeout: 120_000 }, async () => {
    const own = empty()
    mkdirSync(join(own, "copies"))
    const [large, again] = [join(own, "large.db"), join(own, "again.db")]
    const [out, back] = [join(own, "copies", "large.ndjson"), join(own, "copies", "again.ndjson")]
    const plan = PlanId.make("large")
    await Effect.runPromise(
      Effect.gen(function* () {
        const log = yield* EventLog
        for (const at of fromTo(0, batches - 1)) {
          const events = fromTo(1, 500).map((nth) => note(`${at} ${nth} ${"ł".repeat(2000)}`))
          const condition = { after: at * 500, activities: [] }
          yield* log.append({ plan, batch: BatchId.make(`batch-${at}`), actor, events, condition })
        }
      }).pipe(Effect.provide(layer({ filename: large })))
    )
    expect(small("export", "--db", large, "--out", out)).toMatchObject({ status: 0, stderr: "" })
    expect(statSync(out).size).toBeGreaterThan(batches * 2_000_000)
    expect(small("restore", out, "--db", again)).toMatchObject({ status: 0, stderr: "" })
    expect(small("export", "--db", again, "--out", back)).toMatchObject({ status: 0, stderr: "" })
    expect(readFileSync(back).equals(readFileSync(out))).toBe(true)
    rmSync(own, { recursive: true })
  })
})
