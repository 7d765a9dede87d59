/**
 * The pictures of a Word document, each twice: as SVG, and as dots for those who cannot show that.
 */
import { type Element, el } from "../markup/Element.ts"
import { part, type Relation } from "../ooxml/OfficeXml.ts"
import { linesOf } from "../ooxml/PlainWords.ts"
import { png, sizeOf } from "../raster/Picture.ts"
import { namespaces } from "./DocxNamespaces.ts"

/** English metric units to a millimetre. */
const emu = 36_000
/** Dots to a unit of the drawing: some 250 to the inch on paper. */
const dots = 2

export class Pictures {
  readonly parts: Record<string, string | Uint8Array> = {}
  readonly relations: Array<Relation> = []
  #count = 0

  /** A run that shows the drawing at that width in millimetres; `text` is for who does not see it. */
  run(drawing: Element, title: string, text: string, millimetres: number): Element {
    this.#count += 1
    const at = this.#count
    const [raster, vector] = [`media/picture${at}.png`, `media/picture${at}.svg`]
    this.parts[`word/${raster}`] = png(drawing, dots)
    this.parts[`word/${vector}`] = part(drawing)
    this.relations.push(
      { id: `rIdPng${at}`, type: "image", target: raster },
      { id: `rIdSvg${at}`, type: "image", target: vector }
    )
    const { height, width } = sizeOf(drawing)
    const [cx, cy] = [Math.round(millimetres * emu), Math.round(((millimetres * height) / width) * emu)]
    const about = { id: at, name: `picture${at}`, descr: linesOf(text).join(" "), title: linesOf(title).join(" ") }
    return el(
      "w:r",
      {},
      el(
        "w:drawing",
        {},
        el(
          "wp:inline",
          { distT: 0, distB: 0, distL: 0, distR: 0 },
          el("wp:extent", { cx, cy }),
          el("wp:docPr", about),
          el("wp:cNvGraphicFramePr", {}, el("a:graphicFrameLocks", { noChangeAspect: 1 })),
          el(
            "a:graphic",
            {},
            el(
              "a:graphicData",
              { uri: namespaces["xmlns:pic"] },
              el(
                "pic:pic",
                {},
                el("pic:nvPicPr", {}, el("pic:cNvPr", about), el("pic:cNvPicPr")),
                el("pic:blipFill", {}, blip(at), el("a:stretch", {}, el("a:fillRect"))),
                el(
                  "pic:spPr",
                  {},
                  el("a:xfrm", {}, el("a:off", { x: 0, y: 0 }), el("a:ext", { cx, cy })),
                  el("a:prstGeom", { prst: "rect" }, el("a:avLst"))
                )
              )
            )
          )
        )
      )
    )
  }
}

const blip = (at: number): Element =>
  el(
    "a:blip",
    { "r:embed": `rIdPng${at}` },
    el(
      "a:extLst",
      {},
      el("a:ext", { uri: "{96DAC541-7B7A-43D3-8B79-37D633B846F1}" }, el("asvg:svgBlip", { "r:embed": `rIdSvg${at}` }))
    )
  )
