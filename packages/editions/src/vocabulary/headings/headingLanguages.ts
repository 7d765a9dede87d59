/**
 * The languages in which headings are read by default.
 */
import { danishHeadings } from "./danish.ts"
import { englishHeadings } from "./english.ts"
import { finnishHeadings } from "./finnish.ts"
import { frenchHeadings } from "./french.ts"
import { germanHeadings } from "./german.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"
import { norwegianHeadings } from "./norwegian.ts"
import { swedishHeadings } from "./swedish.ts"

/** Swedish first: where two languages use one word in two ways, the first is followed. */
export const headingLanguages: ReadonlyArray<HeadingLanguage> = [
  swedishHeadings,
  englishHeadings,
  norwegianHeadings,
  danishHeadings,
  finnishHeadings,
  germanHeadings,
  frenchHeadings
]
