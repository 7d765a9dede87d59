/**
 * The name of what a build writes: a hash of all code, texts and dependencies from which reports, and tables and page of
 * bundles, are made. Whatever changes their bytes changes the name, so two builds of one name write the same, and no
 * person has to remember to raise a number.
 */
import { hash } from "node:crypto"
import { fileURLToPath } from "node:url"
import { type Plugin, rolldown } from "rolldown"
import { rasterFile, rasterFiles } from "../../packages/reports/src/raster/RasterFiles.ts"

const cli = (path: string): string => fileURLToPath(new URL(`../../packages/cli/src/${path}`, import.meta.url))

/** Returns the source of the module `Wording.ts` of the command. */
export const wordingModule = (wording: string): string =>
  [
    "/**",
    " * Which code words reports and bundles, made by tools/build.",
    " */",
    `export const wording = ${JSON.stringify(wording)}`,
    ""
  ].join("\n")

/** Gives a bundle this wording, whatever is in the sources. */
export const withWording = (wording: string): Plugin => ({
  name: "with wording",
  resolveId: (name) => (name.endsWith("/Wording.ts") ? "\0wording" : null),
  load: (id) => (id === "\0wording" ? wordingModule(wording) : null)
})

/**
 * Returns the hash of the code that makes reports and tables, of the fonts in their pictures, and of the page of a bundle
 * without its wording.
 */
export const wordingOf = async (page: string, plugins: ReadonlyArray<Plugin> = []): Promise<string> => {
  const bundle = await rolldown({
    input: [cli("report/ReportRequest.ts"), cli("evidence/BundleContents.ts")],
    platform: "node",
    plugins: [withWording(""), ...plugins]
  })
  const { output } = await bundle.generate({ format: "esm", minify: true })
  await bundle.close()
  const code = output.map((each) => (each.type === "chunk" ? each.code : "")).sort()
  const files = await Promise.all([rasterFiles.program, ...rasterFiles.fonts].map(rasterFile))
  const pictures = files.map((bytes) => hash("sha256", bytes))
  return hash("sha256", JSON.stringify([page, ...code, ...pictures])).slice(0, 8)
}
