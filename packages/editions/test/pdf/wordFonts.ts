/**
 * The fonts of a file as Word writes them: one by the codes of Windows, and one by numbers of glyphs for all other letters.
 */

/** The width of every glyph, in points. */
export const glyphWidth = 5
const size = 10

const windows = new Map(
  Array.from({ length: 224 }, (_, at) => [new TextDecoder("windows-1252").decode(Uint8Array.of(at + 32)), at + 32])
)

/** The number of a glyph is its letter's, moved so that it never looks like it. */
const numberOf = (letter: string): string =>
  ((((letter.codePointAt(0) ?? 0) + 0x1000) & 0xffff) >>> 0).toString(16).padStart(4, "0")

const letters =
  "/CIDInit/ProcSet findresource begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange 2 beginbfrange <1000> <10FF> <0000> <1100> <CFFF> <0100> endbfrange endcmap end"

const widths = `[${Array.from({ length: 224 }, () => (1000 * glyphWidth) / size).join(" ")}]`

/** The objects of the fonts, from the fifth of the file; those with a name are what a page names. */
export const fonts: ReadonlyArray<{ readonly name: string; readonly value: string; readonly stream?: string }> = [
  {
    name: "F1",
    value: `<</Type/Font/Subtype/TrueType/Name/F1/BaseFont/BCDEEE+Calibri/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 255/Widths ${widths}>>`
  },
  {
    name: "F2",
    value:
      "<</Type/Font/Subtype/Type0/BaseFont/BCDFEE+Calibri/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>"
  },
  {
    name: "",
    value: `<</BaseFont/BCDFEE+Calibri/Subtype/CIDFontType2/Type/Font/CIDToGIDMap/Identity/DW ${(1000 * glyphWidth) / size}/CIDSystemInfo<</Ordering(Identity)/Registry(Adobe)/Supplement 0>>>>`
  },
  { name: "", value: "<<>>", stream: letters }
]

/** Draws words as Word does, each run of letters of a font by itself. */
export const shown = (x: number, y: number, words: string): string => {
  let at = 0
  const runs =
    words.match(
      /[\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF\u2010-\u2022\u20AC]+|[^\u0020-\u007E\u00A1-\u00AC\u00AE-\u00FF\u2010-\u2022\u20AC]+/gu
    ) ?? []
  return runs
    .map((run) => {
      const place = x + at * glyphWidth
      const all = [...run]
      at += all.length
      const codes = all.map((letter) => windows.get(letter))
      const isPlain = codes.every((code) => code !== undefined)
      const hex = isPlain
        ? codes.map((code = 0) => code.toString(16).padStart(2, "0")).join("")
        : all.map(numberOf).join("")
      return `q 0.000008871 0 842 595 re W* n BT /${isPlain ? "F1" : "F2"} ${size} Tf 1 0 0 1 ${place} ${y} Tm 0 g 0 G [<${hex}>] TJ ET Q `
    })
    .join("")
}
