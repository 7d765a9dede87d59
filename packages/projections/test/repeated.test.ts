/**
 * Lines that events repeat: what a redaction of one event leaves in others.
 */
import { expect, it } from "@effect/vitest"
import { type Given, logOf } from "../../domain/test/given.ts"
import { opened, registered, webb } from "../../domain/test/sample.ts"
import { Position } from "@frist/domain/Names"
import { positionsRepeating } from "../src/texts/RepeatedText.ts"

const note = (text: string): Given => ({ activity: webb, event: { _tag: "FollowUpNoted", text } })
const log = logOf([
  opened,
  registered(webb),
  note("Anna Andersson har slutat.\nArbetet går vidare."),
  note("Nytt i dag.\r\nAnna Andersson har slutat."),
  note("Arbetet"),
  note("Anna Andersson slutade.")
])

it("positionsRepeating names the other events that hold a whole line of the removed one", () => {
  expect(positionsRepeating(log, [Position.make(3)])).toEqual([4])
})

it("positionsRepeating ignores short lines, and events that share no line", () => {
  expect(positionsRepeating(log, [Position.make(5)])).toEqual([])
  expect(positionsRepeating(log, [Position.make(6)])).toEqual([])
})
