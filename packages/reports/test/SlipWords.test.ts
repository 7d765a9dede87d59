/**
 * Slips in words: how far, of how many parts it is known, and how much was waiting.
 */
import { expect, it } from "vitest"
import type { MoveTally } from "@frist/projections/moves/MoveTally"
import { phrases, changeWords, waitingWords } from "../src/words/Phrases.ts"

const [sv, en] = [phrases("sv"), phrases("en")]
const tally = (parts: MoveTally["parts"]): MoveTally => ({
  count: 1,
  atLeast: true,
  alike: true,
  net: { min: 912, max: 912 },
  inherited: { min: 0, max: 0 },
  own: { min: 912, max: 912 },
  parts
})

it("a slip says of how many parts it is known", () => {
  expect(changeWords(tally({ of: 4, known: 3, unknown: 1 }), sv)).toBe("1 gång, 912 dagar (3 av 4 delar, 1 okänd)")
  expect(changeWords(tally({ of: 4, known: 2, unknown: 2 }), en)).toBe("once, 912 days (2 of 4 parts, 2 unknown)")
  expect(changeWords(tally({ of: 3, known: 3, unknown: 0 }), sv)).toBe("1 gång, 912 dagar (3 delar)")
  expect(changeWords(tally(null), sv)).toBe("1 gång, 912 dagar")
})

it.each([
  [{ min: 730, max: 730 }, "varav 730 i väntan på SDV", "of which 730 waiting for SDV"],
  [{ min: 0, max: 730 }, "varav högst 730 i väntan på SDV", "of which at most 730 waiting for SDV"],
  [{ min: 365, max: 1430 }, "varav 365–1\u00a0430 i väntan på SDV", "of which 365–1,430 waiting for SDV"],
  [{ min: 365, max: null }, "varav minst 365 i väntan på SDV", "of which at least 365 waiting for SDV"],
  [{ min: 0, max: null }, "varav ett okänt antal i väntan på SDV", "of which an unknown number waiting for SDV"],
  [{ min: null, max: null }, "varav ett okänt antal i väntan på SDV", "of which an unknown number waiting for SDV"]
])("the share of a slip that was waiting is an interval: %j", (share, swedish, english) => {
  expect(waitingWords(share, "SDV", sv)).toBe(swedish)
  expect(waitingWords(share, "SDV", en)).toBe(english)
})

it("no days of waiting are not mentioned", () => {
  for (const share of [
    { min: 0, max: 0 },
    { min: -30, max: -30 },
    { min: null, max: 0 }
  ])
    expect(waitingWords(share, "SDV", sv)).toBeNull()
})
