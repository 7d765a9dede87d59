/**
 * The error of a command that the plan refuses. Its module is small, because what shows a plan handles it and records
 * nothing.
 */
import { Refusal, sentenceOf } from "@frist/domain/Refusal"
import * as Schema from "effect/Schema"

/** A command that the plan refuses. Nothing of the batch is recorded. */
export class Refused extends Schema.TaggedError<Refused>()("Refused", { refusal: Refusal }) {
  override get message() {
    return sentenceOf(this.refusal)
  }
}
