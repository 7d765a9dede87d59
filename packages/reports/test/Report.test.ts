/**
 * The report of the sample plan: its sentences, its tables and what it says of itself.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId } from "@frist/domain/Names"
import { readDate } from "@frist/domain/dates/DateReading"
import type { Report, ReportTable } from "../src/Report.ts"
import { day, imported } from "../../editions/test/sampleEditions.ts"
import { empty, recorded, sample, sourceOf } from "./logs.ts"

const sectionOf = ({ sections }: Report, id: string) => sections.find((section) => section.id === id)
const sentencesOf = (report: Report, id: string): ReadonlyArray<string> =>
  (sectionOf(report, id)?.blocks ?? []).flatMap((block) =>
    block._tag === "Sentences"
      ? block.sentences.map(({ lead, text }) => (lead === null ? text : `${lead}: ${text}`))
      : []
  )
const tableOf = (report: Report, id: string): ReportTable => {
  const found = report.sections
    .flatMap(({ blocks }) => blocks)
    .find((block): block is ReportTable => block._tag === "Table" && block.id === id)
  if (found === undefined) throw new Error(`no table ${id}`)
  return found
}
const column = (table: ReportTable, key: string): ReadonlyArray<string> => {
  const at = table.columns.findIndex((each) => each.key === key)
  return table.rows.map(({ cells }) => cells[at]?.text ?? "")
}

const december = sourceOf(imported("2023-12-15"), "2023-12-15").report
const june = sourceOf(sample, "2024-06-17").report

const review = (on: string) => ({ _tag: "ReviewHeld", heldOn: day(on), title: null }) as const

/** The rows of a table as texts, by the keys of its columns. */
const rowsOf = (report: Report, id: string): ReadonlyArray<Readonly<Record<string, string>>> => {
  const { columns, rows } = tableOf(report, id)
  return rows.map(({ cells }) => Object.fromEntries(columns.map(({ key }, at) => [key, cells[at]?.text ?? ""])))
}
/** The text of a cell, in the row of an activity. */
const cell = (report: Report, id: string, activity: string, key: string): string | undefined => {
  const table = tableOf(report, id)
  const at = table.columns.findIndex((each) => each.key === key)
  return table.rows.find((row) => row.activity === activity)?.cells[at]?.text
}
const headlineIn = (report: Report) =>
  sectionOf(report, "summary")?.blocks.flatMap((block) => (block._tag === "Sentences" ? [block.heading] : []))[0]

describe("the summary", () => {
  it("of the first review says how many deadlines are later than the original ones", () => {
    expect(headlineIn(december)).toMatch(
      /^(?:Åtta|Nio|Tio) av tolv aktiviteter är senarelagda jämfört med ursprungligt slutdatum\./u
    )
  })

  it("of a later review has a headline that is a finding, and counts that add up", () => {
    expect(headlineIn(june)).toBe(
      "Sju av tolv aktiviteter är senarelagda. SDV (Skånes digitala vårdsystem) väntas nu först hösten 2026."
    )
    expect(sentencesOf(june, "summary")[0]).toBe(
      "Av 12 pågående vid uppföljningen 15 december 2023: 7 senarelagda, 1 klar, 2 passerade utan nytt slutdatum, 1 saknas i dokumentet, 1 med oförändrat slutdatum."
    )
    expect(sentencesOf(june, "summary")[1]).toContain("1 ny")
  })

  it("says of a row that is back no more than that it is ongoing again", () => {
    const later = sourceOf(sample, "2024-12-16").report
    expect(sentencesOf(later, "summary").join(" ")).toContain("Dessutom 1 åter bland de pågående och 1 bland de klara")
  })

  it("counts a row with parts as one", () => {
    const row = { kind: "activity", area: "Bokning", goal: "Alla", actions: null, responsible: null } as const
    const deadline = readDate("2024-06-30").date
    const register = (parent: ActivityId | null) => ({ _tag: "ActivityRegistered", parent, ...row, deadline }) as const
    const done = {
      _tag: "StatusChanged",
      from: { _tag: "NotStated" },
      to: { _tag: "Completed", on: readDate("2024-03-01").date }
    } as const
    const log = [
      recorded(1, "2024-01-15", "bokning", register(null)),
      recorded(2, "2024-01-15", "bokning.del", register(ActivityId.make("bokning"))),
      recorded(3, "2024-01-15", null, review("2024-01-15")),
      recorded(4, "2024-04-15", null, review("2024-04-15")),
      recorded(5, "2024-04-15", "bokning", done),
      recorded(6, "2024-04-15", "bokning.del", done)
    ]
    const { report } = sourceOf(log, "2024-04-15")
    expect(headlineIn(report)).toBe("En av en aktivitet har blivit klar.")
    expect(sentencesOf(report, "summary")).toEqual(["Av 1 pågående vid uppföljningen 15 januari 2024: 1 klar."])
    expect(tableOf(report, "closed").rows).toHaveLength(1)
  })

  it("of a plan without activities says so", () => {
    expect(sentencesOf(sourceOf(empty, "2023-12-15").report, "summary")).toEqual(["Planen har inga aktiviteter än."])
  })

  it("on a day without a review says nothing of one", () => {
    const { report } = sourceOf(sample, "2024-06-18")
    expect([report.subtitle, ...report.lines]).toEqual([
      "Läget 18 juni 2024",
      "Ingen uppföljning är registrerad den dagen.",
      "Jämfört med uppföljningen 17 juni 2024."
    ])
    expect(rowsOf(report, "decisions").map(({ activity }) => activity)).toContain(
      "1177 Webbtidbokning, medicinmottagningen"
    )
  })
})

const moved = (report: Report, activity: string) => rowsOf(report, "moved").find((row) => row["activity"] === activity)
const asked = (report: Report, activity: string) =>
  rowsOf(report, "decisions").flatMap((row) => (row["activity"] === activity ? [row["decision"]] : []))

describe("the changed deadlines", () => {
  it("have what the follow-up says beside them, never as a reason", () => {
    expect(moved(june, "Självincheckning")?.["reasons"]).toBe("”Utredarna lämnar sitt förslag i höst.”")
    expect(sentencesOf(june, "moved").join(" ")).toContain("Dokumentet har ingen kolumn för skäl.")
    expect(JSON.stringify(june)).not.toMatch(/[Ii]nget skäl är angivet|inget angivet/u)
  })

  it("say of a follow-up without a new sentence or a hindrance that nothing in it is new, not that it is silent", () => {
    const later = sourceOf(sample, "2024-12-16").report
    expect(moved(later, "AI-stöd i journal")?.["reasons"]).toBe("inget nytt")
    expect(moved(later, "1177 Webbtidbokning, ögonmottagningen")?.["reasons"]).toBe(
      "Oförändrad text: ”Många nyanställda ska introduceras, och det går före.”"
    )
    expect(rowsOf(later, "moved").map(({ reasons }) => reasons)).not.toContain("–")
  })

  it("give the reason of a move that has one", () => {
    const to = readDate("2025-06-30").date
    const log = recorded(sample.length + 1, "2024-12-20", "dokumentportal", {
      _tag: "DeadlineMoved",
      from: null,
      to,
      reason: "Nyanställda först"
    })
    const { report } = sourceOf([...sample, log], "2025-01-15")
    expect(moved(report, "Dokumentportal")?.["reasons"]).toBe("Skäl: Nyanställda först")
    expect(sentencesOf(report, "moved").join(" ")).not.toContain("kolumn för skäl")
  })

  it("have no total over dates that measure different things", () => {
    const sdv = moved(june, "SDV (Skånes digitala vårdsystem)")
    expect(sdv?.["inAll"]).toBe("datumen mäter olika saker")
    expect(sdv?.["days"]).toContain("4–11 månader")
    const row = rowsOf(june, "lateness").find(({ activity }) => activity === "SDV (Skånes digitala vårdsystem)")
    expect(row?.["againstOriginal"]).toBe("datumen mäter olika saker")
    expect(moved(december, "SDV (Skånes digitala vårdsystem)")?.["days"]).toBe("datumen mäter olika saker")
  })

  it("do not count days from a date that is cut short", () => {
    expect(moved(june, "Självincheckning")?.["days"]).toBe("oklart hur långt: ”2024-” är inget fullständigt datum")
  })
})

describe("the decisions", () => {
  it("ask about deadlines that passed, with what the document says where a date should be", () => {
    expect(asked(june, "Digitaliseringsprojekt")).toEqual([
      "Skulle ha varit klar 30 mars 2024, för 79 dagar sedan. Vilket är det nya slutdatumet?"
    ])
    expect(asked(june, "Diagnos på distans")[0]).toContain("som inte går att läsa som ett datum")
  })

  it("ask about a row that is done and red, one that is missing, and an original date that was changed", () => {
    expect(
      rowsOf(june, "decisions")
        .map((row) => row["decision"])
        .join("\n")
    ).toContain("Står bland de klara i dokumentet")
    expect(asked(june, "1177 Webbtidbokning, medicinmottagningen")[0]).toContain("struken av misstag")
    expect(asked(june, "Dokumentportal")[0]).toContain("från 1 juni 2021 till 1 juni 2022, utan registrerat beslut")
  })

  it("begin with open requests, and name who is responsible", () => {
    const requested = recorded(sample.length + 1, "2024-06-17", "dokumentportal", {
      _tag: "ExtensionRequested",
      to: readDate("2025-06-30").date,
      reason: "Nyanställda först"
    })
    const [first] = rowsOf(sourceOf([...sample, requested], "2024-06-17").report, "decisions")
    expect(first?.["activity"]).toBe("Dokumentportal")
    expect(first?.["decision"]).toMatch(/^Begär nytt slutdatum: 30 juni 2025\. .* Skäl: ”Nyanställda först” Beviljas/u)
    expect(first?.["responsible"]).not.toBe("")
  })

  it("ask for a last day where there is none", () => {
    const later = sourceOf(sample, "2024-12-16").report
    expect(asked(later, "SDV (Skånes digitala vårdsystem)")).toEqual([
      "Har inte längre något slutdatum, utan ”på obestämd tid”. Ska aktiviteten få ett nytt slutdatum eller avslutas?"
    ])
  })

  it("quote what a follow-up demands", () => {
    const later = sourceOf(sample, "2024-12-16").report
    expect(asked(later, "Taligenkänning (TIK)").join("\n")).toContain("”Kravet från VC behöver bli ett tydligt SKALL.”")
  })

  it("name the later deadlines to approve, but none that has passed or whose row is missing", () => {
    const [question = ""] = asked(june, "Slutdatum utan beslut")
    expect(question).toMatch(/^7 kommande slutdatum är senare/u)
    for (const name of ["Självincheckning;", "1177 Webbtidbokning, alla mottagningar;", "1177, ökad kunskap;"])
      expect(question).toContain(name)
    for (const name of ["Digitaliseringsprojekt", "medicinmottagningen", "SDV", "Gröna korset", "Diagnos"])
      expect(question).not.toContain(name)
  })

  it("leave out a part whose whole has a deadline to come", () => {
    expect(
      rowsOf(june, "decisions")
        .map(({ activity }) => activity)
        .join("\n")
    ).not.toContain("Hjärtmottagningen")
  })
})

const columnsWith = (anchor: string | undefined) =>
  tableOf(sourceOf(sample, "2024-06-17", "sv", { anchor }).report, "timeline").columns.map(({ key }) => key)

describe("the timeline", () => {
  it("the timeline of a plan without milestones is left out", () => {
    const log = sample.filter(({ event }) => event?._tag !== "ActivityRegistered" || event.kind !== "milestone")
    expect(sourceOf(log, "2024-06-17").report.sections.map(({ id }) => id)).not.toContain("timeline")
    expect(june.sections.map(({ id }) => id)).toContain("timeline")
  })

  it("gives the dates of Frist under its own headings, for the document has one date only", () => {
    const table = tableOf(june, "timeline")
    expect(table.columns.slice(1, 3).map(({ heading }) => heading)).toEqual([
      "Ursprungligt slutdatum",
      "Nuvarande slutdatum"
    ])
    expect(table.rows.map(({ cells }) => cells.slice(1, 3).map(({ text }) => text))).toContainEqual([
      "2024-06-01",
      "2024-12-01"
    ])
    expect(table.rows.flatMap(({ cells }) => cells.slice(1, 3).map(({ text }) => text))).not.toContain("")
  })

  it("counts from the one activity that the anchor names, and otherwise from none", () => {
    for (const anchor of ["sdv", "dokumentportal", "DOKUMENTP"]) expect(columnsWith(anchor)).toContain("fromAnchor")
    for (const anchor of [undefined, "", "1177", "stadsbibliotek"])
      expect(columnsWith(anchor), anchor).not.toContain("fromAnchor")
  })
})

const marked = (report: Report, id: string) =>
  tableOf(report, id).rows.flatMap(({ activity, mark }) => (mark === null ? [] : [activity]))

describe("the tables", () => {
  it("have the document's words, the whole follow-up, and its new lines marked", () => {
    const table = tableOf(june, "ongoing")
    const own = table.rows.find(({ activity }) => activity === "sjalvincheckning")?.cells
    expect(own?.map(({ text }) => text)).toEqual([
      "Självincheckning",
      "80 % av besökarna checkar in själva i automat",
      expect.stringContaining("Tala om för patienten"),
      "2021-12-31",
      expect.stringContaining("Enhetschef"),
      "Försenat",
      expect.stringMatching(/^En grupp i RS[^]*Utredarna lämnar sitt förslag i höst\.$/u),
      "2025",
      "",
      "dec 2021, ”2024-”, 2025"
    ])
    const { fresh, text = "" } = own?.[6] ?? {}
    expect(fresh?.map((line) => text.split("\n")[line])).toEqual(["Utredarna lämnar sitt förslag i höst."])
    expect(own?.[3]?.day).toBe("2021-12-31")
    expect(own?.[7]?.day).toBeUndefined()
  })

  it("mark what is new since the previous review, and nothing at the first", () => {
    expect(marked(june, "completed")).toEqual(["grona-korset"])
    expect(marked(june, "ongoing")).toEqual(["1177-webbtidbokning-medicinmottagningen", "ai-stod-i-journal"])
    expect([...marked(december, "completed"), ...marked(december, "ongoing")]).toEqual([])
  })

  it("mark each value of Frist's among the words of the document", () => {
    expect(cell(june, "ongoing", "dokumentportal", "deadline")).toBe("2022-06-01")
    expect(cell(june, "ongoing", "dokumentportal", "countedAs")).toBe("Tid: 2021-06-01, ändrat i dokumentet")
    expect(cell(june, "ongoing", "diagnos-pa-distans", "newDeadline")).toMatch(/\p{L}{4}/u)
    expect(cell(june, "completed", "grona-korset", "newDeadline")).toBe("")
    expect(cell(june, "completed", "grona-korset", "countedAs")).toMatch(/^Ny tid: 2024-.*, från en tidigare utgåva$/u)
    expect(cell(june, "ongoing", "sjalvincheckning", "deadline")).toBe("2021-12-31")
  })

  it("call a part without a status not late, and quote the follow-up that names its unit", () => {
    const parts = tableOf(june, "lateness").rows.filter(({ activity }) => activity?.includes(".") === true)
    expect(parts.length).toBeGreaterThan(0)
    for (const { cells } of parts) {
      expect(cells.map(({ text }) => text).join(" ")).not.toContain("försenad")
      expect(cells.map(({ tone }) => tone)).not.toContain("late")
    }
    expect(parts.flatMap(({ cells }) => cells.map(({ text }) => text)).join(" ")).toContain("uppföljningen säger ”")
  })

  it("say how each approximate date is read that days are counted from or to", () => {
    const notes = sentencesOf(june, "lateness").join(" ")
    for (const read of ["tidigt under 2026.” är 1 januari 2026–30 april 2026", "”hösten 2024” är 1 september 2024"])
      expect(notes).toContain(read)
  })

  it("have the rows of the document, without the parts that a cell was split into", () => {
    expect(tableOf(december, "ongoing").rows).toHaveLength(13)
    expect(tableOf(december, "completed").rows).toHaveLength(18)
    expect(column(tableOf(december, "lateness"), "activity")).toContain(
      "1177 Webbtidbokning, alla mottagningar – Hjärtmottagningen"
    )
  })

  it("count milestones from the anchor", () => {
    expect(column(tableOf(june, "timeline"), "fromAnchor")).toEqual([
      "1\u00a0035–1\u00a0125 dagar tidigare",
      "1\u00a0005–1\u00a0095 dagar tidigare",
      "639–729 dagar tidigare"
    ])
  })

  it("have lateness against an approved baseline only where one was approved", () => {
    const to = readDate("2024-09-30").date
    const approved = recorded(sample.length + 1, "2024-06-01", "dokumentportal", {
      _tag: "BaselineApproved",
      from: null,
      to,
      decision: "Dnr 1"
    })
    const table = tableOf(sourceOf([...sample, approved], "2024-06-17").report, "lateness")
    const row = table.rows.find(({ activity }) => activity === "dokumentportal")?.cells.map(({ text }) => text)
    expect(row?.slice(1, 7)).toEqual([
      "2021-06-01",
      "1\u00a0112 dagar försenad",
      "2024-09-30",
      "105 dagar kvar",
      "2024-12-31",
      "197 dagar kvar"
    ])
    expect(column(table, "baseline").filter((words) => words === "inget nytt är beslutat")).toHaveLength(
      table.rows.length - 1
    )
    expect(tableOf(june, "lateness").columns.map(({ key }) => key)).not.toContain("baseline")
  })
})

describe("the findings of a report", () => {
  it("are left out by default", () => {
    expect(sectionOf(june, "findings")).toBeUndefined()
    const { report } = sourceOf(sample, "2024-06-17", "sv", { findings: true })
    expect(tableOf(report, "findings").rows.length).toBeGreaterThan(10)
  })
})

const facts = (report: Report) =>
  sectionOf(report, "about")?.blocks.flatMap((block) => (block._tag === "Facts" ? block.facts : [])) ?? []

describe("the section about the report", () => {
  it("has the plan, the size of the log, the checkpoint and the command", () => {
    const checkpoint = { origin: "frist/plan", size: 307, root: "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=" }
    const { report } = sourceOf(sample, "2024-06-17", "sv", { checkpoint })
    const lines = facts(report).flatMap((fact) => fact.lines)
    expect(lines).toEqual(expect.arrayContaining(["307", "frist/plan", checkpoint.root]))
    // What a person can do who lacks the log goes before the checkpoint, which a verifier reads from the end.
    expect(lines.indexOf("frist verify --against rapport.html --plan sample")).toBeLessThan(lines.indexOf("frist/plan"))
    expect(lines.join(" ")).toContain("be om ett paket från frist bundle")
    expect(lines).toContain("frist report --held-on 2024-06-17")
  })

  it("says in a plain sentence that there is no checkpoint", () => {
    expect(
      facts(june)
        .flatMap(({ lines }) => lines)
        .join(" ")
    ).toContain("Ingen kontrollkod följer med")
  })
})

describe("a report in English", () => {
  it("of a plan in English has no Swedish in it", () => {
    const registered = recorded(1, "2024-01-15", "booking", {
      _tag: "ActivityRegistered",
      kind: "activity",
      parent: null,
      area: "Booking",
      goal: "All book on the web",
      actions: null,
      responsible: null,
      deadline: readDate("autumn 2024").date
    })
    const reviews = ["2024-01-15", "2024-04-15"].map((on, at) =>
      recorded(at + 2, on, null, { _tag: "ReviewHeld", heldOn: day(on), title: null })
    )
    const to = readDate("2025-06").date
    const moved = recorded(4, "2024-04-15", "booking", { _tag: "DeadlineMoved", from: null, to, reason: null })
    const { report } = sourceOf([registered, ...reviews, moved], "2024-04-15", "en", { findings: true })
    expect(JSON.stringify(report).replace(/“[^”]*”/gu, "")).not.toMatch(/[åäöÅÄÖ”]/u)
    expect(headlineIn(report)).toBe("One of one activity is postponed. Booking is now not expected until June 2025.")
  })
})
