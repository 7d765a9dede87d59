/**
 * The copy that the reference shows can be restored.
 */
import { expect, it } from "@effect/vitest"
import { exportPlan } from "@frist/store/copy/LogExport"
import { readCopies } from "@frist/store/copy/CopyReader"
import { LogAdministration } from "@frist/store/LogAdministration"
import { layer } from "@frist/store/memory/MemoryEventLog"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"

const page = readFileSync(new URL("../../docs/reference/export.md", import.meta.url), "utf8")
const shown = /^```ndjson\n([^]*?)^```$/mu.exec(page)?.[1] ?? ""

it.live("the copy in the reference can be restored, and its export is the same text", () =>
  Effect.gen(function* () {
    const log = yield* LogAdministration
    const bytes = (async function* () {
      yield Buffer.from(shown)
    })()
    const { plan, records } = yield* readCopies([{ name: "export.md", bytes }])
    const { size } = yield* log.restore(plan, records)
    expect(size).toBe(3)
    const lines: Array<string> = []
    yield* exportPlan(plan, 1, (text) => Effect.sync(() => lines.push(text)))
    expect(lines.join("")).toBe(shown)
  }).pipe(Effect.provide(layer))
)
