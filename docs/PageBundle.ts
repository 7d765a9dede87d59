/**
 * The scripts of the HTML report and of a bundle's page, bundled: what a reader's browser runs. They are kept as modules, so that an installed
 * Frist needs no bundler, and a report made again is the same to the byte.
 */
import { fileURLToPath } from "node:url"
import { type Plugin, rolldown } from "rolldown"

const at = (path: string): string => fileURLToPath(new URL(`../packages/${path}`, import.meta.url))

/** The module `PageScript.ts`. */
export const pageModule = (): Promise<string> =>
  bundled(at("documents/page/Page.ts"), "pageScript", [
    " * The script of the HTML report, made from packages/documents/page by `pnpm run docs`."
  ])

/** The module `VerifyPageScript.ts`: the code that verifies, with other modules in the place of Node's SHA-256 and Ed25519. */
export const verifyPageModule = (): Promise<string> =>
  bundled(
    at("cli/page/VerifyPage.ts"),
    "verifyPageScript",
    [" * The script of a bundle's page, made from packages/cli/page by `pnpm run docs`."],
    [
      {
        name: "without Node",
        resolveId: (name) => {
          const [, module] = /(?:^|\/)(Sha256|Ed25519)(?:\.ts)?$/u.exec(name) ?? []
          return module === undefined ? null : at(`cli/page/${module}.ts`)
        }
      }
    ]
  )

const bundled = async (
  input: string,
  name: string,
  about: ReadonlyArray<string>,
  plugins: Array<Plugin> = []
): Promise<string> => {
  const bundle = await rolldown({
    input,
    platform: "browser",
    plugins,
    // Schemas are made where a module begins and are of no use to a page, which decodes nothing.
    treeshake: {
      manualPureFunctions: ["Schema", "PlannedDate", "Day", "Fact", "Status", "Position", "ActivityId", "PlanId"],
      propertyReadSideEffects: false
    }
  })
  const { output } = await bundle.generate({ format: "iife", minify: true })
  await bundle.close()
  const script = output[0].code.trim()
  // What would end or begin an element or a comment may not stand in a script within a page.
  if (/<\/script|<!--/iu.test(script)) throw new Error("The page's script would end itself.")
  return ["/**", ...about, " */", `export const ${name} = ${JSON.stringify(script)}`, ""].join("\n")
}
