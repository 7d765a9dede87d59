/**
 * Bundles the scripts that a browser runs, in the HTML report, in a served page and in a bundle's page, into modules of the sources: an
 * installed Frist needs no bundler, and the same report has the same bytes.
 */
import { writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import * as Schema from "effect/Schema"
import { type Plugin, rolldown } from "rolldown"
import { withWording, wordingModule, wordingOf } from "./Wording.ts"

const at = (path: string): string => fileURLToPath(new URL(`../../packages/${path}`, import.meta.url))

/** Returns the source of the module `PageScript.ts`. */
export const pageModule = (): Promise<string> =>
  bundled(at("reports/page/Page.ts"), "pageScript", [
    " * The script of the HTML report, made from packages/reports/page."
  ])

/** Returns the source of the module `PageScript.ts` of served pages. */
export const livePageModule = (): Promise<string> =>
  bundled(at("reports/page/LivePage.ts"), "livePageScript", [
    " * The script of a served page, made from packages/reports/page."
  ])

/** What the writer of CSV needs of Node: the byte order mark as text, and that nothing else is a buffer. */
const buffer = 'const Buffer={isBuffer:()=>false,from:()=>"\\ufeff"};'

/**
 * Returns the source of `VerifyPageScript.ts`: the verifier, and what makes the tables of a bundle again, with Node's
 * SHA-256 and Ed25519 replaced by portable ones.
 */
export const verifyPageModule = (wording: string): Promise<string> =>
  bundled(
    at("cli/page/VerifyPage.ts"),
    "verifyPageScript",
    [" * The script of a bundle's page, made from packages/cli/page."],
    [
      {
        name: "without Node",
        resolveId: (name) => {
          const [, module] = /(?:^|\/)(Sha256|Ed25519)(?:\.ts)?$/u.exec(name) ?? []
          return module === undefined ? null : at(`evidence/page/${module}.ts`)
        }
      },
      withWording(wording)
    ],
    buffer
  )

/** Replaces every schema by an empty function that has every method: a page decodes nothing. */
const withoutSchemas: Plugin = {
  name: "without schemas",
  resolveId: (name) => (name === "effect/Schema" ? "\0no-schemas" : null),
  load: (id) =>
    id === "\0no-schemas"
      ? `const empty = () => new Proxy(() => empty(), { get: (own, key) => own[key] ?? empty() })
         const schema = empty()
         export { ${Object.keys(Schema)
           .map((name) => `schema as ${name}`)
           .join(", ")} }`
      : null
}

const bundledModules = new Set<string>()

/** Returns the files that the scripts of pages contain. */
export const pageModules = async (): Promise<ReadonlyArray<string>> => {
  await Promise.all([pageModule(), livePageModule(), verifyPageModule("")])
  return [...bundledModules]
}

const bundled = async (
  input: string,
  name: string,
  about: ReadonlyArray<string>,
  plugins: Array<Plugin> = [],
  intro = ""
): Promise<string> => {
  const bundle = await rolldown({
    input,
    platform: "browser",
    plugins: [withoutSchemas, ...plugins],
    treeshake: {
      manualPureFunctions: ["Schema", "PlannedDate", "Day", "Fact", "Status", "Position", "ActivityId", "PlanId"],
      propertyReadSideEffects: false
    }
  })
  const { output } = await bundle.generate({ format: "iife", minify: true, intro })
  await bundle.close()
  for (const module of output[0].moduleIds) bundledModules.add(module)
  const script = output[0].code.trim()
  // A script in a page must not contain text that ends or begins an element or a comment.
  if (/<\/script|<!--/iu.test(script)) throw new Error("The page's script would end itself.")
  return ["/**", ...about, " */", `export const ${name} = ${JSON.stringify(script)}`, ""].join("\n")
}

/** Writes the modules into the sources. They are not tracked by git. */
export const writePageScripts = async (): Promise<void> => {
  writeFileSync(at("reports/src/writers/html/PageScript.ts"), await pageModule())
  writeFileSync(at("reports/src/live/PageScript.ts"), await livePageModule())
  const wording = await wordingOf(await verifyPageModule(""))
  writeFileSync(at("cli/src/Wording.ts"), wordingModule(wording))
  writeFileSync(at("evidence/src/bundle/VerifyPageScript.ts"), await verifyPageModule(wording))
}
