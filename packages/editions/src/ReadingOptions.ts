/**
 * The choices of a person, and the words of a trade, by which a document is read.
 */
import type { EditionColumn } from "./Edition.ts"
import type { Vocabulary } from "./vocabulary/Vocabulary.ts"

/**
 * What each heading names, by its `headingKey` (in `@frist/domain/ColumnHeading`); `none` for a column that is not read.
 * `#3` is the third column, where it has no heading.
 */
export type ColumnDecisions = ReadonlyMap<string, EditionColumn | "none">

/**
 * How to read a document. `columns` are a person's decisions and go before every rule. `sheets` are the names of the
 * sheets to read; default: all. Default vocabulary: Swedish health care.
 */
export interface ReadingOptions {
  readonly vocabulary?: Vocabulary | undefined
  readonly columns?: ColumnDecisions | undefined
  readonly sheets?: ReadonlyArray<string> | undefined
}
