/**
 * Forms in the cells of a Word document: check boxes, lists and date pickers, as content controls and as form fields.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { docx, gridRowsOf, p, tbl, tc, tr } from "./office.ts"

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string) => `<w:p>${content}</w:p>`
const control = (properties: string, content: string) =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const box = (checked: string, glyph: string) =>
  control(`<w14:checkbox>${checked}<w14:checkedState w14:val="2612" w14:font="MS Gothic"/></w14:checkbox>`, glyph)
const ticked = '<w14:checked w14:val="1"/>'
const field = (data: string, result = "") =>
  `<w:r><w:fldChar w:fldCharType="begin"><w:ffData>${data}</w:ffData></w:fldChar></w:r><w:r><w:instrText> FORM </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
const sym = (font: string, char: string) => `<w:r><w:sym w:font="${font}" w:char="${char}"/></w:r>`
const prompt = run("Välj ett objekt.", '<w:rStyle w:val="PlaceholderText"/>')
const listed = '<w:dropDownList><w:listItem w:value="Pågår"/><w:listItem w:value="Klar"/></w:dropDownList>'

const level = (char: string, font: string) =>
  `<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="${char}"/><w:rPr><w:rFonts w:ascii="${font}"/></w:rPr></w:lvl>`
const entries = (...words: ReadonlyArray<string>) => words.map((each) => `<w:listEntry w:val="${each}"/>`).join("")

/** Returns the only cell of a table; `undefined` if it is empty. */
const cellOf = (cell: string, styles?: string) =>
  Effect.map(
    gridRowsOf(
      docx(
        tbl(tr(["Mål", "Tid"]), `<w:tr>${cell}</w:tr>`, tr(["Alla", "2024"])),
        styles === undefined ? {} : { styles }
      )
    ),
    ([, row]) => row?.get(0)
  )

const says = (what: string, content: string, words: string | undefined, styles?: string) =>
  it.effect(`${what} is read as ${words ?? "an empty cell"}`, () =>
    Effect.gen(function* () {
      const cell = yield* cellOf(content.startsWith("<w:tc>") ? content : tc(paragraph(content)), styles)
      expect(cell?.text).toBe(words)
    })
  )

describe("A check box in a Word document", () => {
  says("a ticked content control", box(ticked, run("☒")) + run(" Klar"), "☒ Klar")
  says("an empty content control", box('<w14:checked w14:val="0"/>', run("☐")) + run(" Klar"), "☐ Klar")
  says("a content control that says false", box('<w14:checked w14:val="false"/>', run("☐")), "☐")
  says("a content control that says nothing", box("", run("☐")) + run(" Klar"), "☐ Klar")
  says("a content control of which only the symbol says that it is ticked", box("", run("☒")) + run(" Klar"), "☒ Klar")
  says("a ticked control that shows a tick of Wingdings", box(ticked, sym("Wingdings", "F0FC")), "☒")
  says("an empty control that shows a letter of Wingdings", box("", run("o", '<w:rFonts w:ascii="Wingdings"/>')), "☐")
  says("a ticked control that shows an emoji", box(ticked, run("✅\uFE0F")) + run(" Klar"), "☒ Klar")
  says("a control whose symbol is two runs", box(ticked, run("[") + run("X")) + run(" Klar"), "☒ Klar")
  says("a control that holds its label", box(ticked, run("☒ Pågår")), "☒ Pågår")
  says("a control around words alone", box(ticked, run("Pågår")), "☒ Pågår")
  says("a ticked form field", field("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"), "☒")
  says("a form field that was unticked", field('<w:checkBox><w:default/><w:checked w:val="0"/></w:checkBox>'), "☐")
  says("a form field ticked by default", field('<w:checkBox><w:default w:val="1"/></w:checkBox>'), "☒")
  says("a form field that shows a box as its result", field("<w:checkBox><w:checked/></w:checkBox>", run("☐")), "☒")
  says("a ticked symbol of Wingdings", sym("Wingdings", "F0FE") + run(" Klar"), "☒ Klar")
  says("a crossed symbol of Wingdings", sym("Wingdings", "F0FD") + run(" Klar"), "☒ Klar")
  says("an empty symbol of Wingdings", sym("Wingdings", "F0A8") + run(" Klar"), "☐ Klar")
  says("an empty symbol of Wingdings by its letter", sym("Wingdings", "F06F") + run(" Klar"), "☐ Klar")
  says("a symbol of Wingdings 2", sym("Wingdings 2", "F052") + run(" Klar"), "☒ Klar")
  says("a symbol of Segoe UI Symbol", sym("Segoe UI Symbol", "2612") + run(" Klar"), "☒ Klar")
  says("a stored symbol of Wingdings", run("\uF0FE Klar", '<w:rFonts w:ascii="Wingdings"/>'), "☒ Klar")
  says("a symbol of an unknown font", sym("Skrivbok", "F0FE") + run(" Klar"), "\uFFFD Klar")

  it.effect("a check box that stands around a whole cell is read in it", () =>
    Effect.gen(function* () {
      const cell = yield* cellOf(control(`<w14:checkbox>${ticked}</w14:checkbox>`, tc(paragraph(run("☐")))))
      expect(cell?.text).toBe("☒")
    })
  )

  it.effect("a check box in a deleted run is a tracked change, not a box", () =>
    Effect.gen(function* () {
      const cell = yield* cellOf(tc(paragraph(`<w:del>${box(ticked, run("☒"))}</w:del>${run("Pågår")}`)))
      expect(cell).toMatchObject({ text: "Pågår", seen: [{ code: "TrackedChange", words: "−☒" }] })
    })
  )

  it.effect("a box that is the bullet of a line begins the line, and other bullets do not", () =>
    Effect.gen(function* () {
      const lists = [
        ["0", "\uF0A8", "Wingdings"],
        ["1", "\uF0FE", "Wingdings"],
        ["2", "\uF0B7", "Symbol"],
        ["3", "☐", "MS Gothic"]
      ].map(
        ([id = "", char = "", font = ""]) =>
          `<w:abstractNum w:abstractNumId="${id}">${level(char, font)}</w:abstractNum><w:num w:numId="${id}"><w:abstractNumId w:val="${id}"/></w:num>`
      )
      const item = (list: number, text: string) =>
        paragraph(
          `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr>${run(text)}${run(".")}`
        )
      const styled = paragraph(`<w:pPr><w:pStyle w:val="Ruta"/></w:pPr>${run("Stil")}`)
      const styles =
        '<w:style w:type="paragraph" w:styleId="Ruta"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
      const body = tbl(tr([tc(item(0, "Klar") + item(1, "Pågår") + item(2, "Vilar") + item(9, "Okänd") + styled)]))
      const [row] = yield* gridRowsOf(
        docx(body + tbl(tr(["Mål", "Tid"]), tr(["a", "b"])), { styles, lists: lists.join("") })
      )
      expect(row?.get(0)?.text).toBe("☐ Klar.\n☒ Pågår.\nVilar.\nOkänd.\n☐ Stil")
    })
  )
})

describe("A list in a Word document", () => {
  says("the chosen entry of a drop-down", control(listed, run("Pågår")), "Pågår")
  says("an entry typed into a combo box", control('<w:comboBox><w:listItem w:value="A"/></w:comboBox>', run("B")), "B")
  says("an untouched drop-down", control(`<w:showingPlcHdr/>${listed}`, prompt), undefined)
  says("an untouched drop-down without a style", control(`${listed}<w:showingPlcHdr/>`, run("Välj status")), undefined)
  says(
    "an untouched combo box",
    control("<w:showingPlcHdr w:val='1'/><w:comboBox/>", run("Choose an item.")),
    undefined
  )
  says("a drop-down with the style of a prompt", control(listed, prompt), undefined)
  says("a drop-down that shows no prompt", control(`<w:showingPlcHdr w:val="0"/>${listed}`, run("Klar")), "Klar")
  says(
    "a drop-down with the style of a prompt under a Swedish name",
    control(listed, run("Välj", '<w:rStyle w:val="Platshllartext"/>')),
    undefined,
    '<w:style w:type="character" w:styleId="Platshllartext"><w:name w:val="Placeholder Text"/></w:style>'
  )
  says("an untouched text control beside words", run("Ja ") + control("<w:showingPlcHdr/><w:text/>", prompt), "Ja ")
  says("an untouched control around a cell", control("<w:showingPlcHdr/>", tc("Klicka här")), undefined)
  says(
    "the chosen entry of an old drop-down",
    field(`<w:ddList><w:result w:val="1"/>${entries("Ej påbörjad", "Pågår")}</w:ddList>`),
    "Pågår"
  )
  says(
    "an old drop-down as it was made",
    field(`<w:ddList>${entries("Ej påbörjad", "Pågår")}</w:ddList>`),
    "Ej påbörjad"
  )
  says(
    "an old drop-down by its default",
    field(`<w:ddList><w:default w:val="1"/>${entries("Ej påbörjad", "Pågår")}</w:ddList>`),
    "Pågår"
  )
  says(
    "an old drop-down with other words as its result",
    field(`<w:ddList><w:result w:val="0"/>${entries("Pågår", "Klar")}</w:ddList>`, run("Klar")),
    "Pågår"
  )
  says("an old drop-down without entries", field("<w:ddList/>", run("Klar")), "Klar")
  says("a prompt that lost its control", run("Välj ett objekt."), undefined)
  says("an English prompt that lost its control", run("Click or tap to ") + run("enter a date"), undefined)
  says("a prompt with an answer beside it", run("Välj ett objekt. Pågår"), "Välj ett objekt. Pågår")
  says("an old text field", field("<w:textInput/>", run("Pågår")), "Pågår")
  says("an old text field that nobody filled in", field("<w:textInput/>", run("\u2002".repeat(5))), undefined)
  says("an old text field that shows a prompt", field("<w:textInput/>", prompt), undefined)
})

describe("A date picker in a Word document", () => {
  const picker = (day: string, content: string, more = "") =>
    control(`${more}<w:date w:fullDate="${day}T00:00:00Z"><w:dateFormat w:val="d MMMM yyyy"/></w:date>`, content)

  for (const [what, content, expected] of [
    ["in figures", picker("2024-04-03", run("2024-04-03")), ["2024-04-03", "2024-04-03"]],
    ["in words", picker("2024-04-03", run("den 3 april 2024")), ["den 3 april 2024", "2024-04-03"]],
    ["in two runs", picker("2024-04-03", run("3 april") + run(" 2024")), ["3 april 2024", "2024-04-03"]],
    ["without a year", picker("2024-04-03", run("3/4")), ["3/4", "2024-04-03"]],
    ["in American order", picker("2024-04-03", run("04/03/2024")), ["04/03/2024", "2024-04-03"]],
    [
      "with the marks of a prompt",
      picker("2024-04-03", run("3/4 2024"), "<w:showingPlcHdr/>"),
      ["3/4 2024", "2024-04-03"]
    ],
    ["with other words typed over it", picker("2024-04-03", run("hösten 2024")), ["hösten 2024", null]],
    ["with numbers typed over it that are no date", picker("2024-04-03", run("etapp 2 av 5")), ["etapp 2 av 5", null]],
    ["with another date typed over it", picker("2024-04-03", run("2024-06-30")), ["2024-06-30", null]],
    ["with another month typed over it", picker("2024-04-03", run("3 maj 2024")), ["3 maj 2024", null]],
    ["beside other words", run("Senast ") + picker("2024-04-03", run("2024-04-03")), ["Senast 2024-04-03", null]],
    [
      "beside another date",
      picker("2024-04-03", run("2024-04-03 ")) + picker("2024-04-04", run("2024-04-04")),
      ["2024-04-03 2024-04-04", null]
    ],
    ["that is no day", picker("2024-02-31", run("2024-02-31")), ["2024-02-31", null]],
    ["without a day", control("<w:date/>", run("2024-04-03")), ["2024-04-03", null]]
  ] as const)
    it.effect(`a date picker ${what} is read as its words and the day that it holds`, () =>
      Effect.gen(function* () {
        const cell = yield* cellOf(tc(paragraph(content)))
        expect([cell?.text, cell?.day]).toEqual(expected)
      })
    )

  it.effect("a date picker around a whole cell gives its day to the cell", () =>
    Effect.gen(function* () {
      const cell = yield* cellOf(picker("2024-04-03", tc(p("3/4 -24"))))
      expect(cell).toMatchObject({ text: "3/4 -24", day: "2024-04-03" })
    })
  )

  says("an untouched date picker", control("<w:showingPlcHdr/><w:date/>", prompt), undefined)
  says("a date picker with the style of a prompt", control("<w:date/>", prompt), undefined)

  it.effect("a control around a whole row is no prompt of its cells", () =>
    Effect.gen(function* () {
      const rows = yield* gridRowsOf(docx(tbl(tr(["Mål", "Tid"]), control("<w:showingPlcHdr/>", tr(["Alla", "2024"])))))
      expect([...(rows[1]?.values() ?? [])].map(({ text }) => text)).toEqual(["Alla", "2024"])
    })
  )
})
