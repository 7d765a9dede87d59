/**
 * The comments and notes on the cells of a workbook's sheets.
 */
import type { DocumentComment, GridRow } from "../grid/Grid.ts"
import type { Archive } from "../office/OfficeArchive.ts"
import { listedComments } from "../office/OfficeComments.ts"
import { relationships } from "../office/OfficePackage.ts"

/** The parts that hold comments, and the threads that newer versions of Excel store separately. */
const commentPart = /^xl\/(?:comments\/)?comments?\d{0,6}\.xml$/iu
const threadPart = /^xl\/threadedcomments\//iu

/** A sheet by the name of its part, and its rows. */
interface ReadSheet {
  readonly part: string
  readonly rows: ReadonlyArray<GridRow>
}

/**
 * Returns the comments on the cells of sheets, each with its row; those of a part that no sheet refers to have none. What Excel
 * writes of a thread for programs without threads is no comment of its own.
 */
export const xlsxComments = async (
  archive: Archive,
  sheets: ReadonlyArray<ReadSheet>
): Promise<ReadonlyArray<DocumentComment>> => {
  const all = [...archive.names()].filter((name) => commentPart.test(name) || threadPart.test(name))
  if (all.length === 0) return []
  const left = new Set(all)
  const found: Array<DocumentComment> = []
  for (const { part, rows } of sheets) {
    const targets = (await relationships(archive, part)).map(({ target }) => target.toLowerCase())
    found.push(
      ...(await commentsOf(
        archive,
        targets.filter((target) => left.delete(target)),
        rows
      ))
    )
  }
  return [...found, ...(await commentsOf(archive, [...left], []))]
}

const commentsOf = async (
  archive: Archive,
  parts: ReadonlyArray<string>,
  rows: ReadonlyArray<GridRow>
): Promise<ReadonlyArray<DocumentComment>> => {
  const found: Array<DocumentComment> = []
  const threaded = new Set<string>()
  for (const part of [...parts].sort((a, b) => Number(threadPart.test(b)) - Number(threadPart.test(a)))) {
    const isThread = threadPart.test(part)
    for (const { refersTo, words } of await listedComments(archive, part, ({ ref }) => ref)) {
      if (isThread) threaded.add(refersTo)
      else if (threaded.has(refersTo)) continue
      const line = Number(/\d{1,7}$/u.exec(refersTo)?.[0] ?? 0)
      const row = rows.find((each) => each.line === line)
      found.push({ words, row: row === undefined ? [] : [...row.cells.values()].map(({ text }) => text) })
    }
  }
  return found
}
