/**
 * The files that the rasteriser needs, read from the packages that publish them. The bundled command replaces this
 * `rasterFile` by its own, which reads copies from its folder.
 */
import { readFile } from "node:fs/promises"
import { createRequire } from "node:module"

/** The program and the fonts, in the order in which letters are looked up. */
export const rasterFiles = {
  program: "@resvg/resvg-wasm/index_bg.wasm",
  fonts: [
    "@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2",
    "@fontsource/noto-sans/files/noto-sans-latin-600-normal.woff2",
    "@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff2"
  ]
} as const

/** Reads a file that a package exports, by its module specifier. */
export const rasterFile = (specifier: string): Promise<Uint8Array<ArrayBuffer>> =>
  readFile(createRequire(import.meta.url).resolve(specifier))
