/**
 * The contents of a Word document besides its words: tracked changes, hidden text, merged cells, colours.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { docx, drawn, p, remarksOf, tablesOf, tbl, tc, tr } from "./office.ts"

const head = tr(["Område", "Mål", "Tid", "Status"])
const shade = (colour: string) => `<w:shd w:val="clear" w:color="auto" w:fill="${colour}"/>`
const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const only = (body: string) =>
  Effect.map(tablesOf(docx(body)), ([table]) => table?.rows.map(({ cells }) => cells) ?? [])

const band = (status: string) => tr(["Webb", "Alla", "2024", status].map((text) => tc(text, shade("C6EFCE"))))

describe("A cell of a Word document", () => {
  it.effect("a cell of a Word document has one line per paragraph, list item and line break", () =>
    Effect.gen(function* () {
      const item = (text: string) => `<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`
      const goal = `${p("Två saker:")}${item("boka")}${item("avboka")}<w:p>${run("ett")}<w:r><w:br/></w:r>${run("två")}</w:p><w:p/>`
      const [row] = yield* only(tbl(head, tr(["Webb", tc(goal), "2024", ""])))
      expect(row?.goal).toBe("Två saker:\nboka\navboka\nett\ntvå")
    })
  )

  it.effect("a cell of a Word document is read with tracked changes accepted, and a remark names them", () =>
    Effect.gen(function* () {
      const changed = `<w:p>${run("2024-")}<w:del w:id="1"><w:r><w:delText>06</w:delText></w:r></w:del><w:ins w:id="2">${run("12")}</w:ins>${run("-31")}</w:p>`
      const tables = yield* tablesOf(docx(tbl(head, tr(["Webb", "Alla", tc(changed), ""]))))
      expect(tables[0]?.rows[0]?.cells.deadline).toBe("2024-12-31")
      expect(remarksOf(tables)).toEqual(["TrackedChange deadline −06 +12"])
    })
  )

  it.effect("a cell of a Word document continues in the next paragraph where a paragraph mark is deleted", () =>
    Effect.gen(function* () {
      const joined = `<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("Alla ")}</w:p><w:p>${run("bokar")}</w:p>`
      const [row] = yield* only(tbl(head, tr(["Webb", tc(joined), "2024", ""])))
      expect(row?.goal).toBe("Alla bokar")
    })
  )

  it.effect("a cell of a Word document has no earlier formatting and no fallback content", () =>
    Effect.gen(function* () {
      const properties = `${shade("FF0000")}<w:tcPrChange w:id="1"><w:tcPr>${shade("00B050")}</w:tcPr></w:tcPrChange>`
      const twice = `<w:p><mc:AlternateContent><mc:Choice>${run("ny")}</mc:Choice><mc:Fallback>${run("gammal")}</mc:Fallback></mc:AlternateContent></w:p>`
      const [row] = yield* only(
        `${p("Röd = FÖRSENAT")}${tbl(head, tr(["Webb", tc(twice), "2024", tc("", properties)]))}`
      )
      expect(row).toMatchObject({ goal: "ny", status: "FÖRSENAT" })
    })
  )

  it.effect("a cell of a Word document includes hidden text, and a remark names it", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(
        docx(tbl(head, tr(["Webb", tc(`<w:p>${run("Alla")}${run(" utom ett", "<w:vanish/>")}</w:p>`), "2024", ""])))
      )
      expect(tables[0]?.rows[0]?.cells.goal).toBe("Alla utom ett")
      expect(remarksOf(tables)).toEqual(["HiddenText goal utom ett"])
    })
  )

  it.effect(
    "a cell of a Word document that is merged downwards applies to each of its rows, but an id applies to one row only",
    () =>
      Effect.gen(function* () {
        const start = '<w:vMerge w:val="restart"/>'
        const tables = yield* tablesOf(
          docx(
            tbl(
              tr(["Id", "Område", "Mål", "Tid"]),
              tr([tc("a1", start), tc("Webb", start), "ett", "2024"]),
              tr([tc("", "<w:vMerge/>"), tc("", "<w:vMerge/>"), "två", "2025"]),
              tr([tc("", "<w:vMerge/>"), tc("", "<w:vMerge/>"), "tre", "2026"])
            )
          )
        )
        expect(tables[0]?.rows.map(({ cells }) => [cells.id, cells.area, cells.goal])).toEqual([
          ["a1", "Webb", "ett"],
          [null, "Webb", "två"],
          [null, "Webb", "tre"]
        ])
        expect(remarksOf(tables).filter((remark) => remark === "MergedCell area Webb")).toHaveLength(2)
      })
  )

  it.effect(
    "a cell of a Word document is in the column after the cells before it, however many columns they span",
    () =>
      Effect.gen(function* () {
        const [row, second] = yield* only(
          tbl(
            head,
            tr([tc("Webb", '<w:gridSpan w:val="2"/>'), "2024", "pågår"]),
            tr(["bara mål", "2025"], '<w:gridBefore w:val="1"/>')
          )
        )
        expect(row).toMatchObject({ area: "Webb", goal: null, deadline: "2024", status: "pågår" })
        expect(second).toMatchObject({ area: null, goal: "bara mål", deadline: "2025" })
      })
  )

  it.effect("a cell of a Word document keeps the words of a table within it", () =>
    Effect.gen(function* () {
      const [row, ...more] = yield* only(
        tbl(head, tr(["Webb", tc(`${p("Antal:")}${tbl(tr(["Hud", "12"]))}<w:p/>`), "2024", ""]))
      )
      expect(row?.goal).toBe("Antal:\nHud\n12")
      expect(more).toEqual([])
    })
  )
})

describe("A row of a Word document", () => {
  it.effect("a row of a Word document that is hidden is read with a remark", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(docx(tbl(head, tr(["Webb", "Alla", "2024", ""], "<w:hidden/>"))))
      expect(drawn(tables)[0]?.rows).toEqual([["Webb", "Alla", "2024"]])
      expect(remarksOf(tables)).toEqual(["HiddenRow Webb | Alla | 2024"])
    })
  )

  it.effect("a row of a Word document that a tracked change deletes is not read, and the table has a remark", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(
        docx(tbl(head, tr(["Webb", "Alla", "2024", ""], '<w:del w:id="1"/>'), tr(["SDV", "Införd", "2026", ""])))
      )
      expect(drawn(tables)[0]?.rows).toEqual([["SDV", "Införd", "2026"]])
      expect(remarksOf(tables)).toEqual(["TrackedChange −Webb | Alla | 2024"])
    })
  )
})

const legend = (...pairs: ReadonlyArray<readonly [string, string]>) =>
  tbl(tr(["STATUS:", ...pairs.map(([colour, words]) => tc(words, shade(colour)))]))
const coloured = (colour: string, text = "") => tr(["Webb", "Alla", "2024", tc(text, shade(colour))])
const statuses = (body: string) =>
  Effect.map(tablesOf(docx(body)), (tables) => ({
    statuses: tables[0]?.rows.map(({ cells }) => cells.status),
    remarks: remarksOf(tables)
  }))
const symbol = (text: string, colour: string) =>
  tr(["Webb", "Alla", "2024", tc(`<w:p>${run(text, `<w:color w:val="${colour}"/>`)}</w:p>`)])

describe("A status given by colour in a Word document", () => {
  it.effect("a status given by colour means what the document's legend says, without a remark", () =>
    Effect.gen(function* () {
      const found = yield* statuses(
        `${legend(["00B050", "Försenat"], ["FF0000", "Klart"])}<w:p/>${tbl(head, coloured("00B050"), coloured("FF0000"))}`
      )
      expect(found).toEqual({ statuses: ["Försenat", "Klart"], remarks: [] })
    })
  )

  it.effect("a status given by colour follows a line of text that explains the colours", () =>
    Effect.gen(function* () {
      const found = yield* statuses(
        `${p("Grön = pågår, röd = klart")}${tbl(head, coloured("92D050"), coloured("C00000"))}`
      )
      expect(found).toEqual({ statuses: ["pågår", "klart"], remarks: [] })
    })
  )

  it.effect("a status given by colour states nothing without a legend, and each cell names its colour", () =>
    Effect.gen(function* () {
      const shades = ["00B050", "FFC000", "FF0000", "0070C0"]
      const found = yield* statuses(tbl(head, ...shades.map((shade) => coloured(shade))))
      expect(found.statuses).toEqual([null, null, null, null])
      expect(found.remarks).toEqual([
        "ColourUnknown status grön 00B050",
        "ColourUnknown status gul FFC000",
        "ColourUnknown status röd FF0000",
        "ColourUnknown status blå 0070C0"
      ])
    })
  )

  it.effect("a status given by colour is what the other cells of that colour say in the column, with one remark", () =>
    Effect.gen(function* () {
      const found = yield* statuses(
        tbl(head, coloured("FF0000", "Försenat"), coloured("FF0000"), coloured("FF0000"), coloured("00B050"))
      )
      expect(found).toEqual({
        statuses: ["Försenat", "Försenat", "Försenat", null],
        remarks: ["StatusByColour status FF0000 = Försenat", "ColourUnknown status grön 00B050"]
      })
    })
  )

  it.effect("a status given by colour is not read where the cells of that colour differ, or the words have two", () =>
    Effect.gen(function* () {
      const differ = tbl(head, coloured("FF0000", "Försenat"), coloured("FF0000", "Pågår"), coloured("FF0000"))
      expect((yield* statuses(differ)).statuses).toEqual(["Försenat", "Pågår", null])
      const banded = tbl(head, coloured("FF0000", "Pågår"), coloured("FFC000", "Pågår"), coloured("FF0000"))
      expect((yield* statuses(banded)).statuses).toEqual(["Pågår", "Pågår", null])
      const plain = tbl(head, coloured("FF0000", "Pågår"), tr(["Webb", "Alla", "2024", "Pågår"]), coloured("FF0000"))
      expect((yield* statuses(plain)).statuses).toEqual(["Pågår", "Pågår", null])
    })
  )

  it.effect("a status given by colour is not read from the other shade of a legend", () =>
    Effect.gen(function* () {
      const two = legend(["00B050", "Klart"], ["FF0000", "Försenat"])
      const found = yield* statuses(`${two}<w:p/>${tbl(head, coloured("00B050"), coloured("92D050"))}`)
      expect(found).toEqual({ statuses: ["Klart", null], remarks: ["ColourUnknown status grön 92D050"] })
    })
  )

  it.effect("a band of colour over whole rows is no status, and is remarked once", () =>
    Effect.gen(function* () {
      const found = yield* statuses(tbl(head, band("Pågår"), tr(["SDV", "Alla", "2024", "Klart"]), band(""), band("")))
      expect(found).toEqual({
        statuses: ["Pågår", "Klart", null, null],
        remarks: ["ColourUnknown grön C6EFCE"]
      })
      const explained = yield* statuses(`${p("Grön = klart")}${tbl(head, band(""))}`)
      expect(explained.statuses).toEqual(["klart"])
    })
  )

  it.effect("a legend that gives a colour two meanings gives it none", () =>
    Effect.gen(function* () {
      const found = yield* statuses(
        `${p("Grön = klart")}${p("Grön = pågår, röd = försenad")}${tbl(head, coloured("00B050"), coloured("FF0000"))}`
      )
      expect(found.statuses).toEqual([null, "försenad"])
    })
  )

  it.effect("one coloured title above a table is no legend", () =>
    Effect.gen(function* () {
      const title = tbl(tr([tc("Genomförda", shade("00B050"))]))
      const found = yield* statuses(`${title}<w:p/>${tbl(head, coloured("00B050"))}`)
      expect(found.statuses).toEqual([null])
    })
  )

  it.effect("the name and the sign of a colour mean what the legend says, and nothing without one", () =>
    Effect.gen(function* () {
      const rows = ["Röd", "🟡", "grön"].map((words) => tr(["Webb", "Alla", "2024", words]))
      const found = yield* statuses(`${p("Röd: försenad; gul: pågår")}${tbl(head, ...rows)}`)
      expect(found).toEqual({
        statuses: ["försenad", "pågår", "grön"],
        remarks: ["StatusByColour status Röd = försenad", "StatusByColour status 🟡 = pågår"]
      })
      const signs = yield* statuses(`${p("🟢 Klar 🟡 Pågår 🔴 Försenad")}${tbl(head, ...rows)}`)
      expect(signs.statuses).toEqual(["Försenad", "Pågår", "Klar"])
      expect((yield* statuses(tbl(head, ...rows))).statuses).toEqual(["Röd", "🟡", "grön"])
    })
  )

  it.effect("a status given by colour yields to words, with a remark where they contradict it", () =>
    Effect.gen(function* () {
      const found = yield* statuses(
        `${p("Röd = FÖRSENAT")}${tbl(head, coloured("FF0000", "Klart 2024-05-01"), coloured("FF0000", "Försenat"))}`
      )
      expect(found).toEqual({
        statuses: ["Klart 2024-05-01", "Försenat"],
        remarks: ["StatusAgainstColour status Klart 2024-05-01 / FF0000 = FÖRSENAT"]
      })
    })
  )

  it.effect("white and grey are no colours of a status", () =>
    Effect.gen(function* () {
      const found = yield* statuses(tbl(head, coloured("FFFFFF"), coloured("D9D9D9")))
      expect(found).toEqual({ statuses: [null, null], remarks: [] })
    })
  )

  it.effect(
    "a status given by colour in a Word document may be the colour of a dot, while other symbols stay as they are",
    () =>
      Effect.gen(function* () {
        const sign = `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r></w:p>`
        const rows = [symbol("●", "FF0000"), symbol("✔", "00B050"), symbol("🔴", "000000")]
        const found = yield* statuses(
          `${p("Grön = klart. Röd = FÖRSENAT")}${tbl(head, ...rows, tr(["Webb", "x", "1", tc(sign)]))}`
        )
        expect(found.statuses).toEqual(["FÖRSENAT", "✔", "FÖRSENAT", "✓"])
      })
  )

  it.effect(
    "a status given by colour in a Word document is no status where the whole row is marked yellow among the completed",
    () =>
      Effect.gen(function* () {
        const marked = tr(["Webb", "Alla", "2024", ""].map((text) => tc(text, shade("FFFF00"))))
        const found = yield* statuses(`${p("Klara aktiviteter")}${tbl(head, marked)}`)
        expect(found).toEqual({ statuses: [null], remarks: ["RowMarked Webb | Alla | 2024"] })
      })
  )
})
