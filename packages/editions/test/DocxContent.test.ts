/**
 * The wrappings and pieces that the words of a Word document come in: controls, versions, text boxes, fields, marks.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { docx, gridRowsOf, p, remarksOf, tablesOf, tbl, tc, tr } from "./office.ts"

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`
const paragraph = (content: string) => `<w:p>${content}</w:p>`
const sdt = (content: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
const box = (content: string) => `<wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx>`
const drawn = (content: string) => `<w:r><w:drawing><wp:inline>${box(content)}</wp:inline></w:drawing></w:r>`
const versions = (...each: ReadonlyArray<string>) => `<mc:AlternateContent>${each.join("")}</mc:AlternateContent>`
const choice = (content: string) => `<mc:Choice Requires="wps">${content}</mc:Choice>`
const fallback = (content: string) => `<mc:Fallback>${content}</mc:Fallback>`

const shaded = (attributes: string) => tc("x", `<w:shd ${attributes}/>`)

describe("The words of a Word document", () => {
  for (const [what, content, words] of [
    ["in a control around runs", paragraph(sdt(run("Alla")) + run(" bokar")), "Alla bokar"],
    ["in a control around paragraphs", sdt(p("Alla") + p("bokar")), "Alla\nbokar"],
    ["in controls in controls", paragraph(sdt(sdt(sdt(run("Alla"))))), "Alla"],
    ["in custom markup", paragraph(`<w:customXml>${run("Alla")}</w:customXml>`), "Alla"],
    [
      "in a smart tag and a link",
      paragraph(`<w:smartTag><w:hyperlink>${run("Alla")}</w:hyperlink></w:smartTag>`),
      "Alla"
    ],
    [
      "in the first of two versions",
      paragraph(versions(choice(run("ny")), choice(run("två")), fallback(run("gammal")))),
      "ny"
    ],
    ["in the only version there is", paragraph(versions(fallback(run("gammal")))), "gammal"],
    [
      "in versions within versions",
      paragraph(versions(choice(run("a") + versions(choice(run("b")), fallback(run("c")))), fallback(run("d")))),
      "ab"
    ],
    ["after versions", paragraph(versions(choice(run("a")), fallback(run("b"))) + run(" c")), "a c"],
    ["around a text box, and then in it", paragraph(run("Alla") + drawn(p("Obs")) + run(" bokar")), "Alla bokar\nObs"],
    ["in a text box alone", paragraph(drawn(p("Pågår"))), "Pågår"],
    [
      "in both versions of a text box, once",
      paragraph(
        versions(
          choice(drawn(p("Obs"))),
          fallback(`<w:r><w:pict><v:textbox><w:txbxContent>${p("Obs")}</w:txbxContent></v:textbox></w:pict></w:r>`)
        )
      ),
      "Obs"
    ],
    [
      "in a text box of an old document",
      paragraph(`<w:r><w:pict><v:textbox><w:txbxContent>${p("Obs")}</w:txbxContent></v:textbox></w:pict></w:r>`),
      "Obs"
    ],
    [
      "in the result of a field",
      paragraph(
        `${mark("begin")}<w:r><w:instrText>DATE</w:instrText></w:r>${mark("separate")}${run("2024-06-28")}${mark("end")}`
      ),
      "2024-06-28"
    ],
    ["in a simple field", paragraph(`<w:fldSimple w:instr="DATE">${run("2024-06-28")}</w:fldSimple>`), "2024-06-28"],
    [
      "in a field within the instruction of a field, not",
      paragraph(
        `${mark("begin")}${mark("begin")}${mark("separate")}${run("nej")}${mark("end")}${mark("separate")}${run("ja")}${mark("end")}`
      ),
      "ja"
    ],
    [
      "in a field within the result of a field",
      paragraph(
        `${mark("begin")}${mark("separate")}${run("a")}${mark("begin")}${mark("separate")}${run("b")}${mark("end")}${run("c")}${mark("end")}`
      ),
      "abc"
    ],
    ["after a field that never ends", paragraph(mark("begin") + run("Alla bokar")), "Alla bokar"],
    ["after the end of no field", paragraph(mark("end") + mark("separate") + run("Alla")), "Alla"],
    ["with a soft hyphen", paragraph(`${run("för")}<w:r><w:softHyphen/></w:r>${run("senat")}`), "för\u00ADsenat"],
    [
      "with a hyphen that does not break",
      paragraph(`${run("2024")}<w:r><w:noBreakHyphen/></w:r>${run("06")}`),
      "2024-06"
    ],
    ["without the mark of a footnote", paragraph(`${run("Alla")}<w:r><w:footnoteReference w:id="1"/></w:r>`), "Alla"],
    [
      "without the mark of a footnote that its author chose",
      paragraph(`${run("Alla")}<w:r><w:footnoteReference w:customMarkFollows="1" w:id="1"/><w:t>*</w:t></w:r>`),
      "Alla"
    ],
    [
      "without how they are said",
      paragraph(`<w:r><w:ruby><w:rt>${run("kan")}</w:rt><w:rubyBase>${run("漢")}</w:rubyBase></w:ruby></w:r>`),
      "漢"
    ],
    ["of a formula", paragraph(`<m:oMath><m:r><m:t>≥ 95 %</m:t></m:r></m:oMath>`), "≥ 95 %"],
    [
      "with a tab, not one of its stops",
      paragraph(`<w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${run("a")}<w:r><w:tab/></w:r>${run("b")}`),
      "a\tb"
    ],
    [
      "with a bullet of the symbol font",
      paragraph('<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>' + run(" 95")),
      "≥ 95"
    ]
  ] as const)
    it.effect(`words ${what} are read`, () =>
      Effect.gen(function* () {
        const rows = yield* gridRowsOf(docx(tbl(tr(["Mål", "Tid"]), tr([tc(content), "2024"]))))
        expect(rows[1]?.get(0)?.text).toBe(words)
        expect(rows[1]?.get(1)?.text).toBe("2024")
      })
    )

  it.effect("words of prefixes that a program chose itself are read as versions of each other", () =>
    Effect.gen(function* () {
      const content = paragraph(
        `<ns1:AlternateContent><ns1:Choice>${run("ny")}</ns1:Choice><ns1:Fallback>${run("gammal")}</ns1:Fallback></ns1:AlternateContent>`
      )
      const rows = yield* gridRowsOf(docx(tbl(tr(["Mål", "Tid"]), tr([tc(content), "2024"]))))
      expect(rows[1]?.get(0)?.text).toBe("ny")
    })
  )

  it.effect("a line of text that anchors a text box is read whole, before the lines of the box", () =>
    Effect.gen(function* () {
      const title = paragraph(run("Klara ") + drawn(p("Obs")) + run("aktiviteter"))
      const table = tbl(tr(["Område", "Mål", "Tid"]), tr(["Webb", "Alla", "2024"]))
      expect(yield* tablesOf(docx(title + table))).toMatchObject([{ name: "Klara aktiviteter", kind: "completed" }])
    })
  )

  it.effect("a table in a text box is read like any other", () =>
    Effect.gen(function* () {
      const table = tbl(tr(["Område", "Mål", "Tid"]), tr(["Webb", "Alla", "2024"]))
      const [read] = yield* tablesOf(docx(paragraph(run("Före ") + drawn(table) + run("efter"))))
      expect(read?.rows.map(({ cells }) => cells.goal)).toEqual(["Alla"])
    })
  )
})

describe("Rows and cells of a Word document", () => {
  it.effect("the colour of a cell is that of its shading, also where a solid pattern covers it", () =>
    Effect.gen(function* () {
      const [row] = yield* gridRowsOf(
        docx(
          tbl(
            tr([
              shaded('w:val="clear" w:color="FF0000" w:fill="00B050"'),
              shaded('w:val="solid" w:color="FF0000" w:fill="auto"'),
              shaded('w:val="solid" w:color="auto" w:fill="00B050"'),
              shaded('w:val="clear" w:color="auto" w:fill="auto"')
            ])
          ) + tbl(tr(["Mål", "Tid"]), tr(["Alla", "2024"]))
        )
      )
      expect([0, 1, 2, 3].map((at) => row?.get(at)?.fill)).toEqual(["00B050", "FF0000", "00B050", null])
    })
  )

  it.effect("a control around tables, rows and cells leaves them as they are", () =>
    Effect.gen(function* () {
      const head = sdt(tr(["Område", "Mål", "Tid"]))
      const rows = sdt(tr(["Webb", "Alla", "2024"]) + sdt(tr(["Bredband", "Fiber", "2025"])))
      const cell = `<w:tr>${tc("Telefoni")}${sdt(tc("Växel"))}${tc("2026")}</w:tr>`
      const [table] = yield* tablesOf(docx(sdt(tbl(head, rows, cell))))
      expect(table?.rows.map(({ cells }) => [cells.area, cells.goal, cells.deadline])).toEqual([
        ["Webb", "Alla", "2024"],
        ["Bredband", "Fiber", "2025"],
        ["Telefoni", "Växel", "2026"]
      ])
    })
  )

  it.effect("a cell that continues one in a deleted row has none of its words", () =>
    Effect.gen(function* () {
      const [table] = yield* tablesOf(
        docx(
          tbl(
            tr(["Område", "Mål", "Tid"]),
            tr(["Webb", "Alla", "2024"]),
            tr([tc("Bredband", '<w:vMerge w:val="restart"/>'), "Fiber", "2025"], '<w:del w:id="1"/>'),
            tr([tc("<w:p/>", "<w:vMerge/>"), "Master", "2026"])
          )
        )
      )
      expect(table?.rows.map(({ cells }) => [cells.area, cells.goal])).toEqual([
        ["Webb", "Alla"],
        [null, "Master"]
      ])
    })
  )

  it.effect("words of a cell that continues one above do not show, and a remark keeps them", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(
        docx(
          tbl(
            tr(["Område", "Mål", "Tid"]),
            tr(["Webb", "Alla", tc("2024-06-30", '<w:vMerge w:val="restart"/>')]),
            tr(["Mobil", "Fler", tc("2023-01-01", "<w:vMerge/>")]),
            tr(["Fax", "Bort", tc("<w:p/>", "<w:vMerge/>")])
          )
        )
      )
      expect(tables[0]?.rows.map(({ cells }) => cells.deadline)).toEqual(Array(3).fill("2024-06-30"))
      const merged = "MergedCell deadline 2024-06-30"
      expect(remarksOf(tables)).toEqual([merged, "CoveredText deadline 2023-01-01", merged])
    })
  )

  it.effect("a cell merged over a deleted row keeps its words below it", () =>
    Effect.gen(function* () {
      const below = tc("<w:p/>", "<w:vMerge/>")
      const tables = yield* tablesOf(
        docx(
          tbl(
            tr(["Område", "Mål", "Tid"]),
            tr([tc("Webb", '<w:vMerge w:val="restart"/>'), "Alla", "2024"]),
            tr([below, "Fiber", "2025"], '<w:del w:id="1"/>'),
            tr([below, "Master", "2026"])
          )
        )
      )
      expect(tables[0]?.rows.map(({ cells }) => [cells.area, cells.goal])).toEqual([
        ["Webb", "Alla"],
        ["Webb", "Master"]
      ])
      expect(remarksOf(tables)).toContain("TrackedChange −Webb | Fiber | 2025")
    })
  )
})
