/**
 * The sections and blocks of a report as HTML.
 */
import type { Spoken } from "../../words/Spoken.ts"
import { chartDrawing, narrowChartDrawing } from "../../chart/ChartDrawing.ts"
import { el, type Element, type Markup } from "../../Element.ts"
import type { Block, ReportSection, Sentence } from "../../Report.ts"
import type { PaperPage } from "../../PaperWidths.ts"
import { htmlStatus, htmlTable, type LinkTo } from "./TableMarkup.ts"

/** A section of a page, which may have others than a report. */
export type PageSection = Omit<ReportSection, "id"> & { readonly id: string }

/** Returns a section with its heading and blocks; rows link to their activity where `linkTo` gives an address. */
export const htmlSection = (
  { blocks, heading, id, inAppendix }: PageSection,
  spoken: Spoken,
  linkTo?: LinkTo
): Element =>
  el(
    "section",
    { id, "aria-labelledby": `${id}-heading` },
    el("h2", { id: `${id}-heading` }, heading),
    ...blocks.flatMap((block) => blockMarkup(block, inAppendix === true ? "landscape" : "portrait", spoken, linkTo))
  )

const blockMarkup = (
  block: Block,
  page: PaperPage,
  spoken: Spoken,
  linkTo: LinkTo | undefined
): Markup | ReadonlyArray<Element> => {
  switch (block._tag) {
    case "Sentences":
      return el(
        "div",
        { class: "sentences" },
        ...(block.heading === null ? [] : [el("h3", {}, block.heading)]),
        ...(block.list
          ? [el("ul", {}, ...block.sentences.map((each) => el("li", {}, ...sentenceMarkup(each))))]
          : block.sentences.map((each) => el("p", {}, ...sentenceMarkup(each))))
      )
    case "Legend":
      return el(
        "dl",
        { class: "legend", "aria-label": block.title },
        ...block.items.map(({ label, meaning, status }) =>
          el(
            "div",
            {},
            el("dt", {}, status === null ? el("span", { class: "mark" }, `★ ${label}`) : htmlStatus(status, label)),
            el("dd", {}, meaning)
          )
        )
      )
    case "Table": {
      const [caption, table] = htmlTable(block, page, linkTo)
      // What a board must read stays open; the page folds the other tables where there is no room for them.
      return isRead.has(block.id)
        ? [...caption, table]
        : [
            ...caption,
            el(
              "details",
              { class: "fold", open: true },
              el("summary", {}, spoken.text.report.chart.rows(block.rows.length)),
              table
            )
          ]
    }
    case "Dumbbell":
    case "Panels":
    case "Stacks":
      return el(
        "figure",
        { class: "chart" },
        el("figcaption", {}, el("h3", {}, block.title)),
        el("div", { class: "wide" }, chartDrawing(block, spoken)),
        el("div", { class: "narrow" }, narrowChartDrawing(block, spoken))
      )
    case "Facts":
      return el(
        "dl",
        { class: "facts" },
        ...block.facts.map(({ code, lines, term }) =>
          el(
            "div",
            {},
            el("dt", {}, term),
            el("dd", {}, ...(code ? [el("code", {}, lines.join("\n"))] : [lines.join("\n")]))
          )
        )
      )
  }
}

/** The tables of page one, and those of the page of an activity. */
const isRead: ReadonlySet<string> = new Set(["decisions", "moved", "activity-moves", "activity-notes"])

const sentenceMarkup = ({ lead, text }: Sentence): ReadonlyArray<Markup> =>
  lead === null ? [text] : [el("strong", {}, el("bdi", {}, lead), ":"), ` ${text}`]
