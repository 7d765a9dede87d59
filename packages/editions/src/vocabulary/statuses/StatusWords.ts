/**
 * The words of status cells in one language: whole phrases, in lower case with single spaces. A cell is read only if all
 * of it is one of these phrases, alone or beside what the grammar allows. No pattern and no part of a word is matched.
 */

/** A phrase. In a remark, `{date}` represents a date. */
type Phrase = string

/** The status words of a language. */
export interface StatusWords {
  /** Phrases that say that all is done. A date may accompany them. */
  readonly completed: ReadonlyArray<Phrase>
  /** Phrases that say that work is in progress, that it is delayed, and that it was given up. */
  readonly inProgress: ReadonlyArray<Phrase>
  readonly delayed: ReadonlyArray<Phrase>
  readonly discontinued: ReadonlyArray<Phrase>
  /** Phrases that say that work has not begun, and that say that no status is given. */
  readonly notBegun: ReadonlyArray<Phrase>
  readonly notStated: ReadonlyArray<Phrase>
  /** Phrases that are another language's status, and mean something else in this one: Danish *klar* is *ready*. */
  readonly otherMeanings: ReadonlyArray<Phrase>
  /** Other options of forms with check boxes. Unticked, they say nothing. */
  readonly options: ReadonlyArray<Phrase>
  /** Words of *done* that speak of now. A date beside one may be a plan: *är klart i maj 2024*. */
  readonly ofNow: ReadonlyArray<string>
  /** Whether days in three numbers of two figures begin with their year: `24-06-25`. */
  readonly yearFirst: boolean
  /** Words between *done* and its date: `on`, `den`. */
  readonly beforeDate: ReadonlyArray<Phrase>
  /** What may follow a status without changing it. */
  readonly remarks: {
    /** After any status: where more can be read. */
    readonly references: ReadonlyArray<Phrase>
    /** After *done*: what is looked at afterwards. */
    readonly completed: ReadonlyArray<Phrase>
    /** After *in progress*: that all goes as planned. */
    readonly onTime: ReadonlyArray<Phrase>
    /** After *in progress* and *delayed*: since when, and until when. */
    readonly forecasts: ReadonlyArray<Phrase>
    /** After *delayed*: why. */
    readonly reasons: ReadonlyArray<Phrase>
    /** After *given up*: what instead. */
    readonly discontinued: ReadonlyArray<Phrase>
  }
  /** Words that deny or limit, one by one. A part that is done may not have one in its name. */
  readonly denials: ReadonlyArray<string>
  /** Words of lines that name no part: days of decisions, beginnings, revisions, references, reports. */
  readonly asides: ReadonlyArray<string>
  /** Words of steps after which others come: a row is not done when these are. */
  readonly stages: ReadonlyArray<string>
  /** What distinguishes the language from similar ones: letters in lower case, and common words of tables. */
  readonly letters: string
  readonly commonWords: ReadonlyArray<string>
}
