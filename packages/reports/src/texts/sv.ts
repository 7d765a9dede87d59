/**
 * Everything that reports say in Swedish.
 */
import { svFindings } from "./svFindings.ts"
import { svReport } from "./svReport.ts"
import { svSpoken } from "./svSpoken.ts"

/** All texts of reports, in Swedish. */
export const sv = {
  ...svSpoken,
  report: svReport,
  findings: svFindings,
  severity: { error: "fel", warning: "varning", info: "upplysning" },
  wholeDocument: "hela dokumentet",
  sourceRow: (document: string, table: string | null, row: number | null) =>
    [document, table, row === null ? null : `rad ${row}`].filter((part) => part !== null && part !== "").join(", "),
  figures: {
    noPeriod: "–",
    /** A number with its unit. */
    withUnit: (value: string, unit: string) => `${value}\u00a0${unit}`,
    qualifier: { about: "ca", over: "över", under: "under" },
    change: { increase: "ökning", decrease: "minskning" },
    months: ["jan", "feb", "mars", "april", "maj", "juni", "juli", "aug", "sep", "okt", "nov", "dec"],
    target: (what: string, words: string) => `Mål ${what} (”${words}”):`,
    met: { yes: "nått", no: "inte nått", unknown: "går inte att säga" },
    unmeasured: "siffra saknas",
    unmeasuredSaid: (quote: string) => `siffra saknas; uppföljningen säger ”${quote}”`,
    unmeasuredDone: "raden är klar, siffra saknas",
    against: (figure: string) => `går inte ihop med ${figure}`
  }
}
