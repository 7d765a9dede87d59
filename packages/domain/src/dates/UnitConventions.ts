/**
 * The conventions of the numbered units of a year: quarters, thirds and halves.
 */
import { type Convention, inYear, to, type Read, unmarked, withShort, withYear, year } from "./Convention.ts"
import { type MeaningOrOddity, span } from "./DateMeaning.ts"

/** An ordinal number of a unit: `1st`, and 9 for the last. */
export const ordinal = "<([1-49])(?:st|nd|rd|th)>"

/** The conventions of one unit of the year, of which there are so many. */
export const unitOfYear = (
  word: string,
  count: number,
  read: (y: number, number: number) => MeaningOrOddity
): ReadonlyArray<Convention> => {
  const numbered = (number: string, y: number): MeaningOrOddity =>
    Number(number) >= 1 && Number(number) <= count ? read(y, Number(number)) : "DateImpossible"
  const named = (number: string, y: number): MeaningOrOddity => numbered(number === "9" ? String(count) : number, y)
  const first: Read = ([number = "", y = ""]) => inYear(y, (each) => numbered(number, each))
  const last: Read = ([y = "", number = ""]) => inYear(y, (each) => numbered(number, each))
  const both: Read = ([a = "", b = "", y = ""]) => inYear(y, (each) => span(numbered(a, each), numbered(b, each)))
  const forms: ReadonlyArray<Convention> = [
    [`<${word}> ?(\\d)${withShort}`, first],
    [`<${word}> ?(\\d)${unmarked}`, first, "whole"],
    [`${year}[-/ ,:]{0,2}<${word}> ?(\\d)`, last],
    [`<${word}> ?(\\d)\\.?${to}(\\d)\\.?${withShort}`, both]
  ]
  return word === "T" || word === "H"
    ? // `2h24` is a length of time.
      [...forms, [`(\\d)<${word}>${withYear}`, first, "whole"]]
    : [
        ...forms,
        [`(\\d)\\.? ?<${word}>${withShort}`, first],
        [`(\\d)<${word}>${unmarked}`, first, "whole"],
        [`(\\d)\\.?${to}(\\d)\\.? ?<${word}>${withShort}`, both],
        [`${ordinal} <${word}>${withShort}`, ([o = "", y = ""]) => inYear(y, (each) => named(o, each))],
        [`${year}[ ,:]{1,2}(\\d)\\.? ?<${word}>`, last],
        [`${year}[ ,:]{1,2}${ordinal} <${word}>`, ([y = "", o = ""]) => named(o, Number(y))]
      ]
}
