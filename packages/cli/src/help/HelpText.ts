/**
 * The help of a command as text: a function of its declaration, a language and a width. The declaration is in English;
 * Swedish is looked up by the names of the command and its flags.
 */
import type { ArgDoc, ExampleDoc, FlagDoc, HelpDoc } from "effect/cli/HelpDoc"
import type { Language } from "@frist/reports/words/Language"
import * as Option from "effect/Option"
import wrapAnsi from "wrap-ansi"
import type { CommandHelp } from "./CommandHelp.ts"
import { enHelp } from "./enHelp.ts"
import { svHelp } from "./svHelp.ts"

const helps: Readonly<Record<Language, typeof enHelp>> = { sv: svHelp, en: enHelp }

/** Help is read best in lines of this many characters. */
const widest = 100

/** A row of a list: a command, an argument or a flag, and what it is. */
type Row = readonly [name: string, described: string]

/** Returns the help of a command. */
export const helpText = (doc: HelpDoc, language: Language, width: number): string => {
  const help = helps[language]
  const name = doc.commandPath?.at(-1) ?? ""
  const own = help.commands[name]
  const isRoot = doc.subcommands !== undefined
  const described = describedBy(language, own)
  const across = Math.min(width, widest)
  const groups = (doc.subcommands ?? []).map(({ commands, group = "" }) =>
    section(
      help.group[group] ?? group,
      commands.map((each): Row => [each.name, help.commands[each.name]?.about ?? each.description]),
      across
    )
  )
  const builtIn = (doc.globalFlags ?? []).filter((flag) => !hidden.has(flag.name))
  const inherited = (doc.inheritedFlags ?? []).map((flag) => `--${flag.name}`)
  return [
    wrapped(own?.about ?? doc.description, 0, across),
    `${help.heading.usage}\n  ${placeholdersIn(doc.usage, language)}`,
    section(help.heading.arguments, (doc.args ?? []).map(described.argument), across),
    ...groups,
    section(
      isRoot ? help.heading.shared : help.heading.flags,
      [...doc.flags, ...(isRoot ? builtIn : [])].map(described.flag),
      across
    ),
    doc.examples === undefined ? "" : `${help.heading.examples}\n${examples(doc.examples, own, across)}`,
    wrapped(isRoot ? help.more : inherited.length === 0 ? "" : help.sharedToo(inherited.join(", ")), 0, across)
  ]
    .filter((part) => part !== "")
    .join("\n\n")
}

/** Frist logs nothing. */
const hidden: ReadonlySet<string> = new Set(["log-level"])

/** Returns a usage or a placeholder in a language: `<ACTIVITY>` becomes `<AKTIVITET>`. */
export const placeholdersIn = (usage: string, language: Language): string => {
  const { placeholders } = helps[language]
  return usage.replace(/\b[A-Z]+\b|(?<=[<[])[a-z]+(?=[>\]])|^choice$/gu, (word) => placeholders[word] ?? word)
}

const choicesBegin = " (choices: "

/** Returns how the arguments and the flags of a command are described. */
const describedBy = (language: Language, own: CommandHelp | undefined) => {
  const help = helps[language]
  const argument = ({ description, name, required, variadic }: ArgDoc): Row => {
    const words = own?.arguments?.[name] ?? help.shared.arguments[name] ?? Option.getOrElse(description, () => "")
    return [`${placeholdersIn(name, language)}${variadic ? " …" : ""}`, required ? words : help.optional(words)]
  }
  const flag = ({ aliases, description, name, required, type }: FlagDoc): Row => {
    const said = Option.getOrElse(description, () => "")
    const at = said.endsWith(")") ? said.indexOf(choicesBegin) : -1
    const [declared, choices] =
      at === -1 ? [said, undefined] : [said.slice(0, at), said.slice(at + choicesBegin.length, -1)]
    const words = own?.flags?.[name] ?? help.shared.flags[name] ?? declared
    const value = type === "boolean" ? "" : ` ${placeholdersIn(/^[<[]/u.test(type) ? "SHELL" : type, language)}`
    return [
      `${[`--${name}`, ...aliases].join(", ")}${value}`,
      required ? help.required(words) : choices === undefined ? words : help.choice(words, choices)
    ]
  }
  return { argument, flag }
}

const section = (heading: string, rows: ReadonlyArray<Row>, width: number): string => {
  if (rows.length === 0) return ""
  const column = Math.min(Math.max(...rows.map(([name]) => name.length)), 24) + 4
  const lines = rows.map(([name, described]) => {
    const text = wrapped(described, column, width)
    return name.length + 3 > column ? `  ${name}\n${text}` : `  ${name}`.padEnd(column) + text.trimStart()
  })
  return [heading, ...lines].join("\n")
}

const examples = (shown: ReadonlyArray<ExampleDoc>, own: CommandHelp | undefined, width: number): string =>
  shown
    .map(({ command, description = "" }, at) => {
      const about = wrapped(own?.examples?.[at] ?? description, 2, width)
      return `${about}\n    ${command}`
    })
    .join("\n")

/** Wraps words to a width, with each line indented. */
const wrapped = (words: string, indent: number, width: number): string =>
  wrapAnsi(words, Math.max(width - indent, 20))
    .split("\n")
    .map((line) => `${" ".repeat(indent)}${line}`.trimEnd())
    .join("\n")
