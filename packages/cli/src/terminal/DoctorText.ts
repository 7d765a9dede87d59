/**
 * The findings of `frist doctor` as text for a terminal; imported on demand with their texts.
 */
import { enDoctor } from "../texts/en/enDoctor.ts"
import { svDoctor } from "../texts/sv/svDoctor.ts"
import type { CommandPhrases } from "../texts/CommandPhrases.ts"
import { findingSentence } from "@frist/reports/words/Phrases"
import { type Canvas, sectionedTable, type Style } from "./TerminalTable.ts"

/** The codes that have a sentence. */
type DoctorCode = keyof typeof svDoctor

interface Examination {
  readonly findings: ReadonlyArray<{
    readonly code: DoctorCode
    readonly level: "ok" | "warning" | "error"
    readonly detail: string
  }>
}

const styles: Readonly<Record<Examination["findings"][number]["level"], Style>> = {
  ok: "green",
  warning: "yellow",
  error: "red"
}

/** Returns one row for each finding: its level, what to do, and in brackets what was seen. */
export const doctorText = ({ findings }: Examination, { language, text }: CommandPhrases, canvas: Canvas): string => {
  const sentences = language === "sv" ? svDoctor : enDoctor
  const rows = findings.map(({ code, detail, level }) => [
    [{ text: level === "ok" ? "ok" : text.severity[level], style: styles[level] }],
    detail === ""
      ? findingSentence(sentences, code)
      : findingSentence(sentences, code).replace(/[.]$/u, ` (${detail}).`)
  ])
  const { finding, level } = text.heading
  return sectionedTable(
    [
      { heading: level, least: 7 },
      { heading: finding, least: 30 }
    ],
    [{ heading: [], rows }],
    canvas
  )
}
