/**
 * Reports compared with their log: each is made again from the log as it was, with the arguments that it carries.
 */
import { inertText } from "@frist/domain/text/InertText"
import type { PlanId } from "@frist/domain/Names"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { rootText } from "@frist/evidence/checkpoints/Checkpoint"
import { reportDifference } from "@frist/evidence/files/ReportDifference"
import { EventLog } from "@frist/store/EventLog"
import * as Effect from "effect/Effect"
import { nameOf } from "../files/UnreadableFile.ts"
import type { VerificationView } from "../JsonViews.ts"
import { madeReport, readReportCommand } from "../report/ReportRequest.ts"
import type { EvidenceTexts } from "../texts/EvidenceTexts.ts"
import { reportMaker } from "../Version.ts"
import type { FiledCheckpoint } from "./CheckpointFiles.ts"

/** A report, and whether its text is the one that the log gives. */
export type ComparedReport = VerificationView["reports"][number]

const unlike = { why: null, program: null, after: null, found: null, made: null }

/**
 * Makes the report of a file again, and compares the two. Events that were redacted since it was made, and a report of
 * another version, can explain any difference; then nothing is said of the text.
 */
const compared = async (
  plan: PlanId,
  { file, report }: FiledCheckpoint,
  events: ReadonlyArray<RecordedEvent>
): Promise<ReadonlyArray<ComparedReport>> => {
  if (report === undefined) return []
  const { bytes, mark, savedAs } = report
  const notCompared = (why: ComparedReport["why"], program: string | null = null): ReadonlyArray<ComparedReport> => [
    { ...unlike, file: nameOf(file), text: "notCompared", why, program }
  ]
  if (savedAs !== null) return notCompared("converted", savedAs)
  const request = readReportCommand(mark.command)
  if (request === undefined || request.plan !== plan) return notCompared("arguments")
  const { origin, root, size } = mark.checkpoint
  const known = events.slice(0, size)
  const checkpoint = { origin, size, root: rootText(root) }
  const again = await madeReport(request, { events: known, checkpoint, software: mark.software })
  const difference = reportDifference(bytes, again)
  if (difference === undefined) return [{ ...unlike, file: nameOf(file), text: "equal" }]
  if (difference.kind === "converted") return notCompared("converted", difference.program)
  if (mark.software !== reportMaker) return notCompared("version", mark.software)
  if (known.some(({ event }) => event === null)) return notCompared("redacted")
  const where = difference.kind === "words" ? difference : { after: null, found: null, made: null }
  const { after, found, made } = where
  return [{ ...unlike, file: nameOf(file), text: "differs", after, found, made }]
}

/** Compares the reports among the files with the log of their plan, whose evidence must hold. */
export const comparedReports = Effect.fnUntraced(function* (plan: PlanId, given: ReadonlyArray<FiledCheckpoint>) {
  const hasReport = given.some(({ report }) => report !== undefined)
  return hasReport ? yield* comparedWith(plan, given, yield* (yield* EventLog).read(plan)) : []
})

/** Compares the reports among the files with the events of a log, whose evidence must hold. */
export const comparedWith = Effect.fnUntraced(function* (
  plan: PlanId,
  given: ReadonlyArray<FiledCheckpoint>,
  events: ReadonlyArray<RecordedEvent>
) {
  const all: Array<ComparedReport> = []
  for (const each of given) all.push(...(yield* Effect.promise(() => compared(plan, each, events))))
  return all
})

const quoted = (foreign: string | null): string => inertText(foreign ?? "")

/** Says what became of the comparison. */
export const comparisonWords = (
  { after, file, found, made, program, text, why }: ComparedReport,
  texts: EvidenceTexts
): string => {
  if (text === "equal") return texts.textEqual(file)
  if (text === "notCompared")
    return texts.textNotCompared(file, texts.notComparedSince[why ?? "arguments"](quoted(program)))
  return after === null ? texts.fileDiffers(file) : texts.textDiffers(file, quoted(after), quoted(found), quoted(made))
}
