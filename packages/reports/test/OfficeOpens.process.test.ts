/**
 * LibreOffice opens the Word and Excel reports and shows every row.
 */
import { describe, expect, it } from "@effect/vitest"
import { spawnSync } from "node:child_process"
import { write as docx } from "../src/writers/docx/DocxReport.ts"
import { write as xlsx } from "../src/writers/xlsx/XlsxReport.ts"
import { hard } from "./corpora.ts"
import { converterOf, isMissing } from "./libreoffice.ts"
import { empty, sample, saying, sourceOf } from "./logs.ts"
import { partsOf } from "./officeParts.ts"

const convert = converterOf()
const textOf = (pdf: Uint8Array): string | null => {
  const { error, stdout } = spawnSync("pdftotext", ["-layout", "-", "-"], {
    input: pdf,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024
  })
  return error === undefined ? stdout : null
}

describe.skipIf(isMissing)("LibreOffice", () => {
  for (const [ending, write] of [
    ["docx", docx],
    ["xlsx", xlsx]
  ] as const) {
    it(`opens a report as ${ending} and shows all of it`, { timeout: 240_000 }, async () => {
      for (const [name, log, heldOn, language] of [
        ["sample", sample, "2024-12-16", "sv"],
        ["empty", empty, "2023-12-15", "en"],
        ["hard", saying(hard.join("\n")), "2024-04-15", "sv"]
      ] as const) {
        const source = sourceOf(log, heldOn, language, { findings: true })
        const pdf = convert(`${name}.${ending}`, await write(source), "pdf")
        expect(pdf, name).not.toBeNull()
        const text = textOf(pdf ?? new Uint8Array())
        if (text === null) continue
        if (name === "sample") {
          for (const words of ["Dokumentportal", "Milstolpe", "Gröna korset", "Om rapporten"])
            expect(text).toContain(words)
          if (ending === "docx") expect(text).toMatch(/1 \/ [12]\d/u)
        }
        // Columns of a letter or two would make many more pages: some thirty cells have 5,900 letters each.
        expect((text.match(/\f/gu) ?? []).length, name).toBeLessThan({ empty: 8, sample: 60, hard: 250 }[name])
      }
    })
  }

  it(
    "shows on page one the finding, the decisions, the chart of moves and what waits",
    { timeout: 120_000 },
    async () => {
      const pdf = convert("one.docx", await docx(sourceOf(sample, "2024-12-16")), "pdf")
      const [one] = (textOf(pdf ?? new Uint8Array()) ?? "").split("\f")
      if (one === undefined || one === "") return
      const order = ["aktiviteter är", "Beslut som behövs", "5 av dem senarelagda", "Väntar kanske på annat"]
      const places = order.map((words) => one.indexOf(words))
      expect(places.every((place, at) => place > (places[at - 1] ?? -1))).toBe(true)
      expect(one).not.toContain("Innehåll")
    }
  )

  it("finds the pictures of the charts", { timeout: 120_000 }, async () => {
    const odt = convert("pictures.docx", await docx(sourceOf(sample, "2024-12-16")), "odt")
    const pictures = [...partsOf(odt ?? new Uint8Array()).keys()].filter((name) =>
      /^Pictures\/.+\.(?:png|svg)$/u.test(name)
    )
    expect(pictures.length).toBeGreaterThan(2)
  })
})
