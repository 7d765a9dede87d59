/**
 * Every pattern in the sources that ship: those written as literals, by their syntax, and those made while a program
 * runs, by watching the constructor.
 */
import { globSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseAst } from "rolldown/parseAst"

/** The folder of the packages. */
export const packages = fileURLToPath(new URL("../../packages/", import.meta.url))

/** A pattern and where it is written. */
export interface ShippedPattern {
  readonly pattern: RegExp
  /** The file, below the folder of the packages, and the line. */
  readonly place: string
}

/** The source files that ship. The bundled scripts of pages are made from some of them. */
export const sources = (): ReadonlyArray<string> =>
  globSync(["*/src/**/*.ts", "*/page/**/*.ts"], { cwd: packages })
    .filter((file) => !/(?:PageScript|VerifyPageScript)\.ts$/u.test(file) && !file.includes("node_modules"))
    .toSorted()

interface Found {
  readonly literals: ReadonlyArray<ShippedPattern>
  /** The places that make a pattern while they run. */
  readonly made: ReadonlyArray<string>
}

/** Finds the patterns that a source file writes, and the places where it makes others. */
export const patternsIn = (file: string): Found => {
  const source = readFileSync(join(packages, file), "utf8")
  const literals: Array<ShippedPattern> = []
  const made: Array<string> = []
  const placeOf = (at: number): string => `${file}:${source.slice(0, at).split("\n").length}`
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      for (const each of node) visit(each)
      return
    }
    if (typeof node !== "object" || node === null) return
    const { callee, regex, start, type } = node as {
      readonly type?: string
      readonly start: number
      readonly regex?: { readonly pattern: string; readonly flags: string }
      readonly callee?: { readonly name?: string }
    }
    if (regex !== undefined) literals.push({ pattern: new RegExp(regex.pattern, regex.flags), place: placeOf(start) })
    if ((type === "NewExpression" || type === "CallExpression") && callee?.name === "RegExp") made.push(placeOf(start))
    for (const each of Object.values(node)) visit(each)
  }
  visit(parseAst(source, { lang: "ts" }))
  return { literals, made }
}
