/**
 * The page meets WCAG 2.2 AA in both languages, in light and dark, on narrow and wide screens: axe finds nothing.
 */
import { describe, expect, it } from "@effect/vitest"
import { followedUp } from "../../../tools/bench/plan.ts"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { examined } from "./axe.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { isLong } from "./corpora.ts"
import { empty, type Log, sample, sourceOf } from "./logs.ts"

const languages = ["sv", "en"] as const
const schemes = ["light", "dark"] as const
const widths = [320, 1280]

/** In the short form, four of the eight ways: any two of language, scheme and width occur in every combination. */
const looks = languages.flatMap((language, l) =>
  schemes.flatMap((scheme, s) =>
    widths.flatMap((width, w) => (isLong || (l + s + w) % 2 === 0 ? [{ language, scheme, width }] : []))
  )
)

/** A plan with more activities than lines with numbers, and more reviews than the trend table has columns for. */
const [activities, moves] = isLong ? [500, 20] : [40, 8]
const large = followedUp(activities, moves)

const plans: ReadonlyArray<readonly [name: string, log: Log, heldOn: string, looks: typeof looks]> = [
  ["the sample plan", sample, "2024-12-16", looks],
  ["the sample plan at its first review", sample, "2023-12-15", isLong ? looks : looks.slice(0, 1)],
  ["an empty plan", empty, "2023-12-15", isLong ? looks : looks.slice(-1)],
  [`a plan of ${activities} activities`, large, "2024-01-09", isLong ? looks : looks.slice(1, 3)]
]

const cases = plans.flatMap(([name, log, heldOn, own]) =>
  languages.flatMap((language) => {
    const chosen = own.filter((look) => look.language === language)
    return chosen.length === 0 ? [] : [{ name: `${name} in ${language}`, log, heldOn, language, chosen }]
  })
)

/** The elements that are wider than the room they have, whether or not they can be scrolled. */
const scrolled = `[...document.querySelectorAll("figure, figure div, .controls, section")]
  .filter((each) => each.clientWidth > 0 && each.scrollWidth > each.clientWidth + 1)
  .map((each) => each.className || each.tagName)`

describe.skipIf(isMissing)("a page", () => {
  const open = browserOf()
  it.each(cases.map((each) => [each.name, each] as const))(
    "about %s has nothing that axe objects to and no sideways scroll",
    { timeout: 240_000 },
    async (_, { chosen, heldOn, language, log }) => {
      const bytes = await html(sourceOf(log, heldOn, language, { findings: true }))
      await open(bytes, { bypassCSP: true }, async ({ page, wrongs }) => {
        for (const { scheme, width } of chosen) {
          const look = `${scheme}, ${width} px`
          await page.emulateMedia({ colorScheme: scheme })
          await page.setViewportSize({ width, height: 900 })
          const { passes, violations } = await examined(page)
          expect(violations, look).toEqual([])
          expect(passes).toBeGreaterThan(15)
          expect(await page.evaluate("document.documentElement.scrollWidth"), look).toBeLessThanOrEqual(width)
          expect(await page.evaluate(scrolled), look).toEqual([])
        }
        expect(wrongs).toEqual([])
      })
    }
  )
})
