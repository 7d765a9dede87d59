/**
 * What Frist says in English.
 */
import { enFindings } from "./enFindings.ts"
import { enReport } from "./enReport.ts"
import { enSpoken } from "./enSpoken.ts"
import type { Texts } from "./Texts.ts"

const { status } = enSpoken
const inPart = (part: string) => (part === "" ? "" : ` (${part})`)
const atLine = (line: string) => (line === "" ? "" : ` (line ${line})`)

export const en: Texts = {
  ...enSpoken,
  report: enReport,
  findings: enFindings,
  problems: {
    missing: (document) => `The file ${document} does not exist; check the path.`,
    directory: (document) => `${document} is not an ordinary file; name a file.`,
    forbidden: (document) => `The file ${document} may not be read; change its permissions.`,
    empty: (document) => `The file ${document} is empty; save it again and retry.`,
    tooLarge: (document, size) => `The file ${document} is ${size}, more than the 32 MB that are read; split it.`,
    binary: (document) =>
      `The file ${document} is neither Word, Excel nor text; save it as DOCX, XLSX or CSV and retry.`,
    unbalancedQuotes: (document, line) =>
      `In ${document} a quotation mark is opened and never closed${atLine(line)}; close it and retry.`,
    strayQuote: (document, line) =>
      `In ${document} a quotation mark stands where none may stand${atLine(line)}; double it or remove it.`,
    cellTooLong: (document, cell) => `A cell in ${document} is longer than a million characters (${cell}); shorten it.`,
    badText: (document, cell) => `A cell in ${document} has characters that cannot be stored (${cell}); rewrite it.`,
    noHeadings: (document, found) =>
      `${document} has no table with known headings${found === "" ? "" : ` (it begins: ${found})`}; a table needs at least Area or Goal, and Deadline.`,
    noDeadline: (document, found) =>
      `In ${document} the heading Deadline is missing (there are: ${found}); add it and retry.`,
    noRows: (document) => `${document} has headings but no rows; check that the right file was saved.`,
    tooManyRows: (document, rows) =>
      rows.startsWith(">")
        ? `${document} has more than the 100,000 rows that are read; split it.`
        : `${document} has ${rows} rows, more than the 100,000 that are read; split it.`,
    tooManyCells: (document) => `${document} has more than 1,200,000 filled cells and is not read; split it.`,
    malformed: (document, line) =>
      `${document} cannot be read as CSV${atLine(line)}; save it again from the spreadsheet.`,
    damaged: (document, part) => `${document} is damaged${inPart(part)}; open it in Word or Excel and save it again.`,
    unnatural: (document, found) =>
      `${document} is built as no office program builds files${inPart(found)}; save it again in Word or Excel.`,
    unpacksTooLarge: (document, part) =>
      `${document} unpacks to more than the 32 MB or 120,000 cells that are read${inPart(part)}; split it.`,
    encrypted: (document) => `${document} is locked with a password; remove the password and retry.`,
    oldFormat: (document) => `${document} is an old Office file; save it as DOCX or XLSX and retry.`,
    macros: (document) => `${document} holds macros and is not read; save it without macros, as DOCX or XLSX.`,
    webPage: (document) => `${document} is a web page; open it in Word or Excel and save it as DOCX or XLSX.`,
    unknownFormat: (document) => `${document} is in a format that is not read; save it as DOCX, XLSX or CSV and retry.`
  },
  refusals: {
    PlanNotOpened: () => "The plan is not opened; open it with frist open, or import an edition.",
    PlanAlreadyOpened: ({ title }) => `The plan is already opened as “${title}”; choose another name with --plan.`,
    AlreadyRegistered: ({ activity }) =>
      `There already is an activity ${activity}; choose another id, or change that one.`,
    NoSuchActivity: ({ activity }) => `There is no activity ${activity}; see which there are with frist board.`,
    NotYetRegistered: ({ activity, registeredOn }) =>
      `The activity ${activity} was registered on ${registeredOn}; name a day from then on.`,
    ActivityClosed: ({ activity, status: now }) =>
      `The activity ${activity} is closed (${status[now._tag].toLowerCase()}); reopen it first with frist reopen ${activity}.`,
    NoSuchPosition: ({ position }) => `There is no event ${position}; see the numbers with frist history.`,
    NotAFact: ({ position }) => `Event ${position} is itself a correction; correct the event it points at.`,
    OtherType: ({ position, replacement, type }) =>
      `Event ${position} is ${type} and cannot be replaced by ${replacement}; give a replacement of the same type.`,
    NotAFinding: ({ position, type }) =>
      `Event ${position} is ${type} and not a finding; see the numbers with frist findings.`,
    AlreadyRedacted: ({ position }) => `Event ${position} is already redacted on another decision.`,
    DecisionStands: ({ position }) =>
      `Event ${position} is itself a decision to redact, and stays: it says why something is missing.`
  },
  severity: { error: "error", warning: "warning", info: "info" },
  heading: {
    activity: "Activity",
    area: "Area",
    goal: "Goal",
    responsible: "Responsible",
    original: "Deadline",
    latest: "New deadline",
    status: "Status",
    late: "Against deadline",
    moves: "Moved",
    slip: "Slip",
    completedOn: "Done",
    after: "After deadline",
    isNew: "New",
    milestone: "Milestone",
    fromAnchor: (anchor) => `From ${anchor}`,
    from: "From",
    to: "To",
    saidOn: "As of",
    recorded: "Recorded",
    by: "By",
    why: "Why",
    number: "No.",
    event: "Event",
    what: "What",
    source: "Source",
    period: "Period",
    value: "Value",
    since: "Change",
    finding: "Finding",
    words: "As written",
    where: "Where",
    column: "Column",
    level: "Level"
  },
  rows: (rows, many) => `${many ? "rows" : "row"} ${rows}`,
  wholeDocument: "the whole document",
  board: "Ongoing activities",
  completed: "Completed activities",
  slips: "Moved deadlines",
  timeline: "Timeline",
  history: "History",
  measures: "Figures and targets",
  figures: {
    noPeriod: "–",
    note: "Change is from the figure before in the same series. Series that contradict each other are never joined. About is taken as within a tenth; a little over or under as no more than a tenth away.",
    qualifier: { about: "about", over: "over", under: "under" },
    change: { increase: "increase", decrease: "decrease" },
    periods: {
      year: "whole years",
      point: "at a point in time",
      months: "the same months",
      unread: "unread period",
      other: "another period"
    },
    months: ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"],
    series: (n) => `series ${n}`,
    target: (what, words) => `Target ${what} (“${words}”):`,
    met: { yes: "met", no: "not met", unknown: "cannot be told" },
    unmeasured: "nothing measured",
    contradicts: (ours, series, theirs) => `${ours} does not agree with series ${series}: ${theirs}`
  },
  none: "None.",
  plural: {
    activities: (n) => `${n} ${n === 1 ? "activity" : "activities"}`,
    events: (n) => (n === 1 ? "1 event" : `${n} events`),
    findings: (n) => (n === 1 ? "1 finding" : `${n} findings`)
  },
  yes: "yes",
  no: "no",
  previousReview: (day) => `What is new since the review of ${day} is marked.`,
  at: (asOf, today) =>
    asOf === null || asOf === today ? `As of ${today}` : `As it stood on ${asOf}; lateness counted on ${today}`,
  knownAt: (instant) => `As recorded by ${instant}`,
  anchor: (name, words) => `Counted from ${name}: ${words}`,
  inferred: "inferred from documents",
  corrected: (position) => `corrected (${position})`,
  approved: "decision",
  replaced: (position) => `replaced by ${position}`,
  sourceRow: (document, table, row) =>
    [document, table, row === null ? null : `row ${row}`].filter((part) => part !== null && part !== "").join(", "),
  waived: (reason) => `waived: ${reason}`,
  stillStanding: (findings) => `${findings} from the previous edition also still stand; see frist findings.`,
  changes: "Changes",
  dropped: "Struck out",
  findingsBelow: "Findings",
  unmoved: "No deadline has moved.",
  slipsNote: "Slip is counted from the first deadline to the latest.",
  inferredNote: "“At least” stands where a move was inferred from documents: there may have been more.",
  event: {
    PlanOpened: "Plan opened",
    ReviewHeld: "Review held",
    ActivityRegistered: "Registered",
    ActivityReworded: "Reworded",
    ResponsibleChanged: "New person responsible",
    DeadlineMoved: "Deadline moved",
    BaselineApproved: "Baseline approved",
    StatusChanged: "Status changed",
    FollowUpNoted: "Follow-up",
    TargetSet: "Target",
    MeasurementRecorded: "Measurement",
    FindingRaised: "Finding",
    FindingWaived: "Finding waived",
    Corrected: "Correction",
    Redacted: "Redaction"
  },
  said: {
    imported: (rows, events, heldOn) => `Read: ${rows}. Recorded: ${events}, review of ${heldOn}.`,
    wouldImport: (rows, events, heldOn) =>
      `Read: ${rows}. Would record: ${events}, review of ${heldOn}. Nothing was stored.`,
    otherDay: (day) => `Note: the same file is already recorded for the review of ${day}.`,
    backDated: (day) => `Note: there is a later review, of ${day}. This edition takes its place on its own day.`,
    titleKept: (title) => `Note: the plan is already called “${title}” and keeps that name.`,
    proposed: (file) => `The proposals are in ${file}. Read and edit them, and record them with frist apply ${file}.`,
    applied: (events, heldOn) => `The proposals are recorded: ${events}, review ${heldOn}.`,
    alreadyApplied: "The proposals were recorded already. Nothing new was stored.",
    nothingNew: "The edition is already recorded. Nothing new was stored.",
    reported: (file) => `The report is in ${file}.`,
    leftOut: (n) => (n === 1 ? "1 row was left out." : `${n} rows were left out.`),
    recorded: (events, first, last) =>
      first === last ? `Recorded as event ${first}.` : `Recorded: ${events}, numbers ${first}–${last}.`,
    migrated: (from, to) =>
      from === 0 ? `The tables are made, version ${to}.` : `The tables went from version ${from} to ${to}.`,
    upToDate: (version) => `The tables are of version ${version} already. There was nothing to do.`,
    partitionsStand: "Note: the number of parts is decided when the tables are made, and is what it was.",
    fileItself: (from, to) =>
      `A file is made and brought up to date by itself. This one ${from === to ? `is of version ${to}` : `went from version ${from} to ${to}`}.`,
    fileLater: (file) =>
      `A file is made and brought up to date by itself. ${file} is made when something is first recorded.`,
    alreadySo: "Already so. Nothing new was stored.",
    tables: (ongoing, done, milestones) =>
      `${ongoing} ongoing, ${done} completed, ${milestones} ${milestones === 1 ? "milestone" : "milestones"}`
  },
  errors: {
    noPlan: "The database has no plan yet; import an edition with frist import, or open a plan with frist open.",
    whichPlan: (plans) => `The database has several plans; choose one with --plan: ${plans}.`,
    noSuchPlan: (plan, plans) => `There is no plan ${plan}${plans === "" ? "" : `; choose one of: ${plans}`}.`,
    ambiguous: (words, candidates) => `“${words}” fits several activities; choose one of: ${candidates}.`,
    noActivity: (words) => `No activity fits “${words}”; see which there are with frist board.`,
    notADay: (words) => `“${words}” is not a day; write a day that exists, such as 2024-06-17.`,
    notAnInstant: (words) => `“${words}” is not an instant; write a day, or an instant such as 2024-06-17T12:00:00Z.`,
    notADate: (words) =>
      `“${words}” cannot be read as a date; write for example 2024-06-17, 2024-06, autumn 2024 or until further notice.`,
    notAnId: (words) => `“${words}” cannot be an id; use a–z, 0–9 and hyphens.`,
    notANumber: (words) => `“${words}” is not a number; write digits, with a decimal point if needed.`,
    notAPosition: (words) => `“${words}” is not an event's number; see the numbers with frist history.`,
    notAnEvent: "The text after --json is not an event; write it as frist history --format json shows it.",
    notInThatEvent: (event) => `The event (${event}) has no such thing; use --json or --withdraw.`,
    oneCorrection: "Say what is right with one of --date, --text, --json or --withdraw.",
    notText: {
      empty: "The text is empty; write something.",
      nul: "The text contains the character NUL and cannot be stored; remove it.",
      loneSurrogate: "The text contains half a character and cannot be stored; rewrite it.",
      tooLong: "The text is longer than a million characters; shorten it."
    },
    notAnActor: (name) =>
      `“${name}” cannot be who records; give a name on one line with --actor, at most 200 characters.`,
    ahead: (day) => `The day ${day} has not come yet; name a day up to today.`,
    reviewAhead: (day) =>
      `The review of ${day} has not been held yet; try with --dry-run or --propose, and record it once it is held.`,
    notAMatch: (words) =>
      `“${words}” does not say what a row is of; write as in completed:12=grona-korset, or activities:7=new.`,
    noPartitionsInFile: "A file is not split; leave out --partitions.",
    notPartitions: (most) => `There cannot be that many parts; name 1–${most} with --partitions.`,
    wrong: (n) => (n === 1 ? "1 error; see above what to do." : `${n} errors; see above what to do.`),
    noSuchRow: (row) => `The document has no row ${row}; rows are counted within their table, as in activities:7.`,
    matchNotTaken: (row, activity) =>
      `Row ${row} cannot be ${activity}: there is no such activity, or it is another row's; see which there are with frist board.`,
    matchNotNew: (row, activity) =>
      `Row ${row} is ${activity} word for word and cannot be new; change the words in the document, or leave --match out.`,
    otherReview: (day) =>
      `The proposals speak of two different days of review; write ${day} in both, or make them anew.`,
    removed: (position) => `The content of event ${position} was removed and cannot be corrected; use --withdraw.`,
    onlyReport: (format) => `Only the report is written as ${format}; use frist report, or choose text, json or csv.`,
    noFormat: (file) =>
      `The file ${file} does not say which format the report is to have; give --format html, docx, xlsx, md, csv or json.`,
    needsFile: (format) => `The report as ${format} cannot be shown on a screen; name a file with --out.`,
    notALanguage: (words) => `“${words}” is not a language known here; write sv or en.`,
    fileExists: (file) => `The file ${file} exists and is not written over; name another.`,
    cannotWrite: (file) => `The file ${file} cannot be written; check the path and the permissions.`,
    notProposals: (file, why) =>
      `The file ${file} holds no proposals that can be read (${why}); mend it, or make a new one with frist import --propose.`,
    otherPlan: (plan) => `The proposals are to the plan ${plan}; leave out --plan, or name that one.`,
    otherLog: (basedOn, head) =>
      `The proposals were made when the plan had ${basedOn} events and now it has ${head}; make them anew against this database.`,
    movedOn: (since) =>
      `The plan has changed since the proposals were made, in what they touch: ${since}; make them anew with frist import --propose.`,
    usage: (command) => `See ${command} --help.`,
    conflict: "The plan was changed by somebody else meanwhile, again and again; try again.",
    notAnAddress: (address) =>
      `“${address}” is not the address of a database; write as in postgres://user@host/database, with special characters of the password as %40.`,
    storage: {
      missing: (db) =>
        `The database ${db} does not exist; import an edition first with frist import, or name another with --db.`,
      unreachable: (db) => `The database ${db} cannot be opened; check the path.`,
      timedOut: (db) => `The database ${db} is busy; try again in a while.`,
      refused: (db) => `The database ${db} may not be changed; check the permissions of the file and its folder.`,
      schemaTooOld: (db: string) => `The database ${db} is not prepared for this version of Frist: run frist migrate.`,
      schemaTooNew: (db) => `The database ${db} was written by a newer version of Frist; upgrade Frist.`,
      full: (db) => `The disk is full and nothing was stored in ${db}; free some space and try again.`,
      corrupt: (db) => `The database ${db} is damaged; restore it from a backup.`,
      notALog: (db) => `The file ${db} is not a Frist database; name another with --db.`,
      invalid: () => "Something that was to be stored cannot be stored as it stands."
    },
    server: {
      unreachable: (db) => `The server of ${db} cannot be reached; check the address and that the server is running.`,
      notLetIn: (db) => `The server does not let ${db} in; check the user and the password.`,
      noDatabase: (db) => `The database ${db} does not exist on the server; make it, or name another with --db.`,
      noConnections: (db) => `The server of ${db} has no free connections; try again in a while.`,
      timedOut: (db) => `The database ${db} is busy or does not answer in time; try again in a while.`,
      refused: (db) =>
        `The user may not do that in ${db}; ask for the role frist_writer, or frist_reader to read only.`,
      mayNotMigrate: (db) =>
        `The user may not make or change the tables in ${db}; run frist migrate as a superuser, or as the database's owner with CREATEROLE.`,
      readOnly: (db) => `The server of ${db} can only be read; name the one that may be written.`,
      schemaTooOld: (db) => `The database ${db} is not prepared for this version of Frist; run frist migrate.`,
      schemaTooNew: (db) => `The database ${db} was written by a newer version of Frist; upgrade Frist.`,
      full: (db) => `The server has no room left and nothing was stored in ${db}; free some space and try again.`,
      corrupt: (db) => `The database ${db} is damaged; restore it from a backup.`,
      notALog: (db) => `The database ${db} is not a Frist database; name another with --db.`,
      invalid: () => "Something that was to be stored cannot be stored as it stands."
    }
  }
}
