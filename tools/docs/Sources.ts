/**
 * What the sources say of themselves: the sentence a module opens with, what it exports, and the comment above a name.
 */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseAst } from "rolldown/parseAst"

export const packages = fileURLToPath(new URL("../../packages", import.meta.url))

const plain = (comment: string): string =>
  comment
    .replace(/^\/\*\*|\*\/$/gu, "")
    .replace(/^\s*\*? ?/gmu, "")
    .replace(/\s+/gu, " ")
    .trim()

/** The comment that ends where the code begins, on one line; nothing where there is none. */
export const commentBefore = (source: string, at: number): string => {
  const found = /\/\*\*(?:(?!\*\/)[^])*\*\/\s*$/u.exec(source.slice(0, at))
  return found === null ? "" : plain(found[0].trim())
}

/** The sentences a module opens with. */
export const opening = (source: string): string => {
  const found = /^\/\*\*(?:(?!\*\/)[^])*\*\//u.exec(source)
  return found === null ? "" : plain(found[0])
}

/** A name that a module exports, with what is said of it where it is declared. */
export interface Exported {
  readonly name: string
  readonly says: string
}

const declared = (node: { readonly type: string }): ReadonlyArray<string> => {
  const declaration = node as {
    readonly id?: { readonly name: string }
    readonly declarations?: ReadonlyArray<{ readonly id: { readonly name: string } }>
  }
  return (
    declaration.declarations?.map(({ id }) => id.name) ?? (declaration.id === undefined ? [] : [declaration.id.name])
  )
}

const nameOf = (node: { readonly type: string }): string => {
  const name = node as { readonly name?: string; readonly value?: string }
  return name.name ?? name.value ?? ""
}

/** Every name that a module exports, once, in the order in which they stand; through other modules too. */
export const exportsOf = (file: string): ReadonlyArray<Exported> => {
  const source = readFileSync(file, "utf8")
  const found = new Map<string, string>()
  const add = (name: string, says: string) => {
    if ((found.get(name) ?? "") === "") found.set(name, says)
  }
  for (const node of parseAst(source, { lang: "ts", sourceType: "module" }, file).body) {
    if (node.type === "ExportNamedDeclaration") {
      if (node.declaration !== null)
        for (const name of declared(node.declaration)) add(name, commentBefore(source, node.start))
      const from = node.source?.value
      const there = from?.startsWith(".") === true ? exportsOf(join(dirname(file), from)) : []
      for (const { exported, local } of node.specifiers) {
        add(nameOf(exported), there.find(({ name }) => name === nameOf(local))?.says ?? "")
      }
    }
    if (node.type === "ExportAllDeclaration") {
      const target = join(dirname(file), node.source.value)
      if (node.exported === null) for (const { name, says } of exportsOf(target)) add(name, says)
      else add(nameOf(node.exported), opening(readFileSync(target, "utf8")))
    }
  }
  return [...found].map(([name, says]) => ({ name, says }))
}
