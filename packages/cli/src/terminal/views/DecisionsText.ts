/**
 * Requests for other dates, their decisions, and moves that nobody decided, as text for a terminal.
 */
import { PlannedDate } from "@frist/domain/PlannedDate"
import { isClosed } from "@frist/domain/Status"
import type { Decisions } from "@frist/projections/Decisions"
import { dateWords, slipWords, changeWords } from "@frist/reports/words/Phrases"
import type { CommandPhrases } from "../../texts/CommandPhrases.ts"
import { nameAndId, type NameOf } from "../ActivityName.ts"
import { statusPiece } from "../StatusPiece.ts"
import { type Choice, chosen, titled } from "./ViewText.ts"
import { type Canvas, paragraph, type Piece } from "../TerminalTable.ts"

type OpenRequest = Decisions["requested"][number]
type DecidedRequest = Decisions["decided"][number]
type UndecidedMove = Decisions["undecided"][number]

/** Returns what is to be decided, what has been, and what moved without a decision. */
export const decisionsText = (view: Decisions, nameOf: NameOf, phrase: CommandPhrases, canvas: Canvas): string => {
  const { text } = phrase
  const section = <Row>(title: string, rows: ReadonlyArray<Row>, choices: ReadonlyArray<Choice<Row>>, none: string) =>
    `${paragraph(title, "bold", canvas)}\n\n${rows.length === 0 ? none : chosen(choices, rows, canvas)}\n`
  return [
    titled(view, text.decisions, phrase, canvas),
    section(text.toDecide, view.requested, openColumns(nameOf, phrase), text.noRequests),
    ...(view.decided.length === 0
      ? []
      : [section(text.decidedRequests, view.decided, decidedColumns(nameOf, phrase), text.none)]),
    section(text.undecidedMoves, view.undecided, undecidedColumns(view.undecided, nameOf, phrase), text.noneUndecided),
    ...(view.undecided.length === 0 ? [] : [paragraph(text.undecidedNote, "dim", canvas)])
  ].join("\n")
}

/** Says how much later a requested date is; a slip that may be to an earlier date says so itself. */
const laterWords = (slip: OpenRequest["slip"], phrase: CommandPhrases): string =>
  slip.min !== null && slip.min >= 0 ? phrase.text.more(slipWords(slip, phrase)) : slipWords(slip, phrase)

const openColumns = (nameOf: NameOf, phrase: CommandPhrases): ReadonlyArray<Choice<OpenRequest>> => {
  const { text } = phrase
  return [
    { heading: text.heading.number, least: 4, cell: ({ position }) => String(position) },
    {
      heading: text.heading.activity,
      least: 16,
      cell: (row) => [...nameAndId(row, nameOf), ...(isClosed(row.status) ? [statusPiece(row.status, phrase)] : [])]
    },
    { heading: text.heading.original, least: 10, cell: ({ original }) => dateWords(original) },
    { heading: text.heading.latest, least: 10, from: 100, cell: ({ deadline }) => dateWords(deadline) },
    { heading: text.heading.requested, least: 10, cell: ({ requestedTo }) => dateWords(requestedTo) },
    {
      heading: text.heading.moves,
      least: 14,
      cell: ({ alike, moves, slip }) => [
        { text: alike ? laterWords(slip, phrase) : text.report.notComparable },
        { text: text.movedSoFar(changeWords(moves, phrase)), style: "dim" }
      ]
    },
    {
      heading: text.heading.why,
      least: 16,
      cell: ({ actor, reason, requestedOn }) => [
        ...(reason === null ? [] : [{ text: reason }]),
        { text: text.requestedBy(actor, requestedOn), style: "dim" }
      ]
    }
  ]
}

const decidedColumns = (nameOf: NameOf, phrase: CommandPhrases): ReadonlyArray<Choice<DecidedRequest>> => {
  const { text } = phrase
  return [
    { heading: text.heading.number, least: 4, cell: ({ position }) => String(position) },
    { heading: text.heading.activity, least: 16, cell: (row) => nameAndId(row, nameOf) },
    {
      heading: text.heading.requested,
      least: 10,
      cell: ({ reason, requestedTo }): ReadonlyArray<Piece> => [
        { text: dateWords(requestedTo) },
        ...(reason === null ? [] : [{ text: reason, style: "dim" as const }])
      ]
    },
    {
      heading: text.heading.outcome,
      least: 10,
      cell: ({ grantedTo, outcome }): ReadonlyArray<Piece> => [
        { text: text.outcome[outcome], style: outcome === "granted" ? "green" : "red" },
        ...(grantedTo === null ? [] : [{ text: dateWords(grantedTo) }])
      ]
    },
    {
      heading: text.heading.decision,
      least: 16,
      cell: ({ decidedBy, decidedOn, decision }) => [
        { text: decision },
        { text: text.requestedBy(decidedBy, decidedOn), style: "dim" }
      ]
    }
  ]
}

const undecidedColumns = (
  moved: Decisions["undecided"],
  nameOf: NameOf,
  phrase: CommandPhrases
): ReadonlyArray<Choice<UndecidedMove>> => {
  const { text } = phrase
  const isDecided = moved.some(({ baseline, original }) => !PlannedDate.same(baseline, original))
  return [
    { heading: text.heading.activity, least: 16, cell: (row) => nameAndId(row, nameOf) },
    {
      heading: isDecided ? text.originalOrApproved : text.heading.original,
      least: 10,
      cell: ({ baseline, original }) => dateWords(baseline ?? original)
    },
    { heading: text.heading.latest, least: 10, cell: ({ deadline }) => dateWords(deadline) },
    {
      heading: text.heading.slip,
      least: 12,
      cell: ({ alike, beyond, slip }) => [
        { text: !alike ? text.report.notComparable : slipWords(slip, phrase) },
        ...(beyond === "possibly" ? [{ text: text.possiblyBeyond, style: "yellow" as const }] : [])
      ]
    },
    {
      heading: text.heading.moves,
      least: 16,
      cell: ({ moves }) =>
        moves.flatMap(({ effectiveOn, reason, to }) => [
          { text: `${effectiveOn}: ${dateWords(to)}` },
          ...(reason === null ? [] : [{ text: reason, style: "dim" as const }])
        ])
    }
  ]
}
