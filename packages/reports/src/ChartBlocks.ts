/**
 * The charts of a report as values: what they show, worded, and what they say to those who do not see them. Writers draw
 * them, or hand them to a program that does.
 */
import { Day } from "@frist/domain/Day"
import * as Schema from "effect/Schema"

/** The days that a date can mean; null where an end is unknown. Words without a day have neither end. */
export const ChartDate = Schema.Struct({
  earliest: Schema.NullOr(Day),
  latest: Schema.NullOr(Day),
  words: Schema.String
})
export type ChartDate = typeof ChartDate.Type

/** What every chart has: the finding as its title, and the same in words with the figures. */
const shared = { title: Schema.String, description: Schema.String }

/**
 * Moved deadlines: a row per activity, the furthest moved first. `moved` is by how much, in words; `months` the least and
 * the most it can be; `quote` is what the follow-up says, in its own words.
 */
export const Dumbbell = Schema.TaggedStruct("Dumbbell", {
  ...shared,
  day: Day,
  rows: Schema.Array(
    Schema.Struct({
      activity: Schema.String,
      name: Schema.String,
      original: Schema.NullOr(ChartDate),
      previous: Schema.NullOr(ChartDate),
      now: Schema.NullOr(ChartDate),
      moved: Schema.String,
      quote: Schema.NullOr(Schema.String)
    })
  )
})
export type Dumbbell = typeof Dumbbell.Type

/** A reported date and the day of its report. */
const ReportedDate = Schema.Struct({ on: Day, date: ChartDate })

/** The reported dates of each area in a small chart of its own, from the first report to half a year after the last. */
export const Panels = Schema.TaggedStruct("Panels", {
  ...shared,
  from: Day,
  to: Day,
  panels: Schema.Array(
    Schema.Struct({
      title: Schema.String,
      lines: Schema.Array(
        Schema.Struct({
          activity: Schema.String,
          name: Schema.String,
          isRunning: Schema.Boolean,
          done: Schema.NullOr(Day),
          reports: Schema.Array(ReportedDate)
        })
      )
    })
  )
})
export type Panels = typeof Panels.Type

/**
 * How far the furthest moved activity of each area has moved, in months: a segment per edition, the last one the latest.
 * `isOpen`: it may have moved further.
 */
export const Stacks = Schema.TaggedStruct("Stacks", {
  ...shared,
  editions: Schema.Array(Schema.String),
  rows: Schema.Array(
    Schema.Struct({
      name: Schema.String,
      months: Schema.Array(Schema.Finite),
      total: Schema.String,
      isOpen: Schema.Boolean
    })
  )
})
export type Stacks = typeof Stacks.Type

/**
 * The course of one deadline: what it was at the first report, and at each that changed it, until a day. It is drawn in a
 * cell, whose text says the same.
 */
export const Course = Schema.Struct({
  original: Schema.NullOr(Day),
  points: Schema.Array(Schema.Struct({ on: Day, at: Day })),
  until: Day
})
export type Course = typeof Course.Type
