/**
 * The report as an Excel workbook: a sheet per table that can be sorted and filtered, and one per chart, without formulas.
 */
import { el, type Element } from "../../Element.ts"
import { xmlPart, relationsPart, elementsIf } from "../../ooxml/OfficeXml.ts"
import { zippedPackage } from "../../ooxml/OoxmlPackage.ts"
import { phrases } from "../../words/Phrases.ts"
import type { CellPrompt } from "../../asking/AnswerSheet.ts"
import type { OfficeDocument } from "../../Report.ts"
import type { ReportWriter } from "../../ReportWriter.ts"
import { chartFiles } from "./ChartPart.ts"
import { chartTables } from "./ChartSheet.ts"
import { sheetNames } from "./SheetNames.ts"
import { sheetTables } from "./SheetTables.ts"
import { countedName } from "../../ooxml/CountedMark.ts"
import { formMarkup } from "./SheetForm.ts"
import { cellReference, SharedTexts, type WorkbookParts } from "./XlsxCells.ts"
import { wordSheet } from "./WordSheet.ts"
import { type Sheet, tableSheet } from "./XlsxSheets.ts"
import { sheetNamespaces, XlsxStyles } from "./XlsxStyles.ts"

const types = "application/vnd.openxmlformats-officedocument.spreadsheetml"

/** Returns the bytes of the workbook. */
export const write: ReportWriter = ({ report }) => workbookFile(report)

/** Returns the bytes of a document as a workbook. `prompts` are those of the columns that are filled in, by key. */
export const workbookFile = (
  report: OfficeDocument,
  prompts: ReadonlyMap<string, CellPrompt> = new Map()
): Uint8Array => {
  const writing: WorkbookParts = { styles: new XlsxStyles(), texts: new SharedTexts() }
  const spoken = phrases(report.language)
  const charts = chartTables(report, spoken)
  const tables = [
    ...sheetTables(report, spoken),
    ...charts.map(({ table }) => ({ table, name: spoken.text.report.chart.workbook.sheet }))
  ]
  const words = wordSheet(report, writing)
  const names = sheetNames([words.name, ...tables.map(({ name }) => name)])
  const sheets = [words, ...tables.map(({ table }, at) => tableSheet(names[at + 1] ?? "", table, writing, prompts))]
  const firstChart = sheets.length - charts.length
  const drawings = charts.map(({ chart, table }, at) =>
    chartFiles(
      chart,
      { sheet: names[firstChart + at] ?? "", rows: table.rows.length },
      firstChart + at + 1,
      table.columns.length + 1
    )
  )
  const parts = sheets.map((sheet, at) => sheetPart(sheet, at, at >= firstChart))
  return zippedPackage(
    {
      main: "xl/workbook.xml",
      parts: {
        "xl/workbook.xml": workbook(sheets, names),
        "xl/_rels/workbook.xml.rels": relationsPart([
          ...sheets.map((_, at) => ({
            id: `rId${at + 1}`,
            type: "worksheet",
            target: `worksheets/sheet${at + 1}.xml`
          })),
          { id: "rIdStyles", type: "styles", target: "styles.xml" },
          { id: "rIdTexts", type: "sharedStrings", target: "sharedStrings.xml" }
        ]),
        "xl/styles.xml": writing.styles.part(),
        "xl/sharedStrings.xml": xmlPart(
          el(
            "sst",
            { xmlns: sheetNamespaces.xmlns, count: writing.texts.count, uniqueCount: writing.texts.items.length },
            ...writing.texts.items
          )
        ),
        ...Object.fromEntries(parts.map((content, at) => [`xl/worksheets/sheet${at + 1}.xml`, content])),
        ...Object.assign({}, ...drawings.map((each) => each.parts))
      },
      kinds: [
        ["/xl/workbook.xml", `${types}.sheet.main+xml`],
        ...sheets.map((_, at) => [`/xl/worksheets/sheet${at + 1}.xml`, `${types}.worksheet+xml`] as const),
        ["/xl/styles.xml", `${types}.styles+xml`],
        ["/xl/sharedStrings.xml", `${types}.sharedStrings+xml`],
        ...drawings.flatMap((each) => each.kinds)
      ]
    },
    report
  )
}

const workbook = (sheets: ReadonlyArray<Sheet>, names: ReadonlyArray<string>): string =>
  xmlPart(
    el(
      "workbook",
      sheetNamespaces,
      el("bookViews", {}, el("workbookView", { activeTab: 0 })),
      el("sheets", {}, ...names.map((name, at) => el("sheet", { name, sheetId: at + 1, "r:id": `rId${at + 1}` }))),
      el("definedNames", {}, ...sheets.flatMap((sheet, at) => definedNames(sheet, names[at] ?? "", at)))
    )
  )

const column = (at: number): string => `$${cellReference(1, at).replace("1", "")}`

/**
 * Returns the names that mark the filtered range, the rows that repeat in print, and the columns that our own reader
 * skips.
 */
const definedNames = (
  { counted, filter, head, rows, widths }: Sheet,
  name: string,
  localSheetId: number
): ReadonlyArray<Element> => {
  const sheet = `'${name.replaceAll("'", "''")}'`
  const range = filter?.replace(/(?<![A-Z])([A-Z]+)(\d+)/gu, "$$$1$$$2") ?? ""
  return [
    ...(counted === null
      ? []
      : [
          el("definedName", { name: countedName, localSheetId, hidden: 1 }, `${sheet}!${counted.map(column).join(":")}`)
        ]),
    ...elementsIf(
      filter !== null,
      el("definedName", { name: "_xlnm._FilterDatabase", localSheetId, hidden: 1 }, `${sheet}!${range}`)
    ),
    // A long title runs over the next columns, and would otherwise shrink the print to fit.
    ...elementsIf(
      head === 0,
      el(
        "definedName",
        { name: "_xlnm.Print_Area", localSheetId },
        `${sheet}!$A$1:${column(widths.length - 1)}$${rows.length}`
      )
    ),
    ...elementsIf(head > 0, el("definedName", { name: "_xlnm.Print_Titles", localSheetId }, `${sheet}!$1:$${head}`))
  ]
}

/** In points: the room of a printed page, and the width of a letter. */
const paper = { across: 770, down: 505, letter: 5.6 } as const
/** How many pages' rows are made small enough for one. */
const fitsOne = 1.3

/** Returns the most pages that a sheet is printed on: one where few rows would be on the second; 0 for any number. */
const pagesHigh = ({ rows, widths }: Pick<Sheet, "rows" | "widths">): number => {
  const high = rows.reduce((sum, { attributes }) => sum + Number(attributes["ht"] ?? 15), 0)
  const scale = Math.min(1, paper.across / (widths.reduce((sum, width) => sum + width, 0) * paper.letter))
  return high * scale <= paper.down * fitsOne ? 1 : 0
}

const sheetPart = ({ filter, form, head, rows, widths }: Sheet, at: number, hasChart: boolean): string =>
  xmlPart(
    el(
      "worksheet",
      sheetNamespaces,
      el("sheetPr", {}, el("pageSetUpPr", { fitToPage: 1 })),
      el(
        "sheetViews",
        {},
        el(
          "sheetView",
          { ...(at === 0 ? { tabSelected: 1, showGridLines: 0 } : {}), workbookViewId: 0 },
          ...elementsIf(
            head > 0,
            el("pane", {
              xSplit: 1,
              ySplit: head,
              topLeftCell: `B${head + 1}`,
              activePane: "bottomRight",
              state: "frozen"
            })
          ),
          ...(form === null
            ? []
            : [el("selection", { pane: "bottomRight", activeCell: form.first, sqref: form.first })])
        )
      ),
      el("sheetFormatPr", { defaultRowHeight: 15 }),
      el("cols", {}, ...widths.map((width, n) => el("col", { min: n + 1, max: n + 1, width, customWidth: 1 }))),
      el("sheetData", {}, ...rows),
      ...formMarkup.protection(form),
      ...(filter === null ? [] : [el("autoFilter", { ref: filter })]),
      ...formMarkup.prompts(form),
      el("pageMargins", { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }),
      el("pageSetup", {
        paperSize: 9,
        orientation: "landscape",
        fitToWidth: 1,
        fitToHeight: pagesHigh({ rows, widths })
      }),
      el("headerFooter", {}, el("oddFooter", {}, "&L&A&R&P / &N")),
      el("ignoredErrors", {}, el("ignoredError", { sqref: "A1:Z5000", numberStoredAsText: 1, twoDigitTextYear: 1 })),
      ...elementsIf(hasChart, el("drawing", { "r:id": "rId1" }))
    )
  )
