/**
 * The findings of an examination of a log: codes for programs, each with its level.
 */
import { readCheckpointNote } from "@frist/evidence/checkpoints/Note"
import * as Schema from "effect/Schema"

/** `ok`: as it should be. `warning`: works, but a person should look. `error`: does not work, or breaks a promise. */
const DiagnosticLevel = Schema.Literals(["ok", "warning", "error"])
type DiagnosticLevel = typeof DiagnosticLevel.Type

/** Every code with its level. */
export const diagnosticLevels = {
  // Access.
  serverAnswers: "ok",
  serverUnreachable: "error",
  notLetIn: "error",
  noDatabase: "error",
  serverIsStandby: "warning",
  fileReadable: "ok",
  fileMissing: "error",
  fileUnreadable: "error",
  notALog: "error",
  // Tables.
  versionKnown: "ok",
  notMigrated: "error",
  versionOld: "error",
  versionNew: "error",
  intact: "ok",
  damaged: "error",
  tablesChanged: "error",
  definitionsStand: "ok",
  definitionsChanged: "error",
  rowsOutOfPlace: "error",
  checkpointsUnreadable: "error",
  checkpointsMatch: "ok",
  checkpointsDiffer: "error",
  triggersStand: "ok",
  triggersBroken: "error",
  // What is left on the disk of what was erased.
  fileNotRewritten: "error",
  rowsNotRewritten: "warning",
  // Rights.
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
  // Clock, settings, notifications, disk.
  clockSound: "ok",
  clocksDiffer: "warning",
  recordedAhead: "error",
  settingsSafe: "ok",
  settingUnsafe: "error",
  replicationUnsafe: "warning",
  newsArrive: "ok",
  newsLost: "warning",
  newsQueueFilling: "warning",
  journalSafe: "ok",
  journalOther: "warning",
  roomEnough: "ok",
  roomShort: "warning",
  roomGone: "error",
  // Read models.
  projectionsFollow: "ok",
  projectionsBehind: "warning",
  projectionParked: "error",
  projectionsWentBack: "error",
  projectionShapes: "warning",
  projectionsBuilding: "warning",
  // Anything else.
  examinationFailed: "error"
} as const satisfies Readonly<Record<string, DiagnosticLevel>>
/** The code of a finding, for programs. */
export type DiagnosticCode = keyof typeof diagnosticLevels

/** One diagnostic. `detail` is what was seen: names and numbers, or nothing. */
export const Diagnostic = Schema.Struct({
  code: Schema.Literals(Object.keys(diagnosticLevels) as Array<DiagnosticCode>),
  level: DiagnosticLevel,
  detail: Schema.String
})
export type Diagnostic = typeof Diagnostic.Type

/** Returns the diagnostic of a code, with its level. */
export const diagnostic = (code: DiagnosticCode, detail = ""): Diagnostic => ({
  code,
  level: diagnosticLevels[code],
  detail
})

/** The tolerated difference between clocks, and between a clock and the log, in milliseconds. */
const tolerance = 2000

/** Diagnoses a log that is ahead of the clock: later events would be recorded at the same instant. */
export const clockDiagnostic = (last: number, clock: number): Diagnostic =>
  last > clock + tolerance
    ? diagnostic("recordedAhead", `${new Date(last).toISOString()}, ${seconds(last - clock)}`)
    : diagnostic("clockSound")

/** Returns whether clocks differ by more than is tolerated. */
export const clocksDiffer = (milliseconds: number): boolean => Math.abs(milliseconds) > tolerance

/** Returns whether a note is one that a log keeps: a checkpoint of at least one event. */
export const isKeptNote = (note: string): boolean => (readCheckpointNote(note)?.checkpoint.size ?? 0) > 0

/** Writes milliseconds as seconds with one decimal. */
export const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
