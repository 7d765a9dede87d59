/**
 * Help: every command, argument, flag and example in both languages.
 */
import { readFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import * as CliOutput from "effect/cli/CliOutput"
import * as Command from "effect/cli/Command"
import type { HelpDoc } from "effect/cli/HelpDoc"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { commandTree } from "../src/CommandTree.ts"
import { helpText } from "../src/help/HelpText.ts"
import { svHelp } from "../src/help/svHelp.ts"
import { platform } from "../src/Platform.ts"
import { frist, fristIn } from "./frist.ts"

const tree = await commandTree()

/** Returns the declaration of a command, as the parser hands it to a presenter. */
const docOf = (...words: ReadonlyArray<string>): Promise<HelpDoc> =>
  Effect.runPromise(
    Effect.gen(function* () {
      const docs: Array<HelpDoc> = []
      const present: CliOutput.Presenter["present"] = (event) =>
        Effect.sync(() => void (event._tag === "Help" && docs.push(event.helpDoc)))
      yield* Command.runWith(tree, { version: "0" })([...words, "--help"]).pipe(
        Effect.provideService(CliOutput.Presenter, { present })
      )
      return docs[0] ?? expect.fail(`no help of ${words.join(" ")}`)
    }).pipe(Effect.provide(platform([])))
  )

const names = tree.subcommands.flatMap(({ commands }) => commands.map(({ name }) => name))
const root = await docOf()
const docs = new Map<string, HelpDoc>([["frist", root]])
for (const name of names) docs.set(name, await docOf(name))

describe.each([...docs])("the help of %s", (name, doc) => {
  const flags = name === "frist" ? [...doc.flags, ...(doc.globalFlags ?? [])] : doc.flags
  const listed = flags.filter((flag) => flag.name !== "log-level")

  it("is complete in Swedish", () => {
    const { shared, commands } = svHelp
    const own = commands[name] ?? expect.fail(`svHelp says nothing of ${name}`)
    for (const flag of listed) expect(own.flags?.[flag.name] ?? shared.flags[flag.name], `--${flag.name}`).toBeDefined()
    for (const argument of doc.args ?? [])
      expect(own.arguments?.[argument.name] ?? shared.arguments[argument.name], argument.name).toBeDefined()
    expect(own.examples ?? []).toHaveLength(doc.examples?.length ?? 0)
    for (const { group = "" } of doc.subcommands ?? []) expect(svHelp.group[group], group).toBeDefined()
  })

  it("is complete in English", () => {
    expect(doc.description).not.toBe("")
    for (const { description, name: of } of [...listed, ...(doc.args ?? [])])
      expect(
        Option.getOrElse(description, () => ""),
        of
      ).not.toMatch(/^(?:\(choices|$)/u)
    for (const { description } of doc.examples ?? []) expect(description ?? "").not.toBe("")
  })

  it("requires no flag that may be repeated", () => {
    const repeated = listed.filter(({ description }) =>
      Option.exists(description, (said) => said.includes("repeatable"))
    )
    expect(repeated.filter(({ required }) => required).map((flag) => flag.name)).toEqual([])
  })

  it("has no placeholder in English when it is in Swedish", () => {
    const placeholders = [doc.usage.replace(/^frist \w+/u, ""), ...listed.map(({ type }) => type)].flatMap(
      (words) => words.match(/\b[A-Z]+\b/gu) ?? []
    )
    for (const placeholder of placeholders) expect(svHelp.placeholders[placeholder], placeholder).toBeDefined()
  })

  it("says nothing of arguments and flags that do not exist", () => {
    const own = svHelp.commands[name]
    expect(Object.keys(own?.flags ?? {}).filter((of) => doc.flags.every((flag) => flag.name !== of))).toEqual([])
    expect(Object.keys(own?.arguments ?? {}).filter((of) => doc.args?.every((arg) => arg.name !== of))).toEqual([])
  })

  it.each(["sv", "en"] as const)("fits a terminal of 60 characters in %s", (language) => {
    const lines = helpText(doc, language, 60).split("\n")
    // Usage and examples are typed as they are.
    const text = lines.filter((line) => !/^ +frist /u.test(line))
    expect(text.filter((line) => line.length > 60)).toEqual([])
  })
})

describe("help", () => {
  it("says nothing of commands that do not exist", () => {
    expect(Object.keys(svHelp.commands).filter((name) => !docs.has(name))).toEqual([])
  })

  it("lists the commands in groups", async () => {
    const { err, exitCode, out } = await frist("--help")
    expect({ err, exitCode }).toEqual({ err: "", exitCode: 0 })
    for (const name of names) expect(out).toMatch(new RegExp(`^  ${name} `, "mu"))
    expect(out).toMatch(/^Läs in dokument\n {2}import /mu)
  })

  it("is in the language of the command line, or of the environment", async () => {
    expect((await frist("move", "--help")).out).toMatch(/^Ändra ett slutdatum[^]*<AKTIVITET> <DATUM>/u)
    expect((await frist("move", "--help", "--lang", "en")).out).toMatch(/^Move a deadline[^]*<ACTIVITY> <DATE>/u)
    expect((await fristIn({ FRIST_LANG: "en" }, "move", "--help")).out).toMatch(/^Move a deadline/u)
    expect((await fristIn({ FRIST_LANG: "en" }, "move", "--help", "--lang=sv")).out).toMatch(/^Ändra/u)
  })
})

it.each(names)(
  "a command line that begins with %s imports the module that declares it, and few others",
  async (name) => {
    const { subcommands } = await commandTree([name])
    const known = subcommands.flatMap(({ commands }) => commands.map((command) => command.name))
    expect(known).toContain(name)
    expect(known.length).toBeLessThan(10)
  }
)

it("no value of a flag is named by a type of the program", () => {
  const commands = readFileSync(new URL("../../../docs/reference/commands.md", import.meta.url), "utf8")
  expect(commands).toMatch(/^ +--title TITLE/mu)
  expect(commands).not.toMatch(/^ +--\S+ (?:string|integer|float|file|path|directory|choice)\b/mu)
})
