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

describe("the summary", () => {
  it("of the first review says in plain Swedish how far each deadline is from the original one", () => {
    expect(sentencesOf(december, "summary")).toContain(
      "1177 Webbtidbokning, ögonmottagningen: flyttad minst en gång, från december 2021 till juni 2024, 883–942 dagar."
    )
  })

  it("of a later review says what moved since the previous one, and how far in all", () => {
    expect(sentencesOf(june, "summary")).toEqual(
      expect.arrayContaining([
        "Sedan uppföljningen 15 december 2023: 8 tider är flyttade, 1 aktivitet har blivit klar, 1 är ny och 1 finns inte längre i dokumentet.",
        "1177 Webbtidbokning, ögonmottagningen: flyttad minst en gång, från juni 2024 till hösten 2024, 63–182 dagar. Sammanlagt minst två gånger, 975–1\u00a0095 dagar från den första tiden.",
        "Gröna korset: klar 20 maj 2024, 871 dagar efter den första tiden.",
        "Inget skäl är angivet för någon av de 8 flyttarna."
      ])
    )
  })

  it("gives the reason of a move that has one", () => {
    const to = readDate("2025-06-30").date
    const moved = recorded(sample.length + 1, "2024-12-20", "dokumentportal", {
      _tag: "DeadlineMoved",
      from: null,
      to,
      reason: "Nyanställda först"
    })
    const sentences = sentencesOf(sourceOf([...sample, moved], "2025-01-15").report, "summary")
    expect(sentences).toContain(
      "Dokumentportal: flyttad en gång, från 31 december 2024 till 30 juni 2025, 181 dagar. Sammanlagt minst tre gånger, 1\u00a0490 dagar från den första tiden. Skäl: Nyanställda först"
    )
    expect(sentences.join(" ")).not.toContain("skäl är angivet")
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
    expect(sentencesOf(report, "summary")).toEqual([
      "Sedan uppföljningen 15 januari 2024: ingen tid är flyttad och 1 aktivitet har blivit klar.",
      "Bokning: klar 1 mars 2024, 121 dagar före den första tiden."
    ])
    expect(tableOf(report, "closed").rows).toHaveLength(1)
  })

  it("of a plan without activities says so", () => {
    expect(sentencesOf(sourceOf(empty, "2023-12-15").report, "summary")).toEqual(["Planen har inga aktiviteter än."])
  })
})

describe("the section of decisions", () => {
  it("lists deadlines that passed, rows that vanished, activities without a last day, and repeated moves", () => {
    const sentences = sentencesOf(june, "decisions").join("\n")
    expect(sentences).toContain("Digitaliseringsprojekt: sista dagen, 30 mars 2024, passerade för 79 dagar sedan.")
    expect(sentences).toContain("1177 Webbtidbokning, medicinmottagningen: finns inte längre i någon tabell")
    expect(sentences).toContain("Självincheckning: flyttad minst två gånger, 1\u00a0097–1\u00a0461 dagar")
    const later = sentencesOf(sourceOf(sample, "2024-12-16").report, "decisions").join("\n")
    expect(later).toContain("SDV (Skånes digitala vårdsystem): har ingen sista dag: ”på obestämd tid”.")
  })

  it("leaves out a part whose whole has a deadline to come", () => {
    expect(sentencesOf(june, "decisions").join("\n")).not.toContain("Hjärtmottagningen")
  })
})

const columnsWith = (anchor: string | undefined) =>
  tableOf(sourceOf(sample, "2024-06-17", "sv", { anchor }).report, "timeline").columns.map(({ key }) => key)

describe("the timeline", () => {
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
      "dec 2021, jan 2024, dec 2025"
    ])
    const { fresh, text = "" } = own?.[6] ?? {}
    expect(fresh?.map((line) => text.split("\n")[line])).toEqual(["Utredarna lämnar sitt förslag i höst."])
    expect(own?.[3]?.day).toBe("2021-12-31")
    expect(own?.[7]?.day).toBeUndefined()
  })

  it("mark what is new since the previous review, and nothing at the first", () => {
    expect(marked(june, "completed")).toEqual(["grona-korset"])
    expect(marked(june, "ongoing")).toEqual(["ai-stod-i-journal"])
    expect([...marked(december, "completed"), ...marked(december, "ongoing")]).toEqual([])
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
      "1\u00a0112 dagar över",
      "2024-09-30",
      "105 dagar kvar",
      "2024-12-31",
      "197 dagar kvar"
    ])
    expect(column(table, "baseline").filter((words) => words === "ingen ny är beslutad")).toHaveLength(
      table.rows.length - 1
    )
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
    expect(lines).toEqual(expect.arrayContaining(["plan", "307", "frist/plan", checkpoint.root]))
    expect(lines).toContain("frist report --held-on 2024-06-17")
  })

  it("says in a plain sentence that there is no checkpoint", () => {
    expect(
      facts(june)
        .flatMap(({ lines }) => lines)
        .join(" ")
    ).toContain("Ingen kontrollpunkt följer med")
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
    expect(JSON.stringify(report)).not.toMatch(/[åäöÅÄÖ”]/u)
    expect(sentencesOf(report, "summary")).toContain(
      "Booking: moved once, from autumn 2024 to June 2025, 183–302 days."
    )
  })
})
