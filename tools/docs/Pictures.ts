/**
 * The pictures of the documentation: the first page of the sample's report and its trend, as drawings that a browser shows.
 * They are made of the report's own elements and style, so they show what it says today.
 */
import { Day } from "@frist/domain/Day"
import { el, type Element } from "@frist/reports/Element"
import { chartDrawing } from "@frist/reports/chart/ChartDrawing"
import { xmlPart } from "@frist/reports/ooxml/OfficeXml"
import type { Report } from "@frist/reports/Report"
import { reportHistory, reportOf } from "@frist/reports/ReportAssembly"
import { phrases } from "@frist/reports/words/Phrases"
import type { Language } from "@frist/reports/words/Language"
import { reportBody } from "@frist/reports/writers/html/ReportBody"
import { styleSheet } from "@frist/reports/writers/html/StyleSheet"
import { imported } from "../../packages/editions/test/sampleEditions.ts"

const heldOn = Day.of(2024, 12, 16)
const [width, height] = [1280, 900]

/** Returns every picture by its path within `docs`. */
export const pictures = (): ReadonlyArray<readonly [path: string, picture: string]> => {
  const log = imported("2024-12-16", imported("2024-06-17", imported("2023-12-15")))
  const history = reportHistory(log, { heldOn })
  return (["en", "sv"] as const).flatMap((language) => {
    const report = reportOf(history, { language, software: "frist", command: "frist report" })
    return [
      [`pictures/report.${language}.svg`, firstPage(report)] as const,
      ...trendOf(report).map((drawing) => [`pictures/trend.${language}.svg`, xmlPart(onWhite(drawing))] as const)
    ]
  })
}

/** Rules for a width, for paper and for dark screens: a picture has one width and is light. */
const conditional = /@media[^{]*\{(?:[^{}]|\{[^{}]*\})*\}/gu

/** Returns what a screen shows of a report before it is scrolled. */
const firstPage = (report: Report): string => {
  const style = styleSheet({ onScreen: Array.from({ length: 100 }, (_, share) => share), onPaper: [] })
  return xmlPart(
    el(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${width} ${height}`, width, height },
      el("title", {}, `${report.title}, ${report.subtitle}`),
      el("style", {}, style.replaceAll(conditional, "").replaceAll(/\n+/gu, "\n")),
      el(
        "foreignObject",
        { width: "100%", height: "100%" },
        el(
          "body",
          { xmlns: "http://www.w3.org/1999/xhtml", lang: report.language },
          ...reportBody({ ...report, sections: report.sections.slice(0, 3) }, phrases(report.language))
        )
      )
    )
  )
}

/** Lays a drawing on white: on a dark page its lines would not be seen. */
const onWhite = (drawing: Element): Element => ({
  ...drawing,
  children: [el("rect", { width: "100%", height: "100%", fill: "#fff" }), ...drawing.children]
})

const trendOf = ({ language, sections }: Report): ReadonlyArray<Element> =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block._tag === "Panels" ? [chartDrawing(block, phrases(language satisfies Language))] : []
    )
  )
