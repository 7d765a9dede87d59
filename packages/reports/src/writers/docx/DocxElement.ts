/**
 * The namespaces of a Word document's parts, and the element that most of its properties are.
 */
import { type Element, el } from "../../Element.ts"

/** The attributes of a part's root. */
export const docxNamespaces = {
  "xmlns:w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  "xmlns:r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  "xmlns:wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  "xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main",
  "xmlns:pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
  "xmlns:asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
} as const

/** Returns a property: an element whose only attribute is its value. */
export const docxValue = (tag: string, val: string | number): Element => el(tag, { "w:val": val })
