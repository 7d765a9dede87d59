/**
 * Commands that change one activity: what they record, and what views show afterwards.
 */
import { Board } from "@frist/projections/Board"
import { Completed } from "@frist/projections/Completed"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { ActivityHistory } from "@frist/projections/ActivityHistory"
import { beforeEach, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { join } from "node:path"
import { vi } from "vitest"
import { folder, frist, fristJson, sample } from "./frist.ts"

const dir = folder()
let db = ""
beforeEach(async () => {
  db = await sample(dir)
})

const done = async (...words: ReadonlyArray<string>) => {
  const ended = await frist(...words, "--db", db)
  expect(ended).toMatchObject({ exitCode: 0, err: "" })
  return ended.out
}
const board = async (...words: ReadonlyArray<string>) =>
  Schema.decodeUnknownSync(Board)(await fristJson("board", ...words, "--db", db)).activities
const row = async (activity: string, ...words: ReadonlyArray<string>) =>
  (await board(...words)).find((each) => each.activity === activity)
const completed = async () => Schema.decodeUnknownSync(Completed)(await fristJson("completed", "--db", db)).activities
const slips = async (of: string, ...words: ReadonlyArray<string>) =>
  Schema.decodeUnknownSync(DeadlineHistory)(await fristJson("slips", of, ...words, "--db", db)).activities[0]
const history = async (of: string) =>
  Schema.decodeUnknownSync(ActivityHistory)(await fristJson("history", of, "--db", db)).entries

const eye = "1177-webbtidbokning-ogonmottagningen"

describe("a deadline moved by hand", () => {
  it("a deadline moved by hand is a second move, with the net slip from the end points, and leaves the earlier board unchanged", async () => {
    const before = await board("--as-of", "2024-01-01")
    await done("move", "webbtidbokning-ogon", "hösten 2024", "--reason", "Nyanställda först", "--on", "2024-05-02")
    const moved = await slips(eye)
    expect(moved?.moves.map(({ to }) => to.words)).toEqual(["2024-06", "hösten 2024"])
    expect(moved?.tally).toMatchObject({ count: 2, atLeast: true, net: { min: 975, max: 1095 } })
    expect(moved?.moves[1]).toMatchObject({
      provenance: "stated",
      reason: "Nyanställda först",
      effectiveOn: "2024-05-02"
    })
    expect(await board("--as-of", "2024-01-01")).toEqual(before)
  })

  it("a deadline moved by hand to its current date records nothing", async () => {
    expect(await done("move", eye, "juni 2024")).toBe("Så är det redan. Inget nytt sparades.")
  })

  it("a deadline moved by hand names the actor", async () => {
    await done("move", eye, "2025", "--actor", "Karin Åberg")
    expect((await slips(eye))?.moves[1]?.actor).toBe("Karin Åberg")
  })
})

describe("a correction", () => {
  it("changes what is shown from then on, is not a move, and is unknown earlier", async () => {
    await done("move", eye, "2024-12-31", "--on", "2024-05-02")
    const position = (await history(eye)).at(-1)?.position ?? 0
    await new Promise((resolve) => setTimeout(resolve, 5))
    const before = new Date().toISOString()
    await new Promise((resolve) => setTimeout(resolve, 5))
    await done("correct", String(position), "--date", "2025-12-31", "--reason", "Fel år")
    const now = await slips(eye)
    expect(now?.moves.map(({ to }) => to.words)).toEqual(["2024-06", "2025-12-31"])
    expect(now?.tally.count).toBe(2)
    const then = await slips(eye, "--known-at", before)
    expect(then?.moves.map(({ to }) => to.words)).toEqual(["2024-06", "2024-12-31"])
    expect((await history(eye)).find((entry) => entry.position === position)?.correctedBy).toBe(position + 1)
  })

  it("builds on the previous one: a corrected text keeps the corrected date", async () => {
    await done("move", eye, "2025-12-31", "--reason", "Fel", "--on", "2024-05-02")
    const position = String((await history(eye)).at(-1)?.position)
    await done("correct", position, "--date", "2024-12-31", "--reason", "Fel år")
    await done("correct", position, "--text", "Rätt orsak", "--reason", "Fel orsak")
    expect((await slips(eye))?.moves.at(-1)).toMatchObject({ to: { words: "2024-12-31" }, reason: "Rätt orsak" })
  })

  it("of a registration leaves its history visible", async () => {
    const position = (await history("hemvist"))[0]?.position
    await done("correct", String(position), "--withdraw", "--reason", "Fel plan")
    const entries = await history("hemvist")
    expect(entries[0]).toMatchObject({ type: "ActivityRegistered", inEffect: false, correctedBy: expect.any(Number) })
    expect(entries.at(-1)?.type).toBe("Corrected")
  })

  it("can withdraw the event", async () => {
    await done("move", eye, "2024-12-31")
    const position = (await history(eye)).at(-1)?.position ?? 0
    await done("correct", String(position), "--withdraw", "--reason", "Fel rad")
    expect((await slips(eye))?.tally.count).toBe(1)
  })

  it("can be given as the whole event, or as a text", async () => {
    await done("note", eye, "Pågår")
    const last = (await history(eye)).at(-1)
    await done(
      "correct",
      String(last?.position),
      "--json",
      JSON.stringify({ ...last?.event, text: "Paus" }),
      "--reason",
      "Fel ord"
    )
    expect((await row(eye))?.note).toBe("Paus")
    await done("correct", String(last?.position), "--text", "Vila", "--reason", "Fel ord igen")
    expect((await row(eye))?.note).toBe("Vila")
  })
})

describe("a status reported by hand", () => {
  it("is shown beside the computed lateness", async () => {
    await done("status", "dokumentportal", "försenat", "--on", "2023-12-20")
    expect(await row("dokumentportal", "--today", "2024-01-01")).toMatchObject({
      status: { _tag: "Delayed" },
      lateness: { original: { passed: "certainly" }, deadline: { passed: "no" } }
    })
  })

  it("completes, reopens and discontinues", async () => {
    await done("complete", "dokumentportal", "2024-05-20")
    expect((await completed()).find(({ activity }) => activity === "dokumentportal")?.after.original).toEqual({
      min: 1084,
      max: 1084
    })
    expect(await row("dokumentportal")).toBeUndefined()
    await done("reopen", "dokumentportal")
    expect((await row("dokumentportal"))?.status).toEqual({ _tag: "InProgress" })
    await done("discontinue", "dokumentportal", "--reason", "Ersätts av SDV")
    expect((await completed()).find(({ activity }) => activity === "dokumentportal")?.status).toEqual({
      _tag: "Discontinued",
      reason: "Ersätts av SDV"
    })
  })
})

describe("an approved baseline", () => {
  it("is not a move, and lateness is counted against it separately", async () => {
    await done("approve", "grona-korset", "2023-06-30", "--decision", "Dnr 2023/41", "--on", "2023-12-20")
    expect(await row("grona-korset", "--today", "2024-01-01")).toMatchObject({
      moves: { count: 1 },
      baseline: { words: "2023-06-30" },
      lateness: {
        original: { days: { min: 731, max: 731 } },
        baseline: { days: { min: 185, max: 185 } },
        deadline: { passed: "no" }
      }
    })
  })
})

describe("a day in the future", () => {
  it("is refused as the day of a fact", async () => {
    const ended = await frist("complete", "dokumentportal", "--on", "2099-01-01", "--db", db)
    expect(ended).toEqual({
      exitCode: 2,
      out: "",
      err: "Dagen 2099-01-01 har inte varit än; ange en dag till och med i dag."
    })
    expect((await frist("open", "X", "--plan", "x", "--on", "2099-01-01", "--db", db)).exitCode).toBe(2)
  })
})

describe("the history of the plan itself", () => {
  it("has its opening, its reviews, and their documents", async () => {
    const { entries } = Schema.decodeUnknownSync(ActivityHistory)(await fristJson("history", "--db", db))
    expect(entries.slice(0, 2)).toMatchObject([
      { position: 1, type: "PlanOpened", source: { document: "2023-12-15.csv" } },
      { position: 2, type: "ReviewHeld", event: { heldOn: "2023-12-15" } }
    ])
  })

  it.each([60, 80, 100])("a history shows actor, time and source also at %i characters", async (width) => {
    vi.stubEnv("COLUMNS", String(width))
    const { out } = await frist("history", "sdv", "--actor", "x", "--db", db)
    vi.unstubAllEnvs()
    expect(out.replace(/\s+/gu, "")).toContain("2023-12-15.csv")
    expect(out).toMatch(/\d{4}-\d\d-\d\d\s+\d\d:\d\d:\d\dZ/u)
  })

  it("accepts an instant in the form that it prints", async () => {
    const shown = (await history(eye))[0]?.recordedAt.slice(0, 19).replace("T", " ") ?? ""
    expect((await slips(eye, "--known-at", `${shown}Z`))?.moves).toHaveLength(1)
  })
})

describe("a figure by hand", () => {
  it.each([
    ["42", 42],
    ["1 234,5", 1234.5],
    ["1\u00a0234", 1234],
    ["−3,25", -3.25],
    ["0.5", 0.5]
  ])("a figure is read in common notations: %s", async (words, value) => {
    await done("measure", "sdv", "antal", words)
    expect((await history("sdv")).at(-1)?.event).toMatchObject({ value, words })
  })

  it.each(["1,000", "0x10", "1e3", "1 23", "--", "NaN", ""])(
    "is refused if the number is ambiguous or invalid: %s",
    async (words) => {
      expect((await frist("measure", "sdv", "antal", words, "--db", db)).exitCode).toBe(2)
    }
  )
})

describe("a plan by hand", () => {
  it("is opened, filled, measured and reviewed without a document", async () => {
    const own = join(dir, `${crypto.randomUUID()}.db`)
    db = own
    await done("open", "Plan för vården", "--on", "2024-01-01")
    await done(
      "register",
      "it-stod",
      "--area",
      "IT-stöd",
      "--goal",
      "Ett system",
      "--deadline",
      "Q2 2025",
      "--on",
      "2024-01-02"
    )
    await done("register", "it-stod.pilot", "--parent", "it-stod", "--goal", "Pilot", "--on", "2024-01-02")
    await done("register", "driftstart", "--milestone", "--goal", "Driftstart", "--deadline", "hösten 2025")
    expect(
      await done(
        "measure",
        "it-stod",
        "användare",
        "1 234,5",
        "--unit",
        "st",
        "--period",
        "2024-03",
        "--qualifier",
        "about",
        "--on",
        "2024-04-01"
      )
    ).toBe("Sparat (nr 5).\nIT-stöd: nytt mätvärde, användare: ca 1\u00a0234,5\u00a0st.")
    await done("note", "it-stod", "Går bra", "--on", "2024-04-01")
    await done("review", "2024-04-15", "--title", "Styrelsen")
    expect((await board()).map(({ activity }) => activity)).toEqual(["it-stod", "it-stod.pilot"])
    const measured = (await history("it-stod")).flatMap(({ event }) =>
      event?._tag === "MeasurementRecorded" ? [event] : []
    )
    expect(measured).toMatchObject([
      { value: 1234.5, unit: "st", qualifier: "about", words: "1 234,5", period: { edtf: "2024-03" } }
    ])
    expect((await frist("timeline", "--db", own)).out).toContain("hösten 2025")
  })

  it("cannot be opened twice", async () => {
    expect((await frist("open", "Annan titel", "--plan", "sample", "--db", db)).err).toContain("Planen finns redan")
  })
})
