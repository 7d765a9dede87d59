/**
 * The tables of a page by its structure, and the lines of text between them.
 */
import { createHash } from "node:crypto"
import type { PdfBudget } from "./PdfBudget.ts"
import type { ParagraphAt } from "./PdfElements.ts"
import type { Content } from "./PdfLines.ts"
import type { PagePieces } from "./PdfPieces.ts"

/** An element of a page's structure as pdf.js gives it; or content, with its mark. */
export interface StructureNode {
  readonly role?: string
  readonly children?: ReadonlyArray<StructureNode>
  readonly rowSpan?: number | undefined
  readonly colSpan?: number | undefined
  readonly bbox?: ReadonlyArray<number>
  readonly type?: string
  readonly id?: string
}

export interface TaggedCell {
  readonly rows: number
  readonly columns: number
  readonly contents: ReadonlyArray<Content>
}

/**
 * A table as one page has it. By the structure: every row of it, with the content that is on that page; by ruled lines:
 * the rows on that page.
 */
export interface TaggedTable {
  /** What is the same on each of its pages: the size of each cell, or the places of its columns. */
  readonly shape: string
  readonly rows: ReadonlyArray<ReadonlyArray<TaggedCell>>
  /** Whether ruled lines state it, and not the structure. */
  readonly isRuled: boolean
}

/** A table, or a paragraph outside tables. */
export type PagePart = { readonly table: TaggedTable } | { readonly text: Content }

/** Elements within a line. */
const inline: ReadonlySet<string> = new Set(
  "Span Link Annot Reference Em Strong Sub Quote Code Lbl Ruby RB BibEntry Form Warichu WT WP Figure NonStruct".split(
    " "
  )
)
/** Whether elements of a role are within a line. */
export const isInline = (role: string): boolean => inline.has(role)
/** Elements that are no part of the text: notes, how a word is said, and what the program itself added. */
const leftAside: ReadonlySet<string> = new Set(["Note", "FENote", "RT", "RP", "Artifact", "Private"])

/** What the structure has of a page, in its order. `isWhole` is false where marked text is in none of the parts, or in two. */
interface PageParts {
  readonly parts: ReadonlyArray<PagePart>
  readonly isWhole: boolean
}

/** A page, by its number, and the paragraphs that its content is of. */
interface StatedPage {
  readonly number: number
  readonly paragraphAt: ParagraphAt
}

/** Returns the tables and paragraphs of a page. */
export const pageParts = (
  tree: StructureNode | null,
  { marked, pictures, unseen }: PagePieces,
  { number: page, paragraphAt }: StatedPage,
  budget: PdfBudget
): PageParts => {
  const parts: Array<PagePart> = []
  const hidden = Map.groupBy(unseen, ({ content }) => content)
  const pictured = new Set(pictures.map(({ content }) => content))
  let blocks = 0
  /** The marks of the content that was taken, or left aside. */
  const seen = new Set<number>()
  let isTwice = false
  const see = (node: StructureNode): void => {
    const mark = markOf(node)
    isTwice ||= mark >= 0 && seen.has(mark)
    seen.add(mark)
  }

  const leave = (node: StructureNode): void => {
    budget.takeElement()
    if (node.type !== undefined) see(node)
    for (const child of node.children ?? []) leave(child)
  }

  const contentsOf = (node: StructureNode, block: number, into: Array<Content>): void => {
    budget.takeElement()
    if (node.type !== undefined) {
      see(node)
      const pieces = marked.get(markOf(node)) ?? []
      const words = (hidden.get(markOf(node)) ?? []).map(({ text }) => text).join("")
      const isPictured = pictured.has(markOf(node))
      if (pieces.length === 0 && words === "" && !isPictured) return
      into.push({ block, element: paragraphAt(node.id ?? ""), page, pieces, unseen: words, isPictured })
      return
    }
    const role = node.role ?? ""
    if (leftAside.has(role)) return leave(node)
    const own = inline.has(role) ? block : ++blocks
    for (const child of node.children ?? []) contentsOf(child, own, into)
  }

  const cellsOf = (row: StructureNode): ReadonlyArray<TaggedCell> => {
    const cells = within(row, isCell, isCell).map((cell) => {
      const contents: Array<Content> = []
      contentsOf(cell, 0, contents)
      const [rows, columns] = [spanOf(cell.rowSpan), spanOf(cell.colSpan)]
      return contents.length === 0 && rows === 1 && columns === 1 ? emptyCell : { rows, columns, contents }
    })
    return cells.every((cell) => cell === emptyCell) ? emptyRow(cells.length) : cells
  }

  const take = (node: StructureNode): void => {
    budget.takeElement()
    if (node.role === "Table") {
      for (const caption of within(node, isCaption, isRow)) take(caption)
      const rows = within(node, isRow, isRow)
      parts.push({ table: { shape: shapeOf(rows), rows: rows.map(cellsOf), isRuled: false } })
    } else if (node.type !== undefined || !hasBlocks(node)) {
      const contents: Array<Content> = []
      contentsOf(node, 0, contents)
      const shown = contents.filter(({ pieces }) => pieces.length > 0)
      for (const text of shown) parts.push({ text: { ...text, block: contents[0]?.block ?? 0 } })
    } else if (leftAside.has(node.role ?? "")) leave(node)
    else for (const child of node.children ?? []) take(child)
  }
  if (tree !== null) take(tree)
  const isWhole = [...marked].every(
    ([mark, pieces]) => seen.has(mark) || pieces.every(({ text }) => text.trim() === "")
  )
  return { parts, isWhole: isWhole && !isTwice }
}

// A page has every row of a table, and most of them have nothing on it: those are kept once.
const emptyCell: TaggedCell = { rows: 1, columns: 1, contents: [] }
const emptyRows: Array<ReadonlyArray<TaggedCell>> = []
const emptyRow = (cells: number): ReadonlyArray<TaggedCell> =>
  (emptyRows[cells] ??= Array.from({ length: cells }, () => emptyCell))

const isRow = ({ role }: StructureNode): boolean => role === "TR"
const isCell = ({ role }: StructureNode): boolean => role === "TD" || role === "TH"
const isCaption = ({ role }: StructureNode): boolean => role === "Caption"

/** Returns the nearest elements of a kind within another, whatever is around them. Looks into none that is `closed`. */
const within = (
  node: StructureNode,
  isWanted: (node: StructureNode) => boolean,
  isClosed: (node: StructureNode) => boolean
): ReadonlyArray<StructureNode> =>
  (node.children ?? []).flatMap((child) =>
    isWanted(child) ? [child] : isClosed(child) || child.role === "Table" ? [] : within(child, isWanted, isClosed)
  )

/** Whether an element holds others that are paragraphs or tables of their own. A label and its text are one. */
const hasBlocks = ({ children = [], role = "" }: StructureNode): boolean =>
  role !== "LI" && children.some((child) => child.role !== undefined && (!inline.has(child.role) || hasBlocks(child)))

/** Returns the number by which content is marked on its page. */
const markOf = ({ id = "" }: StructureNode): number => Number(/_mc(\d+)$/u.exec(id)?.[1] ?? -1)

/** The most rows or columns that a cell may be merged over. */
const maxSpan = 1000

const spanOf = (stated: number | undefined): number =>
  stated !== undefined && Number.isInteger(stated) ? Math.min(Math.max(stated, 1), maxSpan) : 1

const shapeOf = (rows: ReadonlyArray<StructureNode>): string => {
  const shape = createHash("sha256")
  for (const row of rows) {
    for (const { bbox = [], colSpan = 1, role, rowSpan = 1 } of within(row, isCell, isCell))
      shape.update([role, rowSpan, colSpan, ...bbox].join(" ")).update(",")
    shape.update(";")
  }
  return shape.digest("hex")
}
