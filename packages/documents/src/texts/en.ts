/**
 * What Frist says in English.
 */
import type { Texts } from "./Texts.ts"

const status = {
  NotStated: "Not stated",
  InProgress: "In progress",
  Delayed: "Delayed",
  Completed: "Done",
  Discontinued: "Discontinued"
}
const inPart = (part: string) => (part === "" ? "" : ` (${part})`)
const atLine = (line: string) => (line === "" ? "" : ` (line ${line})`)

export const en: Texts = {
  status,
  findings: {
    DateImpossible: "The day is not in the calendar. The words are kept as they stand; no date is assumed.",
    DateTruncated: "The date is cut short. It is read only as far as it goes.",
    DateTwoDigitYear: "The year has two digits and is read as 20xx.",
    DateAmbiguous: "The date can be read as day/month and as month/day, and so is not read.",
    DateApproximate: "The date is approximate.",
    DateInProse: "The date stands in running text. It was read; the words are kept.",
    DateIsProse: "Here is text and no date. The words are kept; no move is assumed.",
    DateWithoutYear: "A month without a year cannot be read as a date.",
    SeveralDates: "Several dates in one cell. None of them is chosen.",
    SeveralDeadlines: "Several deadlines in one cell. Each part is followed by itself.",
    SeveralCompletions: "Several completion dates in one cell. Each part is followed by itself.",
    DeadlineSubjectDiffers:
      "The new date speaks of something else than the goal: the two dates do not measure the same thing.",
    DoneButRed: "The row is among the completed, but its text says that it did not happen. It does not count as done.",
    StatusAgainstTable: "The status contradicts the table the row stands in.",
    StatusUnreadable: "The words in the status cell are no known status.",
    CompletedWithoutDate: "Done, but without a date.",
    CompletedWithoutStatus: "The row is among the completed, but its status cell is empty.",
    AreaInherited: "The area is empty and is taken from the row above.",
    BaselineRewritten: "The original deadline differs from before, without a decision. The first one stands.",
    RowVanished: "The row is no longer in any table. The activity stays on the board.",
    RowReopened: "A row that was done is among the ongoing again.",
    UnknownColumn: "The column is unknown. Its words are kept here.",
    TrackedChange: "Tracked changes that nobody has accepted. They were read as accepted.",
    HiddenText: "The cell has hidden text. It was read like the rest.",
    HiddenRow: "The row is hidden in the document. It was read like the others.",
    HiddenColumn: "The column is hidden in the document. It was read like the others.",
    HiddenTable: "The sheet is hidden in the document. It was read like the others.",
    MergedCell: "The cell is merged over several rows. Its words hold for each of them.",
    DateFromSerial: "The spreadsheet turned what was written into a date. It was read as the cell shows it.",
    SerialNumber: "This is a number that may be a date as spreadsheets count. It was read as it stands.",
    Formula: "The cell is computed by a formula. The value last computed was read.",
    FormulaWithoutValue: "The cell has a formula and no computed value. It was read as empty.",
    CellError: "The cell shows an error of the spreadsheet.",
    StatusByColour:
      "The status was read from the cell's colour. The document does not itself say what the colour means.",
    StatusAgainstColour: "The status's words and the cell's colour contradict each other. The words hold.",
    ColourUnknown: "The status cell has a colour of no known meaning. No status was read from it.",
    RowMarked: "The row is marked yellow.",
    KindAssumed: "Neither title nor sheet says which rows these are. They were read as ongoing.",
    TableLeftOut: "The table or rows have no known headings and were left out.",
    UnknownTable: "The table's name does not say whether its rows are ongoing or done. The row was left out.",
    RowWithoutName: "The row has neither area, goal nor action. It was left out.",
    RowTwice: "The same area and goal stand twice. The second row was left out."
  },
  problems: {
    missing: (document) => `The file ${document} does not exist. Check the path.`,
    directory: (document) => `${document} is not an ordinary file. Name a file.`,
    forbidden: (document) => `The file ${document} may not be read. Change its permissions.`,
    empty: (document) => `The file ${document} is empty. Save it again and retry.`,
    tooLarge: (document, size) => `The file ${document} is ${size}, more than the 32 MB that are read. Split it.`,
    binary: (document) => `The file ${document} is not text. Save it as CSV and retry.`,
    unbalancedQuotes: (document, line) =>
      `In ${document} a quotation mark is opened and never closed${atLine(line)}. Close it and retry.`,
    strayQuote: (document, line) =>
      `In ${document} a quotation mark stands where none may stand${atLine(line)}. Double it or remove it.`,
    cellTooLong: (document, cell) => `A cell in ${document} is longer than a million characters (${cell}). Shorten it.`,
    badText: (document, cell) => `A cell in ${document} has characters that cannot be stored (${cell}). Rewrite it.`,
    noHeadings: (document, found) =>
      `${document} has no known headings${found === "" ? "" : ` (first row: ${found})`}. The first row needs at least Area or Goal, and Deadline.`,
    noRows: (document) => `${document} has headings but no rows. Check that the right file was saved.`,
    tooManyRows: (document, rows) => `${document} has ${rows} rows, more than the 100,000 that are read. Split it.`,
    malformed: (document, line) =>
      `${document} cannot be read as CSV${atLine(line)}. Save it again from the spreadsheet.`,
    damaged: (document, part) => `${document} is damaged${inPart(part)}; open it in Word or Excel and save it again.`,
    unnatural: (document, found) =>
      `${document} is built as no office program builds files${inPart(found)}; save it again in Word or Excel.`,
    unpacksTooLarge: (document, part) =>
      `${document} unpacks to more than the 32 MB or 120,000 cells that are read${inPart(part)}; split it.`,
    encrypted: (document) => `${document} is locked with a password; remove the password and retry.`,
    oldFormat: (document) => `${document} is an old Office file; save it as DOCX or XLSX and retry.`,
    macros: (document) => `${document} holds macros and is not read; save it without macros, as DOCX or XLSX.`,
    webPage: (document) => `${document} is a web page; open it in Word or Excel and save it as DOCX or XLSX.`,
    unknownFormat: (document) => `${document} is in a format that is not read. Save it as CSV and retry.`
  },
  refusals: {
    PlanNotOpened: () => "The plan is not opened. Open it with frist open, or import an edition.",
    PlanAlreadyOpened: ({ title }) => `The plan is already opened as “${title}”. Choose another name with --plan.`,
    AlreadyRegistered: ({ activity }) =>
      `There already is an activity ${activity}. Choose another id, or change that one.`,
    NoSuchActivity: ({ activity }) => `There is no activity ${activity}. See which there are with frist board.`,
    NotYetRegistered: ({ activity, registeredOn }) =>
      `The activity ${activity} was registered on ${registeredOn}. Name a day from then on.`,
    ActivityClosed: ({ activity, status: now }) =>
      `The activity ${activity} is closed (${status[now._tag].toLowerCase()}). Reopen it first with frist reopen ${activity}.`,
    NoSuchPosition: ({ position }) => `There is no event ${position}. See the numbers with frist history.`,
    NotAFact: ({ position }) => `Event ${position} is itself a correction. Correct the event it points at.`,
    OtherType: ({ position, replacement, type }) =>
      `Event ${position} is ${type} and cannot be replaced by ${replacement}. Give a replacement of the same type.`,
    AlreadyRedacted: ({ position }) => `Event ${position} is already redacted on another decision.`
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
    late: "Late today",
    moves: "Moved",
    slip: "Slip",
    completedOn: "Done",
    after: "After deadline",
    isNew: "New",
    milestone: "Milestone",
    fromAnchor: (anchor) => `From ${anchor}`,
    from: "From",
    to: "To",
    saidOn: "Said",
    recorded: "Recorded",
    by: "By",
    why: "Why",
    number: "No.",
    event: "Event",
    what: "What",
    source: "Source",
    finding: "Finding",
    words: "As written",
    where: "Where"
  },
  row: (n) => `row ${n}`,
  board: "Ongoing activities",
  completed: "Completed activities",
  slips: "Moved deadlines",
  timeline: "Timeline",
  history: "History",
  none: "None.",
  plural: {
    activities: (n) => `${n} ${n === 1 ? "activity" : "activities"}`,
    events: (n) => (n === 1 ? "1 event" : `${n} events`),
    findings: (n) => (n === 1 ? "1 finding" : `${n} findings`)
  },
  day: (n, shown) => `${shown} ${Math.abs(n) === 1 ? "day" : "days"}`,
  atLeastDays: (shown) => `at least ${shown} days`,
  atMostDays: (shown) => `at most ${shown} days`,
  unknownSlip: "cannot be counted",
  timesMoved: (n, atLeast) => (n === 0 ? "no" : `${atLeast ? "at least " : ""}${n === 1 ? "once" : `${n} times`}`),
  late: { certainly: "yes", possibly: "perhaps", no: "no", unknown: "unknown" },
  lateAgainst: { original: "original", approved: "approved", latest: "latest" },
  inDays: (days) => `in ${days}`,
  yes: "yes",
  no: "no",
  isNew: "NEW",
  noDate: "no date",
  previousReview: (day) => `What is new since the review of ${day} is marked.`,
  at: (asOf, today) => (asOf === null ? `Today ${today}` : `As it stood on ${asOf}; lateness counted on ${today}`),
  knownAt: (instant) => `By what was recorded at ${instant}`,
  anchor: (name, words) => `Counted from ${name}: ${words}`,
  inferred: "inferred from documents: at least one move",
  approved: "decision",
  replaced: (position) => `replaced by ${position}`,
  sourceRow: (document, table, row) =>
    [document, table, row === null ? null : `row ${row}`].filter((part) => part !== null && part !== "").join(", "),
  findingsBelow: "Findings",
  unmoved: "No deadline has moved.",
  slipsNote:
    "Slip is counted from the first deadline to the latest. “At least” stands where a move was inferred from documents.",
  event: {
    PlanOpened: "Plan opened",
    ReviewHeld: "Review held",
    ActivityRegistered: "Registered",
    ActivityReworded: "Reworded",
    ResponsibleChanged: "New responsible",
    DeadlineMoved: "Deadline moved",
    BaselineApproved: "Baseline approved",
    StatusChanged: "Status changed",
    FollowUpNoted: "Follow-up",
    TargetSet: "Target",
    MeasurementRecorded: "Measurement",
    FindingRaised: "Finding",
    Corrected: "Correction",
    Redacted: "Redaction"
  },
  said: {
    imported: (rows, events, heldOn) => `Imported: ${rows}; ${events} recorded, review of ${heldOn}.`,
    wouldImport: (rows, events, heldOn) => `Would record: ${rows}; ${events}, review of ${heldOn}. Nothing was stored.`,
    nothingNew: "The edition is already recorded. Nothing new was stored.",
    leftOut: (n) => (n === 1 ? "1 row was left out." : `${n} rows were left out.`),
    recorded: (events, first, last) =>
      first === last ? `Recorded as event ${first}.` : `Recorded: ${events}, numbers ${first}–${last}.`,
    alreadySo: "It is so already. Nothing new was stored.",
    tables: (ongoing, done, milestones) =>
      `${ongoing} ongoing, ${done} completed, ${milestones} ${milestones === 1 ? "milestone" : "milestones"}`
  },
  errors: {
    noPlan: "The database has no plan yet. Import an edition with frist import, or open a plan with frist open.",
    whichPlan: (plans) => `The database has several plans. Choose one with --plan: ${plans}.`,
    noSuchPlan: (plan, plans) => `There is no plan ${plan}${plans === "" ? "" : `. Choose one of: ${plans}`}.`,
    ambiguous: (words, candidates) => `“${words}” fits several activities. Choose one of: ${candidates}.`,
    noActivity: (words) => `No activity fits “${words}”. See which there are with frist board.`,
    notADay: (words) => `“${words}” is not a day. Write a day that exists, such as 2024-06-17.`,
    notAnInstant: (words) => `“${words}” is not an instant. Write a day, or an instant such as 2024-06-17T12:00:00Z.`,
    notADate: (words) =>
      `“${words}” cannot be read as a date. Write for example 2024-06-17, 2024-06, autumn 2024 or until further notice.`,
    notAnId: (words) => `“${words}” cannot be an id. Use a–z, 0–9 and hyphens.`,
    notANumber: (words) => `“${words}” is not a number. Write digits, with a decimal point if needed.`,
    notAPosition: (words) => `“${words}” is not an event's number. See the numbers with frist history.`,
    notAnEvent: "The text after --json is not an event. Write it as frist history --format json shows it.",
    notInThatEvent: (event) => `The event (${event}) has no such thing. Use --json or --withdraw.`,
    oneCorrection: "Say what is right with one of --date, --text, --json or --withdraw.",
    notText: (why) => `The text cannot be stored: it ${why}.`,
    usage: (command) => `See ${command} --help.`,
    conflict: "The plan was changed by somebody else meanwhile, again and again. Try again.",
    postgres: "PostgreSQL is not supported yet. Name a file with --db.",
    storage: {
      unreachable: (db) => `The database ${db} cannot be opened. Check the path, or import an edition first.`,
      timedOut: (db) => `The database ${db} is busy. Try again in a while.`,
      refused: (db) => `The database ${db} may not be changed. Check the permissions of the file and its folder.`,
      schemaTooNew: (db) => `The database ${db} was written by a newer version of Frist. Upgrade Frist.`,
      full: (db) => `The disk is full; nothing was stored in ${db}. Free some space and try again.`,
      corrupt: (db) => `The database ${db} is damaged. Restore it from a backup.`,
      notALog: (db) => `The file ${db} is not a Frist database. Name another with --db.`,
      invalid: () => "Something that was to be stored cannot be stored as it stands."
    }
  }
}
