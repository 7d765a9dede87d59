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
const longest = 900

const oneLine = (text: string): string =>
  text
    .replace(/\/\*[^]*?\*\/|\/\/[^\n]*/gu, "")
    .replace(/\s+/gu, " ")
    .replace(/([([{<]) /gu, "$1")
    .replace(/,? ([)\]>])/gu, "$1")
    .replace(/= \| /gu, "= ")
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

/** The initial value of a constant that the module declares. */
type Constants = ReadonlyMap<string, Node>

const constantsOf = (body: ReadonlyArray<Node>): Constants =>
  new Map(
    body
      .map((node) => (node.type === "ExportNamedDeclaration" ? node["declaration"] : node))
      .filter((node) => isNode(node) && node.type === "VariableDeclaration")
      .flatMap((node) => list(isNode(node) ? node["declarations"] : undefined))
      .flatMap((each) => (isNode(each["init"]) ? [[nameOf(each["id"]), each["init"]] as const] : []))
  )

/** The value that an expression names, where that is a constant of the module. */
const resolved = (node: Node, constants: Constants): Node =>
  node.type === "Identifier" ? (constants.get(nameOf(node)) ?? node) : node

/** What a schema describes: its fields, its cases, or nothing that its source shows. */
const schemaShape = (node: Node, constants: Constants, source: string): string => {
  const value = resolved(node, constants)
  if (value.type !== "CallExpression") return ""
  const what = called(value, source)
  const [first] = list(value["arguments"])
  const literal = first === undefined ? undefined : resolved(first, constants)
  const fields = literal?.type === "ObjectExpression" ? fieldsOf(literal, constants, source) : []
  if (what === "Schema.Struct") return ` of { ${fields.join(", ")} }`
  if (what === "Schema.TaggedUnion") return ` of ${fields.join(" | ")}`
  if (what === "Schema.Literals")
    return ` of ${oneLine(source.slice(first?.start, first?.end)).replace(/^\[|\]$/gu, "")}`
  const callee = value["callee"]
  return isNode(callee) && callee.type === "MemberExpression" && isNode(callee["object"])
    ? schemaShape(callee["object"], constants, source)
    : ""
}

/** The functions that stand on a schema, each with its parameters and result. */
const functionsOn = (object: Node, constants: Constants, source: string): string =>
  list(object["properties"])
    .flatMap(({ key, value }) => {
      if (!isNode(key) || !isNode(value)) return []
      const body = resolved(value, constants)
      return [body.type === "ArrowFunctionExpression" ? functionSignature(nameOf(key), body, source) : nameOf(key)]
    })
    .join("; ")

const valueSignature = (name: string, declarator: Node, constants: Constants, source: string): string => {
  const declared = annotation(isNode(declarator["id"]) ? declarator["id"]["typeAnnotation"] : undefined, source)
  if (declared !== undefined) return `${name}: ${declared}`
  const init = declarator["init"]
  if (!isNode(init)) return name
  if (init.type === "ArrowFunctionExpression") return functionSignature(name, init, source)
  if (init.type !== "CallExpression") return `${name}: value`
  const what = called(init, source)
  if (what.startsWith("Effect.fn")) {
    const body = list(init["arguments"]).find(({ type }) => /Function/u.test(type))
    if (body !== undefined) return functionSignature(name, body, source)
  }
  const [schema, functions] = list(init["arguments"])
  return what === "Object.assign" && schema !== undefined && functions !== undefined
    ? `${name}: Schema${schemaShape(schema, constants, source)}, with ${functionsOn(functions, constants, source)}`
    : `${name}: Schema${schemaShape(init, constants, source)}`
}

/** The members of an interface, an object type or a service, each without its comment. */
const members = (body: unknown, source: string): string =>
  isNode(body)
    ? list(body["members"] ?? body["body"])
        .map(({ end, start }) => oneLine(source.slice(start, end)).replace(/^readonly /u, ""))
        .join("; ")
    : ""

/** The names of an object's fields; a constant that is spread in gives its own. */
const fieldsOf = (object: Node | undefined, constants: Constants, source: string): ReadonlyArray<string> =>
  list(object?.["properties"]).flatMap((property) => {
    if (isNode(property["key"])) return [source.slice(property["key"].start, property["key"].end)]
    const spread = isNode(property["argument"]) ? resolved(property["argument"], constants) : undefined
    return spread?.type === "ObjectExpression"
      ? fieldsOf(spread, constants, source)
      : [source.slice(property.start, property.end)]
  })

/** The object literal among the arguments of a call, or of the call that it calls. */
const literalIn = (node: Node): Node | undefined =>
  list(node["arguments"]).find(({ type }) => type === "ObjectExpression") ??
  (isNode(node["callee"]) && node["callee"].type === "CallExpression" ? literalIn(node["callee"]) : undefined)

const typeArguments = (node: Node): ReadonlyArray<Node> => {
  const own = isNode(node["typeArguments"]) ? list(node["typeArguments"]["params"]) : []
  const callee = node["callee"]
  return own.length > 1 || !isNode(callee) || callee.type !== "CallExpression" ? own : typeArguments(callee)
}

/** The interfaces that an interface extends. */
const parents = (node: Node, source: string): string => {
  const extended = list(node["extends"]).map(({ end, start }) => oneLine(source.slice(start, end)))
  return extended.length === 0 ? "" : ` extends ${extended.join(", ")}`
}

/** The public methods and getters of a class, with their parameters and results. */
const publicMembers = (node: Node, source: string): string =>
  isNode(node["body"])
    ? list(node["body"]["body"])
        .flatMap((member) => {
          const { key, value } = member
          if (!isNode(key) || key.type !== "Identifier" || member["accessibility"] === "private") return []
          if (nameOf(key) === "constructor" || !isNode(value) || !/Function/u.test(value.type)) return []
          const whole = functionSignature(nameOf(key), value, source)
          return [
            `${member["static"] === true ? "static " : ""}${member["kind"] === "get" ? whole.replace("()", "") : whole}`
          ]
        })
        .join("; ")
    : ""

const classSignature = (name: string, node: Node, source: string): string => {
  const parent = node["superClass"]
  if (!isNode(parent) || parent.type !== "CallExpression") {
    const own = publicMembers(node, source)
    return `class ${name}${isNode(parent) ? ` extends ${source.slice(parent.start, parent.end)}` : ""}${own === "" ? "" : ` { ${own} }`}`
  }
  const what = called(parent, source)
  if (/TaggedError/u.test(what))
    return `class ${name} extends Error { ${fieldsOf(literalIn(parent), new Map(), source).join(", ")} }`
  if (/Context\.Service/u.test(what)) return `service ${name} { ${members(typeArguments(parent)[1], source)} }`
  return `class ${name}`
}

const declarationSignature = (
  node: Node,
  constants: Constants,
  source: string
): ReadonlyArray<readonly [string, string]> => {
  const name = nameOf(node["id"])
  switch (node.type) {
    case "VariableDeclaration":
      return list(node["declarations"]).map((each) => [
        nameOf(each["id"]),
        valueSignature(nameOf(each["id"]), each, constants, source)
      ])
    case "FunctionDeclaration":
      return [[name, functionSignature(name, node, source)]]
    case "ClassDeclaration":
      return [[name, classSignature(name, node, source)]]
    case "TSInterfaceDeclaration":
      return [[name, `interface ${name}${parents(node, source)} { ${members(node["body"], source)} }`]]
    default:
      return [[name, oneLine(source.slice(node.start, node.end))]]
  }
}

/** Every exported name of a module with its signature; a schema and its type share one. */
export const signaturesOf = (file: string): ReadonlyMap<string, string> => {
  const source = readFileSync(file, "utf8")
  const found = new Map<string, string>()
  const body = parseAst(source, { lang: "ts", sourceType: "module" }, file).body as unknown as ReadonlyArray<Node>
  const constants = constantsOf(body)
  for (const node of body) {
    if (node.type !== "ExportNamedDeclaration") continue
    if (isNode(node["declaration"])) {
      for (const [name, signature] of declarationSignature(node["declaration"], constants, source)) {
        if (!found.has(name) || found.get(name)?.startsWith("type ") === true) found.set(name, shortened(signature))
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
