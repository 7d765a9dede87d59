/**
 * A report reads its log once.
 */
import { expect, it } from "@effect/vitest"
import { countedLog } from "../../projections/test/countedLog.ts"
import { write as html } from "../src/writers/html/HtmlReport.ts"
import { sample, sourceOf } from "./logs.ts"

it("a report and its page read the log once through the lens, and the report folds it once", async () => {
  const { folds, lenses, log } = countedLog(sample.filter(({ effectiveOn }) => effectiveOn <= "2024-06-17"))
  const source = sourceOf(log, "2024-06-17", "sv", { findings: true })
  expect([lenses(), folds()]).toEqual([1, 1])
  await html(source)
  expect(lenses()).toBe(1)
})
