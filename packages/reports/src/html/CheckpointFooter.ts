/**
 * The end of the page: what proves the log it was made from, and on paper the same for a camera.
 */
import { encodeQR } from "qr"
import type { Phrases } from "../words/Phrases.ts"
import { el, type Element } from "../markup/Element.ts"
import type { Report } from "../Report.ts"

/** Nothing where the report has no checkpoint. */
export const checkpointFooter = ({ checkpoint }: Report, { text }: Phrases): ReadonlyArray<Element> => {
  if (checkpoint === null) return []
  const { origin, root, size } = checkpoint
  const words = `${origin}\n${size}\n${root}\n`
  const label = text.report.about.checkpoint
  return [
    el("footer", { class: "checkpoint" }, qrCode(words, label), el("p", {}, label), el("code", {}, words.trimEnd()))
  ]
}

/** The dark squares of the code as one path, a run at a time, with the four light ones around it that readers need. */
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
