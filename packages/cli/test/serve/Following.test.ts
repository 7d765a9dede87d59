/**
 * The calendar, parsed by another library than the one that writes it, and the feed, validated by a schema.
 */
import { describe, expect, it } from "@effect/vitest"
import { readDate } from "@frist/domain/dates/DateReading"
import ICAL from "ical.js"
import { RelaxNGValidator, XmlDocument } from "libxml2-wasm"
import { readFileSync } from "node:fs"
import { saying } from "../../../reports/test/logs.ts"
import { moveOf, served } from "./servedSample.ts"

const textOf = async (site: Awaited<ReturnType<typeof served>>, path: string): Promise<string> =>
  (await site.ask(path)).text()

/** The ids in a feed. */
const ids = (text: string): ReadonlyArray<string> =>
  Array.from(text.matchAll(/<id>(.*?)<\/id>/gu), ([, id]) => id ?? "")

/** The events of a calendar by the activity in their name. */
const eventsOf = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect([calendar.name, calendar.getFirstPropertyValue("version")]).toEqual(["vcalendar", "2.0"])
  return new Map(
    calendar.getAllSubcomponents("vevent").map((each) => {
      const event = new ICAL.Event(each)
      return [event.uid.split("@")[0], { event, status: each.getFirstPropertyValue("status") }]
    })
  )
}

describe("the calendar", () => {
  it("keeps the name of an activity that moves, and counts its moves", async () => {
    const site = await served()
    await site.record(moveOf("sdv", "2024-12-16", "2032-02-02", null))
    const before = eventsOf(await textOf(site, "/plan.ics")).get("sdv")?.event
    await site.record(moveOf("sdv", "2024-12-16", "2033-03-03", null))
    const text = await textOf(site, "/plan.ics")
    const after = eventsOf(text).get("sdv")
    expect(after?.event.uid).toBe(before?.uid)
    expect(after?.event.sequence).toBe((before?.sequence ?? expect.fail("no event")) + 1)
    expect([after?.event.startDate.toString(), after?.event.endDate.toString()]).toEqual(["2033-03-03", "2033-03-04"])
    expect(after?.status).toBe("CONFIRMED")
    expect(await textOf(site, "/plan.ics")).toBe(text)
    for (const line of text.split("\r\n")) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })

  it("spans the days that an imprecise date can mean, and is tentative", async () => {
    const site = await served()
    const { activities } = (await (await site.ask("/api/board")).json()) as {
      readonly activities: ReadonlyArray<{
        readonly activity: string
        readonly deadline: {
          readonly words: string
          readonly earliest: string | null
          readonly latest: string | null
        } | null
      }>
    }
    const events = eventsOf(await textOf(site, "/plan.ics"))
    const dated = activities.filter(
      ({ deadline }) => deadline !== null && (deadline.earliest ?? deadline.latest) !== null
    )
    expect([...events.keys()].toSorted()).toEqual(dated.map(({ activity }) => activity).toSorted())
    const vague = dated.filter(({ deadline }) => deadline?.earliest !== deadline?.latest)
    expect(vague.length).toBeGreaterThan(1)
    for (const { activity, deadline } of vague) {
      const found = events.get(activity)
      const last = found?.event.endDate.clone()
      last?.adjust(-1, 0, 0, 0)
      expect(found?.status).toBe("TENTATIVE")
      expect(found?.event.startDate.toString()).toBe(deadline?.earliest ?? deadline?.latest)
      expect(last?.toString()).toBe(deadline?.latest ?? deadline?.earliest)
      expect(found?.event.description).toContain(deadline?.words)
    }
  })
})

it("an approximate day is tentative in the calendar, and a day is not", async () => {
  const site = await served()
  const status = async (words: string) => {
    const { event, ...move } = moveOf("sdv", "2024-12-16", "2033-03-03", null)
    await site.record({ ...move, event: { ...event, to: readDate(words).date } as typeof event })
    return eventsOf(await textOf(site, "/plan.ics")).get("sdv")?.status
  }
  expect([await status("2033-03-03"), await status("ca 2033-04-04")]).toEqual(["CONFIRMED", "TENTATIVE"])
})

describe("the feed", () => {
  const schema = RelaxNGValidator.fromDoc(
    XmlDocument.fromString(readFileSync(new URL("atom.rng", import.meta.url), "utf8"))
  )
  it("is valid, has the latest change first, and keeps its ids at another address", async () => {
    const site = await served()
    const elsewhere = await served({ url: "https://example.se/plan", language: "sv" })
    await site.record(moveOf("sdv", "2024-12-16", "2033-03-03", "Delayed & <postponed>"))
    const [text, other] = [await textOf(site, "/moves.atom"), await textOf(elsewhere, "/moves.atom")]
    for (const each of [text, other]) expect(() => schema.validate(XmlDocument.fromString(each))).not.toThrow()
    expect(new Set(ids(text)).size).toBe(ids(text).length)
    expect(ids(other).filter((id) => !ids(text).includes(id))).toEqual([])
    expect(text.indexOf("Delayed &amp; &lt;postponed&gt;")).toBeGreaterThan(0)
    expect(text.indexOf("<entry>")).toBeGreaterThan(text.indexOf("http://localhost:8420/moves.atom"))
    expect(other).toContain('href="https://example.se/plan/activities/')
  })

  it("has the time of recording of each change, and that of the latest as its own", async () => {
    const site = await served({ language: "sv" })
    await site.record(moveOf("sdv", "2024-12-16", "2033-03-03", null))
    const { activities } = (await (await site.ask("/api/slips")).json()) as {
      readonly activities: ReadonlyArray<{
        readonly moves: ReadonlyArray<{ readonly position: number; readonly recordedAt: string }>
      }>
    }
    const times = activities
      .flatMap(({ moves }) => moves)
      .toSorted((a, b) => b.position - a.position)
      .map(({ recordedAt }) => recordedAt)
    await site.record({
      ...moveOf("sdv", "2024-12-16", "2033-03-03", null),
      event: { _tag: "FollowUpNoted", text: "Nytt" }
    })
    const text = await textOf(site, "/moves.atom")
    const updated = Array.from(text.matchAll(/<updated>(.*?)<\/updated>/gu), ([, time]) => time)
    expect(new Set(times).size).toBeGreaterThan(1)
    expect(updated).toEqual([times[0], ...times])
    expect(text).toContain("datumen mäter olika saker")
  })

  it.each([
    "]]><script>alert(1)</script>",
    "\u009b31m<svg onload=alert(1)>",
    "\u0001\ufffe\u202e",
    "a\r\nBEGIN:VEVENT\r\nUID:x"
  ])("and the calendar take %j as text", async (words) => {
    const events = saying(words).filter(({ event }) => event?._tag !== "Corrected" && event?._tag !== "Redacted")
    const site = await served({ events })
    const text = await textOf(site, "/moves.atom")
    const document = XmlDocument.fromString(text)
    expect(() => schema.validate(document)).not.toThrow()
    expect(document.find("//*[local-name()='script']")).toEqual([])
    // Readers take the texts of entries as HTML.
    const html = Array.from(text.matchAll(/type="html"><!\[CDATA\[(.*?)\]\]>/gsu), ([, shown = ""]) => shown)
    expect(html.length).toBeGreaterThan(0)
    expect(html.filter((each) => /[<>]/u.test(each))).toEqual([])
    expect(text).not.toMatch(/[\u007f-\u009f]/u)
    const names = [...eventsOf(await textOf(site, "/plan.ics")).keys()]
    expect(names).not.toContain("x")
  })
})
