/**
 * Views as text, JSON and CSV.
 */
import { Board } from "@frist/projections/Board"
import { Completed } from "@frist/projections/Completed"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { ActivityHistory } from "@frist/projections/ActivityHistory"
import { Decisions } from "@frist/projections/Decisions"
import { Timeline } from "@frist/projections/Timeline"
import { beforeAll, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { afterEach, vi } from "vitest"
import { folder, frist, fristJson, sample } from "./frist.ts"

const dir = folder()
let db = ""
beforeAll(async () => {
  db = await sample(dir)
  for (const words of [
    ["request", "grona-korset", "hösten 2026", "--reason", "Upphandlingen är överklagad"],
    ["request", "digitalt-mote", "2024-07"],
    ["decide", "digitalt-mote", "granted", "--decision", "RU 2024 § 9"]
  ]) {
    expect(await frist(...words, "--db", db)).toMatchObject({ exitCode: 0 })
  }
})
afterEach(() => vi.unstubAllEnvs())

const views = [
  ["board", Board, ["board"]],
  ["completed", Completed, ["completed"]],
  ["slips", DeadlineHistory, ["slips"]],
  ["slips of an area", DeadlineHistory, ["slips", "1177 webbtidbokning"]],
  ["decisions", Decisions, ["decisions"]],
  ["history", ActivityHistory, ["history", "sdv"]],
  ["timeline", Timeline, ["timeline", "--anchor", "sdv"]]
] as const

describe("a view", () => {
  it.each(views)("as JSON is the documented, versioned shape: %s", async (_, schema, words) => {
    const view = await fristJson(...words, "--db", db)
    expect(view).toMatchObject({
      view: expect.stringMatching(/^frist\//),
      version: 1,
      plan: "sample",
      asOf: expect.stringMatching(/^\d{4}-/)
    })
    expect(Schema.decodeUnknownSync(Schema.Json)(view)).toEqual(view)
    expect(Schema.decodeUnknownSync(schema as Schema.Decoder<unknown>, { onExcessProperty: "error" })(view)).toEqual(
      view
    )
  })

  it.each(views)("as CSV has a heading for every cell and a line for each row: %s", async (_, __, words) => {
    const { exitCode, out } = await frist(...words, "--format", "csv", "--db", db)
    expect(exitCode).toBe(0)
    expect(out.charCodeAt(0)).toBe(0xfeff)
    expect(out.split("\r\n")[0]?.split(";").length).toBeGreaterThan(8)
  })

  it.each([20, 40, 60, 80, 100, 120, 160, 220])("fits a terminal %i characters wide", async (width) => {
    vi.stubEnv("COLUMNS", String(width))
    for (const [, , words] of views) {
      const { out } = await frist(...words, "--db", db)
      for (const line of out.split("\n")) {
        expect(Array.from(line).length, line).toBeLessThanOrEqual(width)
      }
    }
  })

  it.each([20, 80, 120, 200])("loses no word of a slip history at %i characters", async (width) => {
    vi.stubEnv("COLUMNS", String(width))
    const { out } = await frist("slips", "sdv", "--db", db)
    for (const word of "SDV (Skånes digitala vårdsystem) 2022-02-01 Införs tidigt under 2026. datumen mäter olika".split(
      " "
    )) {
      expect(out).toContain(word)
    }
  })

  it("uses words and symbols, and colour only where it is wanted", async () => {
    vi.stubEnv("FORCE_COLOR", "1")
    const coloured = await frist("completed", "--db", db)
    vi.stubEnv("NO_COLOR", "1")
    const plain = await frist("completed", "--db", db)
    expect(coloured.out).toContain("\u001b[32m✔ Klart")
    expect(plain.out).toContain("✔ Klart")
    expect(plain.out).not.toContain("\u001b")
  })

  it("is in the language of --lang, and keeps the words of dates", async () => {
    const swedish = await frist("board", "--db", db)
    const english = await frist("board", "--lang", "en", "--db", db)
    expect(swedish.out).toContain("Pågående aktiviteter")
    expect(english.out).toContain("Ongoing activities")
    for (const { out } of [swedish, english]) expect(out.replace(/\s+/gu, " ")).toMatch(/Införs tidigt/)
  })

  it("sorts å, ä and ö last, as in Swedish, and keeps parts with their whole", async () => {
    const own = await sample(dir)
    for (const area of ["Ö-drift", "Zonindelning", "Ärendehantering", "Åtkomst"]) {
      await frist(
        "register",
        area.toLowerCase().replace(/[åäö]/gu, "o"),
        "--area",
        area,
        "--deadline",
        "2025",
        "--db",
        own
      )
    }
    const { activities } = Schema.decodeUnknownSync(Board)(await fristJson("board", "--sort", "area", "--db", own))
    const areas = activities.map(({ area }) => area)
    expect(areas.slice(-4)).toEqual(["Zonindelning", "Åtkomst", "Ärendehantering", "Ö-drift"])
    const parts = activities.filter(({ parent }) => parent !== null)
    const whole = activities.findIndex(({ activity }) => activity === parts[0]?.parent)
    expect(activities.slice(whole + 1, whole + 1 + parts.length)).toEqual(parts)
  })

  it("sorted by slip begins with the largest", async () => {
    const { activities } = Schema.decodeUnknownSync(DeadlineHistory)(
      await fristJson("slips", "--sort", "slip", "--db", db)
    )
    const slips = activities.filter(({ parent }) => parent === null).map(({ tally: { net } }) => net.min ?? net.max)
    const known = slips.filter((days) => days !== null)
    expect(slips).toEqual([...known.toSorted((a, b) => b - a), ...slips.slice(known.length).map(() => null)])
    expect(known[0]).toBe(1187)
  })

  it("a view as of a day before the plan began says that it is empty", async () => {
    const { exitCode, out } = await frist("board", "--as-of", "2020-01-01", "--db", db)
    expect(exitCode).toBe(0)
    expect(out).toContain("Inga.")
  })

  it("a view depends on the given day and not on the clock", async () => {
    const early = await frist("board", "--today", "2023-12-15", "--db", db)
    expect(early.out).toContain("16 dagar kvar")
    const late = await frist("board", "--today", "2025-01-01", "--db", db)
    expect(late.out).not.toContain("16 dagar kvar")
  })
})

describe("help", () => {
  it.each(["bash", "zsh", "fish"])("completes commands in %s", async (shell) => {
    const { exitCode, out } = await frist("--completions", shell)
    expect(exitCode).toBe(0)
    expect(out).toContain("timeline")
  })

  it.each(["bash", "zsh", "fish", "powershell"])(
    "completes in Swedish in %s, with no word of the English help",
    async (shell) => {
      const [sv, en] = [
        await frist("--completions", shell, "--lang", "sv"),
        await frist("--completions", shell, "--lang=en")
      ]
      if (shell !== "bash") {
        expect(sv.out).toContain("Visa milstolparna i tidsordning")
        expect(en.out).toContain("Show the milestones in chronological order")
      }
      expect(sv.out).not.toMatch(/\b(?:Show|Record|Print)\b|\[Disable|-d .Disable/u)
    }
  )
})

describe("a view of a time before the plan", () => {
  const views = [
    ["board"],
    ["completed"],
    ["slips"],
    ["timeline"],
    ["findings"],
    ["decisions"],
    ["measures"],
    ["history"]
  ]

  it.each(views)("says that nothing was recorded by an instant before it (%s)", async (view) => {
    const { out } = await frist(view, "--known-at", "2020-01-01", "--db", db)
    expect(out).toContain("Då var inget sparat i planen.")
    expect((await frist(view, "--db", db)).out).not.toContain("inget sparat i planen")
  })

  it.each(views)("says that the plan had not begun by a day before it, under no empty table (%s)", async (view) => {
    const { out } = await frist(view, "--as-of", "2020-01-01", "--db", db)
    expect(out).toContain("Den dagen hade planen inte börjat.")
    expect(out).not.toContain("━")
    expect((await frist(view, "--db", db)).out).not.toContain("hade planen inte börjat")
  })

  it.each([["--known-at"], ["--as-of"]])("says that there was no such activity then (%s)", async (flag) => {
    const { err, exitCode } = await frist("slips", "gron", flag, "2020-01-01", "--db", db)
    expect([exitCode, err]).toEqual([1, expect.stringContaining("Då fanns ingen aktivitet i planen")])
  })

  it("a report of what was recorded by then is refused", async () => {
    const { err, exitCode } = await frist("report", "--held-on", "2024-06-17", "--known-at", "2020-01-01", "--db", db)
    expect([exitCode, err]).toEqual([2, "Då var inget sparat i planen; ange en senare tidpunkt med --known-at."])
  })
})

describe("the name of an activity", () => {
  it("that a view shows finds it, for views and for what is recorded", async () => {
    const { out } = await frist("board", "--db", db, "--format", "json")
    const { activities } = JSON.parse(out) as { activities: ReadonlyArray<{ activity: string; area: string }> }
    const counts = Map.groupBy(activities, ({ area }) => area)
    const lone = activities.filter(({ activity, area }) => counts.get(area)?.length === 1 && !activity.includes("."))
    expect(lone.length).toBeGreaterThan(3)
    for (const { activity, area } of lone) {
      const moves = await frist("slips", area, "--db", db, "--format", "json")
      expect(JSON.parse(moves.out), area).toMatchObject({ activities: [{ activity }] })
    }
    const noted = await frist("note", "SDV (Skånes digitala vårdsystem)", "Väntar på regionen", "--db", db)
    expect(noted).toMatchObject({ exitCode: 0, err: "" })
  })
})

describe("the days under the changed deadlines", () => {
  it("are explained only where the change of an activity is counted in days", async () => {
    const note = "Dagarna räknas från det ursprungliga till det nuvarande slutdatumet."
    expect((await frist("slips", "dokumentportal", "--db", db)).out.replace(/\s+/gu, " ")).toContain(note)
    const { out } = await frist("slips", "sdv", "--db", db)
    expect(out).toContain("datumen mäter olika")
    expect(out.replace(/\s+/gu, " ")).not.toContain(note)
  })
})
