/**
 * Requests and their decisions, dependencies, links and new words: what each command records, and what it says.
 */
import { ActivityHistory } from "@frist/projections/ActivityHistory"
import { Board } from "@frist/projections/Board"
import { beforeAll, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { copied, folder, frist, fristJson, sample } from "./frist.ts"

const dir = folder()
let original = ""
beforeAll(async () => {
  original = await sample(dir)
})

/** Runs commands on a copy of the sample plan; each must succeed. */
const opened = () => {
  const db = copied(original)
  const done = async (...words: ReadonlyArray<string>) => {
    const ended = await frist(...words, "--db", db)
    expect(ended).toMatchObject({ exitCode: 0, err: "" })
    return ended.out.split("\n")
  }
  const history = async (of: string) =>
    Schema.decodeUnknownSync(ActivityHistory)(await fristJson("history", of, "--db", db)).entries
  const last = async (of: string) => (await history(of)).at(-1)
  const row = async (activity: string) =>
    Schema.decodeUnknownSync(Board)(await fristJson("board", "--db", db)).activities.find(
      (each) => each.activity === activity
    )
  return { db, done, history, last, row }
}

const whole = "1177-webbtidbokning-alla-mottagningar"
const wholeName = "1177 Webbtidbokning, alla mottagningar"

describe("a request for another date", () => {
  it("is recorded with its reason, moves nothing, and names how it is decided", async () => {
    const { done, last, row } = opened()
    const before = await row("grona-korset")
    const said = await done("request", "grona", "hösten 2025", "--reason", "Upphandlingen är överklagad")
    const asked = await last("grona-korset")
    expect(asked?.event).toMatchObject({
      _tag: "ExtensionRequested",
      to: { words: "hösten 2025", edtf: "2025-23" },
      reason: "Upphandlingen är överklagad"
    })
    expect(said).toEqual([
      `Sparat (nr ${asked?.position}).`,
      "Gröna korset: nytt slutdatum begärt, hösten 2025 i stället för 1 juni 2024. Det nuvarande gäller tills begäran är avgjord.",
      `Avgör den med frist decide ${asked?.position} beviljad (eller avslagen) --decision TEXT.`
    ])
    expect(await row("grona-korset")).toMatchObject({ deadline: before?.deadline, moves: before?.moves })
  })

  it("that is granted moves the deadline, its open parts and the baseline in one batch, and says so", async () => {
    const { done, history, row } = opened()
    await done("request", whole, "våren 2026", "--reason", "Resurser")
    const said = await done("decide", whole, "granted", "--decision", "KS 2026 § 45", "--lang", "en")
    expect(said.slice(1)).toEqual([
      expect.stringMatching(/^Request \d+ is granted: KS 2026 § 45\.$/u),
      `${wholeName}: new deadline, 30 June 2024 → spring 2026.`,
      expect.stringMatching(/^The deadline also moved for 4 open parts: .* – Kirurgi- .*Hjärtmottagningen\.$/u),
      expect.stringMatching(/approved deadline spring 2026, previously “Kirurgi/u)
    ])
    const events = (await history(whole)).slice(-3)
    expect(events.map(({ type }) => type)).toEqual(["ExtensionDecided", "DeadlineMoved", "BaselineApproved"])
    expect((await row(whole))?.baseline).toMatchObject({ words: "våren 2026" })
    expect((await row(`${whole}.hjartmottagningen`))?.deadline).toMatchObject({ words: "våren 2026" })
  })

  it("may be granted another date than the one requested", async () => {
    const { done, row } = opened()
    await done("request", "grona", "2027", "--on", "2024-02-01")
    await done("decide", "grona", "beviljad", "--to", "2025-06-30", "--decision", "§ 3", "--on", "2024-03-01")
    expect(await row("grona-korset")).toMatchObject({
      deadline: { words: "2025-06-30" },
      baseline: { words: "2025-06-30" }
    })
  })

  it("whose grant is withdrawn keeps its move, and says so; a refusal has none", async () => {
    const { done, history } = opened()
    const withdrawn = async (outcome: string) => {
      await done("request", "grona", "2027")
      await done("decide", "grona", outcome, "--decision", "§ 3")
      const decided = (await history("grona-korset")).findLast(({ type }) => type === "ExtensionDecided")
      return (await done("correct", String(decided?.position), "--withdraw", "--reason", "Fel rad")).slice(1)
    }
    expect(await withdrawn("avslagen")).toEqual([
      expect.stringMatching(/^Uppgift \d+ är återtagen: begäran avgjord, begäran \d+: avslagen\.$/u)
    ])
    expect(await withdrawn("beviljad")).toEqual([
      expect.stringMatching(/^Uppgift \d+ är återtagen: .* beviljad\.$/u),
      "Det ändrade och det beslutade slutdatumet är kvar. Om även de var fel, ta tillbaka dem; frist history grona-korset visar numren."
    ])
  })

  it("about an activity that is done since says so among what is to be decided", async () => {
    const { done } = opened()
    await done("request", "grona", "2027")
    expect((await done("decisions")).join("\n")).not.toContain("✔ Klart")
    await done("complete", "grona", "2024-05-20")
    expect((await done("decisions")).join("\n")).toMatch(/grona-korset[^]*✔ Klart[^]*Ändrade utan registrerat beslut/u)
  })

  it("that is refused moves nothing, and says which deadline stays", async () => {
    const { done, last, row } = opened()
    const before = await row("grona-korset")
    await done("request", "grona", "2027")
    const request = (await last("grona-korset"))?.position
    expect((await done("decide", String(request), "avslag", "--decision", "RU § 9")).slice(1)).toEqual([
      `Begäran ${request} är avslagen: RU § 9.`,
      "Gröna korset: slutdatumet är kvar, 1 juni 2024."
    ])
    expect(await row("grona-korset")).toEqual(before)
    expect((await last("grona-korset"))?.event).toMatchObject({ outcome: "refused", to: null })
  })

  it("is chosen by its number where an activity has several, and is decided once", async () => {
    const { db, done } = opened()
    await done("request", "grona", "2026")
    await done("request", "grona", "2027")
    const several = await frist("decide", "grona", "granted", "--decision", "§ 1", "--db", db)
    expect(several).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/flera begäranden att avgöra; välj en av: \d+, \d+\.$/u)
    })
    const number = /(\d+), \d+/u.exec(several.err)?.[1] ?? ""
    await done("decide", number, "granted", "--decision", "§ 1")
    expect(await done("decide", number, "granted", "--decision", "§ 1")).toEqual([
      "Så är det redan. Inget nytt sparades."
    ])
    expect(await frist("decide", number, "refused", "--decision", "§ 2", "--db", db)).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("är redan avgjord (§ 1)")
    })
    expect((await done("decide", "grona", "refused", "--decision", "§ 2"))[1]).toContain("är avslagen: § 2.")
  })
})

describe("an activity that waits for another", () => {
  it("says that earlier moves are explained too, and keeps the words of the document", async () => {
    const { done, last } = opened()
    expect((await done("wait", "grona", "sdv", "--words", "Kopplat till SDV"))[1]).toBe(
      "Gröna korset väntar på SDV (Skånes digitala vårdsystem). Det kan också förklara tidigare ändringar; frist slips grona-korset visar vad som är egen försening och vad som är väntan."
    )
    expect((await last("grona-korset"))?.event).toEqual({
      _tag: "DependencyDeclared",
      on: "sdv",
      words: "Kopplat till SDV"
    })
  })

  it("no longer waits from a day on; the command says what stays, and how to withdraw the declaration", async () => {
    const { done, last } = opened()
    await done("wait", "grona", "sdv", "--on", "2024-01-10")
    const declared = (await last("grona-korset"))?.position
    const said = await done(
      "wait",
      "grona",
      "sdv",
      "--ended",
      "--reason",
      "Eget spår",
      "--on",
      "2024-05-02",
      "--lang",
      "en"
    )
    expect(said.slice(1)).toEqual([
      "Gröna korset no longer waits for SDV (Skånes digitala vårdsystem) from 2024-05-02. Earlier moves keep their explanation.",
      `If it never waited, withdraw the declaration: frist correct ${declared} --withdraw --reason TEXT.`
    ])
    expect(await last("grona-korset")).toMatchObject({
      effectiveOn: "2024-05-02",
      event: { _tag: "DependencyEnded", on: "sdv", reason: "Eget spår" }
    })
  })

  it("is refused where the other waits for it", async () => {
    const { db, done } = opened()
    await done("wait", "grona", "sdv")
    expect(await frist("wait", "sdv", "grona", "--db", db)).toMatchObject({
      exitCode: 1,
      err: "Gröna korset väntar redan på SDV (Skånes digitala vårdsystem); avsluta den väntan först, eller ange en annan aktivitet."
    })
  })
})

describe("a milestone", () => {
  it("is linked to an activity, found among milestones and activities in turn, and says its status", async () => {
    const { done, last } = opened()
    const milestone = "elab-infort-inom-samtliga-enheter"
    const name = "Elab – infört inom samtliga enheter"
    // The import has linked it by its words.
    expect((await done("link", "elab-infort", "--none", "--lang", "en"))[1]).toBe(
      `Milestone ${name} no longer stands for Elab. Its own status is: not stated.`
    )
    expect((await done("link", "elab", "elab"))[1]).toMatch(
      new RegExp(`^Milstolpen ${name} står för Elab och har dess status: klart \\(.*\\)\\.$`, "u")
    )
    expect((await last(milestone))?.event).toEqual({ _tag: "MilestoneLinked", from: null, to: "elab" })
  })
})

describe("new words of an activity", () => {
  it("change the texts that are given, and leave the others", async () => {
    const { done, row } = opened()
    const before = await row("grona-korset")
    expect((await done("reword", "grona", "--goal", "Två mottagningar")).slice(1)).toEqual([
      `Gröna korset, Mål: ”Två mottagningar”, förut ”${before?.goal?.replace(/\s*\n\s*/gu, "; ")}”.`
    ])
    expect(await row("grona-korset")).toMatchObject({
      area: before?.area,
      goal: "Två mottagningar",
      actions: before?.actions
    })
  })

  it("on an earlier day keep the texts of that day", async () => {
    const { done, history } = opened()
    await done("reword", "grona", "--actions", "Nytt sätt", "--on", "2024-03-01")
    const actions = (await history("grona-korset"))[0]?.event
    await done("reword", "grona", "--goal", "Nytt mål", "--on", "2024-02-01")
    const reworded = (await history("grona-korset")).flatMap(({ event }) =>
      event?._tag === "ActivityReworded" && event.goal === "Nytt mål" ? [event] : []
    )
    expect(reworded[0]?.actions).toEqual(actions?._tag === "ActivityRegistered" ? actions.actions : undefined)
  })

  it("of who is responsible name the former, and may be taken away", async () => {
    const { done, last } = opened()
    await done("responsible", "grona", "Verksamhetschefen")
    expect((await done("responsible", "grona", "--none", "--lang", "en"))[1]).toBe(
      "Responsible for Gröna korset: none, previously Verksamhetschefen."
    )
    expect((await last("grona-korset"))?.event).toEqual({
      _tag: "ResponsibleChanged",
      from: "Verksamhetschefen",
      to: null
    })
  })
})

describe("a deadline moved by hand with open parts", () => {
  it("names the parts that moved with it", async () => {
    const { done } = opened()
    expect((await done("move", whole, "2025-12-31")).slice(1)).toEqual([
      `${wholeName}: nytt slutdatum, 30 juni 2024 → 31 december 2025.`,
      expect.stringMatching(/^Slutdatumet är ändrat även för 4 delar som inte är klara: /u)
    ])
    expect(await done("move", "grona", "2025-12-31")).toHaveLength(2)
  })
})

describe("a recording as JSON", () => {
  it("has the positions and nothing else", async () => {
    const { db } = opened()
    expect(await fristJson("request", "grona", "2027", "--db", db)).toEqual({
      view: "frist/recorded",
      version: 1,
      first: expect.any(Number),
      last: expect.any(Number)
    })
  })
})
