/**
 * What the file says of its elements and pages beside what pdf.js hands out: the paragraph that content is of, the same on
 * each of its pages, and the pages that there are.
 */
import { PdfObjects, PdfReference, type PdfValue, isArray, isDictionary } from "./PdfObjects.ts"

/** Returns the element of a paragraph, by its number, for content by its page and mark; null where it is not found. */
export type ParagraphAt = (content: string) => number | null

/** Returns the paragraphs of a file. `isInline` says whether elements of a role are within a line. */
export const paragraphsOf = (objects: PdfObjects, isInline: (role: string) => boolean): ParagraphAt => {
  const elements = new Map<string, number>()
  for (const number of objects.numbers) {
    const element = objects.get(new PdfReference(number))
    if (!isDictionary(element) || typeof element.get("S") !== "string") continue
    const kids = objects.entry(element, "K") ?? null
    for (const kid of isArray(kids) ? kids : [kids]) {
      const [page, mark] = contentOf(kid, element.get("Pg"), objects)
      if (page instanceof PdfReference && typeof mark === "number") elements.set(`p${page.number}R_mc${mark}`, number)
    }
  }
  const blockOf = (number: number): number | null => {
    let at = number
    for (let depth = 0; depth < deepest; depth++) {
      const element = objects.get(new PdfReference(at))
      if (!isDictionary(element)) return null
      const parent = element.get("P")
      if (!isInline(String(element.get("S")).slice(1))) return at
      if (!(parent instanceof PdfReference)) return null
      at = parent.number
    }
    return null
  }
  const blocks = new Map<number, number | null>()
  return (content) => {
    const number = elements.get(content)
    if (number === undefined) return null
    const block = blocks.get(number) ?? blockOf(number)
    blocks.set(number, block)
    return block
  }
}

/** The deepest nesting of elements within a line, and of lists of pages. */
const deepest = 40

/** Returns the page and the mark of content; nothing for an element. */
const contentOf = (
  kid: PdfValue,
  page: PdfValue | undefined,
  objects: PdfObjects
): ReadonlyArray<PdfValue | undefined> => {
  if (typeof kid === "number") return [page, kid]
  if (kid instanceof PdfReference) return []
  return isDictionary(kid) ? [kid.get("Pg") ?? page, objects.entry(kid, "MCID")] : []
}

/** The most pages that are counted. */
const mostPages = 100_000

/** Returns how many pages the lists of pages lead to, whatever number they state; 0 where there are none to be found. */
export const pagesIn = (objects: PdfObjects): number => {
  let count = 0
  const seen = new Set<number>()
  const walk = (given: PdfValue | undefined, depth: number): void => {
    if (!(given instanceof PdfReference) || seen.has(given.number) || depth > deepest || count > mostPages) return
    seen.add(given.number)
    const node = objects.get(given)
    const kids = objects.entry(node, "Kids")
    if (isArray(kids)) for (const kid of kids) walk(kid, depth + 1)
    else if (isDictionary(node)) count++
  }
  const { catalogue } = objects
  if (isDictionary(catalogue)) walk(catalogue.get("Pages"), 0)
  return count
}
