/**
 * Proposes the parts that a row names, each with its own date: new parts, and what became of known ones.
 */
import type { ActivityId } from "@frist/domain/Names"
import type { Activity } from "@frist/domain/plan/Activity"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import { comparable } from "@frist/domain/text/ComparableText"
import { type NamedPart, partsMeant } from "./PartNames.ts"
import type { Part } from "../../reading/RowDates.ts"
import { hasOneDate } from "./Forecasts.ts"
import type { Parts, RowDraft } from "../RowDraft.ts"
import { headingOf, raise } from "../findings/RowFindings.ts"

/**
 * Proposes what a row says of its parts, and closes every part if the row is closed. Returns the new parts that are open.
 * A name that joins known parts is about each of them; one that a known part's name held is a part of that part, which
 * keeps its history and follows the latest of its own parts.
 */
export const proposeParts = (whole: ActivityId, draft: RowDraft): ReadonlyArray<ActivityId> => {
  const {
    ids,
    parts: { current, later },
    read,
    vocabulary
  } = draft
  const parts = joined(read.reading.parts)
  const known = new Map(current.map((part) => [part.id, part]))
  const idFor = ids.partsOf(
    whole,
    parts.map((part) => part.name)
  )
  const added: Array<ActivityId> = []
  const registered: Array<Parts["later"][number]> = []
  const closed = new Set<ActivityId>()
  const named = partsMeant(
    parts.map(({ name }) => name),
    [...current, ...later],
    vocabulary
  )
  const meanings = parts.flatMap((part, i) => {
    const meant = named[i]
    return meant === undefined ? [] : [[part, meant] as const]
  })
  moveSplit(meanings, known, draft)
  for (const [part, { activities, within }] of meanings) {
    const names = activities.length > 0 ? activities : [idFor(part.name)]
    for (const id of names) {
      const before = known.get(id)
      if (before === undefined) {
        // Of a name that joins parts of a later edition, each part keeps its own.
        const own = activities.length > 1 ? later.find((each) => each.id === id)?.goal : undefined
        const named = { ...part, name: own ?? part.name }
        register(id, within === null ? null : (known.get(within) ?? null), { whole, part: named, draft })
        registered.push({ id, goal: named.name })
      } else if (!isClosed(before.status)) redate(before, part, draft)
      const isOpen = before === undefined || !isClosed(before.status)
      const closes = putStatus(id, part, { isNew: before === undefined, isOpen, draft })
      if (closes) closed.add(id)
      else if (before === undefined) added.push(id)
      for (const irregularity of part.irregularities)
        raise({ put: draft.put, table: read.table, activity: id }, irregularity)
    }
  }
  closeRest(
    [...known.values()].filter(({ id }) => !closed.has(id)),
    draft
  )
  const isOpen = (id: ActivityId) => !closed.has(id) && !isClosed(known.get(id)?.status ?? read.reading.status)
  moveEach(whole, [...current, ...later.filter(({ id }) => !known.has(id)), ...registered], isOpen, draft)
  return added
}

/** Moves each part that the cell of the new date names to its own; names that mean no part are asked about. */
const moveEach = (
  whole: ActivityId,
  parts: Parts["later"],
  isOpen: (id: ActivityId) => boolean,
  { put, read: { reading, table }, vocabulary }: RowDraft
): void => {
  const { partForecasts } = reading
  const meant = partsMeant(
    partForecasts.map(({ name }) => name),
    [...new Map(parts.map((part) => [part.id, part])).values()],
    vocabulary
  )
  for (const [i, { date, irregularities, name }] of partForecasts.entries()) {
    const { activities = [] } = meant[i] ?? {}
    if (activities.length === 0) {
      const words = `${name} ${date.words}`
      raise({ put, table, activity: whole }, { code: "DateIsProse", column: "newDeadline", words })
    }
    for (const activity of activities.filter(isOpen)) {
      put(
        { _tag: "MoveDeadline", activity, to: date, reason: null, alone: true },
        "inferred",
        headingOf(table, "newDeadline")
      )
      for (const irregularity of irregularities) raise({ put, table, activity }, irregularity)
    }
  }
}

interface Registered {
  readonly whole: ActivityId
  readonly part: Part
  readonly draft: RowDraft
}

/** Registers a part. One of a part that was split begins at the first date of that part, and moves to its own. */
const register = (
  id: ActivityId,
  within: Activity | null,
  { draft: { put, read }, part: { deadline, name }, whole }: Registered
): void => {
  const { area, responsible } = read.reading
  put(
    {
      _tag: "RegisterActivity",
      activity: id,
      kind: "activity",
      parent: within?.id ?? whole,
      area,
      goal: name === "" ? null : name,
      actions: null,
      responsible,
      deadline: within?.original ?? deadline
    },
    within === null ? "stated" : "inferred"
  )
  if (within !== null && deadline !== null) {
    put(
      { _tag: "MoveDeadline", activity: id, to: deadline, reason: null },
      "inferred",
      headingOf(read.table, "deadline")
    )
  }
}

/** Moves a part whose only date was overwritten, or says that its first date was rewritten beside a column for a new one. */
const redate = (part: Activity, { deadline }: Part, { put, read: { table } }: RowDraft): void => {
  const { id, original } = part
  if (deadline?.edtf == null || original === null) return
  if (PlannedDate.same(deadline, original) || PlannedDate.same(deadline, part.deadline)) return
  if (hasOneDate(table)) {
    put({ _tag: "MoveDeadline", activity: id, to: deadline, reason: null }, "inferred", headingOf(table, "deadline"))
  } else {
    raise({ put, table, activity: id }, { code: "BaselineRewritten", column: "deadline", words: deadline.words })
  }
}

interface StatusOf {
  readonly isNew: boolean
  readonly isOpen: boolean
  readonly draft: RowDraft
}

/** Proposes the status of a part: its own, or the closed one of its row. Returns whether that closes it. */
const putStatus = (
  id: ActivityId,
  { status: own }: Part,
  {
    draft: {
      put,
      read: {
        reading: { status },
        table
      }
    },
    isNew,
    isOpen
  }: StatusOf
): boolean => {
  const heading = headingOf(table, "status")
  if (isOpen && own._tag !== "NotStated") {
    put({ _tag: "ChangeStatus", activity: id, to: own }, "stated", heading)
    return isClosed(own)
  }
  if (!isNew || !isClosed(status)) return false
  put({ _tag: "ChangeStatus", activity: id, to: status }, "inferred", heading)
  return true
}

/** Closes the parts that are still open with their row, because the row no longer names them. */
const closeRest = (
  parts: ReadonlyArray<Activity>,
  {
    put,
    read: {
      reading: { status },
      table
    }
  }: RowDraft
): void => {
  if (!isClosed(status)) return
  for (const part of parts) {
    if (isClosed(part.status)) continue
    put({ _tag: "ChangeStatus", activity: part.id, to: status }, "inferred", headingOf(table, "status"))
  }
}

/** Moves a part that is split to the latest date of its own parts, before they are registered. */
const moveSplit = (
  parts: ReadonlyArray<readonly [Part, NamedPart]>,
  known: ReadonlyMap<ActivityId, Activity>,
  { put, read: { table } }: RowDraft
): void => {
  for (const [within, own] of Map.groupBy(parts, ([, named]) =>
    named.activities.length === 0 ? named.within : null
  )) {
    const split = within === null ? undefined : known.get(within)
    const dates = own.map(([{ deadline }]) => deadline).filter((date) => date?.latest != null)
    const [last] = dates.sort((a, b) => ((a?.latest ?? "") < (b?.latest ?? "") ? 1 : -1))
    if (split === undefined || last == null || isClosed(split.status) || PlannedDate.same(last, split.original))
      continue
    put({ _tag: "MoveDeadline", activity: split.id, to: last, reason: null }, "inferred", headingOf(table, "deadline"))
  }
}

/** Joins a part that has its deadline in one cell and its completion in another. */
const joined = (parts: ReadonlyArray<Part>): ReadonlyArray<Part> => {
  const all: Array<Part> = []
  for (const part of parts) {
    const at =
      part.deadline === null
        ? all.findIndex(({ name, status }) => status._tag === "NotStated" && comparable(name) === comparable(part.name))
        : -1
    const other = all[at]
    if (other === undefined) all.push(part)
    else all[at] = { ...other, status: part.status, irregularities: [...other.irregularities, ...part.irregularities] }
  }
  return all
}
