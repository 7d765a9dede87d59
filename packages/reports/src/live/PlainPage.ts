/**
 * A page that says one sentence: that something is not there, or cannot be shown.
 */
import type { Day } from "@frist/domain/Day"
import { el } from "../Element.ts"
import { liveTexts } from "../texts/LiveTexts.ts"
import type { Language } from "../words/Language.ts"
import type { LivePage } from "./LivePage.ts"

/** Returns a page with a sentence and a link to the plan. */
export const plainPage = (sentence: string, heldOn: Day, language: Language, root: string): LivePage => ({
  title: sentence,
  heldOn,
  body: [
    el(
      "main",
      { id: "content" },
      el("h1", {}, sentence),
      el("p", {}, el("a", { href: root }, liveTexts[language].board))
    )
  ],
  log: null
})
