/**
 * What an examination of a log finds: codes that a program can act on, each with how bad it is.
 */
import * as Schema from "effect/Schema"

/** `ok`: as it should be. `warning`: works, and somebody should look. `error`: does not work, or loses what it promised. */
const DiagnosticLevel = Schema.Literals(["ok", "warning", "error"])
type DiagnosticLevel = typeof DiagnosticLevel.Type

export const diagnosticLevels = {
  // Getting in.
  serverAnswers: "ok",
  serverUnreachable: "error",
  notLetIn: "error",
  noDatabase: "error",
  serverIsStandby: "warning",
  fileReadable: "ok",
  fileMissing: "error",
  fileUnreadable: "error",
  notALog: "error",
  // Its tables.
  versionKnown: "ok",
  notMigrated: "error",
  versionOld: "error",
  versionNew: "error",
  intact: "ok",
  damaged: "error",
  tablesChanged: "error",
  triggersStand: "ok",
  triggersBroken: "error",
  // Who may do what.
  mayAppend: "ok",
  mayRead: "ok",
  mayNothing: "error",
  seesEveryPlan: "ok",
  seesSomePlans: "ok",
  plansUnguarded: "error",
  loginIsSuperuser: "warning",
  loginIsOwner: "warning",
  loginMayWriteTables: "error",
  fileWritable: "ok",
  fileReadOnly: "warning",
  folderReadOnly: "error",
  fileOpenToAll: "warning",
  // What it stands on.
  clockSound: "ok",
  clocksDiffer: "warning",
  recordedAhead: "error",
  settingsSafe: "ok",
  settingUnsafe: "error",
  newsArrive: "ok",
  newsLost: "warning",
  newsQueueFilling: "warning",
  journalSafe: "ok",
  journalOther: "warning",
  roomEnough: "ok",
  roomShort: "warning",
  roomGone: "error",
  // What is derived from it.
  projectionsFollow: "ok",
  projectionsBehind: "warning",
  projectionParked: "error",
  projectionShapes: "warning",
  projectionsBuilding: "warning",
  // What nobody thought of.
  examinationFailed: "error"
} as const satisfies Readonly<Record<string, DiagnosticLevel>>
export type DiagnosticCode = keyof typeof diagnosticLevels

/** `detail` is what was seen: names and numbers, or nothing. */
export const Diagnostic = Schema.Struct({
  code: Schema.Literals(Object.keys(diagnosticLevels) as Array<DiagnosticCode>),
  level: DiagnosticLevel,
  detail: Schema.String
})
export type Diagnostic = typeof Diagnostic.Type

export const diagnostic = (code: DiagnosticCode, detail = ""): Diagnostic => ({
  code,
  level: diagnosticLevels[code],
  detail
})

/** How far clocks may differ, and a log be ahead of them, in milliseconds. */
const tolerance = 2000

/** Whether the last recorded instant lies ahead of the clock that gives them: then those that follow are given it too. */
export const clockDiagnostic = (last: number, clock: number): Diagnostic =>
  last > clock + tolerance
    ? diagnostic("recordedAhead", `${new Date(last).toISOString()}, ${seconds(last - clock)}`)
    : diagnostic("clockSound")

export const clocksDiffer = (milliseconds: number): boolean => Math.abs(milliseconds) > tolerance

export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
