/**
 * The objects of a document as Word writes them: its pages, links and fonts, and the structure with the parents of the
 * content of each page.
 */
import type { WordObject } from "./wordFile.ts"
import { fonts } from "./wordFonts.ts"

/** An element of the structure, as it is made. */
export interface WordElement {
  readonly role: string
  readonly attributes: string
  readonly kids: Array<WordElement | readonly [page: number, mark: number] | { readonly link: number }>
}

export const elementOf = (role: string, attributes = ""): WordElement => ({ role, attributes, kids: [] })

/** A link, by its element, the page that it is on, and where it leads. */
export interface WordLink {
  readonly element: WordElement
  readonly page: number
  readonly to: string
}

/** The names that Word gives other roles. */
const roles =
  "/Footnote/Note/Endnote/Note/Textbox/Sect/Header/Sect/Footer/Sect/InlineShape/Sect/Annotation/Sect/Artifact/Sect/Workbook/Document/Worksheet/Part/Chart/Sect/Diagram/Figure/Title/H1"

interface WordDocument {
  readonly document: WordElement
  readonly pages: ReadonlyArray<string>
  readonly links: ReadonlyArray<WordLink>
}

/** Returns the objects of a document. `root` is added to the root of the structure, `more` is what pages name as Fm0. */
export const objectsOf = (
  { document, links, pages }: WordDocument,
  root: string,
  more: ReadonlyArray<WordObject>
): ReadonlyArray<WordObject> => {
  const firstPage = 5 + fonts.length
  const firstLink = firstPage + 2 * pages.length
  const firstMore = firstLink + links.length
  const firstElement = firstMore + more.length
  const pageRef = (page: number) => `${firstPage + 2 * page} 0 R`
  const elements: Array<WordObject> = []
  const parents = pages.map((): Array<string> => [])
  const linked = new Map<number, string>()
  const add = ({ attributes, kids, role }: WordElement, parent: number): string => {
    const slot = elements.push({ value: "" }) - 1
    const own = firstElement + slot
    const page = kids.flatMap((kid) => ("length" in kid ? [kid[0]] : []))[0]
    const written = kids.map((kid) => {
      if ("role" in kid) return add(kid, own)
      if ("link" in kid) {
        linked.set(kid.link, `${own} 0 R`)
        return `<</Type/OBJR/Obj ${firstLink + kid.link} 0 R/Pg ${pageRef(links[kid.link]?.page ?? 0)}>>`
      }
      const of = parents[kid[0]]
      if (of !== undefined) of[kid[1]] = `${own} 0 R`
      return kid[0] === page ? `${kid[1]}` : `<</Type/MCR/Pg ${pageRef(kid[0])}/MCID ${kid[1]}>>`
    })
    const on = page === undefined ? "" : `/Pg ${pageRef(page)}`
    const value = `<</P ${parent} 0 R/S/${role}/Type/StructElem${attributes}/K[${written.join(" ")}]${on}>>`
    elements[slot] = { value }
    return `${own} 0 R`
  }
  const top = add(document, 3)
  const numbers = [
    ...parents.map((marks, page) => `${page} [${Array.from(marks, (each) => each ?? "null").join(" ")}]`),
    ...links.map((_, at) => `${pages.length + at} ${linked.get(at) ?? "null"}`)
  ]
  const annotations = (page: number) =>
    links.flatMap((link, at) => (link.page === page ? [`${firstLink + at} 0 R`] : [])).join(" ")
  const face = fonts.map(({ name }, at) => (name === "" ? "" : `/${name} ${5 + at} 0 R`)).join("")
  return [
    { value: "<</Type/Catalog/Pages 2 0 R/Lang(sv-SE)/StructTreeRoot 3 0 R/MarkInfo<</Marked true>>>>", isApart: true },
    {
      value: `<</Type/Pages/Count ${pages.length}/Kids[${pages.map((_, at) => pageRef(at)).join(" ")}]>>`,
      isApart: true
    },
    { value: `<</Type/StructTreeRoot/RoleMap<<${roles}>>/ParentTree 4 0 R/K[${top}]/ParentTreeNextKey 99${root}>>` },
    { value: `<</Nums[${numbers.join(" ")}]>>` },
    ...fonts.map(({ stream, value }): WordObject => ({
      value,
      isApart: true,
      ...(stream === undefined ? {} : { stream })
    })),
    ...pages.flatMap((drawn, page): ReadonlyArray<WordObject> => [
      {
        value: `<</Type/Page/Parent 2 0 R/Resources<</Font<<${face}>>${more.length === 0 ? "" : `/XObject<</Fm0 ${firstMore} 0 R>>`}>>/MediaBox[0 0 842 595]/Contents ${firstPage + 2 * page + 1} 0 R/Tabs/S/StructParents ${page}/Annots[${annotations(page)}]>>`,
        isApart: true
      },
      { value: "<<>>", stream: drawn }
    ]),
    ...links.map(({ to }, at): WordObject => ({
      value: `<</Subtype/Link/Rect[40 500 200 520]/BS<</W 0>>/F 4/A<</Type/Action/S/URI/URI(${to})>>/StructParent ${pages.length + at}>>`,
      isApart: true
    })),
    ...more,
    ...elements
  ]
}
