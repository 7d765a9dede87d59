/**
 * The paragraphs of a PDF as lines of text.
 */
import { cellOf } from "./PdfCells.ts"
import { type Content, columnReach, drawnLines, keepsSpaces } from "./PdfLines.ts"
import type { PagePart } from "./PdfStructure.ts"

/** Returns each paragraph in one line. */
export const paragraphsIn = (contents: ReadonlyArray<Content>, hasSpaces: boolean): ReadonlyArray<string> =>
  grouped(contents).flatMap((each) => {
    const lines = drawnLines(each)
    const { text } = cellOf(lines, { reach: columnReach(lines), hasSpaces, colourAt: () => null })
    return text.split("\n").filter((line) => line.trim() !== "")
  })

/** Returns every paragraph of a document, those of cells included, in reading order. */
export const everyParagraph = (pages: ReadonlyArray<ReadonlyArray<PagePart>>): ReadonlyArray<string> => {
  const contents = pages.flatMap((parts) =>
    parts.flatMap((part) =>
      "text" in part ? [part.text] : part.table.rows.flatMap((row) => row.flatMap((cell) => cell.contents))
    )
  )
  return paragraphsIn(contents, keepsSpaces(grouped(contents).map(drawnLines)))
}

/** Puts together what is of one paragraph of a page. */
const grouped = (contents: ReadonlyArray<Content>): ReadonlyArray<ReadonlyArray<Content>> => {
  const paragraphs: Array<Array<Content>> = []
  for (const content of contents) {
    const [last] = paragraphs.at(-1) ?? []
    if (last !== undefined && last.page === content.page && last.block === content.block)
      paragraphs.at(-1)?.push(content)
    else paragraphs.push([content])
  }
  return paragraphs
}
