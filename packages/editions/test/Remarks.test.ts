/**
 * Each remark of a reader becomes a finding about its row or table.
 */
import { describe, expect, it } from "@effect/vitest"
import { readEdition } from "../src/EditionReader.ts"
import { Day } from "@frist/domain/Day"
import { basisOf } from "@frist/domain/decisions/Proposal"
import { propose } from "../src/changes/EditionChanges.ts"
import * as Effect from "effect/Effect"
import { readFileSync } from "node:fs"
import { join } from "node:path"

const file = join(import.meta.dirname, "fixtures/2024-06-17-libreoffice.xlsx")

describe("A remark of a reader", () => {
  it.effect("a remark of a reader becomes a finding under its heading, with the activity of its row", () =>
    Effect.gen(function* () {
      const edition = yield* readEdition("juni.xlsx", readFileSync(file))
      const found = propose(edition, basisOf([], Day.of(2024, 6, 17)), Day.of(2024, 6, 17), {
        title: "Plan"
      }).proposals.flatMap(({ command, source }) =>
        command._tag === "RaiseFinding" && ["DateFromSerial", "HiddenColumn"].includes(command.code)
          ? [[command.code, command.activity, command.severity, command.column, source?.row ?? null]]
          : []
      )
      expect(found).toContainEqual(["HiddenColumn", null, "warning", "Ansvarig", null])
      expect(found).toContainEqual(["DateFromSerial", "medanet", "info", "Tid", 4])
    })
  )
})
