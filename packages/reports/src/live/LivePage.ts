/**
 * A page as a server hands it out: as HTML at first, and as a value in JSON when the plan has grown, which the script of
 * the page puts in its place.
 */
import type { Day } from "@frist/domain/Day"
import type { History } from "@frist/projections/History"
import { activityAddress, type PageBase } from "./PageAddress.ts"
import { el, escaped, type Element, markupText } from "../Element.ts"
import type { Report } from "../Report.ts"
import { liveTexts } from "../texts/LiveTexts.ts"
import { inert } from "../writers/html/HtmlReport.ts"
import { pack, type PackedLog } from "../writers/html/PackedLog.ts"
import { reportBody } from "../writers/html/ReportBody.ts"
import { styleSheet } from "../writers/html/StyleSheet.ts"
import type { Language } from "../words/Language.ts"
import { unbrokenSections } from "../words/UnbrokenUnits.ts"
import { phrases } from "../words/Phrases.ts"

/** What a page shows: its body, and the facts from which it shows earlier days; null for a page without a slider. */
export interface LivePage {
  readonly title: string
  readonly heldOn: Day
  readonly body: ReadonlyArray<Element>
  readonly log: PackedLog | null
}

/** Where a server has its pages. */
interface PageAddresses extends PageBase {
  /** The page itself as JSON; none for a page that is not kept up to date. */
  readonly own?: string
  /** The version of the plan that the page shows. */
  readonly version: string
}

/** Returns the page of a report, with links to its activities. That no review was held today is not news on it. */
export const boardPage = (report: Report, history: History, base: PageBase): LivePage => {
  const phrase = phrases(report.language)
  const shown = {
    ...report,
    sections: unbrokenSections(report.sections),
    lines: report.lines.filter((line) => line !== phrase.text.report.noReview)
  }
  return {
    title: `${report.title}: ${report.subtitle}`,
    heldOn: report.heldOn,
    body: [
      ...reportBody(shown, phrase, (activity) => activityAddress(base, activity)),
      linkFooter(report.language, base)
    ],
    log: pack(history)
  }
}

/** Returns the other ways to follow the plan; on a page of an earlier day, the present plan first. */
export const linkFooter = (language: Language, { asOf, root }: PageBase): Element => {
  const texts = liveTexts[language]
  const links: ReadonlyArray<readonly [href: string, words: string]> = [
    ...(asOf === undefined ? [] : [[root, texts.present] as const]),
    [`${root}plan.ics`, texts.calendar],
    [`${root}moves.atom`, texts.feed],
    [`${root}api/openapi.json`, texts.api]
  ]
  return el(
    "footer",
    {},
    el(
      "nav",
      { "aria-label": texts.links },
      el("ul", {}, ...links.map(([href, words]) => el("li", {}, el("a", { href }, words))))
    )
  )
}

/** Writes a page as HTML. Its style and script are files of the server, so its policy allows nothing inline. */
export const livePageText = ({ body, heldOn, log, title }: LivePage, language: Language, addresses: PageAddresses) => {
  const { asOf = "", own = "", root, version } = addresses
  const head = [
    el("meta", { charset: "utf-8" }),
    el("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    el("meta", { name: "color-scheme", content: "light dark" }),
    el("link", { rel: "icon", href: `${root}icon.svg`, type: "image/svg+xml" }),
    el("link", { rel: "stylesheet", href: `${root}style.css` }),
    el("link", { rel: "alternate", type: "application/atom+xml", href: `${root}moves.atom` }),
    el("title", {}, title)
  ]
  const attributes = { heldOn, root, asOf, own, version, events: `${root}events` }
  const data = Object.entries(attributes).map(
    ([name, value]) => ` data-${name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}="${escaped(value)}"`
  )
  return `${[
    "<!doctype html>",
    `<html lang="${language}">`,
    `<head>${head.map(markupText).join("")}</head>`,
    `<body${data.join("")}>`,
    markupText(el("p", { id: "live", role: "status" })),
    `<div id="page">${body.map(markupText).join("\n")}</div>`,
    `<script type="application/json" id="log">${inert(log)}</script>`,
    markupText(el("script", { src: `${root}page.js` })),
    "</body></html>"
  ].join("\n")}\n`
}

const shares: ReadonlyArray<number> = Array.from({ length: 101 }, (_, share) => share)

/** The style sheet of every page, for columns of any width. */
export const liveStyle = (): string =>
  `${styleSheet({ onScreen: shares, onPaper: shares })}
#live{max-width:86rem;margin:0 auto;padding:.5rem 1.25rem 0;color:var(--soft);font-size:.9rem;min-height:1.9rem}
#page>footer>nav{padding-bottom:2rem}
@media print{#live,#page>footer{display:none}}`
