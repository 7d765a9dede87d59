/**
 * Every rule that an edition is held against, in the order in which their remarks are raised.
 */
import type { Rule } from "./Rule.ts"

export const rules: ReadonlyArray<Rule> = []
