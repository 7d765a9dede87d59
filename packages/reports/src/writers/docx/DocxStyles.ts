/**
 * The styles and the settings of the document.
 */
import { countedStyle } from "../../ooxml/CountedMark.ts"
import { type Element, el } from "../../Element.ts"
import { accent, ink, line, soft } from "../../ooxml/Colours.ts"
import { xmlPart } from "../../ooxml/OfficeXml.ts"
import { lists } from "./DocxLists.ts"
import { docxNamespaces, docxValue } from "./DocxElement.ts"

const font = (name: string): Element =>
  el("w:rFonts", { "w:ascii": name, "w:hAnsi": name, "w:eastAsia": name, "w:cs": name })
const size = (halfPoints: number): ReadonlyArray<Element> => [
  docxValue("w:sz", halfPoints),
  docxValue("w:szCs", halfPoints)
]
const bold = [el("w:b"), el("w:bCs")]
const spacing = (before: number, after: number, height = 252): Element =>
  el("w:spacing", { "w:before": before, "w:after": after, "w:line": height, "w:lineRule": "auto" })

interface Style {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: ReadonlyArray<Element>
  readonly run?: ReadonlyArray<Element>
}

const styled = ({ basedOn = "Normal", id, name, next, paragraph = [], run = [] }: Style): Element =>
  el(
    "w:style",
    { "w:type": "paragraph", "w:styleId": id, ...(id === "Normal" ? { "w:default": "1" } : {}) },
    docxValue("w:name", name),
    ...(id === "Normal" ? [] : [docxValue("w:basedOn", basedOn)]),
    ...(next === undefined ? [] : [docxValue("w:next", next)]),
    el("w:qFormat"),
    ...(paragraph.length === 0 ? [] : [el("w:pPr", {}, ...paragraph)]),
    ...(run.length === 0 ? [] : [el("w:rPr", {}, ...run)])
  )

const heading = (level: number, before: number, after: number, halfPoints: number, colour: string): Element =>
  styled({
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: "Normal",
    paragraph: [el("w:keepNext"), el("w:keepLines"), spacing(before, after), docxValue("w:outlineLvl", level - 1)],
    run: [...bold, docxValue("w:color", colour), ...size(halfPoints)]
  })

/** Returns the styles part for text in a language. */
export const styles = (language: string): string =>
  xmlPart(
    el(
      "w:styles",
      { "xmlns:w": docxNamespaces["xmlns:w"] },
      el(
        "w:docDefaults",
        {},
        el(
          "w:rPrDefault",
          {},
          el(
            "w:rPr",
            {},
            font("Arial"),
            docxValue("w:color", ink),
            ...size(22),
            el("w:lang", { "w:val": language, "w:eastAsia": language, "w:bidi": "ar-SA" })
          )
        ),
        el("w:pPrDefault", {}, el("w:pPr", {}, spacing(0, 80)))
      ),
      styled({ id: "Normal", name: "Normal" }),
      styled({
        id: "Title",
        name: "Title",
        next: "Subtitle",
        paragraph: [el("w:keepNext"), spacing(0, 40)],
        run: [...bold, ...size(40)]
      }),
      styled({
        id: "Subtitle",
        name: "Subtitle",
        next: "Normal",
        paragraph: [el("w:keepNext"), spacing(0, 60)],
        run: [docxValue("w:color", accent), ...size(25)]
      }),
      heading(1, 360, 120, 32, ink),
      heading(2, 240, 80, 24, ink),
      ...[1, 2].map((level) =>
        styled({
          id: `TOC${level}`,
          name: `toc ${level}`,
          paragraph: [spacing(0, 0, 240), el("w:ind", { "w:left": (level - 1) * 340 })],
          run: size(18)
        })
      ),
      styled({ id: "Soft", name: "Soft", paragraph: [spacing(0, 60)], run: [docxValue("w:color", soft), ...size(19)] }),
      styled({
        id: "ListBullet",
        name: "List Bullet",
        paragraph: [el("w:numPr", {}, docxValue("w:numId", lists.bullet)), spacing(0, 40)]
      }),
      styled({
        id: "Fact",
        name: "Fact",
        paragraph: [
          el("w:tabs", {}, el("w:tab", { "w:val": "left", "w:pos": 3400 })),
          spacing(0, 60),
          el("w:ind", { "w:left": 3400, "w:hanging": 3400 })
        ]
      }),
      styled({ id: "TableText", name: "Table Text", paragraph: [spacing(0, 0, 240)], run: [...size(18)] }),
      styled({ id: "AfterTable", name: "After Table", paragraph: [spacing(0, 0, 240)], run: [...size(8)] }),
      styled({ id: "TableSmall", name: "Table Small", basedOn: "TableText", run: [...size(16)] }),
      styled({
        id: "TableHead",
        name: "Table Head",
        basedOn: "TableText",
        paragraph: [el("w:keepNext")],
        run: [...bold]
      }),
      styled({ ...countedStyle, basedOn: "TableHead" }),
      styled({
        id: "Footer",
        name: "footer",
        paragraph: [spacing(0, 0)],
        run: [docxValue("w:color", soft), ...size(16)]
      }),
      el(
        "w:style",
        { "w:type": "table", "w:styleId": "ReportTable", "w:customStyle": "1" },
        docxValue("w:name", "Report Table"),
        el("w:qFormat"),
        el(
          "w:tblPr",
          {},
          el(
            "w:tblBorders",
            {},
            ...["top", "bottom", "insideH"].map((side) =>
              el(`w:${side}`, { "w:val": "single", "w:sz": 4, "w:space": 0, "w:color": line })
            )
          ),
          el(
            "w:tblCellMar",
            {},
            ...(
              [
                ["top", 50],
                ["left", 80],
                ["bottom", 50],
                ["right", 80]
              ] as const
            ).map(([side, width]) => el(`w:${side}`, { "w:w": width, "w:type": "dxa" }))
          )
        )
      )
    )
  )

/** Returns the settings part for text in a language. */
export const settings = (language: string): string =>
  xmlPart(
    el(
      "w:settings",
      { "xmlns:w": docxNamespaces["xmlns:w"] },
      docxValue("w:defaultTabStop", 720),
      el("w:autoHyphenation"),
      el(
        "w:compat",
        {},
        el("w:compatSetting", {
          "w:name": "compatibilityMode",
          "w:uri": "http://schemas.microsoft.com/office/word",
          "w:val": 15
        })
      ),
      el("w:themeFontLang", { "w:val": language })
    )
  )
