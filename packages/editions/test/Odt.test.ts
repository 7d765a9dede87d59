/**
 * An OpenDocument text is read like a Word document: tables wherever they are, in the words that each cell shows.
 */
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import type { Grid } from "../src/formats/grid/Grid.ts"
import { odtGrids } from "../src/formats/opendocument/OdtGrids.ts"
import { openPackage } from "../src/formats/office/OfficePackage.ts"
import { wordsDocument } from "./fixtures/words.ts"
import { drawn, gridRowsOf, read, remarksOf, tablesOf } from "./office.ts"
import { zip } from "./zip.ts"

const mimetype = "application/vnd.oasis.opendocument.text"
const root = (part: string, content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-${part} xmlns:office="urn:o">${content}</office:document-${part}>`

interface Parts {
  /** The automatic styles, and those that all pages share. */
  readonly styles?: string
  readonly shared?: string
  readonly mimetype?: string
  readonly manifest?: string
}

/** An OpenDocument text with that content of `office:text`. */
const odt = (body: string, parts: Parts = {}): Uint8Array =>
  zip([
    { name: "mimetype", content: parts.mimetype ?? mimetype },
    {
      name: "content.xml",
      content: root(
        "content",
        `<office:automatic-styles>${parts.styles ?? ""}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body>`
      )
    },
    { name: "styles.xml", content: root("styles", `<office:styles>${parts.shared ?? ""}</office:styles>`) },
    ...(parts.manifest === undefined ? [] : [{ name: "META-INF/manifest.xml", content: parts.manifest }])
  ])

const p = (content: string, style = "") => `<text:p text:style-name="${style}">${content}</text:p>`
const span = (style: string, content: string) => `<text:span text:style-name="${style}">${content}</text:span>`
const cell = (content: string, more = "") =>
  `<table:table-cell ${more}>${content.startsWith("<text:p") || content.startsWith("<t") ? content : p(content)}</table:table-cell>`
const row = (cells: ReadonlyArray<string>, more = "") =>
  `<table:table-row ${more}>${cells.map((each) => (each.startsWith("<table:") ? each : cell(each))).join("")}</table:table-row>`
const table = (...rows: ReadonlyArray<string>) => `<table:table table:name="Tabell1">${rows.join("")}</table:table>`
const head = row(["Område", "Mål", "Tid", "Status"])
const covered = "<table:covered-table-cell/>"

const style = (family: string, name: string, properties: string, parent = "") =>
  `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">${properties}</style:style>`
const words = (properties: string) => `<style:text-properties ${properties}/>`
const struck = words('style:text-line-through-style="solid" style:text-line-through-type="single"')
const styles = [
  style("text", "T1", struck),
  style("text", "T2", words('style:text-line-through-style="none"'), "T1"),
  style("text", "T3", "", "Utgår"),
  style("text", "T4", words('text:display="none"')),
  style("text", "T5", words('style:font-name="Wingdings1"')),
  style("text", "T6", words('fo:color="#ff0000"')),
  style("paragraph", "P1", struck),
  style("table-cell", "C1", '<style:table-cell-properties fo:background-color="#00b050"/>'),
  style("table-cell", "C2", '<style:table-cell-properties fo:background-color="transparent"/>', "C1"),
  style("table-row", "R1", '<style:table-row-properties fo:background-color="#ffff00"/>'),
  style("section", "S1", '<style:section-properties text:display="none"/>'),
  '<style:font-face style:name="Wingdings1" svg:font-family="Wingdings"/>',
  '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1" text:bullet-char="☐"/><text:list-level-style-bullet text:level="2" text:bullet-char="&#xF0FE;"><style:text-properties style:font-name="Wingdings1"/></text:list-level-style-bullet></text:list-style>'
].join("")
const shared = style("text", "Utgår", struck)

const gridsOf = (bytes: Uint8Array): Effect.Effect<ReadonlyArray<Grid>> =>
  Effect.promise(async () => {
    const { archive, main } = await openPackage(bytes)
    return (await odtGrids(archive, main)).grids
  })

const fixture = (name: string) => readFileSync(join(import.meta.dirname, "fixtures", name))
const shown = (bytes: Uint8Array) =>
  Effect.map(gridRowsOf(bytes), (rows) =>
    rows.map((cells) =>
      [...cells].map(([at, { day, fill, seen, struck: out, text }]) => [at, text, out, day, fill, seen])
    )
  )
const control = (attributes: string, text: string) =>
  `<loext:content-control ${attributes}>${text}</loext:content-control>`
const fieldMark = (type: string, ...params: ReadonlyArray<readonly [string, string]>) =>
  `<field:fieldmark field:type="vnd.oasis.opendocument.field.${type}">${params.map(([name, value]) => `<field:param field:name="${name}" field:value="${value}"/>`).join("")}</field:fieldmark>`
const changeMark = (name: string, id: string) => `<text:${name} text:change-id="${id}"/>`
const region = (id: string, text: string) =>
  `<text:changed-region text:id="${id}"><text:deletion>${p(text)}</text:deletion></text:changed-region>`
const gone = (id: string) => cell(p(`<text:change text:change-id="${id}"/>`))
const problemOf = (bytes: Uint8Array) =>
  Effect.map(read(bytes), (result) => (Result.isSuccess(result) ? "read" : result.failure.problem))
const listed = (media: string, more = "") =>
  `<manifest:manifest><manifest:file-entry manifest:full-path="/" manifest:media-type="${media}"/>${more}</manifest:manifest>`

const spanning = (text: string, rows: number) => cell(text, `table:number-rows-spanned="${rows}"`)

/** Returns the first cell of the only row of a table. */
const cellOf = (content: string, before = "") =>
  Effect.map(gridsOf(odt(before + table(row([content])), { styles, shared })), ([grid]) => grid?.rows[0]?.cells.get(0))

describe("An ODT that LibreOffice made", () => {
  it.effect("an ODT that LibreOffice made of a Word document says in every cell what the document says", () =>
    Effect.gen(function* () {
      const rows = yield* shown(fixture("words-libreoffice.odt"))
      expect(rows).toHaveLength(27)
      expect(rows).toEqual(yield* shown(wordsDocument()))
    })
  )

  it.effect("an ODT that LibreOffice made of an edition has the tables of the DOCX", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(fixture("2024-06-17-libreoffice.odt"))
      const expected = yield* tablesOf(fixture("2024-06-17-libreoffice.docx"))
      expect(drawn(tables)).toEqual(drawn(expected))
      expect(remarksOf(tables)).toEqual(remarksOf(expected))
    })
  )
})

describe("A cell of an OpenDocument text", () => {
  for (const [what, content, text] of [
    ["paragraphs", p("ett") + p("") + p("två"), "ett\n\ntvå"],
    ["headings", '<text:h text:outline-level="1">ett</text:h>', "ett"],
    [
      "line breaks, tabs and spaces",
      p('ett<text:line-break/>två<text:tab/>tre<text:s text:c="3"/>fyra'),
      "ett\ntvå\ttre   fyra"
    ],
    ["white space between the words", p("\n  ett\n   två "), "ett två "],
    ["links and spans", p(`<text:a>ett</text:a> ${span("T6", "två")}`), "ett två"],
    [
      "a footnote and a comment, which it leaves out",
      p(
        "ett<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>not</text:p></text:note-body></text:note><office:annotation><text:p>nej</text:p></office:annotation>"
      ),
      "ett"
    ],
    [
      "how a word is said, which it leaves out",
      p("<text:ruby><text:ruby-base>漢</text:ruby-base><text:ruby-text>kan</text:ruby-text></text:ruby>"),
      "漢"
    ],
    [
      "a text box, after its paragraph",
      p(
        "ett<draw:frame><draw:text-box><text:p>i ruta</text:p></draw:text-box><svg:title>bild</svg:title></draw:frame> två"
      ),
      "ett två\ni ruta"
    ],
    [
      "a list",
      `<text:list><text:list-item>${p("ett")}</text:list-item><text:list-item>${p("två")}</text:list-item></text:list>`,
      "ett\ntvå"
    ],
    [
      "a list of boxes",
      `<text:list text:style-name="L1"><text:list-item>${p("ett")}${p("mer")}<text:list><text:list-item>${p("två")}</text:list-item></text:list></text:list-item></text:list>`,
      "☐ ett\nmer\n☒ två"
    ],
    ["a table, line by line", table(row(["ett", "två"])), "ett\ntvå"],
    ["a symbol of a symbol font", p(`${span("T5", "&#xF0FE;")} Pågår`), "☒ Pågår"],
    [
      "a chosen entry of a field",
      p(
        "<text:drop-down text:name='x'><text:label text:value='Klar'/><text:label text:value='Pågår' text:current-selected='true'/>Pågår</text:drop-down>"
      ),
      "Pågår"
    ],
    ["the words of an input field", p("<text:text-input text:description='Status'>Pågår</text:text-input>"), "Pågår"],
    [
      "a formula's text, which it leaves out",
      p("ett<draw:frame><draw:object><math:math>x</math:math></draw:object></draw:frame>"),
      "ett"
    ]
  ] as const)
    it.effect(`a cell of an OpenDocument text has the words of ${what}`, () =>
      Effect.gen(function* () {
        expect((yield* cellOf(cell(content)))?.text).toBe(text)
      })
    )

  for (const [what, form, text] of [
    ["a ticked box", control('loext:checkbox="true" loext:checked="true"', "☐") + " Klar", "☒ Klar"],
    ["an empty box", control('loext:checkbox="true" loext:checked="false"', "☒") + " Klar", "☐ Klar"],
    ["a box without a state", control('loext:checkbox="true"', "o") + " Klar", "☐ Klar"],
    ["a ticked field mark", fieldMark("FORMCHECKBOX", ["Checkbox_Checked", "true"]) + " Klar", "☒ Klar"],
    ["an empty field mark", fieldMark("FORMCHECKBOX") + " Klar", "☐ Klar"],
    [
      "a list of a field mark",
      fieldMark(
        "FORMDROPDOWN",
        ["Dropdown_ListEntry", "Ej"],
        ["Dropdown_ListEntry", "Klar"],
        ["Dropdown_Selected", "1"]
      ),
      "Klar"
    ],
    ["a list that nobody chose from", fieldMark("FORMDROPDOWN", ["Dropdown_ListEntry", "Ej"]), "Ej"],
    ["a chosen entry", control('loext:dropdown="true"', "Pågår"), "Pågår"],
    ["a prompt", control('loext:showing-place-holder="true" loext:dropdown="true"', "Välj ett objekt."), undefined],
    ["a placeholder", "<text:placeholder text:placeholder-type='text'>&lt;Datum&gt;</text:placeholder>", undefined],
    ["a text box that is drawn", '<draw:control draw:control="c1"/>', "☒ Pågår"],
    ["a list that is drawn", '<draw:control draw:control="c2"/>', "Klar"],
    ["an unknown control", '<draw:control draw:control="c9"/>', undefined]
  ] as const)
    it.effect(`a form of an OpenDocument text that shows ${what} is read as ${text ?? "an empty cell"}`, () =>
      Effect.gen(function* () {
        const forms = `<office:forms><form:form form:name="f"><form:checkbox form:id="c1" xml:id="c1" form:label="Pågår" form:current-state="checked"/><form:listbox form:id="c2"><form:option form:label="Ej"/><form:option form:label="Klar" form:current-selected="true"/></form:listbox></form:form></office:forms>`
        expect((yield* cellOf(cell(p(form)), forms))?.text).toBe(text)
      })
    )

  for (const [what, inside, text, out] of [
    ["by a span", p(`${span("T1", "Klart")} Försenat`), "Försenat", "Klart"],
    ["by a shared style", p(`${span("T3", "Klart")} Försenat`), "Försenat", "Klart"],
    ["by their paragraph", p("Klart", "P1") + p("Försenat"), "Försenat", "Klart"],
    ["around a span that says nothing of it", p(`${span("T1", `Kla${span("T6", "rt")}`)} Nej`), "Nej", "Klart"],
    ["in the middle", p(`Bygg ${span("T1", "vägen")} bron`), "Bygg bron", "vägen"],
    ["whole", p("Klart", "P1"), "", "Klart"],
    ["in two spans with a space between", p(`${span("T1", "Klart")} ${span("T1", "2024")}`), "", "Klart 2024"],
    ["with a tab between", p(`${span("T1", "Klart")}<text:tab/>${span("T1", "2024")}`), "", "Klart 2024"],
    ["with a break between", p(`${span("T1", "Klart")}<text:line-break/>${span("T1", "2024")}`), "", "Klart 2024"],
    ["in two spans of one word", p(`${span("T1", "Kla")}${span("T1", "rt")}`), "", "Klart"],
    ["and then not, by a style within", p(span("T2", "Klart"), "P1"), "Klart", ""],
    ["and then not, by the parent of their style", p(span("T1", span("T2", "Klart"))), "Klart", ""]
  ] as const)
    it.effect(`words of an OpenDocument text that are struck out ${what} are kept apart`, () =>
      Effect.gen(function* () {
        const read = yield* cellOf(cell(inside))
        expect([read?.text, read?.struck]).toEqual([text, out])
        expect(read?.seen).toEqual(text === "" || out === "" ? [] : [{ code: "StruckText", words: out }])
      })
    )

  it.effect("a cell of an OpenDocument text is read with tracked changes accepted, and a remark names them", () =>
    Effect.gen(function* () {
      const changes = `<text:tracked-changes><text:changed-region xml:id="c1"><text:deletion><office:change-info><dc:creator>A</dc:creator></office:change-info>${p("06")}</text:deletion></text:changed-region><text:changed-region text:id="c2"><text:insertion/></text:changed-region><text:changed-region text:id="c3"><text:deletion/></text:changed-region></text:tracked-changes>`
      const changed = `2024-${changeMark("change", "c1")}${changeMark("change-start", "c2")}12${changeMark("change-end", "c2")}-31${changeMark("change-start", "c3")} nej${changeMark("change-end", "c3")}`
      const read = yield* cellOf(cell(p(changed)), changes)
      expect(read).toMatchObject({ text: "2024-12-31", seen: [{ code: "TrackedChange", words: "−06 nej +12" }] })
    })
  )

  it.effect("a cell of an OpenDocument text includes hidden words, and a remark names them", () =>
    Effect.gen(function* () {
      const read = yield* cellOf(cell(p(`Alla${span("T4", " utom ett")}`)))
      expect(read).toMatchObject({ text: "Alla utom ett", seen: [{ code: "HiddenText", words: "utom ett" }] })
    })
  )

  for (const [what, inside, text, hidden] of [
    [
      "a hidden text",
      p('Alla<text:hidden-text text:is-hidden="true"> nej</text:hidden-text> ja'),
      "Alla nej ja",
      "nej"
    ],
    [
      "a hidden text that shows",
      p('Alla<text:hidden-text text:is-hidden="false"> ja</text:hidden-text>'),
      "Alla ja",
      ""
    ],
    ["a hidden paragraph", p('<text:hidden-paragraph text:is-hidden="true"/>nej') + p("Alla"), "nej\nAlla", "nej"]
  ] as const)
    it.effect(`a cell of an OpenDocument text with ${what} includes it, with a remark if it is hidden`, () =>
      Effect.gen(function* () {
        const read = yield* cellOf(cell(inside))
        expect(read?.text).toBe(text)
        expect(read?.seen).toEqual(hidden === "" ? [] : [{ code: "HiddenText", words: hidden }])
      })
    )

  it.effect("a cell of an OpenDocument text has the colour of its style, of its row, and of its first word", () =>
    Effect.gen(function* () {
      const [grid] = yield* gridsOf(
        odt(
          table(
            row([
              cell("a", 'table:style-name="C1"'),
              cell("b", 'table:style-name="C2"'),
              cell(p(span("T6", "●"))),
              cell("d", 'table:style-name="C1"')
            ]),
            row([cell("e")], 'table:style-name="R1"')
          ),
          { styles }
        )
      )
      expect(grid?.rows.flatMap(({ cells }) => [...cells.values()].map(({ fill, ink }) => [fill, ink]))).toEqual([
        ["00B050", null],
        [null, null],
        [null, "FF0000"],
        ["00B050", null],
        ["FFFF00", null]
      ])
    })
  )

  for (const [what, of, day] of [
    ["of its own", cell("3 apr", 'office:value-type="date" office:date-value="2024-04-03"'), "2024-04-03"],
    ["of its own that it does not show", cell("apr", 'office:value-type="date" office:date-value="2024-04-03"'), null],
    [
      "of a fixed date",
      cell(p('<text:date text:fixed="true" text:date-value="2024-04-03T10:00:00">3/4</text:date>')),
      "2024-04-03"
    ],
    ["of the day of opening", cell(p('<text:date text:date-value="2024-04-03">3/4</text:date>')), null],
    [
      "of a picker",
      cell(p(control('loext:date="true" loext:current-date="2024-04-03T00:00:00Z"', "3/4"))),
      "2024-04-03"
    ],
    ["of a picker beside words", cell(p("Senast " + control('loext:current-date="2024-04-03T00:00:00Z"', "3/4"))), null]
  ] as const)
    it.effect(`a cell of an OpenDocument text with a day ${what} holds ${day ?? "none"}`, () =>
      Effect.gen(function* () {
        expect((yield* cellOf(of))?.day).toBe(day)
      })
    )
})

describe("A table of an OpenDocument text", () => {
  it.effect("a merged cell of an OpenDocument text applies to each of its rows, and to one column", () =>
    Effect.gen(function* () {
      const tables = yield* tablesOf(
        odt(
          table(
            head,
            row([cell("Webb", 'table:number-rows-spanned="2"'), "ett", "2024", "Pågår"]),
            row([`<table:covered-table-cell>${p("dolt")}</table:covered-table-cell>`, "två", "2025", ""]),
            row([cell("Bredband", 'table:number-columns-spanned="2"'), covered, "2026", "Klart"]),
            row([cell("Mobil", 'table:number-rows-spanned="9"'), "tre", "2027", ""])
          ) + table(head, row(["Fax", "fyra", "2028", ""]))
        )
      )
      expect(drawn(tables)[0]?.rows).toEqual([
        ["Webb", "ett", "2024", "Pågår"],
        ["Webb", "två", "2025"],
        ["Bredband", "2026", "Klart"],
        ["Mobil", "tre", "2027"],
        ["Fax", "fyra", "2028"]
      ])
      expect(remarksOf(tables).filter((remark) => remark.startsWith("Merged"))).toEqual(["MergedCell area Webb"])
    })
  )

  it.effect("a cell of an OpenDocument text that nothing above covers has no words of a row above", () =>
    Effect.gen(function* () {
      const [grid] = yield* gridsOf(
        odt(
          table(
            row([spanning("a", 2), spanning("b", 9)]),
            row([covered, covered]),
            row([covered, "c"]),
            row([covered, covered])
          )
        )
      )
      expect(grid?.rows.map(({ cells }) => [cells.get(0)?.text, cells.get(1)?.text])).toEqual([
        ["a", "b"],
        ["a", "b"],
        [undefined, "c"]
      ])
    })
  )

  it.effect("rows and cells of an OpenDocument text that stand for several are read as several", () =>
    Effect.gen(function* () {
      const [grid] = yield* gridsOf(
        odt(
          table(
            '<table:table-columns><table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/></table:table-columns>',
            `<table:table-header-rows>${head}</table:table-header-rows>`,
            row([""], 'table:number-rows-repeated="1000000"'),
            row(["a", cell("b", 'table:number-columns-repeated="2"'), "c"], 'table:number-rows-repeated="2"'),
            row(["d"], 'table:visibility="collapse"')
          )
        )
      )
      expect(grid?.rows.map(({ cells, line }) => [line, ...[...cells.values()].map(({ text }) => text)])).toEqual([
        [1, "Område", "Mål", "Tid", "Status"],
        [1_000_002, "a", "b", "b", "c"],
        [1_000_003, "a", "b", "b", "c"],
        [1_000_004, "d"]
      ])
      expect(grid?.hiddenColumns).toEqual([[2, 2]])
      expect(grid?.rows.at(-1)?.seen).toEqual([{ code: "HiddenRow", words: "d" }])
    })
  )

  it.effect("a row of an OpenDocument text that a tracked change deletes is not read, and the table has a remark", () =>
    Effect.gen(function* () {
      const changes = `<text:tracked-changes>${region("c1", "Webb")}${region("c2", "Alla")}</text:tracked-changes>`
      const bytes = odt(changes + table(head, row([gone("c1"), gone("c2"), "", ""]), row(["Fax", "Bort", "2024", ""])))
      const tables = yield* tablesOf(bytes)
      expect((yield* gridsOf(bytes))[0]?.rows).toHaveLength(2)
      expect(drawn(tables)[0]?.rows).toEqual([["Fax", "Bort", "2024"]])
      expect(remarksOf(tables)).toContain("TrackedChange −Webb | Alla")
    })
  )

  it.effect("the lines before a table of an OpenDocument text name it, and a hidden section is remarked on", () =>
    Effect.gen(function* () {
      const body = `<text:h>Klara aktiviteter</text:h><text:section text:style-name="S1">${p("hej")}${table(head, row(["Webb", "Alla", "2024", "Klart"]))}</text:section>`
      const tables = yield* tablesOf(odt(body, { styles }))
      expect(tables).toMatchObject([{ name: "Klara aktiviteter", kind: "completed" }])
      expect(remarksOf(tables)).toContain("HiddenTable")
    })
  )
})

describe("The package of an OpenDocument text", () => {
  const body = table(head, row(["Webb", "Alla", "2024", ""]))
  it.effect("a template, and a text that only its list of parts names, are read", () =>
    Effect.gen(function* () {
      expect(yield* problemOf(odt(body, { mimetype: `${mimetype}-template` }))).toBe("read")
      expect(yield* problemOf(odt(body, { mimetype: "", manifest: listed(mimetype) }))).toBe("read")
    })
  )

  it.effect("a presentation is unknown, and an encrypted text is reported as such", () =>
    Effect.gen(function* () {
      const presentation = "application/vnd.oasis.opendocument.presentation"
      expect(yield* problemOf(odt(body, { mimetype: presentation }))).toBe("unknownFormat")
      const locked =
        '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>'
      expect(yield* problemOf(odt(body, { manifest: listed(mimetype, locked) }))).toBe("encrypted")
    })
  )

  it.effect("a text with more filled rows or words than any follow-up is refused with that reason", () =>
    Effect.gen(function* () {
      const many = (attribute: string) =>
        row(["Webb", cell("x".repeat(1000), attribute), "2024", ""], 'table:number-rows-repeated="1000000"')
      expect(yield* problemOf(odt(table(head, many(""))))).toBe("unpacksTooLarge")
      const short = row(["W"], 'table:number-rows-repeated="1000000"')
      expect(yield* problemOf(odt(table(head, short)))).toBe("tooManyRows")
      const wide = row([cell("x", 'table:number-columns-repeated="1000"')]).repeat(400)
      expect(yield* problemOf(odt(table(head, wide)))).toBe("unpacksTooLarge")
    })
  )
})
