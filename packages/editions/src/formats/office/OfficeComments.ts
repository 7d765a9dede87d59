/**
 * The comments in a file of Office or OpenDocument, which are beside its text and in none of its cells.
 */
import type { Archive } from "./OfficeArchive.ts"
import { readXml } from "./Xml.ts"

/** The parts that hold comments: of Word, of Excel, and the threads that newer versions of Excel keep beside those. */
const commentParts = /^(?:word\/comments|xl\/comments|xl\/comments\/comment)\d{0,6}\.xml$|^xl\/threadedcomments\//iu

/** The element of one comment, in each format. */
const commentElement = /^(?:comment|threadedComment|annotation|office:annotation)$/u

/** Elements of a comment whose text is not its words. */
const asideElement = /(?:^|:)(?:creator|date|date-string|creator-initials)$/u

/** Returns the words of each comment. What Excel writes for programs without threads is a comment as well. */
export const commentsIn = async (archive: Archive, main: string): Promise<ReadonlyArray<string>> => {
  const found = new Set<string>()
  let words: string | null = null
  const parts = [...archive.names()].filter((name) => commentParts.test(name))
  for (const part of main.endsWith("content.xml") ? [main] : parts) {
    await readXml(archive, part, {
      open: (name) => {
        if (commentElement.test(name)) words = ""
      },
      text: (text, path) => {
        if (words !== null && !path.some((name) => asideElement.test(name))) words += text
      },
      close: (name) => {
        if (words === null) return
        if (/(?:^|:)p$/u.test(name)) words += " "
        if (!commentElement.test(name)) return
        if (words.trim() !== "") found.add(words.replace(/\s+/gu, " ").trim())
        words = null
      }
    })
  }
  return [...found]
}
