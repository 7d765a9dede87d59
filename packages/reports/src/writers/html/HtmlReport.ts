/**
 * The report as one HTML file. It needs no network and is complete without scripts; its content security policy allows
 * only its own style and script.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { hash } from "node:crypto"
import { unbrokenSections } from "../../words/UnbrokenUnits.ts"
import { phrases } from "../../words/Phrases.ts"
import { el, escaped, markupText } from "../../Element.ts"
import { pack } from "./PackedLog.ts"
import type { Report } from "../../Report.ts"
import type { ReportWriter } from "../../ReportWriter.ts"
import { checkpointFooter } from "./CheckpointFooter.ts"
import { pageScript } from "./PageScript.ts"
import { reportBody } from "./ReportBody.ts"
import { type ColumnShares, styleSheet } from "./StyleSheet.ts"
import { widthsOf } from "../../ColumnWidths.ts"
import { paperWidths } from "../../PaperWidths.ts"

/** Returns the bytes of the page. */
export const write: ReportWriter = ({ history, report: source }) => {
  const report = { ...source, sections: unbrokenSections(source.sections) }
  const spoken = phrases(report.language)
  const style = styleSheet(widthsIn(report))
  const body = [...reportBody(report, spoken), ...checkpointFooter(report, spoken)]
  const head = [
    el("meta", { charset: "utf-8" }),
    el("meta", { "http-equiv": "Content-Security-Policy", content: policy(style, pageScript) }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "referrer", content: "no-referrer" }),
    el("meta", { name: "color-scheme", content: "light dark" }),
    el("meta", { name: "generator", content: "Frist" }),
    el("title", {}, `${report.title}: ${report.subtitle}`)
  ]
  const markup = [
    "<!doctype html>",
    `<html lang="${report.language}">`,
    `<head>${head.map(markupText).join("")}<style>${style}</style></head>`,
    `<body data-held-on="${escaped(report.heldOn)}">`,
    ...body.map(markupText),
    `<script type="application/json" id="log">${inert(pack(history))}</script>`,
    `<script>${pageScript}</script>`,
    "</body></html>"
  ]
  return new TextEncoder().encode(`${markup.join("\n")}\n`)
}

const widthsIn = ({ sections }: Report): ColumnShares => {
  const tables = sections.flatMap(({ blocks, inAppendix }) =>
    blocks.flatMap((block) => (block._tag === "Table" ? [{ block, inAppendix }] : []))
  )
  return {
    onScreen: sorted(tables.flatMap(({ block }) => widthsOf(block))),
    onPaper: sorted(
      tables.flatMap(({ block, inAppendix }) => paperWidths(block, inAppendix === true ? "landscape" : "portrait"))
    )
  }
}

const sorted = (widths: ReadonlyArray<number>): ReadonlyArray<number> => [...new Set(widths)].sort((a, b) => a - b)

/** Returns JSON that can neither end a script element nor begin a comment. */
export const inert = (value: unknown): string =>
  jsonText(value).replace(/[<>&]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)

const hashed = (text: string): string => `'sha256-${hash("sha256", text, "base64")}'`

const policy = (style: string, script: string): string =>
  [
    "default-src 'none'",
    `style-src ${hashed(style)}`,
    `script-src ${hashed(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'"
  ].join("; ")
