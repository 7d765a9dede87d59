/**
 * Drawings as PNG, for programs that show no SVG. The rasteriser is WebAssembly with a font of its own, so the same
 * drawing gives the same bytes on every machine.
 */
import { initWasm, Resvg } from "@resvg/resvg-wasm"
import { type Element, el } from "../Element.ts"
import { xmlPart } from "../ooxml/OfficeXml.ts"
import { rasterFile, rasterFiles } from "./RasterFiles.ts"

const family = "Noto Sans"

/** The same rules as in the page's style sheet. */
const style = ".value{font-weight:600}"

/** Loaded by the first drawing of a process, then kept. */
let fonts: Promise<Array<Uint8Array>> | undefined

/** Returns the drawing on white; `scale` is pixels per unit of its view box. */
export const pngOf = async (drawing: Element, scale: number): Promise<Uint8Array> => {
  const fontBuffers = await (fonts ??= loaded())
  const styled = { ...drawing, children: [el("style", {}, style), ...drawing.children] }
  const svg = new Resvg(xmlPart(styled), {
    background: "#fff",
    fitTo: { mode: "zoom", value: scale },
    font: { fontBuffers, defaultFontFamily: family, sansSerifFamily: family }
  })
  const image = svg.render()
  try {
    return image.asPng()
  } finally {
    image.free()
    svg.free()
  }
}

const loaded = async (): Promise<Array<Uint8Array>> => {
  const [program, ...read] = await Promise.all([
    rasterFile(rasterFiles.program),
    ...rasterFiles.fonts.map((font) => rasterFile(font))
  ])
  // The module can be started once per process, and the embedding service may have done so.
  if (!isStarted()) await initWasm(program)
  return read
}

const isStarted = (): boolean => {
  try {
    new Resvg('<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>').free()
    return true
  } catch {
    return false
  }
}
