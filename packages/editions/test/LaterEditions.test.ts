/**
 * The effects of an edition on recorded editions of later days.
 */
import { planAt } from "@frist/domain/plan/Plan"
import { type NewEvent, RecordedEvent } from "@frist/domain/RecordedEvent"
import { describe, expect, it } from "@effect/vitest"
import type { Cells, Edition } from "../src/Edition.ts"

import { day } from "../../domain/test/given.ts"
import { edition, table, takeIn, told } from "./editionBuilders.ts"

const row = { area: "Elab", goal: "Alla enheter använder Elab", deadline: "2021-12-31", newDeadline: "2023-12-31" }
const named = (letter: string, read: Edition): Edition => ({
  ...read,
  document: `${letter}.csv`,
  sha256: letter.repeat(64)
})
const ongoing = (changed: Partial<Cells> = {}) => edition(table("activities", { ...row, ...changed }))
const done = (changed: Partial<Cells> = {}) => edition(table("completed", { ...row, ...changed }))

const milestoneOn = (deadline: string) => edition(table("timeline", { area: "Elab infört", deadline }))

/** Imports December after June. Returns the events that it records, by its own day and by June's. */
const backDated = (december: Edition, june: Edition) => {
  const { all, events, log, refused } = takeIn(
    named("d", december),
    "2023-12-15",
    takeIn(named("j", june), "2024-06-17").log
  )
  expect(refused).toEqual([])
  const on = (held: string) => events.filter(({ effectiveOn }) => effectiveOn === held)
  return { all, log, december: told(on("2023-12-15")), june: told(on("2024-06-17")), events: on("2024-06-17") }
}
const activityOn = (log: ReturnType<typeof backDated>["log"], held: string) =>
  [...planAt(log, { asOf: day(held) }).activities.values()][0]
const milestoneAt = (log: ReturnType<typeof backDated>["log"], held: string) =>
  [...planAt(log, { asOf: day(held) }).activities.values()].find(({ kind }) => kind === "milestone")

describe("an edition older than a recorded one", () => {
  it("an edition older than a recorded one finds the activities of the later one, and registers them under the same id from its own day", () => {
    const { december, june, log } = backDated(ongoing(), ongoing())
    expect(december).toEqual(["ActivityRegistered elab", "DeadlineMoved elab"])
    expect(june).toEqual([])
    expect(activityOn(log, "2023-12-15")).toMatchObject({ id: "elab", registeredOn: "2023-12-15" })
  })

  it("an edition older than a recorded one matches rows by similarity too", () => {
    const { december } = backDated(ongoing({ goal: "Samtliga enheter använder E-lab." }), ongoing())
    expect(december[0]).toBe("ActivityRegistered elab")
  })

  it("an edition older than a recorded one opens the plan under the title that it has", () => {
    const { all } = backDated(ongoing(), ongoing())
    expect(all[0]?.event).toEqual({ _tag: "PlanOpened", title: "Digital strategi" })
  })

  it("an edition older than a recorded one with a row that the later one lacks finds it vanished on the later day, in the later document", () => {
    const { events, june } = backDated(ongoing(), ongoing({ area: "TIK", goal: "Dikterar" }))
    expect(june).toEqual(["RowVanished elab"])
    expect(events[0]).toMatchObject({
      event: { words: "2024-06-17" },
      source: { document: "j.csv", row: null }
    })
  })

  it("an edition older than a recorded one with a completed row reports no vanished row later", () => {
    expect(backDated(done({ status: "Klart 2023-11-30" }), ongoing({ area: "TIK", goal: "Dikterar" })).june).toEqual([])
  })

  it("an edition older than a recorded one with another original deadline finds the later one rewritten", () => {
    const { events, june, log } = backDated(ongoing(), ongoing({ deadline: "2022-12-31" }))
    expect(june).toEqual(["BaselineRewritten elab"])
    expect(events[0]?.event).toMatchObject({ words: "2022-12-31", column: "Tid" })
    expect(activityOn(log, "2024-06-17")?.original?.words).toBe("2021-12-31")
  })

  it("an edition older than a recorded one makes the later one move a milestone whose dates differ", () => {
    const { june, log } = backDated(milestoneOn("2023-12-01"), milestoneOn("2024-06-01"))
    expect(june).toEqual(["DeadlineMoved elab-infort"])
    expect(activityOn(log, "2024-06-17")?.deadline?.words).toBe("2024-06-01")
  })

  it("an edition older than a recorded one with a row that was done finds it reopened by the later one", () => {
    const { june, log } = backDated(done({ status: "Klart 2023-11-30", newDeadline: null }), ongoing())
    expect(june).toEqual(["RowReopened elab", "StatusChanged elab"])
    expect(activityOn(log, "2024-06-17")?.status._tag).toBe("NotStated")
  })

  it("an edition older than a recorded one with another day of completion withdraws the later one, which becomes a finding", () => {
    const { events, june, log } = backDated(done({ status: "Klart 2023-10-01" }), done({ status: "Klart 2023-11-30" }))
    expect(june).toEqual(["Corrected elab", "ClosedRowChanged elab"])
    expect(events[0]?.event).toMatchObject({ replacement: null, reason: "d.csv (2023-12-15)" })
    expect(activityOn(log, "2024-06-17")?.status).toMatchObject({ on: { edtf: "2023-10-01" } })
  })

  it("an edition older than a recorded one keeps only the new lines of the later note", () => {
    const { log } = backDated(
      ongoing({ followUp: "Det går framåt." }),
      ongoing({ followUp: "Det går framåt.\nTvå till." })
    )
    expect(activityOn(log, "2024-06-17")?.notes).toEqual(["Det går framåt.", "Två till."])
  })

  it("an edition older than a recorded one does not change the later follow-up, even if it strikes out lines", () => {
    const [struck, whole] = ["Alla är med.", "Det går framåt.\nKvarstår en enhet."]
    const { log } = backDated(ongoing({ followUp: whole }), ongoing({ followUp: struck }))
    expect(activityOn(log, "2023-12-15")?.followUp).toBe(whole)
    expect(activityOn(log, "2024-06-17")).toMatchObject({ followUp: struck, notes: [whole, struck] })
  })

  it("an edition between two recorded ones does not change the follow-up that the later one repeated", () => {
    const first = takeIn(named("d", ongoing({ followUp: "Det går framåt." })), "2023-12-15")
    const third = takeIn(named("w", ongoing({ followUp: "Det går framåt." })), "2024-12-16", first.log)
    const { log } = takeIn(named("j", ongoing({ followUp: "Det står stilla." })), "2024-06-17", third.log)
    expect(activityOn(log, "2024-06-17")?.followUp).toBe("Det står stilla.")
    expect(activityOn(log, "2024-12-16")?.followUp).toBe("Det går framåt.")
  })

  it("an edition between two recorded ones does not change the later forecast", () => {
    const first = takeIn(named("d", ongoing()), "2023-12-15")
    const third = takeIn(named("w", ongoing()), "2024-12-16", first.log)
    const { events, log } = takeIn(named("j", ongoing({ newDeadline: "2025" })), "2024-06-17", third.log)
    expect(told(events)).toEqual(["DeadlineMoved elab", "DeadlineMoved elab"])
    expect(events.map(({ effectiveOn }: NewEvent) => effectiveOn).slice(-2)).toEqual(["2024-06-17", "2024-12-16"])
    expect(activityOn(log, "2024-06-17")?.deadline?.words).toBe("2025")
    expect(activityOn(log, "2024-12-16")?.deadline?.words).toBe("2023-12-31")
  })

  it("an edition older than a recorded one withdraws the finding that a row vanished if the row was already completed", () => {
    const first = takeIn(named("d", ongoing()), "2023-12-15")
    const missing = takeIn(named("w", ongoing({ area: "TIK", goal: "Dikterar" })), "2024-12-16", first.log)
    expect(told(missing.events)).toContain("RowVanished elab")
    const { log } = takeIn(named("j", done({ status: "Klart 2024-05-20" })), "2024-06-17", missing.log)
    expect(activityOn(log, "2024-12-16")).toMatchObject({ status: { _tag: "Completed" }, findings: [] })
  })
})

describe("a note typed by hand", () => {
  it("a note typed by hand follows the cell until a document changes the cell", () => {
    const { log } = takeIn(named("d", ongoing({ followUp: "Det går framåt." })))
    const last = log.at(-1)
    if (last === undefined) throw new Error("no events")
    const typed = RecordedEvent.of({
      ...last,
      position: (log.length + 1) as typeof last.position,
      activity: log[2]?.activity ?? null,
      type: "FollowUpNoted",
      effectiveOn: day("2024-01-15"),
      source: null,
      event: { _tag: "FollowUpNoted", text: "Två till." } as const
    })
    const said = [...log, typed]
    expect(activityOn(said, "2024-01-15")?.followUp).toBe("Det går framåt.\nTvå till.")
    const june = (followUp: string) => takeIn(named("j", ongoing({ followUp })), "2024-06-17", said)
    for (const same of ["Det går framåt.", "Det går framåt.\n Två till. "]) {
      expect(told(june(same).events)).toEqual([])
      expect(activityOn(june(same).log, "2024-06-17")?.followUp).toBe("Det går framåt.\nTvå till.")
    }
    expect(activityOn(june("Alla är med.").log, "2024-06-17")).toMatchObject({
      cell: "Alla är med.",
      followUp: "Alla är med.",
      notes: ["Det går framåt.", "Två till.", "Alla är med."]
    })
  })

  it("a note typed by hand that repeats an earlier one stays", () => {
    const { log } = takeIn(named("d", ongoing({ followUp: "Det går framåt." })))
    const last = log.at(-1)
    if (last === undefined) throw new Error("no events")
    const typed = {
      ...last,
      position: (log.length + 1) as typeof last.position,
      type: "FollowUpNoted",
      effectiveOn: day("2024-01-15"),
      source: null
    }
    const said = [
      ...log,
      RecordedEvent.of({
        ...typed,
        activity: log[2]?.activity ?? null,
        event: { _tag: "FollowUpNoted", text: "Det går framåt." } as const
      })
    ]
    expect(activityOn(said, "2024-06-17")?.notes).toEqual(["Det går framåt.", "Det går framåt."])
  })

  it("an edition older than a recorded one lets a later milestone that it links contradict its activity", () => {
    const together = { ...row, newDeadline: null }
    const december = edition(table("activities", together), table("timeline", together))
    const later = { ...together, deadline: null, newDeadline: "2025" }
    const { log } = backDated(december, edition(table("activities", together), table("timeline", later)))
    const { findings = [] } = milestoneAt(log, "2024-06-17") ?? {}
    expect(findings.map(({ finding }) => finding.code)).toContain("MilestoneContradicted")
  })

  it("an edition between two recorded ones gives a later milestone its own status if its activity has another by then", () => {
    const status = "Klart 2023-11-30"
    const first = takeIn(
      named("d", edition(table("activities", { ...row, status }), table("timeline", row))),
      "2023-12-15"
    )
    const third = takeIn(named("w", edition(table("timeline", { ...row, status }))), "2024-12-16", first.log)
    expect(milestoneAt(third.log, "2024-12-16")?.status).toEqual({ _tag: "NotStated" })
    const { log } = takeIn(named("j", ongoing({ status: "ARBETE PÅGÅR" })), "2024-06-17", third.log)
    expect(milestoneAt(log, "2024-12-16")?.status).toMatchObject({ _tag: "Completed" })
  })
})
