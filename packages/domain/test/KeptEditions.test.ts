/**
 * Decisions about the kept cells of editions.
 */
import { describe, it } from "@effect/vitest"
import type { Command } from "../src/Command.ts"
import type { CellPlace } from "../src/Event.ts"
import { given, position } from "./given.ts"
import { opened } from "./sample.ts"

const sha256 = "e".repeat(64)
const [first, second, third] = ["1", "2", "3"].map((each) => each.repeat(64)) as [string, string, string]
const place: CellPlace = { table: 1, row: 7, column: 3 }

const keep = (content = first): Command => ({ _tag: "KeepEdition", sha256, content })
const kept = (content = first) => ({ activity: null, event: { _tag: "EditionKept", sha256, content } }) as const

const erasing = (content: string | null, decision: string) => ({
  sha256,
  cells: content === null ? null : [place],
  content,
  decision
})
const erase = (content: string | null, decision = "Dnr 1"): Command => ({
  _tag: "EraseEdition",
  ...erasing(content, decision)
})
const erased = (content: string | null, decision = "Dnr 1") =>
  ({ activity: null, event: { _tag: "EditionErased", ...erasing(content, decision) } }) as const

describe("KeepEdition", () => {
  it("KeepEdition keeps it, also before the plan is open", () => given().when(keep()).thenRecords(kept()))
  it("KeepEdition of what is kept changes nothing", () => given(opened, kept()).when(keep()).thenRecords())
  it("KeepEdition of other content of the same document keeps that", () =>
    given(opened, kept()).when(keep(second)).thenRecords(kept(second)))
  it.each([null, second])("KeepEdition of a document with erased cells changes nothing: %s", (content) =>
    given(opened, kept(), erased(content)).when(keep(third)).thenRecords()
  )
})

describe("EraseEdition", () => {
  it.each([null, second])("EraseEdition erases it: %s", (content) =>
    given(opened, kept()).when(erase(content)).thenRecords(erased(content))
  )
  it.each([null, second])("EraseEdition on the same decision changes nothing: %s", (content) =>
    given(opened, kept(), erased(content)).when(erase(content)).thenRecords()
  )
  it("EraseEdition erases more of what is left", () =>
    given(opened, kept(), erased(second)).when(erase(null, "Dnr 2")).thenRecords(erased(null, "Dnr 2")))
  it("EraseEdition of an erased document on another decision is refused", () =>
    given(opened, kept(), erased(null))
      .when(erase(null, "Dnr 2"))
      .thenRefused({ _tag: "EditionAlreadyErased", sha256 }))
  it("EraseEdition of a document that is not kept is refused", () =>
    given(opened).when(erase(null)).thenRefused({ _tag: "EditionNotKept", sha256 }))
})

describe("an event about a kept edition", () => {
  it.each([kept(), erased(null)])("an event about a kept edition is neither corrected nor removed: %j", (event) => {
    given(opened, kept(), event)
      .when({ _tag: "Redact", position: position(3), decision: "Dnr 2" })
      .thenRefused({ _tag: "DecisionStands", position: position(3) })
    given(opened, kept(), event)
      .when({ _tag: "Correct", position: position(3), replacement: null, reason: "Fel" })
      .thenRefused({ _tag: "NotAFact", position: position(3), type: event.event._tag })
  })
})
