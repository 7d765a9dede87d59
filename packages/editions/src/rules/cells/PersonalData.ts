/**
 * The rule about personal data: words that identify one person. A follow-up becomes a public document.
 */
import { columns } from "@frist/domain/plan/ColumnHeading"
import { Day } from "@frist/domain/Day"
import type { EditionColumn } from "../../EditionColumn.ts"
import { ofEachRow } from "../Rule.ts"
import { cellLines, cellSentences } from "../Sentences.ts"
import { unitsIn } from "../rows/Units.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"

const patternsOf = oncePer(({ people }: Vocabulary) => {
  const profession = anyOf(people.professions)
  return {
    numbered: new RegExp(`(?<![\\p{L}\\p{N}.,/-]|${anyOf(people.numbered)} )1 ${profession}(?![\\p{L}-])`, "iu"),
    single: new RegExp(`(?<!\\p{L})${anyOf(people.one)} ${profession}(?![\\p{L}-])`, "iu"),
    /** Duties and wishes concern nobody in particular. */
    anyone: new RegExp(`(?<!\\p{L})${anyOf(people.anyone)}(?!\\p{L})`, "iu"),
    firstNames: new Set(people.firstNames),
    place: new RegExp(anyOf(people.places), "iu")
  }
})

/** Returns the sentences that count one person: `1 läkare` anywhere, `en ssk` beside the name of a unit. */
const countedIn = (text: string, vocabulary: Vocabulary): ReadonlyArray<string> => {
  const { anyone, numbered, single } = patternsOf(vocabulary)
  return cellSentences(text).filter(
    (sentence) =>
      !anyone.test(sentence) &&
      (numbered.test(sentence) || (single.test(sentence) && unitsIn(sentence, vocabulary).length > 0))
  )
}

/** Whether ten digits end with the check digit of a personal identity number (Luhn). */
const checks = (digits: string): boolean =>
  [...digits].reduce((sum, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 0 ? 2 : 1)
    return sum + (doubled > 9 ? doubled - 9 : doubled)
  }, 0) %
    10 ===
  0

/** Returns personal identity numbers, and coordination numbers, whose day is 60 more. */
const identityNumbersIn = (text: string): ReadonlyArray<string> =>
  !/\d{6}[-+]?\d{4}/u.test(text)
    ? []
    : Array.from(text.matchAll(/(?<![\p{L}\p{N}-])(\d\d)?(\d\d)(\d\d)(\d\d)([-+])?(\d{4})(?![\p{L}\p{N}-])/gu)).flatMap(
        ([words, century = "", year = "", month = "", day = "", , last = ""]) => {
          const born = Number(day) > 60 ? Number(day) - 60 : Number(day)
          const centuries = century === "" ? [19, 20] : [Number(century)]
          const exists = centuries.some(
            (c) => c >= 18 && c <= 20 && Day.exists(c * 100 + Number(year), Number(month), born)
          )
          return exists && checks(`${year}${month}${day}${last}`) ? [words] : []
        }
      )

const addressesIn = (text: string): ReadonlyArray<string> =>
  !text.includes("@")
    ? []
    : text
        .split(/[\s,;:<>()[\]"']+/u)
        .filter((word) => word.length <= 254 && word.includes("@"))
        .map((word) => word.replace(/(?<!\.)\.+$/u, ""))
        .filter((word) => /^[^@]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}$/u.test(word))

/** Swedish numbers as they are grouped: `0418-45 40 00`, `08-123 456 78`, `070-1234567`, `+46 70 123 45 67`. */
const telephones =
  /(?<![\p{L}\p{N}+-])(?:07\d{8}|(?:0\d{1,3}(?:-| - |\/| )|\+46 ?(?:\(0\))? ?\d{1,3}[- ]?)(?:\d{2,3}(?: \d{2,3}){2}|\d{5,8}))(?![\p{L}\p{N}-])/gu

const telephonesIn = (text: string): ReadonlyArray<string> =>
  !/(?<![\p{L}\p{N}+-])(?:0\d|\+46)/u.test(text)
    ? []
    : Array.from(text.matchAll(telephones), ([words]) => words).filter((words) => {
        const digits = words.replace(/\D/gu, "").length
        return digits >= 8 && digits <= 12
      })

const surname = /^\p{Lu}[\p{Ll}\p{M}]+(?:-\p{Lu}[\p{Ll}\p{M}]+)?$/u

/**
 * Returns a common first name with the capitalised word after it, on one line. Misses rare names, initials, a lone first
 * name and names in capitals. Includes a place named after a person, unless its last word says that it is a place.
 */
const namesIn = (text: string, vocabulary: Vocabulary): ReadonlyArray<string> => {
  if (!/ [("”']*\p{Lu}[\p{Ll}\p{M}]/u.test(text)) return []
  const { firstNames, place } = patternsOf(vocabulary)
  return cellLines(text).flatMap((line) => {
    const words = line.split(/ +/u)
    return words.flatMap((word, i) => {
      if (word.length > 30 || i === words.length - 1) return []
      const first = word.replace(/^[("”'/]+/u, "")
      if (!first.split("-").every((part) => firstNames.has(part))) return []
      const bare = (at: number) =>
        (words[at] ?? "").replace(/^[("”']+/u, "").replace(/(?<![)"”'.,;:!?])[)"”'.,;:!?]+$/u, "")
      const second = (words[i + 1] ?? "").length > 60 ? "" : bare(i + 1)
      const third = (words[i + 2] ?? "").length > 60 ? "" : bare(i + 2)
      return surname.test(second) && !place.test(second) && !place.test(third) ? [`${first} ${second}`] : []
    })
  })
}

/** Returns the numbers, addresses, telephones and names in a text. Most texts are passed over at a glance. */
const identifiersIn = (text: string, vocabulary: Vocabulary): ReadonlyArray<string> => [
  ...identityNumbersIn(text),
  ...addressesIn(text),
  ...telephonesIn(text),
  ...namesIn(text, vocabulary)
]

/** Reports a person's number, address, telephone or name in any cell, and a counted person in actions and follow-up. */
export const personalData = ofEachRow("PersonalData", ({ row }, { vocabulary }) => {
  const remarks: Array<{ readonly column: EditionColumn | null; readonly words: string }> = []
  const look = (column: EditionColumn | null, words: string): void => {
    const counted = column === "followUp" || column === "actions" ? countedIn(words, vocabulary) : []
    const found = [...identifiersIn(words, vocabulary), ...counted]
    if (found.length > 0) for (const each of new Set(found)) remarks.push({ column, words: each })
  }
  for (const column of columns) look(column, row.cells[column] ?? "")
  for (const { words } of row.unknown) look(null, words)
  return remarks
})
