/**
 * The names by which a log is addressed: plans, activities, actors, batches.
 */
import * as Schema from "effect/Schema"

/** A plan's id: lower-case letters, digits and inner hyphens, at most 64. */
export const PlanId = Schema.String.check(
  Schema.isPattern(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/u, {
    expected: "the id of a plan: lower-case letters a-z, digits and inner hyphens, at most 64"
  })
).pipe(Schema.brand("PlanId"))
export type PlanId = typeof PlanId.Type

/** An activity's id within its plan: words of a-z and 0-9 joined by `-`; a child is `parent.child`. At most 120. */
export const ActivityId = Schema.String.check(
  Schema.isPattern(/^[a-z0-9]+(?:[-.][a-z0-9]+)*$/u, {
    expected: "the id of an activity: words of a-z and 0-9 joined by hyphens, at most 120 characters"
  }),
  Schema.isMaxLength(120)
).pipe(Schema.brand("ActivityId"))
export type ActivityId = typeof ActivityId.Type

/** The name of the person or service that records, given by the caller: one line of at most 200 characters. */
export const Actor = Schema.String.check(
  Schema.isPattern(/^(?=.*\S)[^\p{C}]{1,200}$/u, {
    expected: "one line of at most 200 characters",
    // Other languages have neither the look ahead nor the class: what all can run, and lets a little more through.
    toJsonSchema: () => ({ pattern: String.raw`^[^\x00-\x1f\x7f-\x9f]{1,200}$` })
  })
).pipe(Schema.brand("Actor"))
export type Actor = typeof Actor.Type

/** The id of a batch of events. A plan records the same batch id once, so that an append may be retried. */
export const BatchId = Schema.String.check(Schema.isPattern(/^[\x21-\x7e]{1,200}$/u)).pipe(Schema.brand("BatchId"))
export type BatchId = typeof BatchId.Type

/** A position in a plan's log: 1, 2, 3 … without gaps. */
export const Position = Schema.Int.check(Schema.isGreaterThanOrEqualTo(1)).pipe(Schema.brand("Position"))
export type Position = typeof Position.Type
