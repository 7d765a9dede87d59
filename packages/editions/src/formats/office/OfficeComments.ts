/**
 * The comments in a file of Office or OpenDocument, which belong to none of its cells: their words, and the
 * rows that they are in.
 */
import type { DocumentComment } from "../grid/Grid.ts"
import type { Archive } from "./OfficeArchive.ts"
import { shownText } from "./Unreadable.ts"
import { readXml, valueOf, type XmlAttributes } from "./Xml.ts"

/** The longest text of a comment, and of the cell that it is about, that is kept. */
const longest = 1000

/** Elements of a comment whose text is not its words. */
const asideElement = /(?:^|:)(?:creator|date|date-string|creator-initials|sender-initials)$/u

const finished = (words: string): string => shownText(words.replace(/\s+/gu, " ").trim().slice(0, longest))

/** A comment of a part of its own, and the id or the cell by which the document refers to it. */
interface ListedComment {
  readonly words: string
  readonly refersTo: string
}

/** Reads a part that lists comments. `refersTo` returns what one refers to. */
export const listedComments = async (
  archive: Archive,
  part: string,
  refersTo: (attributes: XmlAttributes) => string | undefined
): Promise<ReadonlyArray<ListedComment>> => {
  const found: Array<ListedComment> = []
  let open: { words: string; readonly refersTo: string } | null = null
  await readXml(archive, part, {
    open: (name, attributes) => {
      if (name === "comment" || name === "threadedComment") open = { words: "", refersTo: refersTo(attributes) ?? "" }
    },
    text: (text) => {
      if (open !== null && open.words.length < 4 * longest) open.words += text
    },
    close: (name) => {
      if (open === null) return
      if (name === "p") open.words += " "
      if (name !== "comment" && name !== "threadedComment") return
      const words = finished(open.words)
      if (words !== "") found.push({ ...open, words })
      open = null
    }
  })
  return found
}

/** The texts of open rows, in which comments are. Takes the elements of a document as they are read. */
abstract class RowsRead {
  readonly #rows: Array<Array<string>> = []

  protected get row(): ReadonlyArray<string> {
    return this.#rows.at(-1) ?? []
  }

  protected openRow(): void {
    this.#rows.push([])
  }

  protected openCell(): void {
    this.#rows.at(-1)?.push("")
  }

  protected add(text: string): void {
    const row = this.#rows.at(-1)
    const cell = row?.at(-1)
    if (row !== undefined && cell !== undefined && cell.length < longest) row[row.length - 1] = cell + text
  }

  protected closeRow(): void {
    this.#rows.pop()
  }
}

/** The rows of a Word document that comments are in, by the id of the comment. */
export class DocxCommentRows extends RowsRead {
  readonly #rows = new Map<string, ReadonlyArray<string>>()

  open(name: string, attributes: XmlAttributes): void {
    if (name === "tr") this.openRow()
    else if (name === "tc") this.openCell()
    else if (name === "commentRangeStart" || name === "commentReference") {
      const id = valueOf(attributes, "id") ?? ""
      if (!this.#rows.has(id)) this.#rows.set(id, this.row)
    }
  }

  text(text: string, element: string): void {
    if (element === "t") this.add(text)
  }

  close(name: string): void {
    if (name === "tr") this.closeRow()
  }

  /** Returns the comments of a document, each with its row. */
  async comments(archive: Archive): Promise<ReadonlyArray<DocumentComment>> {
    const found: Array<DocumentComment> = []
    for (const part of docxComments(archive))
      for (const { refersTo, words } of await listedComments(archive, part, (attributes) => valueOf(attributes, "id")))
        found.push({ words, row: this.#rows.get(refersTo) ?? [] })
    return found
  }
}

const docxComments = (archive: Archive): ReadonlyArray<string> =>
  [...archive.names()].filter((name) => /^word\/comments\d{0,6}\.xml$/iu.test(name))

/** The comments of an OpenDocument text or workbook, which are in its content. */
export class OpenDocumentComments extends RowsRead {
  readonly found: Array<DocumentComment> = []
  #words: string | null = null

  open(name: string): void {
    if (name === "annotation") this.#words = ""
    else if (this.#words === null && name === "table:table-row") this.openRow()
    else if (this.#words === null && name === "table:table-cell") this.openCell()
  }

  text(text: string, path: ReadonlyArray<string>): void {
    if (this.#words === null) this.add(text)
    else if (this.#words.length < 4 * longest && !path.some((name) => asideElement.test(name))) this.#words += text
  }

  close(name: string): void {
    if (this.#words === null) {
      if (name === "table:table-row") this.closeRow()
      return
    }
    if (name === "text:p") this.#words += " "
    if (name !== "annotation") return
    const words = finished(this.#words)
    this.#words = null
    if (words !== "") this.found.push({ words, row: this.row })
  }
}
