/**
 * Importing documents: complete or not at all, once, and with the place of every finding.
 */
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import { EventLog } from "@frist/store/EventLog"
import { PlanId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { spawn } from "node:child_process"
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { ImportView } from "../src/editions/EditionViews.ts"
import { contents, first, folder, frist, fristJson, sample, second } from "./frist.ts"

const dir = folder()
let db = ""
beforeAll(async () => {
  db = await sample(dir)
})

const eventsIn = (filename: string, plan: string) =>
  Effect.runPromise(
    Effect.flatMap(EventLog, (log) => log.read(PlanId.make(plan))).pipe(Effect.provide(layer({ filename })))
  )

describe("an import", () => {
  it("prints what was read and recorded, and each finding with its table, row, column and words", async () => {
    const ended = await frist("import", first, "--held-on", "2023-12-15", "--db", join(dir, "said.db"))
    expect(ended.exitCode).toBe(0)
    expect(ended.out).toMatch(
      /^Inläst: 12 pågående, 19 klara, 3 milstolpar\. Sparat: \d+ uppgifter, uppföljning 2023-12-15\./
    )
    expect(ended.out).toMatch(/Aktiviteter, rad 11[^]*Ny tid[^]*Här står text i stället för ett datum/)
    expect(ended.out).toMatch(/Klara\s+aktiviteter, rad 15/)
  })

  it("is recorded as one batch on the day of the review", async () => {
    const events = await eventsIn(db, "sample")
    expect(new Set(events.map(({ batch }) => batch)).size).toBe(1)
    expect(new Set(events.map(({ effectiveOn }) => effectiveOn))).toEqual(new Set(["2023-12-15"]))
    for (const { event, source } of events) {
      expect(source?.document).toBe("2023-12-15.csv")
      const ofTheWhole = event?._tag === "PlanOpened" || event?._tag === "ReviewHeld" || event?._tag === "EditionKept"
      // A finding is about a row, a table or the whole.
      if (event?._tag !== "FindingRaised") expect(source?.row === null, event?._tag).toBe(ofTheWhole)
    }
  })

  it("of the same file again records nothing, whatever its name", async () => {
    const before = await eventsIn(db, "sample")
    const again = await frist("import", first, "--held-on", "2023-12-15", "--db", db)
    expect(again).toEqual({ exitCode: 0, out: "Utgåvan är redan sparad. Inget nytt sparades.", err: "" })
    copyFileSync(first, join(dir, "renamed.csv"))
    const renamed = await frist("import", join(dir, "renamed.csv"), "--held-on", "2023-12-15", "--db", db)
    expect(renamed.out).toBe("Utgåvan är redan sparad. Inget nytt sparades.")
    expect(await eventsIn(db, "sample")).toEqual(before)
  })

  it("of the next edition records only what changed", async () => {
    const own = await sample(dir)
    const before = await eventsIn(own, "sample")
    await frist("import", second, "--held-on", "2024-06-17", "--db", own)
    const after = (await eventsIn(own, "sample")).slice(before.length)
    const moves = after.flatMap(({ activity, event }) => (event?._tag === "DeadlineMoved" ? [activity] : []))
    expect(moves).toHaveLength(12)
    expect(after.filter(({ event }) => event?._tag === "ActivityRegistered")).toHaveLength(1)
    const found = after.flatMap(({ event }) => (event?._tag === "FindingRaised" ? [event.code] : []))
    expect(found).toContain("BaselineRewritten")
    expect(found).toContain("RowVanished")
  })

  it("into an empty database names the plan by its title, not by its file", async () => {
    const own = join(dir, "titled.db")
    await frist("import", first, "--held-on", "2023-12-15", "--title", "Åtgärdsplan för IT", "--db", own)
    const { err } = await frist("board", "--plan", "x", "--db", own)
    expect(err).toBe("Det finns ingen plan x; välj en av: atgardsplan-for-it.")
  })

  it("of the next edition prints what changed, row by row, and only new findings", async () => {
    const own = await sample(dir)
    const { out } = await frist("import", second, "--held-on", "2024-06-17", "--db", own)
    expect(out).toMatch(/^Dokumentportal: Aktiviteter, rad 8\nSlutdatum ändrat +2024-06-30 → 2024-12-31 +Ny tid$/mu)
    expect(out).toContain("Det ursprungliga slutdatumet är")
    expect(out).not.toContain("säger att det inte blev av")
    expect(out).toMatch(/Dessutom står \d+ anmärkningar kvar sedan förra utgåvan; se frist findings\.$/u)
    expect((await frist("import", first, "--held-on", "2023-12-15", "--db", join(dir, "fresh.db"))).out).not.toContain(
      "Ändringar"
    )
  })

  it("as a dry run on an unreadable database ends with 3", async () => {
    const broken = join(dir, "broken.db")
    writeFileSync(broken, "not a database")
    const ended = await frist("import", first, "--held-on", "2023-12-15", "--dry-run", "--db", broken)
    expect(ended.exitCode).toBe(3)
  })

  it("as a dry run changes nothing and needs no database", async () => {
    const before = contents(dir)
    const known = await frist("import", second, "--held-on", "2024-06-17", "--dry-run", "--db", db)
    expect(known.out).toMatch(/^Inläst: 11 pågående, 20 klara, 3 milstolpar\. Skulle sparas: \d+ uppgifter/)
    const none = await frist("import", first, "--held-on", "2023-12-15", "--dry-run", "--db", join(dir, "none.db"))
    expect(none.out).toMatch(/^Inläst: 12 pågående[^\n]*Inget är sparat\./)
    expect(existsSync(join(dir, "none.db"))).toBe(false)
    expect(contents(dir)).toEqual(before)
  })

  it("prints as JSON what it recorded, with its source", async () => {
    const own = join(dir, "told.db")
    const told = await fristJson("import", first, "--held-on", "2023-12-15", "--plan", "told", "--db", own)
    const events = await eventsIn(own, "told")
    expect(told).toMatchObject({
      view: "frist/import",
      version: 1,
      plan: "told",
      heldOn: "2023-12-15",
      repeated: false
    })
    expect(Schema.decodeUnknownSync(ImportView, { onExcessProperty: "error" })(told).events).toHaveLength(
      events.filter(({ type }) => type !== "EditionKept").length
    )
  })

  it("counts rows by what they report, whichever table they are in", async () => {
    const file = join(dir, "counted.csv")
    writeFileSync(file, "Område;Mål;Tid;Status\nA;b;2024;Klart\nC;d;2024;Pågår\nE;f;2024;Avbrutet\nG;h;2024;Klart\n")
    const asked = ["import", file, "--held-on", "2025-01-15", "--dry-run", "--db", join(dir, "counted.db")]
    expect((await frist(...asked)).out).toMatch(
      /^Inläst: 1 pågående, 2 klara, 1 avslutad utan resultat, 0 milstolpar\. /u
    )
    expect((await frist(...asked, "--lang", "en")).out).toMatch(
      /^Read: 1 ongoing, 2 completed, 1 ended without a result, 0 milestones\. /u
    )
  })

  it("says of findings that are not recorded where they are", async () => {
    const own = join(dir, "tried.db")
    const asked = ["import", first, "--held-on", "2023-12-15", "--db", own]
    const tried = await frist(...asked, "--dry-run")
    expect(tried.out).toContain("Inget är sparat; se alla med --format json.")
    expect(tried.out).not.toContain("frist findings")
    expect((await frist(...asked)).out).toContain("Se alla med frist findings.")
  })

  it("leaves out a row of an unknown table, records the rest, and ends with 1", async () => {
    const own = join(dir, "left.db")
    const file = join(dir, "left.csv")
    writeFileSync(file, "Tabell;Område;Mål;Tid\nAktiviteter;A;b;2024\nAnnat;C;d;2025\n")
    const ended = await frist("import", file, "--held-on", "2024-01-01", "--db", own)
    expect(ended.exitCode).toBe(1)
    expect(ended.err).toBe("1 rad lämnades utanför; anmärkningarna säger varför.")
    expect(ended.out).toContain("Tabellens namn säger inte om raderna är pågående eller klara")
    const board = await fristJson("board", "--db", own)
    expect(board).toHaveProperty("activities.length", 1)
    expect(JSON.stringify(board)).toContain("C | d | 2025")
  })
})

describe("an import whose process is killed", () => {
  const bin = fileURLToPath(new URL("../src/bin.ts", import.meta.url))
  const [kills, rows] = process.env["FRIST_LONG"] === "1" ? [60, 1500] : [8, 500]
  const file = join(dir, "large.csv")
  writeFileSync(
    file,
    `Tabell;Område;Mål;Åtgärd;Tid;Ansvarig;Status;Uppföljning;Ny tid\n${Array.from(
      { length: rows },
      (_, n) => `Aktiviteter;Område ${n};Mål ${n};Åtgärd;2024-01-01;Chef;Försenat;${"Text. ".repeat(20)};2025-01-01\n`
    ).join("")}`
  )
  const start = (into: string) =>
    spawn(process.execPath, [bin, "import", file, "--held-on", "2024-01-01", "--plan", "large", "--db", into], {
      stdio: "ignore"
    })

  const run = async (into: string, killAfter: number) => {
    const began = performance.now()
    const child = start(into)
    const timer = setTimeout(() => child.kill("SIGKILL"), killAfter)
    const signal = await new Promise<NodeJS.Signals | null>((resolve) => child.on("exit", (_, by) => resolve(by)))
    clearTimeout(timer)
    return { killed: signal !== null, took: performance.now() - began }
  }

  it(`leaves all of the edition or none: ${kills} kills`, { timeout: 240_000 }, async () => {
    const whole = join(dir, "whole.db")
    // Machines differ: the time of a run that was not killed decides when to kill the next.
    let takes = (await run(whole, 100_000)).took
    const expected = (await eventsIn(whole, "large")).length
    expect(expected).toBeGreaterThan(rows * 3)
    let killed = 0
    // A run that ends before its kill is none.
    for (let round = 0; killed < kills && round < 5 * kills; round++) {
      const own = join(dir, `killed-${round}.db`)
      // The first is killed early, most of the others near the end of the write.
      const ended = await run(own, takes * (round === 0 ? 0.2 : 0.6 + (0.45 * (round % kills)) / kills))
      if (ended.killed) killed++
      else takes = Math.min(takes, ended.took)
      const found = existsSync(own) && readFileSync(own).length > 0 ? (await eventsIn(own, "large")).length : 0
      expect([0, expected]).toContain(found)
      const again = await frist("import", file, "--held-on", "2024-01-01", "--plan", "large", "--db", own)
      expect(again).toMatchObject({ exitCode: 0, err: "" })
      expect((await eventsIn(own, "large")).length).toBe(expected)
    }
    expect(killed).toBe(kills)
  })
})
