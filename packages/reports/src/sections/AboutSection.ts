/**
 * The section about the report itself: its source, and the command that reproduces it.
 */
import type { ReportContext } from "../ReportContext.ts"
import { clockWords, dayWords } from "../words/DateWords.ts"
import type { ReportSection } from "../Report.ts"
import { textBlock } from "./SentenceBlock.ts"

/** A checkpoint as it is printed, as in C2SP tlog-checkpoint: origin, number of leaves, root in base64. */
export interface PrintedCheckpoint {
  readonly origin: string
  readonly size: number
  readonly root: string
}

interface Origin {
  readonly checkpoint: PrintedCheckpoint | undefined
  readonly software: string
  /** The command that reproduces the report. */
  readonly command: string
}

/** Writes the section. */
export const aboutSection = (context: ReportContext, { checkpoint, command, software }: Origin): ReportSection => {
  const { board, heldOn, isReview, phrase } = context
  const { about, section } = phrase.text.report
  return {
    id: "about",
    heading: section.about,
    blocks: [
      {
        _tag: "Facts",
        facts: [
          ...(isReview ? [{ term: about.review, lines: [dayWords(heldOn, phrase)], code: false }] : []),
          { term: about.events, lines: [phrase.number(board.events)], code: false },
          ...(board.removed.length === 0 ? [] : [{ term: about.removed, lines: removedLines(context), code: false }]),
          ...(board.knownAt === null
            ? []
            : [{ term: about.known, lines: [clockWords(board.knownAt, phrase)], code: false }]),
          // A verifier reads the checkpoint from the end of a report: what explains it goes before.
          ...(checkpoint === undefined || board.plan === null
            ? []
            : [
                { term: about.check, lines: [about.checkCommand(board.plan)], code: true },
                { term: about.checkWithout, lines: [about.checkBundle], code: false }
              ]),
          checkpoint === undefined
            ? { term: about.checkpoint, lines: [about.noCheckpoint], code: false }
            : {
                term: about.checkpoint,
                lines: [checkpoint.origin, String(checkpoint.size), checkpoint.root],
                code: true
              },
          { term: about.software, lines: [software], code: false },
          { term: about.command, lines: [command], code: true }
        ]
      },
      ...(checkpoint === undefined ? [] : [textBlock(about.checkpointUse)])
    ]
  }
}

const removedLines = ({ board, phrase }: ReportContext): ReadonlyArray<string> =>
  board.removed.map(({ decision, effectiveOn, position }) =>
    phrase.text.report.about.removedEvent(position, dayWords(effectiveOn, phrase), decision)
  )
