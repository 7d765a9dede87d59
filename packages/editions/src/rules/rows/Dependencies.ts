/**
 * The rule about a row that says that it waits for something, or is tied to another row, while no dependency is declared.
 */
import { comparable } from "@frist/domain/text/ComparableText"
import type { Rule, SeenEdition, SeenRow } from "../Rule.ts"
import { byColumn, saidIn, sayingsOf, textColumns } from "../Sayings.ts"

/**
 * Reports a row that says that it waits: `avvaktar …`. Words that only tie it to something, as `kopplat till SDV`, say so
 * where they name the area of another row. What a declared dependency is on, a person has said.
 */
export const dependencyNotDeclared: Rule = {
  code: "DependencyNotDeclared",
  look: ({ plan, rows, vocabulary }) => {
    const { tied, waits, waitsNot } = sayingsOf(vocabulary)
    let known: Names | undefined
    const tiesToAnother = (on: SeenRow, words: string): boolean => {
      known ??= namesOf({ plan, rows })
      const own = new Set(namesIn(on.reading.area ?? ""))
      return names(words.slice(words.search(tied)), known).some((name) => !own.has(name))
    }
    return rows.flatMap((on) => {
      if (on.before !== null && on.before.dependencies.length > 0) return []
      const waiting = saidIn(on, textColumns, waits).filter(({ words }) => !waitsNot.test(words))
      const tying = saidIn(on, textColumns, tied).filter(({ words }) => tiesToAnother(on, words))
      const said = [...waiting, ...tying.filter(({ words }) => !waiting.some((each) => each.words === words))]
      return byColumn(said).map((remark) => ({ on, ...remark }))
    })
  }
}

/** The names of areas as words in lower case, by their first word. */
type Names = ReadonlyMap<string, ReadonlyArray<string>>

/** Returns the names of the areas that the plan and the edition have. */
const namesOf = ({ plan, rows }: Pick<SeenEdition, "plan" | "rows">): Names => {
  const areas = new Set([
    ...rows.flatMap(({ kind, reading }) => (kind === "timeline" ? [] : (reading.area ?? []))),
    ...[...plan.activities.values()].flatMap(({ area }) => area ?? [])
  ])
  return Map.groupBy(new Set([...areas].flatMap(namesIn)), (name) => name.split(" ", 1)[0] ?? "")
}

/** The longest area whose names are looked for. */
const longest = 100

/** Returns the names that an area has: `SDV (Skånes digitala vårdsystem)` has two. */
const namesIn = (area: string): ReadonlyArray<string> =>
  area.length > longest
    ? []
    : area.split(/[()]/u).flatMap((name) => (/[\p{L}\p{N}]/u.test(name) ? comparable(name) : []))

/** The most characters after a word that ties in which a name is looked for. */
const mostCharacters = 2000

/** Returns the known names in a text. */
const names = (text: string, known: Names): ReadonlyArray<string> => {
  const all = comparable(text.slice(0, mostCharacters)).split(" ")
  return all.flatMap((word, at) =>
    (known.get(word) ?? []).filter((name) => {
      const length = name.split(" ").length
      return all.slice(at, at + length).join(" ") === name
    })
  )
}
