/**
 * The languages in which headings are read by default.
 */
import { danish } from "./danish.ts"
import { english } from "./english.ts"
import { finnish } from "./finnish.ts"
import { french } from "./french.ts"
import { german } from "./german.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"
import { norwegian } from "./norwegian.ts"
import { swedish } from "./swedish.ts"

/** Swedish first: where two languages use one word in two ways, the first is followed. */
export const headingLanguages: ReadonlyArray<HeadingLanguage> = [
  swedish,
  english,
  norwegian,
  danish,
  finnish,
  german,
  french
]
