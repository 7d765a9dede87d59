/**
 * Whether the letters of a font have a text. Where a file has none for a glyph, pdf.js gives the number of the glyph, which
 * may look like another letter.
 */

/** Stands for a glyph that has no text. */
export const noText = "\uFFFD"

/** What is no letter: a number that no text was given for. Tabs and line ends are spaces. */
const isNumber = /[^\P{Cc}\t\n\r]|\p{Cn}|\p{Cs}|\uFFFD/u

/** A font of a file, as far as it was used. */
export class PdfFont {
  readonly #isByNumber: boolean
  #hasTexts = false
  #hasNumbers = false
  #hasPlain = false

  /** `isByNumber` says that its codes are numbers of glyphs, unless the file says which letters they are. */
  constructor(isByNumber: boolean) {
    this.#isByNumber = isByNumber
  }

  /** Returns the text of a glyph with a code. */
  take(unicode: string, code: number | undefined): string {
    const isNamed = unicode !== "" && !isNumber.test(unicode)
    this.#hasTexts ||= unicode.codePointAt(0) !== code
    this.#hasNumbers ||= !isNamed
    this.#hasPlain ||= /[\p{Ll} ]/u.test(unicode)
    return isNamed ? unicode : noText
  }

  /** Whether all of its texts are numbers of glyphs. Those of a file that says its letters have small letters or spaces. */
  get isWithoutText(): boolean {
    return this.#isByNumber && !this.#hasTexts && (this.#hasNumbers || !this.#hasPlain)
  }
}

/** The fonts of a file by their names. */
export class PdfFonts {
  readonly #fonts = new Map<unknown, PdfFont>()

  /** Returns a font; `isByNumber` is asked once. */
  named(name: unknown, isByNumber: () => boolean): PdfFont {
    const font = this.#fonts.get(name) ?? new PdfFont(isByNumber())
    this.#fonts.set(name, font)
    return font
  }
}
