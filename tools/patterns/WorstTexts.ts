/**
 * Texts that may cost a pattern much: one character repeated, and pieces of what the pattern matches, repeated.
 */
import { characters, type Repetition, repetitionsOf } from "./MatchedTexts.ts"

/** Returns a text of about this many characters. */
export const textOf = ({ head, pump, tail }: Repetition, length: number): string =>
  head + pump.repeat(Math.ceil(length / pump.length)) + tail

/** A character that hardly any pattern takes, so that a match that was begun comes to nothing. */
const misfit = "\u0000\ue001"

/** Returns texts that are likely to cost the pattern most. */
export const worstTexts = (pattern: RegExp, draws: number): ReadonlyArray<Repetition> => {
  const all = [
    ...characters.flatMap((pump) => [
      { head: "", pump, tail: "" },
      { head: "x", pump, tail: misfit },
      { head: "x", pump, tail: `${misfit} ${misfit}` }
    ]),
    ...repetitionsOf(pattern, draws).flatMap(({ head, pump, tail }) => [
      { head, pump, tail },
      { head, pump, tail: misfit },
      { head, pump, tail: `${misfit} ${misfit}` },
      { head: "", pump, tail: "" },
      { head: "", pump: head + pump, tail: "" }
    ])
  ]
  return [...new Map(all.map((each) => [JSON.stringify(each), each])).values()]
}
