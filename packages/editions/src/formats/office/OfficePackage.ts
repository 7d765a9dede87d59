/**
 * The package of an office file: its kind, by its list of contents, and the places of its parts.
 */
import { type Archive, openArchive } from "./OfficeArchive.ts"
import { openDocumentContent, openDocumentKind } from "./OpenDocument.ts"
import { Unreadable } from "./Unreadable.ts"
import { readXml, valueOf } from "./Xml.ts"

export interface OfficePackage {
  readonly archive: Archive
  readonly kind: "docx" | "xlsx" | "odt" | "ods"
  /** The name of the part that holds the document or workbook. */
  readonly main: string
}

/** A relationship of a part to another part of the same file. */
interface Relationship {
  readonly id: string
  readonly type: string
  readonly target: string
}

/** Opens a ZIP file as a text document or a workbook. Macros of a Word document are left where they are. */
export const openPackage = async (bytes: Uint8Array): Promise<OfficePackage> => {
  const archive = await openArchive(bytes)
  const open = await openDocumentKind(archive)
  if (open !== undefined) return { archive, kind: open, main: openDocumentContent }
  const types = await contentTypes(archive)
  const start = (await relationships(archive, "")).find(({ type }) => type.endsWith("/officeDocument"))
  if (start === undefined) throw new Unreadable("unknownFormat")
  const type = types(start.target)
  if (/(?:wordprocessingml\.|ms-word\.)(?:document|template)\.(?:macroEnabled(?:Template)?\.)?main\+xml$/u.test(type)) {
    if (!archive.has(start.target)) throw new Unreadable("damaged", start.target)
    return { archive, kind: "docx", main: start.target }
  }
  if (/macroEnabled/iu.test(type) || [...archive.names()].some((name) => name.endsWith("vbaproject.bin")))
    throw new Unreadable("macros")
  if (!archive.has(start.target)) throw new Unreadable("damaged", start.target)
  if (/spreadsheetml\.(?:sheet|template)\.main\+xml$/u.test(type)) return { archive, kind: "xlsx", main: start.target }
  throw new Unreadable("unknownFormat")
}

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
