/**
 * The end of the page on paper: the checkpoint of the log as a QR code. Its words are in the section about the report.
 */
import { encodeQR } from "qr"
import type { Phrases } from "../../words/Phrases.ts"
import { el, type Element } from "../../Element.ts"
import type { Report } from "../../Report.ts"

/** Returns the footer, or nothing for a report without a checkpoint. */
export const checkpointFooter = ({ checkpoint }: Report, { text }: Phrases): ReadonlyArray<Element> => {
  if (checkpoint === null) return []
  const { origin, root, size } = checkpoint
  const words = `${origin}\n${size}\n${root}\n`
  const label = text.report.about.checkpoint
  return [el("footer", { class: "checkpoint on-paper" }, qrCode(words, label))]
}

/** Returns the QR code as one path of runs, with the quiet zone of four modules that cameras need. */
const qrCode = (words: string, label: string): Element => {
  const rows = encodeQR(words, "raw", { ecc: "medium", border: 4 })
  const path = rows.map((row, y) =>
    [
      ...row
        .map((dark) => (dark ? "1" : "0"))
        .join("")
        .matchAll(/1+/gu)
    ]
      .map(({ 0: run, index: x }) => `M${x} ${y}h${run.length}v1h-${run.length}z`)
      .join("")
  )
  return el(
    "svg",
    {
      class: "qr",
      role: "img",
      "aria-label": label,
      viewBox: `0 0 ${rows.length} ${rows.length}`,
      width: 120,
      height: 120
    },
    el("path", { d: path.join(""), fill: "#000" })
  )
}
