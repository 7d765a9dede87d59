/**
 * Plural forms by the rules of a language.
 */
import type { Language } from "./Language.ts"

/** Chooses between the form for one and the form for other numbers. */
export type Plural = (n: number, one: string, other: string) => string

/** Returns the plural forms of a language, by CLDR. */
export const pluralOf = (language: Language): Plural => {
  // Most views need no plural, and the rules take a while to load.
  let rules: Intl.PluralRules | undefined
  const isOne = new Map<number, boolean>()
  return (n, one, other) => {
    let known = isOne.get(n)
    if (known === undefined) isOne.set(n, (known = (rules ??= new Intl.PluralRules(language)).select(n) === "one"))
    return known ? one : other
  }
}
