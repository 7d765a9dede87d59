/**
 * Other vocabularies: reading depends on the given vocabulary only.
 */
import { describe, expect, it } from "@effect/vitest"
import { ActivityId } from "@frist/domain/Names"
import * as Effect from "effect/Effect"
import { day } from "../../domain/test/given.ts"
import { propose } from "../src/changes/EditionChanges.ts"
import { type Cells, type Edition, noCells } from "../src/Edition.ts"
import { readEdition } from "../src/EditionReader.ts"
import { matchRows } from "../src/matching/RowMatches.ts"
import { hasNoDate } from "../src/reading/DateCells.ts"
import { readStatus } from "../src/reading/StatusReading.ts"
import { unitsIn } from "../src/rules/rows/Units.ts"
import { swedishStatuses } from "../src/vocabulary/statuses/swedish.ts"
import { swedishHealthCare } from "../src/vocabulary/swedishHealthCare.ts"
import type { Vocabulary } from "../src/vocabulary/Vocabulary.ts"
import { edition, table, told } from "./editionBuilders.ts"
import { keyed } from "./swedish.ts"
import { basisOf } from "@frist/domain/decisions/Proposal"
import { decideAll } from "@frist/domain/decisions/BatchDecision"

/** The schools and preschools of a municipality. */
const schools: Vocabulary = {
  ...swedishHealthCare,
  units: {
    ...swedishHealthCare.units,
    kinds: [
      { name: "skola", forms: ["skola(?:n|ns)?"], numbered: [] },
      { name: "förskola", forms: ["förskola(?:n|ns)?"], numbered: ["förskola"] }
    ],
    general: ["grund"],
    otherNames: [["centrum", "central"]]
  },
  matching: { ...swedishHealthCare.matching, places: ["skol"] },
  people: { ...swedishHealthCare.people, professions: ["lärare", "rektor"], roles: ["rektor"] },
  abbreviations: [{ short: "BR", meanings: ["biträdande", "barnrätt"] }]
}

const emptied = <A>(value: A): A =>
  (typeof value === "string"
    ? ""
    : Array.isArray(value)
      ? []
      : Object.fromEntries(Object.entries(value as object).map(([key, part]) => [key, emptied(part as unknown)]))) as A

const emptyVocabulary: Vocabulary = {
  ...emptied(swedishHealthCare),
  headings: { ...emptied(swedishHealthCare.headings), timelineDate: "When" },
  naming: { silent: [], activity: "activity", part: "part" }
}

const eventsOf = (read: Edition, vocabulary: Vocabulary) => {
  const heldOn = day("2024-06-17")
  const basis = basisOf([], heldOn)
  const { proposals } = propose(read, basis, heldOn, { title: "Plan", vocabulary })
  return told(decideAll(proposals, basis, heldOn).events)
}

const codesOf = (row: Partial<Cells>, vocabulary: Vocabulary) =>
  eventsOf(edition(table("activities", { area: "Digitalt", goal: "Alla", ...row })), vocabulary)

describe("the vocabulary of a municipality", () => {
  it("the vocabulary of a municipality recognises its own units, and none of a hospital's", () => {
    const text = "Norrskolan, förskola 2, centrumskolan och ögonmottagningen"
    expect(unitsIn(text, schools).map(({ key }) => key)).toEqual(["skola norr", "förskola 2", "skola central"])
    expect(unitsIn(text, swedishHealthCare).map(({ key }) => key)).toEqual(["mottagning ögon"])
  })

  it("the vocabulary of a municipality distinguishes rows of two schools, however similar they are", () => {
    const row = { address: "aktiviteter:1", kind: "activity", id: null, area: "Läsning", actions: null } as const
    const goal = "Alla elever i årskurs sex läser med flyt vid"
    const known = { id: ActivityId.make("norr"), kind: "activity", area: "Läsning", actions: null } as const
    const matched = (vocabulary: Vocabulary) =>
      matchRows(
        [keyed({ ...row, goal: `${goal} söderskolan` })],
        [keyed({ ...known, goal: `${goal} norrskolan` })],
        new Map(),
        vocabulary
      )[0]?.candidates
    expect(matched(schools)).toEqual([])
    expect(matched(swedishHealthCare)).toMatchObject([{ activity: "norr" }])
  })

  it("the vocabulary of a municipality finds its own professions, roles and abbreviations", () => {
    const counted = { followUp: "En lärare på norrskolan är sjuk." }
    expect(codesOf(counted, schools)).toContain("PersonalData digitalt")
    expect(codesOf(counted, swedishHealthCare)).not.toContain("PersonalData digitalt")
    const chefs = { responsible: "Verksamhetschef och sjukhuschef" }
    expect(codesOf(chefs, schools)).not.toContain("SeveralResponsibles digitalt")
    expect(codesOf(chefs, swedishHealthCare)).toContain("SeveralResponsibles digitalt")
    const short = { actions: "BR leder. Biträdande rektor utbildar i barnrätt." }
    expect(codesOf(short, schools)).toContain("AmbiguousAbbreviation digitalt")
    expect(codesOf(short, swedishHealthCare)).not.toContain("AmbiguousAbbreviation digitalt")
  })

  it.effect("the vocabulary of a municipality reads documents under its own headings and status words", () =>
    Effect.gen(function* () {
      const own: Vocabulary = {
        ...schools,
        headings: {
          ...schools.headings,
          columns: { ...schools.headings.columns, goal: ["kunskapsvag"], deadline: ["skolstart"] }
        },
        statuses: [{ ...swedishStatuses, completed: ["fixat"] }]
      }
      const bytes = new TextEncoder().encode(
        "Område;Kunskapsväg;Skolstart;Status\nDigitalt;Alla;2026-12-31;Fixat 2024-05-01\n"
      )
      const read = yield* readEdition("plan.csv", bytes, { vocabulary: own })
      expect(read.tables[0]?.rows[0]?.cells).toMatchObject({ goal: "Alla", deadline: "2026-12-31" })
      expect(eventsOf(read, own)).toEqual(["ActivityRegistered digitalt", "StatusChanged digitalt"])
      expect(eventsOf(read, schools)).toContain("StatusUnreadable digitalt")
      expect(yield* Effect.flip(readEdition("plan.csv", bytes))).toMatchObject({ problem: "noDeadline" })
    })
  )
})

describe("an empty vocabulary", () => {
  it("an empty vocabulary reads no word, and keeps every cell", () => {
    expect(unitsIn("ögonmottagningen", emptyVocabulary)).toEqual([])
    expect(readStatus("KLART 2023-11-30", emptyVocabulary).codes).toEqual(["StatusUnreadable"])
    expect(readStatus("✅", emptyVocabulary).status._tag).toBe("Completed")
    expect(hasNoDate("tas senare", emptyVocabulary)).toBe(false)
    // How dates are written is grammar, and no vocabulary's.
    expect(hasNoDate("ej satt", emptyVocabulary)).toBe(true)
    expect(hasNoDate("–", emptyVocabulary)).toBe(true)
    const row = { area: "–", goal: "✓", status: "FÖRSENAT", followUp: "Anna Andersson och 1 läkare. 15 besök." }
    expect(codesOf(row, emptyVocabulary)).toEqual([
      "ActivityRegistered activity",
      "FollowUpNoted activity",
      "StatusUnreadable activity"
    ])
    expect({ ...noCells, ...row }.goal).toBe("✓")
  })

  it.effect("an empty vocabulary recognises no heading", () =>
    Effect.gen(function* () {
      const bytes = new TextEncoder().encode("Område;Mål;Tid\nA;B;2024\n")
      expect(yield* Effect.flip(readEdition("plan.csv", bytes, { vocabulary: emptyVocabulary }))).toMatchObject({
        problem: "noHeadings"
      })
    })
  )
})
