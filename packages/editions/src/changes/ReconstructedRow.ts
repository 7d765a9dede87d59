/**
 * What an edition that is taken in already said in a row, told by the events it gave rise to: enough to hold the row
 * against a plan that has since learned of an older edition. What the row did not say anew it is taken to have repeated.
 */
import type { Fact } from "@frist/domain/Event"
import type { Entry } from "@frist/domain/Lens"
import type { Activity } from "@frist/domain/Plan"
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed, notStated, type Status } from "@frist/domain/Status"
import { noCells } from "../Edition.ts"
import { type Part, readRow, type RowReading } from "../reading/RowReading.ts"
import { readStatus } from "../reading/StatusReading.ts"
import type { Vocabulary } from "../vocabulary/Vocabulary.ts"

type Of<Tag extends Fact["_tag"]> = Extract<Fact, { readonly _tag: Tag }>

/** What one edition made happen to an activity; the activity before it, and after it. */
export interface Told {
  readonly entries: ReadonlyArray<Entry>
  readonly before: Activity | undefined
  readonly after: Activity
}

export interface Testimony {
  readonly reading: RowReading
  /** The words of the status cell, or as near as the events come. */
  readonly status: string | null
}

/** The facts of one type among what an edition made happen. */
const told = <Tag extends Fact["_tag"]>(entries: ReadonlyArray<Entry>, tag: Tag): ReadonlyArray<Of<Tag>> =>
  entries.flatMap(({ fact }) => (fact._tag === tag ? [fact as Of<Tag>] : []))

/** The words of what was found of that code. */
const found = (entries: ReadonlyArray<Entry>, code: string): ReadonlyArray<string> =>
  told(entries, "FindingRaised").flatMap((finding) => (finding.code === code ? [finding.words] : []))

/** The status that the row stated: a reopening that was deduced is no statement. */
const statusTold = (entries: ReadonlyArray<Entry>): Status | undefined =>
  told(
    entries.filter(({ record }) => record.provenance === "stated"),
    "StatusChanged"
  ).at(-1)?.to

/** The row of an activity, and of its parts, as an edition must have had it. */
export const testimony = (
  { after, before, entries }: Told,
  parts: ReadonlyArray<Told>,
  vocabulary: Vocabulary
): Testimony => {
  const registered = told(entries, "ActivityRegistered").at(0)
  const texts = registered ?? after
  const moved = told(entries, "DeadlineMoved").at(-1)?.to
  const otherwise = found(entries, "ClosedRowChanged")
  const status =
    statusTold(entries) ??
    otherwise.map((words) => readStatus(words, vocabulary).status).find(isClosed) ??
    (registered === undefined ? before?.status : undefined) ??
    notStated
  const reading: RowReading = {
    area: texts.area,
    goal: texts.goal,
    actions: texts.actions,
    responsible: texts.responsible,
    deadline: deadlineTold(registered, entries, before, after, vocabulary),
    newDeadline:
      moved ??
      forecastTold(otherwise, vocabulary) ??
      (registered === undefined && !isClosed(status) ? repeated(before) : null),
    status,
    // What it noted where it registered the row stands as its own event.
    note: registered === undefined ? after.cell : null,
    parts: parts.flatMap(partTold),
    irregularities: []
  }
  const words =
    status._tag === "Completed"
      ? (status.on?.words ?? found(entries, "StatusUnreadable").at(0))
      : status._tag === "Discontinued"
        ? status.reason
        : found(entries, "InProgressThoughLate").at(0)?.split(": ")[0]
  return { reading, status: words ?? null }
}

const deadlineTold = (
  registered: Of<"ActivityRegistered"> | undefined,
  entries: ReadonlyArray<Entry>,
  before: Activity | undefined,
  after: Activity,
  vocabulary: Vocabulary
): PlannedDate | null => {
  if (registered !== undefined) return registered.deadline
  if (after.kind === "milestone") return after.deadline
  const rewritten = found(entries, "BaselineRewritten").at(0)
  return rewritten === undefined
    ? (before?.original ?? null)
    : readRow("activities", { ...noCells, deadline: rewritten }, null, vocabulary).deadline
}

/** A forecast that a closed row gave, and that was found instead of recorded. */
const forecastTold = (otherwise: ReadonlyArray<string>, vocabulary: Vocabulary): PlannedDate | undefined =>
  otherwise
    .filter((words) => !isClosed(readStatus(words, vocabulary).status))
    .flatMap((words) => readRow("activities", { ...noCells, newDeadline: words }, null, vocabulary).newDeadline ?? [])
    .at(0)

/** The forecast of a row that moved nothing: the one that stood, unless it was only its first deadline. */
const repeated = (before: Activity | undefined): PlannedDate | null =>
  before === undefined ||
  before.kind === "milestone" ||
  isClosed(before.status) ||
  PlannedDate.same(before.deadline, before.original)
    ? null
    : before.deadline

const partTold = ({ after, entries }: Told): ReadonlyArray<Part> => {
  const registered = told(entries, "ActivityRegistered").at(0)
  const status = statusTold(entries)
  return registered === undefined && status === undefined
    ? []
    : [
        {
          name: after.goal ?? "",
          deadline: (registered ?? { deadline: after.original }).deadline,
          status: status ?? notStated,
          irregularities: []
        }
      ]
}
