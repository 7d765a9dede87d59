/**
 * Examples of arguments of the texts where a parameter is of another kind than its name usually says.
 */
/** Examples of an argument; the first is shown first, and the others only where they change the sentence. */
export type Samples = ReadonlyArray<unknown>

/** A number, and the number that has another form. */
export const many = [3, 1]

/** Examples by the path of the text; the first path that fits is used. */
export const elsewhere: ReadonlyArray<readonly [path: RegExp, samples: Readonly<Record<string, Samples>>]> = [
  // Of reports.
  [/^headline\.|^chart\.panels\./u, { n: [7, 1], of: [12] }],
  [/^(?:span\.|day$)/u, { n: [3] }],
  [/^chart\.dumbbell\.title$/u, { later: [3, 1], of: [3, 5] }],
  [/^chart\.stacks\.title$/u, { first: [["Elab, 18 mån"], ["Elab, 18 mån", "TIK, 12–24 mån"]] }],
  [/^chart\.stacks\.titleOfMany$|^chart\.months$/u, { months: ["6"], n: ["6"] }],
  [/^trend\.rate$/u, { moved: ["6 mån"], passed: ["12 mån"] }],
  [/^and$/u, { parts: [["Elab", "TIK", "SDV"]] }],
  [/^beside\.besides$/u, { parts: ["1 ny och 1 återupptagen"] }],
  [/^decide\.passedInWords$/u, { written: ["efter upphandlingen"] }],
  [/^done$/u, { on: ["17 juni 2024", null] }],
  [/^countedTo$/u, { date: ["hösten 2024"], day: ["30 november"] }],
  [/^vagueDate$/u, { from: ["1 september"], to: ["30 november 2024"], written: ["hösten 2024"] }],
  [/^page\.shown$/u, { n: [3] }],
  [/^decide\.undecided$/u, { names: ["Elab, TIK och SDV"] }],
  [/^page\.sort$/u, { heading: ["Mål"] }],
  [/^chart\.workbook\./u, { heading: ["Senarelagd"] }],
  [/^(?:anchorSentence|anchor)$/u, { name: ["SDV"], words: ["hösten 2026"] }],
  [/^sourceRow$/u, { row: ["7"] }],
  [/^ofParts$/u, { known: [3], of: [4], unknown: [1, 0] }],
  [/^said\.reason$/u, { words: ["Nyanställda först"] }],
  [/^figures\.target$/u, { what: ["ärenden 2024"], words: ["ökning 30 %"] }],
  // Of questions and answers.
  [/^asking\.subtitle$/u, { day: ["16 december 2024"], responsible: ["HR-chefen", null] }],
  [/^asking\.asked$/u, { answersBy: ["6 december 2024"], by: ["Maria Ek"] }],
  [/^asking\.how\.shared$/u, { others: ["IT-chefen"], row: ["3"] }],
  [/^ask\.table$/u, { review: ["2024-12-16"] }],
  [/^ask\.(?:preview|written|answered|missing|whoIsMissing)/u, { folder: ["fragor"], n: [8], of: [12] }],
  [/^ask\.(?:badAsk|folderInUse|noAsk|tooManyFiles)$/u, { folder: ["fragor"], most: [1000] }],
  [/^ask\.laterReview$/u, { later: ["2025-03-15"] }],
  [/^ask\.unassigned$/u, { file: ["utan-ansvarig-2024-12-16.docx"] }],
  [/^ask\.problem\.otherRound$/u, { review: ["2024-06-17", ""] }],
  [/^ask\.onlySheets$/u, { format: ["csv"] }],
  [/^ask\.gathered$/u, { taken: [8, 1] }],
  // Of lists, and of what was recorded.
  [/^rows$/u, { rows: ["3 och 4"] }],
  [/^onlyUnderstood$/u, { date: ["2024"] }],
  [/^recorded\.decision$/u, { words: ["styrelsen § 12"] }],
  [/^recorded\.status$/u, { before: ["Försenat"], now: ["Pågår"] }],
  [/^recorded\.reworded$/u, { before: ["Två system", null], column: ["Mål"], now: ["Ett system", null] }],
  [/^recorded\.responsible$/u, { before: ["Strategen", null], now: ["IT-chefen", null] }],
  [/^recorded\.(?:corrected|withdrawn)$/u, { before: ["31 december 2024"], now: ["30 juni 2024"] }],
  [/^recorded\.(?:linked|unlinked)$/u, { name: ["Elab", null] }],
  [/^recorded\.opened$/u, { id: ["strategi"] }],
  [/^outcomes\.(?:migrated|fileItself)$/u, { from: [4, 0], to: [5] }],
  [/^outcomes\.recorded$/u, { first: [12, 14] }],
  [/^outcomes\.(?:farReview|notAReview)$/u, { day: ["15 december 2024"], days: [181] }],
  [/^outcomes\.(?:proposed|fileLater)$/u, { file: ["forslag.json"] }],
  // Of what goes wrong, and of evidence.
  [/^(?:unknownFlag)$/u, { flag: ["--frmat"], perhaps: ["--format", ""] }],
  [/^unknownCommand$/u, { words: ["bord"] }],
  [/^missingArgument$/u, { name: ["<DATUM>"] }],
  [/^notAChoice$/u, { choices: ["text, json eller csv"] }],
  [
    /^refusals\.NeedsWhole$/u,
    {
      type: [
        "DeadlineMoved",
        "PlanOpened",
        "ActivityRegistered",
        "BaselineApproved",
        "ExtensionRequested",
        "ExtensionDecided",
        "StatusChanged",
        "ColumnDecided",
        "ReviewHeld"
      ]
    }
  ],
  [/^refusals\.PlanMoved$|^(?:occupied|relocated)$/u, { to: ["postgres://db2.example.se/frist"] }],
  [/^refusals\.CircularDependency$/u, { activity: ["elab", "sdv"], name: [() => "Elab"], on: ["sdv"] }],
  [/^refusals\./u, { decision: ["Dnr 12"], name: [() => "Elab"], on: ["sdv"], status: [{ _tag: "Completed" }] }],
  [/^errors\.notInThatEvent$/u, { event: ["Slutdatum ändrat"] }],
  [/^errors\.(?:matchNotTaken|matchNotNew)$/u, { activity: ["Elab"] }],
  [/^noSuchEvent$/u, { activity: ["Elab"] }],
  [/^errors\.movedOn$/u, { since: ["180 Slutdatum ändrat (Elab)"] }],
  [/^errors\.columnsOfOneMeaning$/u, { first: ["Deadline"] }],
  [/^errors\.reportBefore$/u, { day: ["2023-12-15"], first: ["2024-01-01"] }],
  [/^errors\.notAColumn$/u, { names: ["goal, deadline"] }],
  [/^problems\.tooManyRows$/u, { rows: ["120 000", ">100000"] }],
  [/^problems\.tooLarge$/u, { detail: ["48 MB"], size: ["48 MB"] }],
  [/^problems\.unnatural$/u, { found: ["word/document.xml"] }],
  [/^columns\.lacks$/u, { what: [["en kolumn för slutdatum eller status"]] }],
  [/^events$/u, { from: [3, 7], to: [7] }],
  [/^given$/u, { name: ["rapport.html"] }],
  [/^page\.(?:altered|files)$/u, { n: [3], name: ["board.csv"] }],
  [/^(?:page\.signed|notSigned|signedBy|forgedSignature)$/u, { name: ["frist/strategi"] }],
  [/^(?:many|keptHold)$/u, { n: [20] }],
  [/^triggersMissing$/u, { names: ["frist_chunk_append_only"] }],
  [/^(?:redacted|redactedWhole|remainsStands)$/u, { events: ["12"] }],
  [/^textDiffers$/u, { after: ["Dokumentportal"], found: ["Klart"] }],
  [/^notComparedSince\.version$/u, { program: ["0.1.0", ""] }],
  [/^textNotCompared$/u, { why: ["rapporten är gjord av en annan version (0.1.0)"] }],
  [/^proofElsewhere$|^(?:proofFails|notAProof|written)$/u, { file: ["bevis.json"] }],
  [/^(?:notAUrl|cannotListen)$/u, { why: ["EADDRINUSE"], words: ["exempel.se"] }],
  [/^(?:changed|moveCount)$/u, { words: ["2 gånger, 366 dagar"] }],
  [/^original$/u, { words: ["30 juni 2024"] }],
  // Of the database.
  [/^faults\.otherPlan$/u, { found: ["it"] }],
  [/^faults\.(?:count|begins)$/u, { found: ["14"] }],
  [/^(?:exported|at)$/u, { file: ["kopia.ndjson"] }],
  [/^differs\.differs$/u, { column: ["deadline"], from: ["uppgift 12"], row: ["board, plan strategi, rad elab"] }],
  [/^differs\./u, { from: ["uppgift 12"], row: ["board, plan strategi, rad elab"] }],
  [/^behind$/u, { events: [167, 1] }],
  [/^rebuilt$/u, { events: [167], planCount: many }],
  [/^progress$/u, { built: ["80"], of: ["200"] }],
  [/^beyond$/u, { from: ["14"] }],
  [/^noProjection$/u, { name: ["bord"] }],
  [/^otherPlan$/u, { asked: ["it"] }],
  [/^choice$/u, { choices: ["text, json eller csv"] }],
  [/^sharedToo$/u, { flags: ["--db, --plan"] }],
  [/^checked$/u, { rows: [167, 1] }]
]
