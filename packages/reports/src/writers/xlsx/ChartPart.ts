/**
 * A native chart of Excel, with stacked bars over the rows of a table in its sheet, and the drawing that places it.
 */
import { type Element, el } from "../../Element.ts"
import { ink, line } from "../../ooxml/Colours.ts"
import { officeLines } from "../../ooxml/OfficeText.ts"
import { relationsPart, xmlPart } from "../../ooxml/OfficeXml.ts"
import { cellReference } from "./XlsxCells.ts"

/** A chart of columns of a table: the first column names the bars, `series` are their pieces. Without a fill, unseen. */
export interface SheetChart {
  readonly title: string
  readonly description: string
  readonly series: ReadonlyArray<{ readonly column: number; readonly fill: string | null; readonly alpha: number }>
  readonly axis: { readonly format: string; readonly from: number; readonly step: number | null }
}

/** The place of a chart's figures: the sheet, and the number of rows below the row of headings. */
interface ChartPlace {
  readonly sheet: string
  readonly rows: number
}

const names = {
  "xmlns:c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
} as const

const value = (tag: string, val: string | number): Element => el(tag, { val })
const axes = { names: 1001, values: 1002 } as const

const absolute = (row: number, column: number): string => cellReference(row, column).replace(/^([A-Z]+)/u, "$$$1$$")

/** Returns the chart's part. */
const chartPart = (chart: SheetChart, place: ChartPlace): string => {
  const sheet = `'${place.sheet.replaceAll("'", "''")}'`
  const range = (column: number): string => `${sheet}!${absolute(2, column)}:${absolute(place.rows + 1, column)}`
  return xmlPart(
    el(
      "c:chartSpace",
      names,
      value("c:roundedCorners", 0),
      el(
        "c:chart",
        {},
        titleOf(chart.title),
        value("c:autoTitleDeleted", 0),
        el(
          "c:plotArea",
          {},
          el("c:layout"),
          el(
            "c:barChart",
            {},
            value("c:barDir", "bar"),
            value("c:grouping", "stacked"),
            value("c:varyColors", 0),
            ...chart.series.map(({ alpha, column, fill }, at) =>
              el(
                "c:ser",
                {},
                value("c:idx", at),
                value("c:order", at),
                el("c:tx", {}, el("c:strRef", {}, el("c:f", {}, `${sheet}!${absolute(1, column)}`))),
                el("c:spPr", {}, ...fillOf(fill, alpha)),
                value("c:invertIfNegative", 0),
                el("c:cat", {}, el("c:strRef", {}, el("c:f", {}, range(0)))),
                el("c:val", {}, el("c:numRef", {}, el("c:f", {}, range(column))))
              )
            ),
            value("c:gapWidth", 60),
            value("c:overlap", 100),
            value("c:axId", axes.names),
            value("c:axId", axes.values)
          ),
          nameAxis,
          valueAxis(chart.axis)
        ),
        el("c:legend", {}, value("c:legendPos", "b"), value("c:overlay", 0)),
        value("c:plotVisOnly", 1),
        value("c:dispBlanksAs", "gap")
      )
    )
  )
}

const titleOf = (title: string): Element =>
  el(
    "c:title",
    {},
    el(
      "c:tx",
      {},
      el(
        "c:rich",
        {},
        el("a:bodyPr"),
        el(
          "a:p",
          {},
          el("a:pPr", {}, el("a:defRPr", { sz: 1200, b: 1 })),
          el("a:r", {}, el("a:rPr", { sz: 1200, b: 1 }), el("a:t", {}, officeLines(title).join(" ")))
        )
      )
    ),
    value("c:overlay", 0)
  )

const fillOf = (fill: string | null, alpha: number): ReadonlyArray<Element> =>
  fill === null
    ? [el("a:noFill"), el("a:ln", {}, el("a:noFill"))]
    : [
        el(
          "a:solidFill",
          {},
          el("a:srgbClr", { val: fill.slice(1).toUpperCase() }, value("a:alpha", Math.round(alpha * 100) * 1000))
        )
      ]

/** The first row is at the top, as in the table. */
const nameAxis = el(
  "c:catAx",
  {},
  value("c:axId", axes.names),
  el("c:scaling", {}, value("c:orientation", "maxMin")),
  value("c:delete", 0),
  value("c:axPos", "l"),
  value("c:majorTickMark", "none"),
  value("c:minorTickMark", "none"),
  value("c:tickLblPos", "low"),
  el("c:spPr", {}, el("a:ln", {}, el("a:solidFill", {}, value("a:srgbClr", ink)))),
  value("c:crossAx", axes.values),
  value("c:crosses", "autoZero")
)

const valueAxis = ({ format, from, step }: SheetChart["axis"]): Element =>
  el(
    "c:valAx",
    {},
    value("c:axId", axes.values),
    el("c:scaling", {}, value("c:orientation", "minMax"), value("c:min", from)),
    value("c:delete", 0),
    value("c:axPos", "b"),
    el("c:majorGridlines", {}, el("c:spPr", {}, el("a:ln", {}, el("a:solidFill", {}, value("a:srgbClr", line))))),
    el("c:numFmt", { formatCode: format, sourceLinked: 0 }),
    value("c:majorTickMark", "none"),
    value("c:minorTickMark", "none"),
    value("c:tickLblPos", "nextTo"),
    value("c:crossAx", axes.names),
    value("c:crosses", "max"),
    value("c:crossBetween", "between"),
    ...(step === null ? [] : [value("c:majorUnit", step)])
  )

const corner = (name: string, col: number, row: number): Element =>
  el(
    `xdr:${name}`,
    {},
    el("xdr:col", {}, String(col)),
    el("xdr:colOff", {}, "0"),
    el("xdr:row", {}, String(row)),
    el("xdr:rowOff", {}, "0")
  )

/** Returns the drawing's part: the chart from a column on, beside its figures. */
const drawingPart = ({ description, title }: SheetChart, column: number): string => {
  return xmlPart(
    el(
      "xdr:wsDr",
      { "xmlns:xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing", ...names },
      el(
        "xdr:twoCellAnchor",
        {},
        corner("from", column, 0),
        corner("to", column + 11, 22),
        el(
          "xdr:graphicFrame",
          { macro: "" },
          el(
            "xdr:nvGraphicFramePr",
            {},
            el("xdr:cNvPr", {
              id: 2,
              name: "chart",
              descr: officeLines(description).join(" "),
              title: officeLines(title).join(" ")
            }),
            el("xdr:cNvGraphicFramePr")
          ),
          el("xdr:xfrm", {}, el("a:off", { x: 0, y: 0 }), el("a:ext", { cx: 0, cy: 0 })),
          el("a:graphic", {}, el("a:graphicData", { uri: names["xmlns:c"] }, el("c:chart", { "r:id": "rId1" })))
        ),
        el("xdr:clientData")
      )
    )
  )
}

/** The parts of a workbook's charts, and their content types. */
interface ChartFiles {
  readonly parts: Readonly<Record<string, string>>
  readonly kinds: ReadonlyArray<readonly [part: string, type: string]>
}

/** Returns the files of the chart of a sheet; `sheet` counts from 1. */
export const chartFiles = (chart: SheetChart, place: ChartPlace, sheet: number, column: number): ChartFiles => ({
  parts: {
    [`xl/worksheets/_rels/sheet${sheet}.xml.rels`]: relationsPart([
      { id: "rId1", type: "drawing", target: `../drawings/drawing${sheet}.xml` }
    ]),
    [`xl/drawings/drawing${sheet}.xml`]: drawingPart(chart, column),
    [`xl/drawings/_rels/drawing${sheet}.xml.rels`]: relationsPart([
      { id: "rId1", type: "chart", target: `../charts/chart${sheet}.xml` }
    ]),
    [`xl/charts/chart${sheet}.xml`]: chartPart(chart, place)
  },
  kinds: [
    [`/xl/drawings/drawing${sheet}.xml`, "application/vnd.openxmlformats-officedocument.drawing+xml"],
    [`/xl/charts/chart${sheet}.xml`, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"]
  ]
})
