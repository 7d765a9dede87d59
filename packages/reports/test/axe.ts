/**
 * Examines a page by axe, against WCAG 2.2 AA and best practice. The page must be open with `bypassCSP`.
 */
import type { AxeResults } from "axe-core"
import type { Page } from "playwright-core"
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
const run = `axe.run(document, { runOnly: { type: "tag", values: ${JSON.stringify(tags)} }, resultTypes: ["violations"] })`

/** Returns the number of rules that the page passes, and each violation with the first element that has it. */
export const examined = async (page: Page) => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe)
  const { passes, violations } = await page.evaluate<AxeResults>(run)
  return { passes: passes.length, violations: violations.map(({ id, nodes }) => [id, nodes[0]?.html]) }
}
