/**
 * The pictures of a Word document, each twice: as SVG, and as PNG for programs that show none.
 */
import { type Element, el } from "../../Element.ts"
import { xmlPart, type Relation } from "../../ooxml/OfficeXml.ts"
import { officeLines } from "../../ooxml/OfficeText.ts"
import { pngOf } from "../../raster/Png.ts"
import { docxNamespaces } from "./DocxElement.ts"

/** English Metric Units (EMU) per millimetre. */
const emu = 36_000
/** Pixels per unit of a drawing: about 250 to the inch on paper. */
const scale = 2

/** Collects the pictures of one document while its paragraphs are laid out. */
export class Pictures {
  readonly #drawings: Array<Element> = []

  /** Returns the files of the pictures, by their names in the package. */
  async parts(): Promise<Record<string, string | Uint8Array>> {
    const parts: Record<string, string | Uint8Array> = {}
    for (const [at, drawing] of this.#drawings.entries()) {
      parts[`word/media/picture${at + 1}.png`] = await pngOf(drawing, scale)
      parts[`word/media/picture${at + 1}.svg`] = xmlPart(drawing)
    }
    return parts
  }

  relations(): ReadonlyArray<Relation> {
    return this.#drawings.flatMap((_, at) => [
      { id: `rIdPng${at + 1}`, type: "image", target: `media/picture${at + 1}.png` },
      { id: `rIdSvg${at + 1}`, type: "image", target: `media/picture${at + 1}.svg` }
    ])
  }

  /** Returns a run that shows the drawing `millimetres` wide; `text` describes it to those who do not see it. */
  run(drawing: Element, title: string, text: string, millimetres: number): Element {
    const at = this.#drawings.push(drawing)
    const [, , width = 0, height = 0] = String(drawing.attributes["viewBox"]).split(" ").map(Number)
    const [cx, cy] = [Math.round(millimetres * emu), Math.round(((millimetres * height) / width) * emu)]
    const about = {
      id: at,
      name: `picture${at}`,
      descr: officeLines(text).join(" "),
      title: officeLines(title).join(" ")
    }
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
              { uri: docxNamespaces["xmlns:pic"] },
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
