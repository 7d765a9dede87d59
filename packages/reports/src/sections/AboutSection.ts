/**
 * The section about the report itself: its source, and the command that reproduces it.
 */
import { instantWords } from "../words/Phrases.ts"
import type { ReportContext } from "../ReportContext.ts"
import { dayWords } from "../words/DateWords.ts"
import type { ReportSection } from "../Report.ts"

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
  const { board, changes, completed, heldOn, phrase, trend } = context
  const { about, section } = phrase.text.report
  const versions = [board, completed, changes, trend].map(({ version, view }) => `${view} ${version}`)
  return {
    id: "about",
    heading: section.about,
    blocks: [
      {
        _tag: "Facts",
        facts: [
          { term: about.plan, lines: [board.plan ?? "–"], code: false },
          { term: about.review, lines: [dayWords(heldOn, phrase)], code: false },
          { term: about.events, lines: [phrase.number(board.events)], code: false },
          ...(board.knownAt === null ? [] : [{ term: about.known, lines: [instantWords(board.knownAt)], code: false }]),
          checkpoint === undefined
            ? { term: about.checkpoint, lines: [about.noCheckpoint], code: false }
            : {
                term: about.checkpoint,
                lines: [checkpoint.origin, String(checkpoint.size), checkpoint.root],
                code: true
              },
          { term: about.versions, lines: [[software, ...versions, "frist/report 1"].join(", ")], code: false },
          { term: about.command, lines: [command], code: true }
        ]
      }
    ]
  }
}
