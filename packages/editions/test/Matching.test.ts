/**
 * The activity that a row is matched to when its words have changed.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import type { RowChoices, KnownActivity, SoughtRow } from "../src/matching/RowMatch.ts"
import { ActivityId } from "@frist/domain/Names"
import { several } from "../../domain/test/histories.ts"
import { match } from "./swedish.ts"
import { processorTime } from "../../domain/test/processorTime.ts"

type Texts = readonly [area: string | null, goal: string | null, actions?: string | null]

const known = (texts: Readonly<Record<string, Texts>>): ReadonlyArray<Omit<KnownActivity, "keys">> =>
  Object.entries(texts).map(([id, [area, goal, actions]]) => ({
    id: ActivityId.make(id),
    kind: "activity",
    area,
    goal,
    actions: actions ?? null
  }))

const rows = (texts: ReadonlyArray<Texts>, ids: ReadonlyArray<string> = []): ReadonlyArray<Omit<SoughtRow, "keys">> =>
  texts.map(([area, goal, actions], i) => ({
    address: `aktiviteter:${i + 1}`,
    kind: "activity",
    id: ids[i] ?? null,
    area,
    goal,
    actions: actions ?? null
  }))

/** Returns how each row was matched, and to which activity. */
const found = (activities: Readonly<Record<string, Texts>>, texts: ReadonlyArray<Texts>, choices?: RowChoices) =>
  match(rows(texts), known(activities), choices).map(({ activity, how }) => `${how} ${activity ?? "-"}`)

const open = (place: string): Texts => ["1177 Webbtidbokning", `Webbtidboken öppen för lämpliga grupper på ${place}`]
const clinics = ["ögonmottagningen", "medicinmottagningen", "hudmottagningen", "logopedmottagningen"]
const plan: Readonly<Record<string, Texts>> = {
  ogon: open("ögonmottagningen"),
  hud: open("hudmottagningen"),
  logoped: open("logopedmottagningen"),
  portal: ["Dokumentportal", "Varje styrande dokument ligger i Dokumentportalen"],
  tik: ["Taligenkänning (TIK)", "Alla som berörs av SDV använder taligenkänning, 100 %"]
}

describe("a row with the words of an activity", () => {
  it("a row with the words of an activity is matched to it, regardless of case and punctuation", () => {
    expect(found(plan, [["dokumentportal:", "Varje styrande dokument ligger i dokumentportalen."]])).toEqual([
      "exact portal"
    ])
  })
})

describe("a row in another spelling", () => {
  it.each<readonly [string, string]>([
    ["1177 Webbokning", "Webbtidboken öppen för lämpliga grupper på ögonmottagningen"],
    ["1177 Webbtidbok", "Webbtidboken öppen för lämpliga grupper på ögonmottagningen"],
    ["1177 webb-tidbokning", "Webbtidboken är öppen för de lämpliga grupperna på ögonmott."],
    ["1177, Webbtidbokningen", "Webbtidbokning öppen för lämplig grupp på Ögon-mottagningen"]
  ])("a row in another spelling is matched to its activity: %s, %s", (area, goal) => {
    expect(found(plan, [[area, goal]])).toEqual(["likeness ogon"])
  })

  it("a row in another spelling is matched to its clinic even if a letter differs", () => {
    expect(found(plan, [open("logopedimottagningen")])).toEqual(["likeness logoped"])
    expect(found(plan, [open("logoped-mottagningarna")])).toEqual(["likeness logoped"])
    expect(found({ k: open("kirurgi- och urologmottagningen") }, [open("kirurgi- och urologimottagning")])).toEqual([
      "likeness k"
    ])
  })
})

describe("rows that differ by a clinic's name only", () => {
  it.each(clinics.flatMap((one) => clinics.filter((other) => other !== one).map((other) => [one, other] as const)))(
    "are never matched: %s is not %s, even as the only candidate",
    (one, other) => {
      const [only] = match(rows([open(one)]), known({ other: open(other) }))
      expect(only).toMatchObject({ how: "new", activity: null, candidates: [] })
    }
  )

  it("rows that differ only by a clinic's name are each matched to their own activity, in any order", () => {
    const variants = clinics.map((clinic) => open(clinic.replace("mottagningen", "mott"))).toReversed()
    const activities = Object.fromEntries(clinics.map((clinic, i) => [`c${i}`, open(clinic)]))
    expect(found(activities, variants)).toEqual(["likeness c3", "likeness c2", "likeness c1", "likeness c0"])
  })
})

describe("a row with several candidates", () => {
  it("a doubtful row is not matched, and is listed with its candidates, best first", () => {
    const [only] = match(
      rows([["Elab", "Elab infört på vårdavdelningar och i operation"]]),
      known({
        elab: ["Elab", "Elab infört på vårdavdelningar och på dagvård"],
        ivak: ["Elab", "Elab infört på vårdavdelningar nattetid"]
      })
    )
    expect(only).toMatchObject({ how: "doubtful", activity: null })
    expect(only?.candidates.map(({ activity }) => activity).toSorted()).toEqual(["elab", "ivak"])
    const scores = only?.candidates.map(({ score }) => score) ?? []
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(only?.score).toBe(scores[0])
  })

  it("a row that is equally similar to two activities is doubtful", () => {
    const goal = "Alla enheter använder Elab i öppenvård"
    expect(found({ a: ["Elab", goal], b: ["Elab", `${goal}.`] }, [["Elab", `${goal} och slutenvård`]])).toEqual([
      "doubtful -"
    ])
  })

  it("two rows that are equally similar to one activity are doubtful", () => {
    const goal = "Alla enheter använder Elab i öppenvård"
    expect(
      found({ a: ["Elab", goal] }, [
        ["Elab", `${goal} nu`],
        ["Elab", `${goal} sen`]
      ])
    ).toEqual(["doubtful -", "doubtful -"])
  })

  it.each([
    ["Avd 1 skickar kallelser till operation den vägen", "Avd 2 skickar kallelser till operation den vägen"],
    ["Basutbudet i bruk i slutenvården", "Basutbudet i bruk på gynmottagningen"],
    ["80 % av besökarna checkar in själva i automat", "90 % av besökarna checkar in själva i automat"]
  ])("a row is never matched to an activity with a distinguishing word: %s", (before, after) => {
    expect(found({ a: ["1177", before] }, [["1177", after]])).toEqual(["doubtful -"])
  })

  it("a row is not matched to an activity of another area", () => {
    expect(found({ a: ["Elab", "Alla"] }, [["TIK", "Alla"]])).toEqual(["new -"])
    const goal = "Hudförändringar bedöms fortare när primärvård och specialist arbetar ihop"
    expect(found({ a: ["Diagnos på distans", goal] }, [["Teledermatoskopi", goal]])).toEqual(["doubtful -"])
  })
})

const chosen = (what: string): RowChoices => new Map([["aktiviteter:1", what as ActivityId | "new"]])

describe("a choice", () => {
  const activities = { a: ["1177", "Basutbudet i bruk i slutenvården"] } as const
  const row: Texts = ["1177", "Basutbudet i bruk på gynmottagningen"]

  it("a choice matches a doubtful row", () => {
    expect(found(activities, [row], chosen("a"))).toEqual(["decided a"])
    expect(found(activities, [row], chosen("new"))).toEqual(["new -"])
  })

  it("a choice of an activity that does not exist settles nothing", () => {
    expect(found(activities, [["SDV", "Ett system"]], new Map([["aktiviteter:1", ActivityId.make("b")]]))).toEqual([
      "doubtful -"
    ])
  })
})

describe("an id", () => {
  it("an activity's id matches it, whatever the words", () => {
    const [only] = match(rows([["Annat", "Helt andra ord"]], ["portal"]), known(plan))
    expect(only).toMatchObject({ how: "id", activity: "portal", score: 1 })
  })

  it("an id does not override words that are exactly another activity's", () => {
    const [only] = match(rows([["Dokumentportal", plan["portal"]?.[1] ?? ""]], ["tik"]), known(plan))
    expect(only).toMatchObject({ how: "exact", activity: "portal" })
  })
})

const words = ["Elab", "TIK", "SDV", "webbtidbok", "ögonmottagningen", "hudmott", "avd 1", "avd 2", "80 %", "införd"]
const Phrase = Schema.Array(Schema.Literals(words)).check(Schema.isMaxLength(4))
const Named = Schema.Struct({ area: Phrase, goal: Phrase })
const texts = ({ area, goal }: typeof Named.Type): Texts => [area.join(" ") || null, goal.join(" ") || null]

describe("every matching", () => {
  it.prop(
    "every matching is one to one, and each match is clearly the best on both sides",
    [several(Named, 1), several(Named, 1)],
    ([before, after]) => {
      const activities = known(Object.fromEntries(before.map((each, i) => [`a${i}`, texts(each)])))
      const matches = match(rows(after.map(texts)), activities)
      expect(matches).toHaveLength(after.length)
      const taken = matches.flatMap(({ activity }) => activity ?? [])
      expect(new Set(taken).size).toBe(taken.length)
      for (const { candidates, how, score } of matches) {
        if (how === "likeness") expect(score).toBeGreaterThanOrEqual(0.8)
        if (how === "new") expect(candidates).toEqual([])
        if (how === "doubtful") {
          expect(candidates.length).toBeGreaterThan(0)
          for (const { activity } of candidates) expect(taken).not.toContain(activity)
        }
      }
    },
    { arbitrary: { runs: 200 } }
  )

  it("every matching is quick however long a word is", () => {
    const long = `${"ba".repeat(300_000)}`
    const began = processorTime()
    expect(found({ hud: ["Webb", `Alla ${long}`] }, [["Webb", `Alla ${long} nu`]])).toEqual(["likeness hud"])
    expect(processorTime() - began).toBeLessThan(5000)
  })
})
