/**
 * The words that a date format may write between its parts without changing the date, in lower case: articles and
 * prepositions of a long date, names of the parts, and words before the time.
 */
export const wordsOfDateFormats: ReadonlySet<string> = new Set(
  [
    ["den", "dag", "datum", "kl", "klockan"],
    ["dato", "klokken", "klo", "pvm"],
    ["the", "of", "day", "date", "at", "st", "nd", "rd", "th", "o", "clock"],
    ["der", "dem", "am", "um", "uhr"],
    ["le", "à", "de", "del", "a", "las", "dia", "día", "di", "il", "alle", "ore"],
    ["t", "z", "19", "20"],
    ["г", "год", "года"],
    ["年", "月", "日", "년", "월", "일"]
  ].flat()
)
