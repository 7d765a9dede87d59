/**
 * The words of a trade and a customer, as data: what an edition's headings, statuses, units and people are called. The
 * code that reads knows none of them. How dates and numbers are written is grammar, and stays in code.
 */
import type { AnswerWords } from "./answers/AnswerWords.ts"
import type { StatusWords } from "./statuses/StatusWords.ts"

import type { HeadingLanguage } from "./headings/HeadingLanguage.ts"
import type { SayingWords } from "./sayings/SayingWords.ts"
import type { WordPattern } from "./WordPattern.ts"

/** Another way to write a word: what matches `written` is compared as `as`. */
interface Spelling {
  readonly written: WordPattern
  readonly as: string
}

/** Headings and titles. All are compared as slugs: lower case, no accents, hyphens between words. */
interface HeadingWords {
  /** The languages in which headings are read; of two that use one word in two ways, the first is followed. */
  readonly languages: ReadonlyArray<HeadingLanguage>
  /**
   * Whole headings of a customer, as slugs, by what they name. They go before the languages. `table` is the column that
   * names a row's table.
   */
  readonly columns: Readonly<
    Record<
      | "actions"
      | "area"
      | "completedOn"
      | "deadline"
      | "followUp"
      | "goal"
      | "id"
      | "newDeadline"
      | "responsible"
      | "status"
      | "table",
      ReadonlyArray<string>
    >
  >
  /** Beginnings of the titles of each kind of table. */
  readonly titles: Readonly<Record<"activities" | "completed" | "timeline", ReadonlyArray<WordPattern>>>
  /** Beginnings of words that reveal the kind of table anywhere in a title; `completed` must be a whole word. */
  readonly mentions: Readonly<Record<"activities" | "completed" | "ongoing" | "timeline", ReadonlyArray<WordPattern>>>
  /** The words that a continued table adds to its title: `Aktiviteter (forts.)`. */
  readonly continued: ReadonlyArray<WordPattern>
  /** Names that a spreadsheet program gives its sheets: `Blad1`. As slugs. */
  readonly unnamed: ReadonlyArray<WordPattern>
  /** Words of a sheet's name that say which period it shows: `kvartal-1`. As slugs. */
  readonly periods: ReadonlyArray<WordPattern>
  /** Beginnings of the names of sheets that hold no follow-up: `Listor`. As slugs. */
  readonly asides: ReadonlyArray<WordPattern>
  /** The heading given to the dates of a timeline that has none. */
  readonly timelineDate: string
}

/** Colours, and how a document explains what they mean. */
interface ColourWords {
  /** The names of each colour, in lower case. */
  readonly names: Readonly<Record<"blue" | "green" | "red" | "yellow", ReadonlyArray<string>>>
  /** Words that may accompany the colours in a legend: `Förklaring:`. */
  readonly labels: ReadonlyArray<WordPattern>
  /** The word `colour` after a colour's name, and alternatives to the equals sign: `grön färg betyder klart`. */
  readonly colour: ReadonlyArray<WordPattern>
  readonly means: ReadonlyArray<WordPattern>
}

/** Words of a row's dates and texts. */
interface RowWords {
  /** Words that begin a row of totals. */
  readonly totals: ReadonlyArray<WordPattern>
  /** Words that begin a count of rows, where only figures follow: `Antal åtgärder | 2`. */
  readonly counts: ReadonlyArray<WordPattern>
  /** Whole date cells that say that there is no date. */
  readonly noDate: ReadonlyArray<WordPattern>
  /** Words around a new date that name no subject, as slugs. */
  readonly dateFillers: ReadonlyArray<string>
  /** Words that say that a row among the completed was not done. */
  readonly notDone: ReadonlyArray<WordPattern>
  /** Words that say that work goes on in a completed row, and words in the same sentence that negate them. */
  readonly workGoesOn: ReadonlyArray<WordPattern>
  readonly workGoesOnNot: ReadonlyArray<WordPattern>
  /**
   * Patterns of sentences that report completed work: its first word; an auxiliary, not after a relative, before a
   * participle.
   */
  readonly reportOpeners: ReadonlyArray<string>
  readonly auxiliaries: ReadonlyArray<string>
  readonly relatives: ReadonlyArray<string>
  readonly participles: ReadonlyArray<WordPattern>
}

/** Words by which rows are matched to activities. Compared in lower case and without accents. */
interface MatchingWords {
  /** Words that say nothing of what a row is about. */
  readonly silent: ReadonlyArray<string>
  /** Endings of inflection, and endings of words that have none left to lose. */
  readonly inflections: ReadonlyArray<WordPattern>
  readonly uninflected: ReadonlyArray<WordPattern>
  /** Other ways to write a whole word, and the end of a word. */
  readonly words: ReadonlyArray<Spelling>
  readonly endings: ReadonlyArray<Spelling>
  /** Last parts of compounds that name a place, without inflection: two with different first parts are two places. */
  readonly places: ReadonlyArray<string>
}

/** Words of the ids that activities are given. */
interface NamingWords {
  /** Words that no id holds, as slugs. */
  readonly silent: ReadonlyArray<string>
  /** The id of an activity, and of a part, whose words give none. */
  readonly activity: string
  readonly part: string
}

/** A kind of unit: `mottagning`. `numbered` are the words that a number may follow: `avd 2`. */
interface UnitKind {
  readonly name: string
  readonly forms: ReadonlyArray<WordPattern>
  readonly numbered: ReadonlyArray<WordPattern>
}

/** The organisation's units, and what rows say of them. */
interface UnitWords {
  readonly kinds: ReadonlyArray<UnitKind>
  /** First parts of a unit's name that name no unit of their own. */
  readonly general: ReadonlyArray<string>
  /** Letters that end a name in some spellings, and names that mean another. */
  readonly nameEndings: ReadonlyArray<string>
  readonly otherNames: ReadonlyArray<readonly [name: string, other: string]>
  /** Words that join two names of one kind: `kirurgi- och urologimottagningen`. */
  readonly pairs: ReadonlyArray<WordPattern>
  /** Other ways to write the beginning of a word in areas and topics. */
  readonly spellings: ReadonlyArray<Spelling>
  /** Beginnings of words that tell no topic from another. */
  readonly topicStops: ReadonlyArray<WordPattern>
  /** Words that say that a row identifies something at a unit, or begins something there. */
  readonly identification: ReadonlyArray<WordPattern>
  readonly activation: ReadonlyArray<WordPattern>
  /** Words that say that a unit has not begun, or has, and words that negate the latter. */
  readonly notBegun: ReadonlyArray<WordPattern>
  readonly begun: ReadonlyArray<WordPattern>
  readonly begunNot: ReadonlyArray<WordPattern>
  /** What a unit must have before something else: parts of words, in lower case. */
  readonly prerequisites: ReadonlyArray<{ readonly needed: WordPattern; readonly by: WordPattern }>
}

/** Persons and parties. */
interface PeopleWords {
  /** Professions, and the words for one: `en ssk`. */
  readonly professions: ReadonlyArray<WordPattern>
  readonly one: ReadonlyArray<WordPattern>
  /** Words before `1` that make it a name: `avd 1`. */
  readonly numbered: ReadonlyArray<WordPattern>
  /** Words of duties and wishes, which concern nobody in particular. */
  readonly anyone: ReadonlyArray<WordPattern>
  /** Common first names, as written. */
  readonly firstNames: ReadonlyArray<string>
  /** Parts of words that name a place, which may begin with a person's name: `Sankt Lars sjukhus`. */
  readonly places: ReadonlyArray<WordPattern>
  /** Parts of words for a responsible party. */
  readonly roles: ReadonlyArray<WordPattern>
  /** Words before parties that are only consulted, and between parties that are jointly responsible. */
  readonly consulted: ReadonlyArray<WordPattern>
  readonly joint: ReadonlyArray<WordPattern>
  /** Words that join the halves of one compound: `drift- och vårdchef`. */
  readonly halves: ReadonlyArray<WordPattern>
}

/** An abbreviation with two meanings, each by the beginning of its word in lower case. */
interface Abbreviation {
  readonly short: string
  readonly meanings: readonly [WordPattern, WordPattern]
}

/** Words around figures. Compared in lower case. */
interface FigureWords {
  /** Abbreviations whose full stop ends no sentence. */
  readonly abbreviations: ReadonlyArray<WordPattern>
  /** Words after which a number is a name: `avd 2`; and numbers that always are: `1177`. */
  readonly naming: ReadonlyArray<WordPattern>
  readonly numberNames: ReadonlyArray<string>
  /** Words that never name a measure. */
  readonly stopWords: ReadonlyArray<string>
  /** Endings of adjectives before a noun that is counted. */
  readonly adjectives: ReadonlyArray<WordPattern>
  /** Verbs between a share and its whole: `80 % får`. */
  readonly verbs: ReadonlyArray<WordPattern>
  /** Beginnings of general measures, whose change may be that of any other: `ärenden`. */
  readonly generalMeasures: ReadonlyArray<WordPattern>
}

/** The words of one trade and customer. Treat a value as immutable: its patterns are compiled once. */
export interface Vocabulary {
  /** The id of the activity that a timeline counts from by default, where a plan has it. */
  readonly anchor: string
  readonly headings: HeadingWords
  readonly colours: ColourWords
  /** The words of status cells, by language. */
  readonly statuses: ReadonlyArray<StatusWords>
  readonly rows: RowWords
  /** What texts say, by language. */
  readonly sayings: ReadonlyArray<SayingWords>
  /** Whole answers in a sheet of questions that are no status, date or news, by language. */
  readonly answers: ReadonlyArray<AnswerWords>
  readonly matching: MatchingWords
  readonly naming: NamingWords
  readonly units: UnitWords
  readonly people: PeopleWords
  readonly abbreviations: ReadonlyArray<Abbreviation>
  readonly figures: FigureWords
}
