/**
 * What a report is made of, beside the log: the arguments of `frist report`, as its last section prints them, and the
 * making itself. A printed command is read again to make the same report.
 */
import { Day } from "@frist/domain/Day"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { reportHistory, reportOf, type PrintedCheckpoint } from "@frist/reports/ReportAssembly"
import { isReportFormat, type ReportFormat, writeReport } from "@frist/reports/ReportFile"
import type { Language } from "@frist/reports/words/Language"

/** The arguments of `frist report` that decide what the report says. */
export interface ReportRequest {
  readonly plan: string
  readonly heldOn: Day
  readonly today: Day
  /** In milliseconds; `undefined` for a log without events. */
  readonly knownAt: number | undefined
  readonly anchor: string | undefined
  readonly findings: boolean
  readonly language: Language
  readonly format: ReportFormat
}

/** Writes the command that makes the report again. */
export const commandText = ({ anchor, findings, format, heldOn, knownAt, language, plan, today }: ReportRequest) =>
  [
    `frist report --plan ${plan} --held-on ${heldOn}`,
    ...(today === heldOn ? [] : [`--today ${today}`]),
    ...(knownAt === undefined ? [] : [`--known-at ${new Date(knownAt).toISOString()}`]),
    ...(anchor === undefined ? [] : [`--anchor ${anchor}`]),
    ...(findings ? ["--findings"] : []),
    `--lang ${language} --format ${format} --out ${plan}-${heldOn}.${format}`
  ].join(" ")

const command =
  /^frist report --plan (\S+) --held-on (\S+)(?: --today (\S+))?(?: --known-at (\S+))?(?: --anchor (\S+))?( --findings)? --lang (sv|en) --format (\S+) --out \S+$/u

/** Reads a command as `commandText` writes it; `undefined` for any other text. */
export const readReportCommand = (text: string): ReportRequest | undefined => {
  const [, plan = "", held = "", counted, known, anchor, findings, language, format = ""] = command.exec(text) ?? []
  const [heldOn, today] = [Day.parse(held), Day.parse(counted ?? held)]
  const knownAt = known === undefined ? undefined : Date.parse(known)
  if (heldOn === undefined || today === undefined || Number.isNaN(knownAt) || !isReportFormat(format)) return undefined
  const request: ReportRequest = {
    plan,
    heldOn,
    today,
    knownAt,
    anchor,
    findings: findings !== undefined,
    language: language === "en" ? "en" : "sv",
    format
  }
  return commandText(request) === text ? request : undefined
}

/** What a report is made from: the events of the log, its checkpoint, and the name of the program that makes it. */
interface ReportOrigin {
  readonly events: ReadonlyArray<RecordedEvent>
  readonly checkpoint: PrintedCheckpoint
  readonly software: string
}

/** Makes the bytes of a report. The same log, arguments and version give the same bytes. */
export const madeReport = (request: ReportRequest, { checkpoint, events, software }: ReportOrigin) => {
  const { anchor, findings, format, heldOn, knownAt, language, today } = request
  const history = reportHistory(events, { heldOn, today, knownAt })
  const report = reportOf(history, {
    anchor,
    language,
    findings,
    checkpoint,
    software,
    command: commandText(request)
  })
  return writeReport(format, { report, history })
}
