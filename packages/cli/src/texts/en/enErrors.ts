/**
 * The failures of commands, in English: each sentence says what happened, and then what to do.
 */
import { dateSentences } from "@frist/domain/dates/GivenDate"
import type { svErrors } from "../sv/svErrors.ts"

/** Failures of storage that have the same sentence for a file and a server. */
const ofAny = {
  schemaTooNew: (db: string) => `A newer version of Frist wrote the database ${db}; upgrade Frist.`,
  corrupt: (db: string) => `The database ${db} is damaged; restore it from a backup.`,
  wentBack: (db: string) =>
    `The database ${db} has gone back to an earlier state and lacks an event that was already read; start again from what is there.`,
  stale: (db: string) =>
    `${db} is a standby and may be further behind than --max-lag allows; wait, or give the primary with --db.`,
  invalid: () => "Some of the values cannot be stored; change them."
}

const malformed =
  "The value of --db is not the address of a database; write, for example, postgres://user@host/database, and percent-encode special characters in the password, such as @ as %40."

const address: (typeof svErrors)["address"] = {
  blank: "No database is given; give a file with --db, or a server as postgres://user@host/database.",
  controlCharacter: "The address of the database contains a line break or another control character; remove it.",
  inMemory: ":memory: is not a file, and what is recorded there would be lost; give a file with --db.",
  otherScheme:
    "The address of the database has a scheme other than postgres://; give a file by its path alone, or a server as postgres://user@host/database.",
  parameter:
    "The address of the database has an unsupported parameter, or a parameter with an unsupported value; use target_session_attrs (read-write, read-only, any, prefer-standby), prepare (true, false), sslmode, application_name, options or connect_timeout.",
  optionalTls:
    "With several servers in the address, encryption cannot be optional; write sslmode=verify-full, or sslmode=disable.",
  hosts:
    "The servers in the address are not a list; separate them by commas, before the database, as postgres://user@one:5432,other:5432/database.",
  keywords:
    "The address of the database is a list of keywords, such as host=…; write it as postgres://user@host/database.",
  malformed,
  server: malformed,
  file: malformed
}

/** A sentence for each failure of a command, in English. */
export const enErrors: typeof svErrors = {
  lag: ({ allowed, most }) =>
    `what the standby shows ${most === null ? "is of unknown age" : `may be ${most.toFixed(1)} s old`}, and ${allowed} s are allowed; a tighter bound needs a standby that streams from its primary, and a login with the role pg_read_all_stats`,
  noPlan: "The database has no plan yet; import an edition with frist import, or open a plan with frist open.",
  whichPlan: (plans) => `The database has several plans; choose one with --plan: ${plans}.`,
  noSuchPlan: (plan, plans) => `Plan ${plan} does not exist${plans === "" ? "" : `; choose one of: ${plans}`}.`,
  ambiguous: (words, candidates) => `“${words}” matches several activities; choose one of: ${candidates}.`,
  notAWholeWord: (words, candidates) =>
    `“${words}” is only part of a word in an activity's name, and what is recorded is permanent; write the whole word or the whole name: ${candidates}.`,
  noActivity: (words) => `No activity matches “${words}”; list the activities with frist board.`,
  noActivityThen: (words) =>
    `No activity of the plan by then matches “${words}”; list those of today with frist board.`,
  notADay: (words) => `“${words}” is not a day in the calendar; write, for example, 2024-06-17.`,
  notAnInstant: (words) =>
    `“${words}” is not a day or an instant; write, for example, 2024-06-17 or 2024-06-17T12:00:00Z.`,
  notATime: (words) => `“${words}” is not a length of time; write, for example, 30s, 5m or 2h.`,
  ...dateSentences,
  notAStatus: (words) =>
    `“${words}” is not a status; write in-progress, delayed or not-stated. Completion is reported with frist complete.`,
  meansCompleted: (words) => `“${words}” means that the activity is completed; write frist complete, with the day.`,
  meansDiscontinued: (words) =>
    `“${words}” means that the activity ended without a result; write frist discontinue, with the reason.`,
  notBegun: (words) =>
    `“${words}” means that work has not begun, and Frist has no such status; write not stated, and keep the words with frist note.`,
  notAnId: (words) => `“${words}” is not a valid id; use a–z, 0–9 and hyphens.`,
  notANumber: (words) => `“${words}” is not a number; write digits, with a decimal point if needed.`,
  notAPosition: (words) => `“${words}” is not an event number; find the number with frist history.`,
  notAnEvent: "The text after --json is not an event; write it as frist history --format json shows it.",
  notInThatEvent: (event) => `The event (${event}) has no such field; use --json or --withdraw.`,
  oneCorrection: "Give the correction as exactly one of --date, --text, --json or --withdraw.",
  notAnOutcome: (words) => `“${words}” is not an outcome; write granted or refused.`,
  notASupposition: (words) =>
    `“${words}” does not say which activity moves where; write, for example, --if sdv="autumn 2027".`,
  ifAlone: "--if is shown alone; omit --chart, --all-plans and the activity.",
  refusedWithDate: "A refused request gives no new date; omit --to.",
  noOpenRequest: (activity) => `${activity} has no open request; list open requests with frist decisions.`,
  severalRequests: (activity, requests) => `${activity} has several open requests; choose one of: ${requests}.`,
  wordsOfEnd: "--words is for a wait that begins; use --reason for one that has ended.",
  reasonOfWait: "--reason is for a wait that has ended; add --ended, or use --words for one that begins.",
  oneLink: "Give either the activity that the milestone stands for, or --none.",
  oneResponsible: "Give either who is responsible, or --none.",
  noNewWords: "No new words are given; give at least one of --area, --goal and --actions.",
  notText: {
    empty: "The text is empty; write something.",
    nul: "The text contains a NUL character and cannot be stored; remove it.",
    loneSurrogate: "The text contains half a character and cannot be stored; rewrite it.",
    tooLong: "The text is longer than a million characters; shorten it."
  },
  notAnActor: (name) => `“${name}” is not a valid actor; give a name on one line with --actor, at most 200 characters.`,
  ahead: (day) => `The day ${day} is in the future; give a day up to today.`,
  reviewAhead: (day) =>
    `The review of ${day} has not been held yet; try it with --dry-run or --propose, and record it once it has been held.`,
  reportAhead: (day) => `${day} is in the future; give a day that has passed with --held-on.`,
  reportUnknown: "Nothing of the plan had been recorded by then; give a later time with --known-at.",
  reportBefore: (day, first) =>
    `The plan's first fact is from ${first}, after ${day}; give a later day with --held-on.`,
  noReviewDay: "The day of the review is missing; give it with --held-on.",
  notAColumn: (words, names) =>
    `“${words}” does not say what a heading means; write, for example, "Reviderad deadline=New deadline", with one of the columns ${names}.`,
  noSuchHeading: (heading, found) =>
    `No table has the heading “${heading}”${found === "" ? "" : `; give one of: ${found}`}. Nothing was stored.`,
  twoColumnDecisions: (heading) =>
    `The heading “${heading}” is decided in two ways; give --column once for each heading.`,
  columnsOfOneMeaning: (first, second, column) =>
    `The headings “${first}” and “${second}” are both decided to be ${column} in one table. Decide one of them otherwise, for example --column "${first}=none".`,
  notAMatch: (words) =>
    `“${words}” does not match a row to an activity; write, for example, completed:12=grona-korset or activities:7=new.`,
  noPartitionsInFile: "A file cannot be partitioned; omit --partitions.",
  notPartitions: (most) => `The number of partitions is out of range; give 1–${most} with --partitions.`,
  wrong: (n) => `${n === 1 ? "1 error" : `${n} errors`}; what to do is shown above.`,
  noSuchRow: (row) => `The document has no row ${row}; rows are numbered within their table, as in activities:7.`,
  matchNotTaken: (row, activity) =>
    `Row ${row} cannot be ${activity}: the activity does not exist or belongs to another row; list the activities with frist board.`,
  matchNotNew: (row, activity) =>
    `Row ${row} is identical to ${activity} and cannot be new; change its wording in the document, or omit --match.`,
  otherReview: (day) => `The file names two review days; use ${day} for both, or run frist import --propose again.`,
  removed: (position) => `Event ${position} has been redacted and cannot be corrected; use --withdraw.`,
  onlyReport: (format) => `Only reports can be written as ${format}; use frist report, or choose text, json or csv.`,
  noFormat: (file) =>
    `The format of the report is not clear from the file name ${file}; give --format html, docx, xlsx, md, csv or json.`,
  onlyText: "The overview is shown as text only; omit --format, or see frist --help.",
  needsFile: (format) => `A ${format} report cannot be shown on the screen; give a file with --out.`,
  notALanguage: (words) => `“${words}” is not a supported language; write sv or en.`,
  fileExists: (file) => `The file ${file} already exists and will not be overwritten; give another name.`,
  diskFull: (file) =>
    `The disk is full, or the file cannot grow, so ${file} was not written; free some space and run the command again.`,
  diskFails: (file) => `The disk reported an error, so ${file} was not written; write to another disk.`,
  cannotWrite: (file) => `The file ${file} cannot be written; check the path and the permissions.`,
  notProposals: (file, why) =>
    `The file ${file} holds no readable proposals (${why}); fix it, or create a new one with frist import --propose.`,
  otherPlan: (plan) => `The proposals are for plan ${plan}; omit --plan, or give that plan.`,
  otherLog: (basedOn, head) =>
    `The plan had ${basedOn} events when the proposals were made and now has ${head}; make new proposals against this database.`,
  movedOn: (since) =>
    `The plan has changed where the proposals apply: ${since}; make new ones with frist import --propose.`,
  conflict: "Concurrent changes to the plan kept winning; retry.",
  address,
  storage: {
    ...ofAny,
    missing: (db) =>
      `The database ${db} does not exist; import an edition first with frist import, or give another with --db.`,
    unreachable: (db) => `The database ${db} cannot be opened; check the path.`,
    timedOut: (db) => `The database ${db} is busy; retry later.`,
    refused: (db) => `The database ${db} cannot be changed; check the permissions of the file and its folder.`,
    schemaTooOld: (db) => `The database ${db} has not been migrated for this version of Frist; run frist migrate.`,
    full: (db) =>
      `The disk is full or cannot be written to, so nothing was stored in ${db}; free some space and retry.`,
    notALog: (db) => `The file ${db} is not a Frist database; give another with --db.`
  },
  server: {
    ...ofAny,
    unreachable: (db) => `The server of ${db} cannot be reached; check the address and that the server is running.`,
    notLetIn: (db) => `The server rejected the login to ${db}; check the user and the password.`,
    noDatabase: (db) => `The database ${db} does not exist on the server; create it, or give another with --db.`,
    noConnections: (db) => `The server of ${db} has no free connections; retry later.`,
    timedOut: (db) =>
      `The database ${db} is busy or does not answer in time, and what was to be stored may already be; retry later.`,
    refused: (db) =>
      `The user lacks permission in ${db}; ask for the role frist_writer, or frist_reader for reading only.`,
    mayNotMigrate: (db) =>
      `The user cannot create or change the tables in ${db}; run frist migrate as a superuser, or as the owner of the database with CREATEROLE.`,
    readOnly: (db) =>
      `The server of ${db} is read-only; give the address of the primary, or all with target_session_attrs=read-write.`,
    pooler: (db) =>
      `A pooler between Frist and the server of ${db} does not pass settings on; add ?prepare=false to the address.`,
    schemaTooOld: (db) => `The database ${db} has not been migrated for this version of Frist; run frist migrate.`,
    full: (db) =>
      `The server has no room, or cannot write to its disk, so nothing was stored in ${db}; make room or examine the disk, and retry.`,
    notALog: (db) => `The database ${db} is not a Frist database; give another with --db.`
  }
}
