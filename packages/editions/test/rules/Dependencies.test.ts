/**
 * The rule about a row that waits for something without a declared dependency.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { type Given, logOf } from "../../../domain/test/given.ts"
import { ongoing, remarks } from "./remarks.ts"

const system = { area: "SDV (Skånes digitala vårdsystem)", goal: "En utrullningsgrupp är utsedd" }
const said = (cells: object, ...others: ReadonlyArray<object>) =>
  remarks("DependencyNotDeclared", ongoing({ area: "Taligenkänning", ...cells }, ...others))

const registered = (activity: ActivityId) => ({
  activity,
  event: {
    _tag: "ActivityRegistered",
    kind: "activity",
    parent: null,
    area: "Taligenkänning",
    goal: null,
    actions: null,
    responsible: null,
    deadline: null
  } as const
})

describe("a row that waits", () => {
  it.each([
    "Avvaktar regionens beslut.",
    "Vi väntar på upphandlingen.",
    "Vilar i väntan på ny budget.",
    "Införandet är beroende av leverantören.",
    "Arbetet ligger still tills utredningen är klar.",
    "Awaiting the supplier's contract.",
    "On hold until the new system is in place."
  ])("a row that says that it waits is reported, whatever it waits for: %s", (followUp) => {
    expect(said({ followUp })).toEqual([`1 followUp: ${followUp}`])
  })

  it.each([
    "Patienterna väntar på tid i högst en månad.",
    "Vi väntar inte längre på upphandlingen.",
    "Förslag väntas i mars 2025.",
    "Väntrummet är ombyggt.",
    "Ordern är inväntad."
  ])("a row in which people wait, nobody waits, or something is expected is not reported: %s", (followUp) => {
    expect(said({ followUp })).toEqual([])
  })

  it("a row that is tied to another row is reported by either of its names", () => {
    for (const goal of [
      "Projektet är kopplat till SDV.",
      "Knutet till Skånes digitala vårdsystem",
      "Alla som omfattas av SDV"
    ])
      expect(said({ goal }, system)).toEqual([`1 goal: ${goal}`])
  })

  it("a row that is tied to what is no row, to itself, or only names another row is not reported", () => {
    expect(said({ goal: "Projektet är kopplat till SDV." })).toEqual([])
    expect(said({ goal: "Alla som omfattas av lagen" }, system)).toEqual([])
    expect(said({ goal: "Alla som omfattas av taligenkänning" }, system)).toEqual([])
    expect(said({ goal: "SDV ersätter det som är kopplat till datorn" }, system)).toEqual([])
    expect(said({ goal: "Alla använder SDV" }, system)).toEqual([])
    expect(said({ goal: "Kopplat till SDVX" }, system)).toEqual([])
  })

  it("a row that says both, or says it twice, is reported once a cell", () => {
    expect(said({ followUp: "Avvaktar SDV, kopplat till SDV." }, system)).toEqual([
      "1 followUp: Avvaktar SDV, kopplat till SDV."
    ])
    expect(said({ followUp: "Avvaktar beslut.\nVi väntar på pengar." })).toEqual([
      "1 followUp: Avvaktar beslut. … Vi väntar på pengar."
    ])
  })

  it("a row with a declared dependency is not reported, and again once it has ended", () => {
    const row = ActivityId.make("activities-1")
    const on = ActivityId.make("sdv")
    const declared = { activity: row, event: { _tag: "DependencyDeclared", on, words: null } } as const
    const ended = { activity: row, event: { _tag: "DependencyEnded", on, reason: null } } as const
    const after = (...events: ReadonlyArray<Given>) =>
      remarks("DependencyNotDeclared", ongoing({ area: "Taligenkänning", followUp: "Avvaktar SDV." }), {
        plan: planAt(logOf([registered(row), registered(on), ...events]))
      })
    expect(after()).toHaveLength(1)
    expect(after(declared)).toEqual([])
    expect(after(declared, ended)).toHaveLength(1)
  })
})
