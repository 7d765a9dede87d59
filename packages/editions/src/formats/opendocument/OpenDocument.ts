/**
 * The package of an OpenDocument file (ODT, ODS): its kind, by its media type.
 */
import type { Archive } from "../office/OfficeArchive.ts"
import { Unreadable } from "../office/Unreadable.ts"
import { readXml, valueOf } from "../office/Xml.ts"

/** The part that holds the text of a document, and the one that holds the styles shared by its pages. */
export const openDocumentContent = "content.xml"
export const openDocumentStyles = "styles.xml"

/** Longest media type read; the longest of OpenDocument has fewer than 80 characters. */
const longestType = 200

/** Returns the kind of an OpenDocument file; `undefined` for any other archive. Fails for an encrypted one. */
export const openDocumentKind = async (archive: Archive): Promise<"odt" | "ods" | undefined> => {
  if (!archive.has(openDocumentContent)) return undefined
  let stated = ""
  await archive.read("mimetype", (text) => {
    if (stated.length < longestType) stated += text
  })
  const { isEncrypted, type } = await readManifest(archive)
  const media = stated === "" ? type : stated
  const [, kind] = /^\s*application\/vnd\.oasis\.opendocument\.(text|spreadsheet)(?![a-z])/u.exec(media) ?? []
  if (kind === undefined) return undefined
  if (isEncrypted) throw new Unreadable("encrypted", openDocumentContent)
  return kind === "text" ? "odt" : "ods"
}

/** Reads the list of parts. A list that cannot be read says nothing: old programs gave it a document type. */
const readManifest = async (archive: Archive): Promise<{ readonly type: string; readonly isEncrypted: boolean }> => {
  let type = ""
  let isEncrypted = false
  try {
    await readXml(archive, "META-INF/manifest.xml", {
      open: (name, attributes) => {
        if (/(?:^|:)encryption-data$/u.test(name)) isEncrypted = true
        if (valueOf(attributes, "full-path") === "/") type = valueOf(attributes, "media-type") ?? ""
      }
    })
  } catch (error) {
    if (!(error instanceof Unreadable) || error.problem === "unpacksTooLarge") throw error
  }
  return { type, isEncrypted }
}
