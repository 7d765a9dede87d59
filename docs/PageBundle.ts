/**
 * The script of the HTML report, bundled: what a reader's browser runs. It is kept as a module, so that an installed
 * Frist needs no bundler, and a report made again is the same to the byte.
 */
import { fileURLToPath } from "node:url"
import { rolldown } from "rolldown"

const entry = fileURLToPath(new URL("../packages/documents/page/Page.ts", import.meta.url))

/** The module `PageScript.ts`. */
export const pageModule = async (): Promise<string> => {
  const bundle = await rolldown({
    input: entry,
    platform: "browser",
    // Schemas are made where a module begins and are of no use to a page, which decodes nothing.
    treeshake: {
      manualPureFunctions: ["Schema", "PlannedDate", "Day", "Fact", "Status", "Position"],
      propertyReadSideEffects: false
    }
  })
  const { output } = await bundle.generate({ format: "iife", minify: true })
  await bundle.close()
  const script = output[0].code.trim()
  // What would end or begin an element or a comment may not stand in a script within a page.
  if (/<\/script|<!--/iu.test(script)) throw new Error("The page's script would end itself.")
  return [
    "/**",
    " * The script of the HTML report, made from packages/documents/page by `pnpm run docs`.",
    " */",
    `export const pageScript = ${JSON.stringify(script)}`,
    ""
  ].join("\n")
}
