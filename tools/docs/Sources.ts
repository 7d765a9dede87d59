/**
 * Reads the sources: the opening sentence of a module, the names it exports, and the comment above each.
 */
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseAst } from "rolldown/parseAst"

/** The folder of the packages. */
export const packages = fileURLToPath(new URL("../../packages", import.meta.url))

const plain = (comment: string): string =>
  comment
    .replace(/^\/\*\*|\*\/$/gu, "")
    .replace(/^\s*\*? ?/gmu, "")
    .replace(/\s+/gu, " ")
    .trim()

/** Returns the comment that ends where the code begins, on one line; an empty string if there is none. */
export const commentBefore = (source: string, at: number): string => {
  const before = source.slice(0, at).trimEnd()
  return before.endsWith("*/") ? plain(before.slice(before.lastIndexOf("/**"))) : ""
}

/** Returns the sentences a module opens with. */
export const opening = (source: string): string => {
  const found = /^\/\*\*(?:(?!\*\/)[^])*\*\//u.exec(source)
  return found === null ? "" : plain(found[0])
}

/** A name that a module exports, with the comment above its declaration and the file that declares it. */
export interface ExportedName {
  readonly name: string
  readonly says: string
  readonly declaredIn: string
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

/** Returns the file that an import from `file` names, if it is one of the packages' sources. */
export const sourceOf = (file: string, specifier: string): string | undefined => {
  if (specifier.startsWith(".")) return join(dirname(file), specifier)
  const [, name = "", path = "index"] = /^@frist\/(\w+)(?:\/(.+))?$/u.exec(specifier) ?? []
  const source = join(packages, name, "src", `${path}.ts`)
  return name !== "" && existsSync(source) ? source : undefined
}

/** Returns every name that a module exports, once, in the order of the source; names of other modules included. */
export const exportsOf = (file: string): ReadonlyArray<ExportedName> => {
  const source = readFileSync(file, "utf8")
  const found = new Map<string, ExportedName>()
  const add = (each: ExportedName) => {
    const before = found.get(each.name)
    if (before === undefined || before.says === "") found.set(each.name, each)
  }
  for (const node of parseAst(source, { lang: "ts", sourceType: "module" }, file).body) {
    if (node.type === "ExportNamedDeclaration") {
      if (node.declaration !== null)
        for (const name of declared(node.declaration))
          add({ name, says: commentBefore(source, node.start), declaredIn: file })
      const target = node.source === null ? undefined : sourceOf(file, node.source.value)
      const there = target === undefined ? [] : exportsOf(target)
      for (const { exported, local } of node.specifiers) {
        const original = there.find(({ name }) => name === nameOf(local))
        add({ says: "", declaredIn: file, ...original, name: nameOf(exported) })
      }
    }
    if (node.type === "ExportAllDeclaration") {
      const target = sourceOf(file, node.source.value)
      if (target === undefined) continue
      if (node.exported === null) for (const each of exportsOf(target)) add(each)
      else add({ name: nameOf(node.exported), says: opening(readFileSync(target, "utf8")), declaredIn: target })
    }
  }
  return [...found.values()]
}
