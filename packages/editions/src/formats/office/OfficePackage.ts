/**
 * The package of an office file: its kind, by its list of contents, and the places of its parts.
 */
import { type Archive, openArchive } from "./OfficeArchive.ts"
import { openDocumentContent, openDocumentKind } from "../opendocument/OpenDocument.ts"
import { Unreadable } from "./Unreadable.ts"
import { readXml, valueOf } from "./Xml.ts"

type Kind = "docx" | "xlsx" | "odt" | "ods"

export interface OfficePackage {
  readonly archive: Archive
  readonly kind: Kind
  /** The name of the part that holds the document or workbook. */
  readonly main: string
}

/** A relationship of a part to another part of the same file. */
interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Opens a ZIP file as a document or workbook of Office or OpenDocument. Macros in it are never looked at. */
export const openPackage = async (bytes: Uint8Array): Promise<OfficePackage> => {
  const archive = await openArchive(bytes)
  const open = await openDocumentKind(archive)
  return open === undefined ? await openOffice(archive) : { archive, kind: open, main: openDocumentContent }
}

const openOffice = async (archive: Archive): Promise<OfficePackage> => {
  const types = await contentTypes(archive)
  const start = (await relationships(archive, "")).find(({ type }) => type.endsWith("/officeDocument"))
  if (start === undefined) throw new Unreadable("unknownFormat")
  const type = types(start.target)
  if (/ms-excel\.sheet\.binary\./iu.test(type)) throw new Unreadable("binaryWorkbook")
  const kind = officeKinds.find(([pattern]) => pattern.test(type))?.[1]
  if (kind === undefined) throw new Unreadable("unknownFormat")
  if (!archive.has(start.target)) throw new Unreadable("damaged", start.target)
  return { archive, kind, main: start.target }
}

/** Types of documents and workbooks, of templates for them, and of both with macros. */
const officeKinds: ReadonlyArray<readonly [type: RegExp, kind: Kind]> = [
  [/wordprocessingml\.(?:document|template)\.main\+xml$/iu, "docx"],
  [/ms-word\.(?:document\.macroEnabled|template\.macroEnabledTemplate)\.main\+xml$/iu, "docx"],
  [/spreadsheetml\.(?:sheet|template)\.main\+xml$/iu, "xlsx"],
  [/ms-excel\.(?:sheet|template)\.macroEnabled\.main\+xml$/iu, "xlsx"]
]

const contentTypes = async (archive: Archive): Promise<(part: string) => string> => {
  const overrides = new Map<string, string>()
  const defaults = new Map<string, string>()
  await readXml(archive, "[Content_Types].xml", {
    open: (name, attributes) => {
      const type = attributes["ContentType"] ?? ""
      if (name === "Override") overrides.set((attributes["PartName"] ?? "").replace(/^\//u, "").toLowerCase(), type)
      if (name === "Default") defaults.set((attributes["Extension"] ?? "").toLowerCase(), type)
    }
  })
  return (part) =>
    overrides.get(part.toLowerCase()) ?? defaults.get(part.slice(part.lastIndexOf(".") + 1).toLowerCase()) ?? ""
}

/** Returns the relationships of a part, with targets as part names; the archive's own where `part` is empty. */
export const relationships = async (archive: Archive, part: string): Promise<ReadonlyArray<Relationship>> => {
  const folder = part.slice(0, part.lastIndexOf("/") + 1)
  const found: Array<Relationship> = []
  await readXml(archive, `${folder}_rels/${part.slice(folder.length)}.rels`, {
    open: (name, attributes) => {
      if (name !== "Relationship" || attributes["TargetMode"] === "External") return
      const target = attributes["Target"] ?? ""
      const id = valueOf(attributes, "Id") ?? ""
      found.push({ id, type: attributes["Type"] ?? "", target: resolved(folder, target) })
    }
  })
  return found
}

const resolved = (folder: string, target: string): string => {
  const steps: Array<string> = []
  for (const step of (target.startsWith("/") ? target : `${folder}${target}`).split("/")) {
    if (step === "..") steps.pop()
    else if (step !== "" && step !== ".") steps.push(step)
  }
  return steps.join("/")
}
