/**
 * The findings of `frist doctor` in English, by code.
 */
import type { svDoctor } from "../sv/svDoctor.ts"

/** A sentence for each finding of `frist doctor`, in English. */
export const enDoctor: typeof svDoctor = {
  serverAnswers: "The server answers.",
  serverUnreachable: "The server cannot be reached; check the address and that the server is running.",
  notLetIn: "The server rejected the login; check the user and the password.",
  noDatabase: "The database does not exist on the server; create it, or give another with --db.",
  serverIsStandby: "The server is a read-only standby; give the address of the primary to record.",
  fileReadable: "The file can be read.",
  fileMissing:
    "The file does not exist; it will be created when something is first recorded, with frist import or frist open.",
  fileUnreadable: "The file cannot be read; check the path and the permissions.",
  notALog: "The file is not a Frist database; give another with --db.",
  versionKnown: "The tables have the version that this Frist uses.",
  notMigrated: "The database has no tables yet; run frist migrate.",
  versionOld: "The tables have an older version; run frist migrate.",
  versionNew: "A newer version of Frist created the tables; upgrade Frist.",
  intact: "The file is intact.",
  damaged: "The file is damaged; restore it from a backup.",
  tablesChanged: "Tables were altered or dropped; restore the database from a backup.",
  definitionsStand: "Tables, views, functions and permissions are as Frist made them.",
  definitionsChanged:
    "What Frist made in the database was altered, dropped or added to; find out who did it, and restore the database from a backup.",
  rowsOutOfPlace:
    "Rows of the log are out of place, or were put there without Frist; examine the plan with frist verify, and restore it from a backup.",
  checkpointsUnreadable:
    "A kept checkpoint is not a checkpoint of the log; find out who put it there, and restore the plan from a backup.",
  checkpointsMatch: "The checkpoints that are kept with the log match it.",
  checkpointsDiffer:
    "Checkpoints that are kept with the log do not match it (plan: number of events); frist verify --plan shows what was changed or is missing.",
  triggersStand: "All triggers that protect recorded events are in place.",
  triggersBroken:
    "Triggers that protect recorded events are missing or weakened; find out who changed them, and restore them from a backup.",
  fileNotRewritten:
    "The file may still hold redacted text, because it was not rewritten (plan: events or document); make room on the disk, close the programs that read the file, and run frist redact again with the same decision.",
  rowsNotRewritten:
    "The server's disk still holds rows with redacted text; let the owner of the table run vacuum full on this table.",
  mayAppend: "The login can read and record.",
  mayRead: "The login can only read; grant it frist_writer if it is to record.",
  mayNothing: "The login can neither read nor record; grant it frist_writer or frist_reader.",
  seesEveryPlan: "The login sees every plan.",
  seesSomePlans: "The login sees only its own plans.",
  plansUnguarded:
    "Row-level security is off, so every reader sees every plan; turn it on with alter table … enable row level security.",
  loginIsSuperuser: "The login is a superuser and can disable triggers; use one that has only frist_writer.",
  loginIsOwner: "The login owns the tables and can disable triggers; use one that has only frist_writer.",
  loginMayWriteTables: "The login can write to the tables without Frist; revoke that.",
  fileWritable: "The file and its folder are writable.",
  fileReadOnly: "The file is read-only; change its permissions if anything is to be recorded.",
  folderReadOnly: "The folder is read-only, and even reading needs to write to it; change its permissions.",
  fileOpenToAll: "Every user of this machine can write to the file or its folder; remove that permission.",
  clockSound: "The clock is not behind what is recorded.",
  clocksDiffer: "The clocks of the server and this machine differ; synchronise both with the same time server.",
  recordedAhead:
    "The latest event has a time in the future, and new events get the same time; correct the clock that sets the times.",
  settingsSafe: "The settings of the server protect what is recorded.",
  replicationUnsafe:
    "With this setting, recorded events can be lost when another server takes over; let the server wait for its standby, or accept that.",
  settingUnsafe: "A setting allows recorded events to be lost or changed; change it on the server.",
  newsArrive: "Notifications of new events arrive.",
  newsLost:
    "Notifications do not arrive, so subscribers wait until they next poll; connect them to the server directly, not through a pooler.",
  newsQueueFilling: "The notification queue is filling up, because a listener does not receive; end that connection.",
  journalSafe: "The journal mode is the one that Frist uses.",
  journalOther: "The journal mode is not wal; it changes when something is recorded, if the file system supports it.",
  roomEnough: "There is enough disk space.",
  roomShort: "Disk space is low; free some.",
  roomGone: "Disk space is almost exhausted; free some before anything is recorded.",
  projectionsFollow: "The read models are up to date.",
  projectionsBehind: "Read models are behind the log (plans, events); run frist project --follow.",
  projectionParked:
    "The read models of a plan are parked while those of others continue; upgrade Frist if an event has a newer version, and run frist project --plan.",
  projectionsWentBack:
    "Read models show events that the log no longer has (plan: event), because it went back to an earlier state; run frist rebuild --plan for each.",
  projectionShapes:
    "Read models belong to another version of Frist, and this one does not update them; run frist rebuild.",
  projectionsBuilding: "A rebuild has begun but not finished; run frist rebuild, which resumes it.",
  examinationFailed: "Part of the examination failed; retry as a user with more permissions."
}
