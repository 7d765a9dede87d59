/**
 * The changes of the sample plan's edition of June 2024: exactly those that its README lists.
 */
import { describe, expect, it } from "@effect/vitest"
import * as FollowUp from "@frist/domain/plan/FollowUp"
import { planAt } from "@frist/domain/plan/Plan"
import { ActivityId } from "@frist/domain/Names"
import type { Event } from "@frist/domain/Event"
import { day, imported } from "./sampleEditions.ts"

const december = imported("2023-12-15")
const all = imported("2024-06-17", december)
const june = all.slice(december.length)

const told = (event: Event | null): string => {
  if (event?._tag === "DeadlineMoved") return `${event.from?.words} → ${event.to.words}`
  if (event?._tag !== "StatusChanged") return event?._tag ?? ""
  return event.to._tag === "Completed" ? (event.to.on?.words ?? "Completed") : event.to._tag
}
const ofType = (tag: Event["_tag"]) =>
  june.filter(({ event }) => event?._tag === tag).map(({ activity, event }) => `${activity}: ${told(event)}`)

const found = (code: string) =>
  june.filter(({ event }) => event?._tag === "FindingRaised" && event.code === code).map(({ activity }) => activity)

describe("the edition of June 2024", () => {
  it("the edition of June 2024 moves seven rows, the parts of one, and a milestone, each from the forecast of December", () => {
    expect(ofType("DeadlineMoved")).toEqual([
      "digitalt-mote-utbildning-och: 2024-06-01 → 2024-12-01",
      "sjalvincheckning: 2024- → 2025",
      "taligenkanning: 2023-12-31 → 2024-12-31",
      "digitalt-mote: 2024-06-01 → 2024-12-01",
      "1177-webbtidbokning-alla-mottagningar: 2024-06-30 → 2024-12-31",
      "1177-webbtidbokning-alla-mottagningar.kirurgi-urologimottagningen: 2024-06-30 → 2024-12-31",
      "1177-webbtidbokning-alla-mottagningar.ogonmottagningen: 2024-06-30 → 2024-12-31",
      "1177-webbtidbokning-alla-mottagningar.medicinmottagning: 2024-06-30 → 2024-12-31",
      "1177-webbtidbokning-alla-mottagningar.hjartmottagningen: 2024-06-30 → 2024-12-31",
      "1177-webbtidbokning-ogonmottagningen: 2024-06 → hösten 2024",
      "sdv: Införs tidigt under 2026. → Införs hösten 2026.",
      "dokumentportal: 2024-06-30 → 2024-12-31"
    ])
    const moves = june.filter(({ type }) => type === "DeadlineMoved")
    expect(moves.map(({ provenance }) => provenance)).toEqual(moves.map(() => "inferred"))
  })

  it("the edition of June 2024 notes new lines in the follow-ups, and strikes out those of the completed row", () => {
    const before = planAt(december).activities
    const said = june.flatMap(({ activity, event }) => {
      if (event?._tag !== "FollowUpNoted" || activity === null) return []
      const known = before.get(activity)
      const dropped = FollowUp.droppedFrom(known?.followUp ?? null, event.text)
      expect(dropped.length).toBe(activity === "grona-korset" ? 4 : 0)
      return [`${activity}: ${FollowUp.addedTo(known?.notes ?? [], event.text)}`]
    })
    expect(said).toEqual([
      "sjalvincheckning: Utredarna lämnar sitt förslag i höst.",
      "digitalt-mote: Två mottagningar till är med.",
      "1177-okad-kunskap: Januari till maj 2024 kom 9120 ärenden mot 7404 året före, +23,2%.",
      "ai-stod-i-journal: Togs in i planen i juni 2024.",
      "grona-korset: Korset är nu digitalt i hela huset."
    ])
  })

  it("the edition of June 2024 states the status of every ongoing row, and completes one", () => {
    expect(ofType("StatusChanged")).toEqual([
      "sjalvincheckning: Delayed",
      "taligenkanning: InProgress",
      "digitalt-mote: InProgress",
      "1177-webbtidbokning-alla-mottagningar: Delayed",
      "1177-webbtidbokning-ogonmottagningen: Delayed",
      "1177-okad-kunskap: InProgress",
      "sdv: InProgress",
      "dokumentportal: Delayed",
      "diagnos-pa-distans: InProgress",
      "digitaliseringsprojekt: InProgress",
      "ai-stod-i-journal: InProgress",
      "grona-korset: Klart 2024-05-20"
    ])
  })

  it("the edition of June 2024 registers one row, and has no other changes besides figures and findings", () => {
    expect(ofType("ActivityRegistered")).toEqual(["ai-stod-i-journal: ActivityRegistered"])
    const told = [
      "ReviewHeld",
      "ActivityRegistered",
      "DeadlineMoved",
      "FollowUpNoted",
      "StatusChanged",
      "FindingRaised",
      "FindingsRepeated"
    ]
    const others = june.filter(({ type }) => ![...told, "TargetSet", "MeasurementRecorded"].includes(type))
    expect(others).toEqual([])
  })

  it("the edition of June 2024 finds one baseline rewritten and one row vanished", () => {
    expect(found("BaselineRewritten")).toEqual(["dokumentportal"])
    expect(found("RowVanished")).toEqual(["1177-webbtidbokning-medicinmottagningen"])
    for (const code of ["RowReopened", "ClosedRowChanged", "MatchDoubtful", "RowTwice"]) expect(found(code)).toEqual([])
  })

  it("the edition of June 2024 leaves the baseline that was rewritten, and the row that vanished on the board", () => {
    const plan = planAt(all, { asOf: day("2024-06-17") })
    const portal = plan.activities.get(ActivityId.make("dokumentportal"))
    const medicine = plan.activities.get(ActivityId.make("1177-webbtidbokning-medicinmottagningen"))
    expect(portal).toMatchObject({ original: { words: "2021-06-01" }, baseline: { words: "2021-06-01" } })
    expect(medicine).toMatchObject({ status: { _tag: "NotStated" }, deadline: { words: "2024-06-30" } })
  })
})
