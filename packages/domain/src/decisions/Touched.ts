/**
 * The subjects of a command: the activities and the items of the plan itself that its decision depends on. A recorded
 * decision is valid as long as none of them has changed.
 */
import { headingKey } from "../plan/ColumnHeading.ts"
import type { Command } from "../Command.ts"
import { type Fact, isFact, isPointer } from "../Event.ts"
import { descendants } from "../plan/Parts.ts"
import type { ActivityId, Position } from "../Names.ts"
import type { RecordedEvent } from "../RecordedEvent.ts"

type Log = ReadonlyArray<RecordedEvent>

/**
 * An item of the plan itself: its title, one review, one heading, one kept edition, or one finding that belongs to no
 * activity.
 */
type PlanItem =
  | "title"
  | `review ${string}`
  | `column ${string}`
  | `edition ${string}`
  | `finding ${string}`
  | `repeated ${number}`

/** The activities and plan items that commands touch. */
export interface Touched {
  readonly activities: ReadonlySet<ActivityId>
  readonly planItems: ReadonlySet<PlanItem>
}

/**
 * Returns what commands touch in the plan of a log. Waivers, corrections and removals touch the subject of the event at
 * their position; a missing position touches nothing.
 */
export const touchedBy = (commands: Iterable<Command>, log: Log): Touched => {
  const activities = new Set<ActivityId>()
  const planItems = new Set<PlanItem>()
  const touch = (activity: ActivityId | null, items: ReadonlyArray<PlanItem> = []): void => {
    if (activity !== null) activities.add(activity)
    else for (const item of items) planItems.add(item)
  }
  const recordAt = positionsIn(log)
  const partsOf = partsIn(log)
  for (const command of commands) {
    if (command._tag === "OpenPlan") touch(null, ["title"])
    else if (command._tag === "HoldReview") touch(null, [review(command)])
    else if (command._tag === "DecideColumn") touch(null, [column(command)])
    else if (command._tag === "RaiseFinding") touch(command.activity, [finding(command)])
    else if (command._tag === "KeepEdition" || command._tag === "EraseEdition") touch(null, [edition(command)])
    else if (command._tag === "RepeatFindings") {
      for (const position of command.positions) {
        const target = recordAt(position)
        if (target === undefined) continue
        touch(target.activity, itemsOf(target, recordAt))
        touch(null, [repeated(position)])
      }
    } else if ("position" in command) {
      const target = recordAt(command.position)
      if (target === undefined) continue
      touch(target.activity, itemsOf(target, recordAt))
      if (command._tag === "Correct") touch(target.activity, itemsOfFact(command.replacement))
    } else if (command._tag === "DecideExtension") {
      const target = recordAt(command.request)?.activity ?? null
      touch(target)
      if (target !== null) partsOf(target).forEach((part) => touch(part))
    } else {
      touch(command.activity)
      if (command._tag === "RegisterActivity") touch(command.parent)
      else if (command._tag === "MoveDeadline") partsOf(command.activity).forEach((part) => touch(part))
      else if (command._tag === "LinkMilestone") touch(command.to)
      else if ("on" in command) touch(command.on)
    }
  }
  return { activities, planItems }
}

/** Returns the records after `position` that are about something touched. */
export const changedAfter = (position: number, { activities, planItems }: Touched, log: Log): Log => {
  const recordAt = positionsIn(log)
  return log.filter((record) =>
    record.position <= position
      ? false
      : record.activity !== null
        ? activities.has(record.activity)
        : itemsOf(record, recordAt).some((item) => planItems.has(item))
  )
}

const review = ({ heldOn }: { readonly heldOn: string }) => `review ${heldOn}` as const

const column = ({ heading }: { readonly heading: string }) => `column ${headingKey(heading)}` as const
const edition = ({ sha256 }: { readonly sha256: string }) => `edition ${sha256}` as const

const finding = ({
  code,
  column,
  words
}: {
  readonly code: string
  readonly column: string | null
  readonly words: string
}) => `finding ${JSON.stringify([code, column, words])}` as const

const repeated = (position: Position) => `repeated ${position}` as const

type RecordAt = (position: Position) => RecordedEvent | undefined

/** Returns a function from a position to its record. Indexes the log at the first question. */
const positionsIn = (log: Log): RecordAt => {
  let index: ReadonlyMap<Position, RecordedEvent> | undefined
  return (position) => {
    index ??= new Map(log.map((record) => [record.position, record]))
    return index.get(position)
  }
}

/** Returns a function from an activity to the parts ever registered of it, at any depth. Indexes the log at the first question. */
const partsIn = (log: Log): ((whole: ActivityId) => ReadonlyArray<ActivityId>) => {
  let index: Map<ActivityId, Array<ActivityId>> | undefined
  return (whole) => {
    if (index === undefined) {
      index = new Map()
      for (const { activity, event } of log) {
        const fact =
          event?._tag === "Corrected" ? event.replacement : event?._tag === "Redacted" ? event.remains : event
        if (activity === null || fact?._tag !== "ActivityRegistered" || fact.parent === null) continue
        const parts = index.get(fact.parent)
        if (parts === undefined) index.set(fact.parent, [activity])
        else parts.push(activity)
      }
    }
    return descendants(index, whole)
  }
}

/** The items that a record about the plan itself is about. An erased record keeps only what its type says. */
const itemsOf = ({ event, position, type }: RecordedEvent, recordAt: RecordAt): ReadonlyArray<PlanItem> => {
  if (event === null) return type === "PlanOpened" ? ["title"] : []
  if (isFact(event)) return itemsOfFact(event)
  if (!isPointer(event)) return "sha256" in event ? [edition(event)] : []
  const target = recordAt(event.position)
  return [
    ...(target !== undefined && target.position < position ? itemsOf(target, recordAt) : []),
    ...(event._tag === "Corrected" ? itemsOfFact(event.replacement) : [])
  ]
}

const itemsOfFact = (fact: Fact | null): ReadonlyArray<PlanItem> => {
  switch (fact?._tag) {
    case "PlanOpened":
      return ["title"]
    case "ReviewHeld":
      return [review(fact)]
    case "ColumnDecided":
      return [column(fact)]
    case "FindingRaised":
    case "FindingWaived":
      return [finding(fact)]
    case "FindingsRepeated":
      return fact.positions.map(repeated)
    default:
      return []
  }
}
