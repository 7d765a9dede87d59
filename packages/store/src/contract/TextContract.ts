/**
 * The contract's laws of text: every word is read exactly as it was written, and what no database keeps is refused.
 */
import { describe, expect } from "@effect/vitest"
import { type ActivityId, Actor, BatchId, type PlanId } from "@frist/domain/Names"
import type { NewEvent } from "@frist/domain/RecordedEvent"
import * as Effect from "effect/Effect"
import { activityNamed, batchOf, type Law, note } from "./ContractFixture.ts"

const texts: Readonly<Record<string, string>> = {
  "composed and decomposed letters": "Öppna upp ≠ O\u0308ppna upp, Å ≠ \u212B",
  "characters beyond the basic plane": "🏥👩🏽‍⚕️𝔘",
  "marks that turn the direction of text": "\u202Erevbo\u202C\u2066a\u2069\u200F\u200B\uFEFF",
  "separators and control characters": "a\u2028b\u2029c\u0085d\u001b[31me\u007f\t\r\n\r",
  "the last code points of planes": "\uFFFE\uFFFF\u{10FFFF}",
  "what looks like something else": `"'\\ \\u0000 %00 ''; drop table event; -- __proto__ ja/x/✓ 1\u00a0234,5`,
  "a megabyte of it": "å".repeat(1_048_576)
}

const refused: Readonly<Record<string, string>> = {
  NUL: "a\0b",
  "the first half of a pair": "a\uD83C",
  "the second half of a pair": "\uDFE5b",
  "a pair the wrong way round": "\uDFE5\uD83C",
  "more than a megabyte": "a".repeat(1_048_577)
}

/** A source in which every text is these words. */
export const source = (words: string) => ({
  document: words,
  sha256: "0f".repeat(32),
  table: words,
  row: 1,
  column: words
})
/** A registration whose area and deadline are these words. */
export const registered = (words: string): NewEvent => ({
  ...note("", activityNamed("a")),
  event: {
    _tag: "ActivityRegistered",
    kind: "activity",
    parent: null,
    area: words,
    goal: null,
    actions: null,
    responsible: null,
    deadline: { words, edtf: null, earliest: null, latest: null }
  }
})

export const textLaws = (law: Law): void => {
  describe("text", () => {
    for (const [which, words] of Object.entries(texts)) {
      law(`text with ${which} is read exactly as it was written`, (log, plan) =>
        Effect.gen(function* () {
          yield* log.append(batchOf(plan, 0, [{ ...note(words), source: source(words) }, registered(words)]))
          const [noted, named] = yield* log.read(plan)
          expect(noted?.event?._tag === "FollowUpNoted" && noted.event.text === words).toBe(true)
          expect(noted?.source).toEqual(source(words))
          expect(named?.event).toEqual(registered(words).event)
        })
      )
    }

    law("names are read exactly as they were written, whatever they mean to a database", (log, plan) =>
      Effect.gen(function* () {
        const names = [
          `Robert'); drop table event; --`,
          `$1 \\ %s "x" \\'`,
          "Ö\u0308 🏥",
          "null",
          "{a,b}",
          "å".repeat(200)
        ]
        for (const [after, name] of names.entries()) {
          const batch = BatchId.make(`${name.replace(/[^!-~]/gu, "_")}${after}`.slice(-200))
          yield* log.append(batchOf(plan, after, [note(name)], { actor: Actor.make(name), batch }))
          const [last] = yield* log.read(plan, { after })
          expect([last?.actor, last?.batch]).toEqual([name, batch])
          const again = yield* log.append(batchOf(plan, after, [note(name)], { actor: Actor.make(name), batch }))
          expect(again).toMatchObject({ first: after + 1, repeated: true })
        }
      })
    )

    for (const [which, words] of Object.entries(refused)) {
      law(`text with ${which} is refused, and nothing is recorded`, (log, plan) =>
        Effect.gen(function* () {
          for (const event of [note(words), { ...note("a"), source: source(words) }, registered(words)]) {
            const error = yield* Effect.flip(log.append(batchOf(plan, 0, [note("a"), event])))
            expect(error).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
            expect(error.message.length).toBeLessThan(500)
          }
          const sound = batchOf(plan, 0, [note("a")])
          const activities = [words as ActivityId]
          for (const batch of [
            { ...sound, plan: words as PlanId },
            { ...sound, batch: words as BatchId },
            { ...sound, actor: words as Actor },
            { ...sound, condition: { after: 0, activities } },
            batchOf(
              plan,
              0,
              activities.map((each) => note("a", each))
            ),
            batchOf(plan, 0, [{ ...note("a"), source: { ...source("a"), table: words } }]),
            batchOf(plan, 0, [{ ...note("a"), source: { ...source("a"), column: words } }]),
            batchOf(plan, 0, [{ ...note("a"), source: { ...source("a"), sha256: words } }])
          ]) {
            const error = yield* Effect.flip(log.append(batch))
            expect(error).toMatchObject({ _tag: "EventLogError", reason: "invalid" })
            expect(error.message.length).toBeLessThan(500)
          }
          expect(yield* log.read(plan)).toEqual([])
        })
      )
    }
  })
}
