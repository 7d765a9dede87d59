/**
 * A person's choices for the rows of an edition, and how one can fail to be followed.
 */
import type { Day } from "@frist/domain/Day"
import { ActivityId } from "@frist/domain/Names"
import type { Plan } from "@frist/domain/plan/Plan"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { readRowAddress, rowAddress } from "../reading/RowAddress.ts"
import type { RowChoices, RowMatch } from "./RowMatch.ts"

/** A choice names a row that is not in the document. */
export class RowNotFound extends Schema.TaggedError<RowNotFound>()("RowNotFound", { row: Schema.String }) {
  override get message() {
    return `The document has no row ${this.row}. Count rows within their table, as in activities:7.`
  }
}

/** A choice names an activity that is not in the plan, is of another kind, or belongs to another row. */
export class ChoiceNotPossible extends Schema.TaggedError<ChoiceNotPossible>()("ChoiceNotPossible", {
  row: Schema.String,
  activity: ActivityId
}) {
  override get message() {
    return `Row ${this.row} cannot be ${this.activity}. Name an activity that no other row is matched to.`
  }
}

/** A choice says that a row is new, but an earlier edition has the same row as `activity`. */
export class RowNotNew extends Schema.TaggedError<RowNotNew>()("RowNotNew", {
  row: Schema.String,
  activity: ActivityId
}) {
  override get message() {
    return `Row ${this.row} is not new: it has the words of ${this.activity}. Leave out the choice.`
  }
}

/** The problem with a person's choice for a row. */
export type ChoiceFault = RowNotFound | ChoiceNotPossible | RowNotNew

/** Returns the choices by the row addresses that matches carry. */
export const choicesByRow = Effect.fnUntraced(function* (choices: RowChoices = new Map()) {
  const matches = new Map<string, ActivityId | "new">()
  for (const [row, chosen] of choices) {
    const address = readRowAddress(row)
    if (address === undefined) return yield* new RowNotFound({ row })
    matches.set(rowAddress(address), chosen)
  }
  return matches
})

/**
 * Fails unless every choice was followed: its row is in the document, and its activity in the plan and not another
 * row's. What this edition registered itself counts as new when it is imported again.
 */
export const checkChoices = Effect.fnUntraced(function* (
  choices: RowChoices,
  matches: ReadonlyArray<RowMatch>,
  { activities }: Plan,
  heldOn: Day
) {
  for (const [row, chosen] of choices) {
    const match = matches.find((each) => each.row === row)
    if (match === undefined) return yield* new RowNotFound({ row })
    if (chosen !== "new" && match.activity !== chosen) return yield* new ChoiceNotPossible({ row, activity: chosen })
    const known = match.activity === null ? undefined : activities.get(match.activity)
    if (chosen === "new" && known !== undefined && known.registeredOn !== heldOn) {
      return yield* new RowNotNew({ row, activity: known.id })
    }
  }
})
