/**
 * What the terminal shows of waiting, requests, links and quotations.
 */
import { SuppositionsView } from "../src/JsonViews.ts"
import { beforeAll, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { afterEach, vi } from "vitest"
import { copied, contents, csvCells, folder, frist, fristJson, sample, second } from "./frist.ts"

const dir = folder()
let db = ""
beforeAll(async () => {
  const original = await sample(dir)
  expect(await frist("import", second, "--held-on", "2024-06-17", "--db", original)).toMatchObject({ err: "" })
  db = copied(original)
  for (const words of [
    ["wait", "taligenkanning", "sdv"],
    ["wait", "sjalvincheckning", "taligenkanning"],
    ["link", "1177-basutbud-infort", "--none"]
  ]) {
    expect(await frist(...words, "--on", "2024-06-18", "--db", db)).toMatchObject({ exitCode: 0 })
  }
})

afterEach(() => vi.unstubAllEnvs())

/** Returns what a command prints on the first of July 2024 in a wide terminal, with every run of white space as one space. */
const shown = async (...words: ReadonlyArray<string>) => {
  vi.stubEnv("COLUMNS", "300")
  const ended = await frist(...words, "--today", "2024-07-01", "--db", db)
  expect(ended).toMatchObject({ exitCode: 0, err: "" })
  return ended.out.replace(/\s+/gu, " ")
}

describe("slips", () => {
  it("say how much of a slip was spent waiting, and for what", async () => {
    const all = await shown("slips")
    expect(all).toContain("Taligenkänning (TIK): 2 gånger, 1 096 dagar, varav 1 096 i väntan på SDV")
    expect(all).toContain("1 097–1 461 dagar, varav 730–1 095 i väntan på Taligenkänning (TIK)")
    expect(await shown("slips", "taligenkanning", "--lang", "en")).toContain("of which 1,096 waiting for SDV")
    expect(await shown("slips", "grona-korset")).not.toContain("väntan")
  })

  it("say of how many parts a slip is known", async () => {
    expect(await shown("slips", "1177-webbtidbokning-alla")).toContain("1 096 dagar (3 av 4 delar, 1 okänd)")
    expect(await shown("board", "--lang", "en")).toContain("1,096 days (3 of 4 parts, 1 unknown)")
  })

  it("quote new sentences of the follow-up, and give no source for a reason", async () => {
    const own = await shown("slips", "sjalvincheckning")
    expect(own).toContain("Uppföljningen säger: ”Utredarna lämnar sitt förslag i höst.”")
    // In a wide terminal the source has its own column.
    expect(own).toMatch(/2024-06-17\.csv, Aktiviteter, rad 1/u)
    expect(own).not.toContain("ur dokument")
    const long = await shown("slips", "taligenkanning", "--lang", "en")
    expect(long).toMatch(/The follow-up says: “Går framåt, men långsamt\. Workshops [^”]* …”/u)
  })
})

describe("slips --if", () => {
  it("show what would have to move with an activity, through others too, and record nothing", async () => {
    const before = contents(dir)
    const text = await shown("slips", "--if", "sdv=hösten 2027")
    expect(text).toContain("Om SDV (Skånes digitala vårdsystem) blir klart hösten 2027")
    expect(text).toContain("måste senareläggas")
    expect(text).toContain("Taligenkänning (TIK) → SDV")
    expect(contents(dir)).toEqual(before)
  })

  it("may suppose several dates, each on its own, also as JSON and CSV", async () => {
    const words = ["slips", "--if", "sdv=2023-01", "--if", "taligenkanning=2030", "--db", db]
    const { suppositions } = Schema.decodeUnknownSync(SuppositionsView)(await fristJson(...words))
    expect(
      suppositions.map(({ activity, affected, unaffected }) => [activity?.activity, affected.length, unaffected.length])
    ).toEqual([
      ["sdv", 0, 2],
      ["taligenkanning", 1, 0]
    ])
    const { out } = await frist(...words, "--format", "csv")
    expect(csvCells(out).map(([cell]) => cell)).toEqual(["if", "sdv", "sdv", "taligenkanning"])
  })

  it.each([
    ["sdv", 2, /”sdv” säger inte vilken aktivitet som får vilket slutdatum/u],
    ["sdv=snart", 2, /”snart” är inget datum/u],
    ["nosuch=2027", 1, /Ingen aktivitet passar in på ”nosuch”/u]
  ])("refuse what is no supposition: %s", async (words, exitCode, sentence) => {
    const ended = await frist("slips", "--if", words, "--db", db)
    expect(ended).toMatchObject({ exitCode, out: "", err: expect.stringMatching(sentence) })
  })

  it("are shown alone", async () => {
    expect(await frist("slips", "sdv", "--if", "sdv=2027", "--db", db)).toMatchObject({
      exitCode: 2,
      err: "--if visas för sig; utelämna --chart, --all-plans och aktiviteten."
    })
  })
})

describe("a timeline", () => {
  it("shows the status of the activity that a milestone stands for, and calls no unstated one late", async () => {
    const text = await shown("timeline")
    expect(text).toMatch(/Elab – infört inom samtliga enheter 2023-12-01 2023-12-01 ✔ Klart .*enligt Elab/u)
    expect(text).toMatch(/1177-basutbud infört även SV 2023-11-01 2023-11-01 ○ Ej angivet status saknas/u)
  })
})

describe("a history", () => {
  it("names the request that was decided, what an activity waits for, and what a milestone stands for", async () => {
    const own = copied(db)
    const request = /nr (\d+)/u.exec((await frist("request", "digitalt-mote", "2026", "--db", own)).out)?.[1]
    await frist("decide", "digitalt-mote", "refused", "--decision", "RU § 10", "--db", own)
    const history = async (of: string) => (await frist("history", of, "--db", own)).out.replace(/\s+/gu, " ")
    expect(await history("digitalt-mote")).toMatch(
      new RegExp(`Begäran avgjord begäran ${request}: avslagen .*RU § 10`, "u")
    )
    expect(await history("taligenkanning")).toMatch(/Väntar på SDV/u)
    expect(await history("elab-infort")).toMatch(/Milstolpe kopplad – → Elab/u)
  })
})

describe("decisions", () => {
  it("list open requests with their slip, decided ones with the reference, and moves that nobody decided", async () => {
    const own = copied(db)
    const done = (...words: ReadonlyArray<string>) => frist(...words, "--on", "2024-06-20", "--db", own)
    await done("request", "dokumentportal", "2025-12-31", "--reason", "Pärmarna tar tid")
    await done("request", "digitalt-mote", "2025-06-30")
    await done("decide", "digitalt-mote", "granted", "--decision", "RU 2024 § 9")
    await done("request", "taligenkanning", "2026")
    await done("decide", "taligenkanning", "refused", "--decision", "RU 2024 § 10")
    const text = (await frist("decisions", "--today", "2024-07-01", "--db", own)).out.replace(/\s+/gu, " ")
    expect(text).toMatch(
      /Att avgöra Nr .*Dokumentportal 2021-06-01 2024-12-31 2025-12-31 365 dagar senare Pärmarna tar tid/u
    )
    expect(text).toMatch(/Avgjorda .*Digitalt möte 2025-06-30 beviljad RU 2024 § 9/u)
    expect(text).toMatch(/2026 avslagen RU 2024 § 10/u)
    const [, undecided = ""] = text.split("Ändrade utan registrerat beslut")
    expect(undecided).toContain("taligenkanning")
    expect(undecided).not.toMatch(/Digitalt möte digitalt-mote /u)
  })

  it("say that there are none", async () => {
    const own = copied(db)
    expect((await frist("decisions", "--as-of", "2023-01-01", "--lang", "en", "--db", own)).out).toMatch(
      /No request is open\.[^]*No deadline moved without a recorded decision\.$/u
    )
  })
})
