/**
 * Who reads the page with other means than eyes and a mouse on a wide, light screen reads the same: WCAG 2.2 AA, held by
 * axe.
 */
import { describe, expect, it } from "@effect/vitest"
import type { AxeResults } from "axe-core"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { followedUp } from "../../../tools/bench/plan.ts"
import { write as html } from "../src/html/HtmlReport.ts"
import { browserOf, isMissing } from "./chromium.ts"
import { empty, type Log, sample, sourceOf } from "./logs.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
const run = `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(tags)} }, resultTypes: ["violations"] })`

const plans: Readonly<Record<string, readonly [log: Log, heldOn: string]>> = {
  "the sample": [sample, "2024-12-16"],
  "the sample at its first review": [sample, "2023-12-15"],
  "an empty plan": [empty, "2023-12-15"],
  "a plan of 500 activities": [followedUp(500, 20), "2024-01-09"]
}
const languages = ["sv", "en"] as const
const schemes = ["light", "dark"] as const
const widths = [320, 1280]

/** Each way to look at a plan; at the large one in all ways only where there is time, for axe takes long over it. */
const looks = Object.keys(plans).flatMap((name) =>
  languages.flatMap((language) =>
    schemes.flatMap((scheme) => widths.map((width) => ({ name, language, scheme, width })))
  )
)
const isShort = ({ language, name, scheme, width }: (typeof looks)[number]) =>
  !name.includes("500") ||
  (language === "sv" && scheme === "light" && width === 1280) ||
  (language === "en" && scheme === "dark" && width === 320)
const chosen = process.env["FRIST_LONG"] === "1" ? looks : looks.filter(isShort)

describe.skipIf(isMissing)("axe finds nothing in", () => {
  const open = browserOf()
  it.each(chosen.map((look) => [`${look.name}, ${look.language}, ${look.scheme}, ${look.width} px`, look] as const))(
    "%s",
    { timeout: 120_000 },
    async (_, { language, name, scheme, width }) => {
      const [log, heldOn] = plans[name] ?? [empty, "2023-12-15"]
      const bytes = await html(sourceOf(log, heldOn, language, { findings: true }))
      const options = { colorScheme: scheme, viewport: { width, height: 900 }, bypassCSP: true }
      await open(bytes, options, async ({ page, wrongs }) => {
        await page.evaluate(axe)
        const { passes, violations } = await page.evaluate<AxeResults>(run)
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
        expect(passes.length).toBeGreaterThan(15)
        expect(wrongs).toEqual([])
        expect(await page.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width)
      })
    }
  )
})
