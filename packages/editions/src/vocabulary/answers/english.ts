/**
 * English answers.
 */
import type { AnswerWords } from "./AnswerWords.ts"

export const englishAnswers: AnswerWords = {
  unchanged: [
    "(?:status |date |remains |still )?unchanged(?: since (?:last time|the last review))?",
    "no changes?(?: since (?:last time|the last review))?",
    "not changed",
    "(?:the )?same(?: (?:status|date))?",
    "(?:the )?(?:same )?as (?:before|last time|previously)",
    "(?:still )?(?:applies|stands)",
    "remains the same"
  ],
  nothing: [
    "no",
    "none",
    "nil",
    "(?:no,? )?nothing(?: (?:new|more|else))?(?: to (?:report|add|tell))?",
    "no (?:news|updates?|new date)"
  ],
  notApplicable: ["n ?/ ?a", "n\\.a", "not (?:applicable|relevant)"],
  yes: ["yes", "ok", "okay"],
  unknown: [
    "(?:i |we )?(?:do not|don['’]t) know(?: yet)?",
    "(?:not known|unknown|unclear|not sure|undecided|not decided)(?: yet)?",
    "tb[acd]",
    "to be (?:announced|confirmed|decided|determined)"
  ],
  elsewhere: [
    "see (?:above|below|appendix|attach(?:ed|ment)|(?:the |my )?e-?mail|(?:the )?comments?|(?:the )?notes?|(?:the )?row (?:above|\\d{1,6}))",
    "(?:the )?(?:same )?as (?:above|the row above|row \\d{1,6})",
    "ditto"
  ]
}
