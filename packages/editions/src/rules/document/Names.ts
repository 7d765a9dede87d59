/**
 * The rule about one thing that a document writes in several ways.
 */
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { Rule, RuleRemark, SeenRow } from "../Rule.ts"
import { textColumns } from "../Sayings.ts"

const spellingsOf = oncePer(({ units }: Vocabulary) =>
  units.spellings.map(({ as, written }) => ({ as, pattern: new RegExp(`(${anyOf([written])})\\p{L}*`, "giu") }))
)

/** Signs between words that tell no area from another, as those of `C++` do. */
const separators = /[\s,;:–—-]+/gu
/** The most characters of a cell, and the most different ways, that are looked at. */
const [longest, mostWays] = [5000, 10_000]
/** The most things that are reported, the first first. */
const mostThings = 10

/** A way to write a thing: the first words of it, and their row. */
interface Way {
  readonly on: SeenRow
  readonly words: string
}

/** Reports areas that differ only in their signs, `1177 X` and `1177, X`, and words that the vocabulary knows as one. */
export const severalNames: Rule = {
  code: "SeveralNames",
  look: ({ rows, vocabulary }) => {
    const things = new Map<string, Map<string, Way>>()
    const note = (thing: string, way: string, found: Way): void => {
      const ways = things.get(thing) ?? new Map<string, Way>()
      if (!ways.has(way.toLowerCase()) && ways.size < mostWays) ways.set(way.toLowerCase(), found)
      things.set(thing, ways)
    }
    for (const on of rows) {
      const area = on.row.cells.area?.replace(/\s+/gu, " ").trim() ?? ""
      if (on.kind !== "timeline" && area !== "" && area.length <= longest) {
        note(`area ${area.toLowerCase().replace(separators, " ").trim()}`, area, { on, words: area })
      }
      for (const column of ["area", ...textColumns] as const) {
        const cell = on.row.cells[column]?.slice(0, longest) ?? ""
        for (const { as, pattern } of spellingsOf(vocabulary)) {
          for (const [words, way = ""] of cell.matchAll(pattern)) note(`word ${as}`, way, { on, words })
        }
      }
    }
    return [...things.values()]
      .filter((ways) => ways.size > 1)
      .slice(0, mostThings)
      .flatMap(remark)
  }
}

const remark = (ways: ReadonlyMap<string, Way>): ReadonlyArray<RuleRemark> => {
  const [first] = ways.values()
  const words = [...ways.values()].slice(0, mostThings).map((way) => way.words)
  return first === undefined ? [] : [{ on: first.on, of: "edition", column: null, words: words.join(" | ") }]
}
