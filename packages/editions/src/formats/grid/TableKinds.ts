/**
 * The kinds of tables whose names tell none: tables of like headings are all of ongoing activities, unless they are one
 * table at several times.
 */
import { slug } from "@frist/domain/text/Slug"
import type { EditionColumn } from "../../EditionColumn.ts"
import { anyOf, oncePer } from "../../vocabulary/Patterns.ts"
import type { Vocabulary } from "../../vocabulary/Vocabulary.ts"
import type { HeadingColumn } from "../columns/Headings.ts"
import type { GridSection } from "./Sections.ts"
import type { TableHead } from "../columns/TableHead.ts"
import { areVersions, isOfPeriod, rowNames } from "./TableVersions.ts"

/** A section with a head. */
type Headed = GridSection & { readonly head: TableHead }

const patternsOf = oncePer(({ headings: { asides, unnamed } }: Vocabulary) => ({
  aside: new RegExp(`^${anyOf(asides)}`, "u"),
  unnamed: new RegExp(`^${anyOf(unnamed)}$`, "u")
}))

/** Returns the sections with the kinds that can be told. A remark names each kind that is assumed. */
export const withKinds = (sections: ReadonlyArray<GridSection>, vocabulary: Vocabulary): ReadonlyArray<GridSection> => {
  const headed = sections.filter(({ head }) => head !== null)
  const unnamed = sections.filter((section): section is Headed => isUnnamed(section, vocabulary))
  const taken = headed.filter((section): section is Headed => section.kind === "activities")
  const open = ongoing(unnamed, taken)
  if (open.length === 0 && taken.length < 2) return sections
  const isAlone = headed.length === 1
  const versions = sameRows([...open, ...taken], vocabulary)
  return sections.map((section): GridSection => {
    const isVersion = versions.has(section)
    if (!isVersion && !open.some((each) => each === section)) return section
    const code = isVersion ? "SheetsOfSameRows" : "KindAssumed"
    const seen = isAlone ? section.seen : [...section.seen, { code, words: section.name } as const]
    return { ...section, seen, kind: isVersion ? null : "activities" }
  })
}

/**
 * Returns the name of a table as the area of its rows, where several tables are parts of an organisation and have no
 * column of areas; null for any other table.
 */
export const areaOf = (
  section: GridSection,
  sections: ReadonlyArray<GridSection>,
  vocabulary: Vocabulary
): string | null => {
  const { head, kind, name } = section
  const isOne = sections.filter((each) => each.head !== null && each.kind === kind).length < 2
  const isPart = section.seen.some(({ code }) => code === "KindAssumed")
  const words = name.trim()
  return head === null ||
    isOne ||
    !isPart ||
    words === "" ||
    patternsOf(vocabulary).unnamed.test(slug(words, 200)) ||
    hasColumn(head, "area")
    ? null
    : words
}

const isUnnamed = (section: GridSection, vocabulary: Vocabulary): boolean =>
  section.kind === null &&
  section.head !== null &&
  !hasColumn(section.head, "table") &&
  !patternsOf(vocabulary).aside.test(slug(section.name, 200))

/** Returns the unnamed tables of ongoing activities: those that alone have new dates, or else all with like headings. */
const ongoing = (unnamed: ReadonlyArray<Headed>, taken: ReadonlyArray<Headed>): ReadonlyArray<Headed> => {
  const [model] = taken
  if (model !== undefined) return unnamed.filter((each) => isLike(each.head, model.head))
  if (unnamed.length < 2) return unnamed
  const revised = unnamed.filter(({ head }) => hasColumn(head, "newDeadline"))
  if (revised.length === 1) return revised
  const [first, ...others] = unnamed
  const like = others.filter((each) => first !== undefined && isLike(each.head, first.head))
  return first === undefined || like.length === 0 ? [] : [first, ...like]
}

/** The least share of columns that two like heads have in common. */
const leastLike = 0.6

const isLike = (one: TableHead, other: TableHead): boolean => {
  const [mine, yours] = [one, other].map(({ columns }) => new Set<HeadingColumn>(columns.values()))
  if (mine === undefined || yours === undefined) return false
  const shared = [...mine].filter((column) => yours.has(column)).length
  return shared / Math.max(mine.size, yours.size) >= leastLike
}

const hasColumn = (head: TableHead, wanted: EditionColumn | "table"): boolean =>
  [...head.columns.values()].includes(wanted)

/**
 * Returns the sections that hold the rows of another: the same names, in the same areas or under names of periods. Rows of
 * departments may have the same names.
 */
const sameRows = (sections: ReadonlyArray<Headed>, vocabulary: Vocabulary): ReadonlySet<GridSection> => {
  if (sections.length < 2) return new Set()
  const named = sections.map((section) => ({
    section,
    names: rowNames(section.rows, section.head, vocabulary),
    isPeriod: isOfPeriod(section.name, vocabulary),
    hasArea: hasColumn(section.head, "area")
  }))
  const holders = new Map<string, Array<number>>()
  named.forEach(({ names }, at) => {
    for (const name of names) holders.set(name, [...(holders.get(name) ?? []), at])
  })
  const shared = new Map<string, number>()
  for (const held of holders.values()) {
    // A name that many tables share distinguishes none of them, and comparing all would take too long.
    const some = held.slice(0, mostCompared)
    some.forEach((one, i) => {
      for (const other of some.slice(i + 1)) shared.set(`${one} ${other}`, (shared.get(`${one} ${other}`) ?? 0) + 1)
    })
  }
  const same = new Set<GridSection>()
  for (const [pair, count] of shared) {
    const [one, other] = pair.split(" ").map((at) => named[Number(at)])
    if (one === undefined || other === undefined) continue
    const isMost = areVersions(count, one.names, other.names)
    const areAssumed = one.section.kind === null && other.section.kind === null
    const isOneOrganisation = (areAssumed && one.hasArea && other.hasArea) || (one.isPeriod && other.isPeriod)
    if (isMost && isOneOrganisation) same.add(one.section).add(other.section)
  }
  return same
}

/** The most tables of one name that are compared, to bound the time. */
const mostCompared = 50
