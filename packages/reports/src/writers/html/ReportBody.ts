/**
 * The body of a report's page: its heading, the list of its sections, and the sections. A file and a served page share it.
 */
import type { Phrases } from "../../words/Phrases.ts"
import { el, type Element } from "../../Element.ts"
import type { Report, ReportSection } from "../../Report.ts"
import { htmlSection } from "./BlockMarkup.ts"
import type { LinkTo } from "./TableMarkup.ts"

/** Returns the body; rows link to their activity where `linkTo` gives an address. */
export const reportBody = (report: Report, spoken: Phrases, linkTo?: LinkTo): ReadonlyArray<Element> => {
  const { page } = spoken.text.report
  return [
    el("a", { class: "skip", href: "#content" }, page.skip),
    el(
      "header",
      {},
      el("h1", {}, report.title),
      el("p", { class: "subtitle" }, report.subtitle),
      ...report.lines.map((line) => el("p", {}, line))
    ),
    contents(report, page.contents),
    el("main", { id: "content" }, ...sectionsOf(report, spoken, linkTo))
  ]
}

/** Returns the sections; those of the appendix are together, on sheets of their own. */
const sectionsOf = ({ sections }: Report, spoken: Phrases, linkTo: LinkTo | undefined): ReadonlyArray<Element> => {
  const markup = (section: ReportSection): Element => htmlSection(section, spoken, linkTo)
  const appendix = sections.filter(({ inAppendix }) => inAppendix === true)
  return [
    ...sections.filter(({ inAppendix }) => inAppendix !== true).map(markup),
    ...(appendix.length === 0
      ? []
      : [
          el(
            "div",
            { class: "appendix" },
            el("p", { class: "on-paper" }, spoken.text.report.chart.appendix),
            ...appendix.map(markup)
          )
        ])
  ]
}

/** Returns the list of the sections. */
const contents = ({ sections }: Report, title: string): Element =>
  el(
    "nav",
    { "aria-label": title },
    el("ul", {}, ...sections.map(({ heading, id }) => el("li", {}, el("a", { href: `#${id}` }, heading))))
  )
