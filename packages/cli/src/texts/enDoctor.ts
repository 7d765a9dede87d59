/**
 * What an examination of a database says in English.
 */
import type { svDoctor } from "./svDoctor.ts"

export const enDoctor: typeof svDoctor = {
  serverAnswers: "The server answers.",
  serverUnreachable: "The server cannot be reached; check the address and that the server is running.",
  notLetIn: "The server does not let the login in; check the user and the password.",
  noDatabase: "The database does not exist on the server; make it, or name another with --db.",
  serverIsStandby: "The server is a standby that is only read; name the primary to record.",
  fileReadable: "The file can be read.",
  fileMissing: "The file does not exist; it is made when something is first recorded, with frist import or frist open.",
  fileUnreadable: "The file cannot be read; check the path and the permissions.",
  notALog: "The file is not a Frist database; name another with --db.",
  versionKnown: "The tables are of the version that this Frist uses.",
  notMigrated: "The database has no tables yet; run frist migrate.",
  versionOld: "The tables are of an older version; run frist migrate.",
  versionNew: "The tables were made by a newer version of Frist; upgrade Frist.",
  intact: "The file is whole.",
  damaged: "The file is damaged; restore it from a backup.",
  tablesChanged: "Tables were altered or are gone; restore the database from a backup.",
  triggersStand: "All triggers that refuse to change what is recorded are there.",
  triggersBroken:
    "Triggers that refuse to change what is recorded are missing or weakened; find out who changed them, and restore them from a backup.",
  mayAppend: "The login may read and record.",
  mayRead: "The login may only read; grant it frist_writer if it is to record.",
  mayNothing: "The login may neither read nor record; grant it frist_writer or frist_reader.",
  seesEveryPlan: "The login sees every plan.",
  seesSomePlans: "The login sees only its own plans.",
  plansUnguarded:
    "Row security is off, so whoever may read sees every plan; turn it on with alter table … enable row level security.",
  loginIsSuperuser: "The login is a superuser and can switch triggers off; use one that has only frist_writer.",
  loginIsOwner: "The login owns the tables and can switch triggers off; use one that has only frist_writer.",
  loginMayWriteTables: "The login may write to the tables past Frist; revoke that.",
  fileWritable: "The file and its folder can be written.",
  fileReadOnly: "The file may not be written; change its permissions if anything is to be recorded.",
  folderReadOnly: "The folder may not be written, which reading needs too; change its permissions.",
  fileOpenToAll: "The file or its folder may be written by everybody on the machine; take that permission away.",
  clockSound: "The clock is not behind what is recorded.",
  clocksDiffer: "The server's clock does not go as this machine's; set both by the same time server.",
  recordedAhead:
    "What was recorded last bears a time that has not come yet, and what is recorded now gets the same; put the clock that gives the times right.",
  settingsSafe: "The server's settings keep what is recorded.",
  settingUnsafe: "A setting lets what is recorded be lost or changed; change it on the server.",
  newsArrive: "News of what is recorded arrive.",
  newsLost:
    "News do not arrive, so whoever follows the log waits until it looks by itself; follow on the server itself and not through a pooler.",
  newsQueueFilling: "The queue of news is filling, for somebody listens and does not take them; end that connection.",
  journalSafe: "The journal is the one that Frist uses.",
  journalOther: "The journal is not wal; that changes when something is recorded, if the file system can.",
  roomEnough: "There is room left on the disk.",
  roomShort: "There is little room left on the disk; free some.",
  roomGone: "There is almost no room left on the disk; free some before anything is recorded.",
  projectionsFollow: "The read models are up to the log.",
  projectionsBehind: "Read models are behind the log (plans, events); run frist project --follow.",
  projectionParked:
    "The read models of a plan stand still and those of others go on; upgrade Frist if an event is of a newer version, and run frist project --plan.",
  projectionShapes: "Read models are of another version of Frist, and this one does not write them; run frist rebuild.",
  projectionsBuilding: "A rebuild was begun and has not ended; run frist rebuild, which goes on with it.",
  examinationFailed: "A part could not be examined; try again, as a user who may do more."
}
