/**
 * The texts of one language, without what only a server needs.
 */
import { enReport } from "../src/texts/enReport.ts"
import { enSpoken } from "../src/texts/enSpoken.ts"
import { svReport } from "../src/texts/svReport.ts"
import { svSpoken } from "../src/texts/svSpoken.ts"
import { grouped, type Spoken } from "../src/words/Spoken.ts"

/** Returns the texts in the language of the page, from its `lang` attribute. */
export const pageTexts = (lang: string): Spoken => {
  const language = lang === "en" ? "en" : "sv"
  return {
    language,
    text: language === "en" ? { ...enSpoken, report: enReport } : { ...svSpoken, report: svReport },
    number: (n) => grouped(n, language)
  }
}
