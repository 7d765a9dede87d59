/**
 * The names of the files of sheets, after those who are asked.
 */
import type { Day } from "@frist/domain/Day"
import { slug } from "@frist/domain/text/Slug"

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/u

/** What names are made of, where a responsible has no letter that a name takes, or there is none. */
interface FileWords {
  readonly anyFile: string
  readonly nobodyFile: string
}

/** Returns a name for each sheet, each different: `hr-och-it-2024-12-16.docx`. */
export const sheetFileNames = (
  responsibles: ReadonlyArray<string | null>,
  { format, review, words }: { readonly review: Day; readonly format: string; readonly words: FileWords }
): ReadonlyArray<string> => {
  const taken = new Set<string>()
  return responsibles.map((responsible) => {
    const plain = responsible === null ? words.nobodyFile : slug(responsible, 50) || words.anyFile
    const base = reserved.test(plain) ? `${plain}-${words.anyFile}` : plain
    let name = base
    for (let n = 2; taken.has(name); n++) name = `${base}-${n}`
    taken.add(name)
    return `${name}-${review}.${format}`
  })
}
