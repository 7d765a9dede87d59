/**
 * Struck-out words in a Word document: they are kept apart, and say nothing.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { docx, gridRowsOf, p, tablesOf, tbl, tc, tr } from "./office.ts"

const run = (text: string, properties = "") =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
const element = (name: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:${name}/></w:r>`
const deleted = (text: string) => `<w:del><w:r><w:delText xml:space="preserve">${text}</w:delText></w:r></w:del>`
const inserted = (text: string) => `<w:ins>${run(text)}</w:ins>`
const hidden = (text: string) => run(text, "<w:vanish/>")
const strike = (text: string) => run(text, "<w:strike/>")
const paragraph = (content: string, style = "") =>
  `<w:p>${style === "" ? "" : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`

const style = (type: string, id: string, properties: string, more = "") =>
  `<w:style w:type="${type}" w:styleId="${id}"${id === "Bas" ? ' w:default="1"' : ""}><w:name w:val="${id}"/>${more}<w:rPr>${properties}</w:rPr></w:style>`
const styles = [
  style("paragraph", "Bas", ""),
  style("character", "Struken", "<w:strike/>"),
  style("character", "Arvd", "", '<w:basedOn w:val="Struken"/>'),
  style("character", "Hel", '<w:strike w:val="0"/>', '<w:basedOn w:val="Struken"/>'),
  style("character", "Dubbel", "<w:dstrike/>"),
  style("character", "Rund", "", '<w:basedOn w:val="Rund2"/>'),
  style("character", "Rund2", "", '<w:basedOn w:val="Rund"/>'),
  style("paragraph", "Utgår", "<w:strike/>"),
  style("paragraph", "Dold", "<w:vanish/>"),
  style("table", "Arkiv", "<w:strike/>")
].join("")

const cellOf = (content: string) =>
  Effect.map(gridRowsOf(docx(tbl(tr(["Mål", "Tid"]), tr([tc(content), "2024"])), { styles })), ([, row]) => row?.get(0))

const old = run("Klart", '<w:rStyle w:val="Struken"/>')

describe("Struck-out words of a Word document", () => {
  for (const [what, content, text, struck] of [
    ["by a run", paragraph(strike("Klart") + run(" Försenat")), "Försenat", "Klart"],
    ["twice", paragraph(run("Klart", "<w:dstrike/>") + run(" Försenat")), "Försenat", "Klart"],
    ["at the end", paragraph(run("Försenat ") + strike("Klart")), "Försenat", "Klart"],
    ["in the middle", paragraph(run("Bygg ") + strike("vägen") + run(" bron")), "Bygg bron", "vägen"],
    ["within a word", paragraph(run("2024-") + strike("06") + run("12")), "2024-12", "06"],
    ["in two places", paragraph(strike("Ej") + run(" klart ") + strike("än") + run(".")), "klart .", "Ej än"],
    ["in two runs of one word", paragraph(strike("Kla") + strike("rt") + run(" Försenat")), "Försenat", "Klart"],
    ["in two runs with a space between", paragraph(strike("Klart") + run(" ") + strike("2024")), "", "Klart 2024"],
    [
      "after words, a space between",
      paragraph(run("Ny:") + strike("Klart") + run(" ") + strike("2024")),
      "Ny:",
      "Klart 2024"
    ],
    ["with a tab between", paragraph(strike("Klart") + element("tab") + strike("2024")), "", "Klart 2024"],
    ["with a break between", paragraph(strike("Klart") + element("br") + strike("2024")), "", "Klart 2024"],
    [
      "with a hyphen in a run of its own",
      paragraph(strike("2024") + element("noBreakHyphen", "<w:strike/>") + strike("06")),
      "",
      "2024-06"
    ],
    ["before a space of their own", paragraph(strike("Klart") + run("nu") + strike(" 2024")), "nu", "Klart 2024"],
    ["in a paragraph of their own", paragraph(strike("Klart")) + paragraph(run("Pågår")), "Pågår", "Klart"],
    ["between paragraphs", p("Ett") + paragraph(strike("två")) + p("tre"), "Ett\ntre", "två"],
    ["in all paragraphs", paragraph(strike("Ett")) + paragraph(strike("två")), "", "Ett\ntvå"],
    ["by a style", paragraph(old + run(" Försenat")), "Försenat", "Klart"],
    ["by a style based on another", paragraph(run("Klart", '<w:rStyle w:val="Arvd"/>') + run("Nej")), "Nej", "Klart"],
    ["twice by a style", paragraph(run("Klart", '<w:rStyle w:val="Dubbel"/>') + run("Nej")), "Nej", "Klart"],
    ["by the style of their paragraph", paragraph(run("Klart"), "Utgår") + p("Pågår"), "Pågår", "Klart"],
    ["in a link", paragraph(`<w:hyperlink>${strike("Klart")}</w:hyperlink>${run(" Nej")}`), "Nej", "Klart"],
    [
      "in a control",
      paragraph(`<w:sdt><w:sdtContent>${strike("Klart")}</w:sdtContent></w:sdt>${run(" Nej")}`),
      "Nej",
      "Klart"
    ],
    ["in an insertion", paragraph(`<w:ins>${strike("Klart")}</w:ins>${run(" Nej")}`), "Nej", "Klart"]
  ] as const)
    it.effect(`words struck out ${what} are kept apart from what the cell says`, () =>
      Effect.gen(function* () {
        const cell = yield* cellOf(content)
        expect([cell?.text, cell?.struck]).toEqual([text, struck])
        expect(cell?.seen).toEqual(text === "" ? [] : [{ code: "StruckText", words: struck }])
      })
    )

  for (const [what, content, words] of [
    ["deleted", paragraph(deleted("Klart") + run(" ") + deleted("2024") + run("Nej")), "−Klart 2024"],
    ["deleted in two paragraphs", paragraph(deleted("Klart")) + paragraph(deleted("2024") + run("Nej")), "−Klart 2024"],
    ["deleted around an insertion", paragraph(deleted("Kla") + inserted("Nej") + deleted("rt")), "−Klart +Nej"],
    ["inserted", paragraph(inserted("Ej") + run(" ") + inserted("klart")), "+Ej klart"],
    ["inserted around a deletion", paragraph(inserted("Ej ") + deleted("än") + inserted("klart")), "−än +Ej klart"],
    ["hidden", paragraph(hidden("Ej") + run("klart") + hidden("än")), "Ej än"]
  ] as const)
    it.effect(`pieces that are ${what} are quoted apart`, () =>
      Effect.gen(function* () {
        expect((yield* cellOf(content))?.seen.map((each) => each.words)).toEqual([words])
      })
    )

  for (const [what, content] of [
    ["whose strike is off", run("Klart", '<w:strike w:val="0"/>')],
    ["whose strike is false", run("Klart", '<w:strike w:val="false"/><w:dstrike w:val="off"/>')],
    ["whose style is struck out but they are not", run("Klart", '<w:rStyle w:val="Struken"/><w:strike w:val="0"/>')],
    ["whose style takes the strike back", run("Klart", '<w:rStyle w:val="Hel"/>')],
    ["whose style is based on itself", run("Klart", '<w:rStyle w:val="Rund"/>')],
    ["whose style is unknown", run("Klart", '<w:rStyle w:val="Finns inte"/>')],
    [
      "that were struck out before a tracked change",
      run("Klart", "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>")
    ]
  ] as const)
    it.effect(`words ${what} are read`, () =>
      Effect.gen(function* () {
        expect(yield* cellOf(paragraph(content))).toMatchObject({ text: "Klart", struck: "", seen: [] })
      })
    )

  it.effect("a style that strikes out words of a struck-out paragraph switches the strike off", () =>
    Effect.gen(function* () {
      const cell = yield* cellOf(paragraph(run("Utgår ") + old, "Utgår"))
      expect(cell).toMatchObject({ text: "Klart", struck: "Utgår" })
    })
  )

  it.effect("words of a table whose style strikes them out are struck out", () =>
    Effect.gen(function* () {
      const table = tbl(tr(["Mål", "Tid"])).replace("<w:tblPr/>", '<w:tblPr><w:tblStyle w:val="Arkiv"/></w:tblPr>')
      const [row] = yield* gridRowsOf(docx(table + tbl(tr(["Mål", "Tid"]), tr(["Alla", "2024"])), { styles }))
      expect(row?.get(0)).toMatchObject({ text: "", struck: "Mål" })
    })
  )

  it.effect("words of a paragraph whose style hides them are read, and a remark names them", () =>
    Effect.gen(function* () {
      const cell = yield* cellOf(paragraph(run("Alla"), "Dold"))
      expect(cell).toMatchObject({ text: "Alla", seen: [{ code: "HiddenText", words: "Alla" }] })
    })
  )

  it.effect("struck-out words of a merged cell are kept in each of its rows", () =>
    Effect.gen(function* () {
      const first = tc(paragraph(strike("Webb") + run(" Mobil")), '<w:vMerge w:val="restart"/>')
      const rows = yield* gridRowsOf(
        docx(tbl(tr(["Mål", "Tid"]), tr([first, "2024"]), tr([tc("<w:p/>", "<w:vMerge/>"), "2025"])))
      )
      expect(rows.slice(1).map((row) => [row.get(0)?.text, row.get(0)?.struck])).toEqual([
        ["Mobil", "Webb"],
        ["Mobil", "Webb"]
      ])
    })
  )

  it.effect("a struck-out title names no table", () =>
    Effect.gen(function* () {
      const table = tbl(tr(["Område", "Mål", "Tid"]), tr(["Webb", "Alla", "2024"]))
      const [read] = yield* tablesOf(docx(paragraph(strike("Klara aktiviteter")) + p("Aktiviteter") + table))
      expect(read).toMatchObject({ name: "Aktiviteter", kind: "activities" })
    })
  )
})
