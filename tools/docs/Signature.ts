/**
 * The signature of an exported name as its source declares it: parameters and result of a function, members of an
 * interface, cases of a schema.
 */
import { readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { parseAst } from "rolldown/parseAst"

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly [key: string]: unknown
}

const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null && "type" in value
const list = (value: unknown): ReadonlyArray<Node> => (Array.isArray(value) ? value.filter(isNode) : [])

/** Longest signature that is shown whole. */
const longest = 600

const oneLine = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/([([{<]) /gu, "$1")
    .replace(/,? ([)\]>])/gu, "$1")
    .trim()

const shortened = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

const annotation = (value: unknown, source: string): string | undefined => {
  if (!isNode(value) || !isNode(value["typeAnnotation"])) return undefined
  const { end, start } = value["typeAnnotation"]
  return oneLine(source.slice(start, end))
}

const parameters = (node: Node, source: string): string =>
  list(node["params"])
    .map(({ end, start }) => oneLine(source.slice(start, end)))
    .join(", ")

const nameOf = (value: unknown): string => (isNode(value) && typeof value["name"] === "string" ? value["name"] : "")

/** The name that is called: `Effect.fn` of `Effect.fn("x")(…)`. */
const called = (node: Node, source: string): string => {
  const callee = node["callee"]
  if (!isNode(callee)) return ""
  return callee.type === "CallExpression" ? called(callee, source) : source.slice(callee.start, callee.end)
}

const functionSignature = (name: string, node: Node, source: string): string => {
  const generics = isNode(node["typeParameters"])
    ? oneLine(source.slice(node["typeParameters"].start, node["typeParameters"].end))
    : ""
  const returns = annotation(node["returnType"], source)?.replace("Effect.fn.Return<", "Effect.Effect<")
  return `${name}${generics}(${parameters(node, source)})${returns === undefined ? "" : `: ${returns}`}`
}

const valueSignature = (name: string, declarator: Node, source: string): string => {
  const declared = annotation(isNode(declarator["id"]) ? declarator["id"]["typeAnnotation"] : undefined, source)
  if (declared !== undefined) return `${name}: ${declared}`
  const init = declarator["init"]
  if (!isNode(init)) return name
  if (init.type === "ArrowFunctionExpression") return functionSignature(name, init, source)
  if (init.type === "CallExpression") {
    const what = called(init, source)
    if (what.startsWith("Effect.fn")) {
      const body = list(init["arguments"]).find(({ type }) => /Function/u.test(type))
      if (body !== undefined) return functionSignature(name, body, source)
    }
    if (/^Schema\.Struct$/u.test(what)) return `${name}: Schema of { ${fieldsOf(literalIn(init), source)} }`
    if (/^Schema\.TaggedUnion$/u.test(what))
      return `${name}: Schema of ${fieldsOf(literalIn(init), source).replaceAll(", ", " | ")}`
    return `${name}: ${/^Schema\.|\.check$|\.pipe$/u.test(what) ? "Schema" : "value"}`
  }
  return `${name}: value`
}

/** The members of an interface, an object type or a service, each without its comment. */
const members = (body: unknown, source: string): string =>
  isNode(body)
    ? list(body["members"] ?? body["body"])
        .map(({ end, start }) => oneLine(source.slice(start, end)).replace(/^readonly /u, ""))
        .join("; ")
    : ""

/** Fields of the object that a schema or an error is made of. */
const fieldsOf = (object: Node | undefined, source: string): string =>
  object === undefined
    ? ""
    : list(object["properties"])
        .map(({ end, key, start }) => (isNode(key) ? source.slice(key.start, key.end) : source.slice(start, end)))
        .join(", ")

/** The object literal among the arguments of a call, or of the call that it calls. */
const literalIn = (node: Node): Node | undefined =>
  list(node["arguments"]).find(({ type }) => type === "ObjectExpression") ??
  (isNode(node["callee"]) && node["callee"].type === "CallExpression" ? literalIn(node["callee"]) : undefined)

const typeArguments = (node: Node): ReadonlyArray<Node> => {
  const own = isNode(node["typeArguments"]) ? list(node["typeArguments"]["params"]) : []
  const callee = node["callee"]
  return own.length > 1 || !isNode(callee) || callee.type !== "CallExpression" ? own : typeArguments(callee)
}

const classSignature = (name: string, node: Node, source: string): string => {
  const parent = node["superClass"]
  if (!isNode(parent) || parent.type !== "CallExpression") return `class ${name}`
  const what = called(parent, source)
  if (/TaggedError/u.test(what)) return `class ${name} extends Error { ${fieldsOf(literalIn(parent), source)} }`
  if (/Context\.Service/u.test(what)) return `service ${name} { ${members(typeArguments(parent)[1], source)} }`
  return `class ${name}`
}

const declarationSignature = (node: Node, source: string): ReadonlyArray<readonly [string, string]> => {
  const name = nameOf(node["id"])
  switch (node.type) {
    case "VariableDeclaration":
      return list(node["declarations"]).map((each) => [
        nameOf(each["id"]),
        valueSignature(nameOf(each["id"]), each, source)
      ])
    case "FunctionDeclaration":
      return [[name, functionSignature(name, node, source)]]
    case "ClassDeclaration":
      return [[name, classSignature(name, node, source)]]
    case "TSInterfaceDeclaration":
      return [[name, `interface ${name} { ${members(node["body"], source)} }`]]
    default:
      return [[name, oneLine(source.slice(node.start, node.end))]]
  }
}

/** Every exported name of a module with its signature; a schema and its type share one. */
export const signaturesOf = (file: string): ReadonlyMap<string, string> => {
  const source = readFileSync(file, "utf8")
  const found = new Map<string, string>()
  const program = parseAst(source, { lang: "ts", sourceType: "module" }, file)
  for (const node of program.body as unknown as ReadonlyArray<Node>) {
    if (node.type !== "ExportNamedDeclaration") continue
    if (isNode(node["declaration"])) {
      for (const [name, signature] of declarationSignature(node["declaration"], source)) {
        if (!found.has(name)) found.set(name, shortened(signature))
      }
    }
    const from = isNode(node["source"]) ? String(node["source"]["value"]) : ""
    if (!from.startsWith(".")) continue
    const there = signaturesOf(join(dirname(file), from))
    for (const { exported, local } of node["specifiers"] as ReadonlyArray<{ exported: Node; local: Node }>) {
      const signature = there.get(nameOf(local))
      if (signature !== undefined) found.set(nameOf(exported), signature)
    }
  }
  return found
}
