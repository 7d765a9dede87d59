/**
 * The size of a package in a browser: all of it with its dependencies, minified.
 */
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { rolldown } from "rolldown"
import { root } from "./Packages.ts"

/** Packages that run in a browser. */
export const forBrowsers = ["domain", "projections"] as const

/** The size of a bundle in bytes. */
export interface Size {
  readonly minified: number
  readonly gzipped: number
  /** Imports that a browser does not have. */
  readonly missing: ReadonlyArray<string>
}

/** Bundles the published entry of a package for a browser. */
export const sizeOf = async (name: (typeof forBrowsers)[number]): Promise<Size> => {
  const bundle = await rolldown({
    input: join(root, "packages", name, "src/index.ts"),
    platform: "browser",
    external: /^node:/u,
    logLevel: "silent"
  })
  const { output } = await bundle.generate({ format: "esm", minify: true, codeSplitting: false })
  await bundle.close()
  const [{ code, dynamicImports, imports }] = output
  return {
    minified: Buffer.byteLength(code),
    gzipped: gzipSync(code, { level: 9 }).length,
    missing: [...imports, ...dynamicImports]
  }
}
