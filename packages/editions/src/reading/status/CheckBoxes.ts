/**
 * Check boxes in a text: `☐ Klar ☒ Pågår`, `[ ] Klar [x] Pågår`, `( ) Klar (x) Pågår`.
 */

/** An option of a form and whether it is ticked. */
interface Option {
  readonly words: string
  readonly isTicked: boolean
}

const box = /[☐☑☒□▢❏🗹]|\[[ xX✓✔]?\]|\([ xX✓✔]?\)/gu
const isEmptyBox = /^(?:[☐□▢❏]|\[ ?\]|\( ?\))$/u
const edge = /[\s,;|/.·•]/u

/** The most options of a form. */
const mostOptions = 12

const trimmed = (words: string): string => {
  let start = 0
  let end = words.length
  while (start < end && edge.test(words.charAt(start))) start++
  while (end > start && edge.test(words.charAt(end - 1))) end--
  return words.slice(start, end)
}

/**
 * Returns the options of a text that is all boxes and words, each box before its words or each after them; `null` if it
 * is no such text; `"unclear"` if it has boxes that cannot be paired, or two kinds of tick.
 */
export const optionsOf = (text: string): ReadonlyArray<Option> | "unclear" | null => {
  const boxes = [...text.matchAll(box)]
  const [first] = boxes
  if (first === undefined) return null
  if (boxes.length === 1 && (first[0].startsWith("(") || first.index > 0)) return null
  if (boxes.length > mostOptions) return "unclear"
  const ticks = new Set(boxes.map(([sign]) => sign.toLowerCase()).filter((sign) => !isEmptyBox.test(sign)))
  if (ticks.size > 1) return "unclear"
  const isBefore = trimmed(text.slice(0, first.index)) === ""
  const words = boxes.map(({ 0: sign, index }, at) =>
    trimmed(
      isBefore
        ? text.slice(index + sign.length, boxes[at + 1]?.index ?? text.length)
        : text.slice(at === 0 ? 0 : (boxes[at - 1]?.index ?? 0) + (boxes[at - 1]?.[0].length ?? 0), index)
    )
  )
  const last = boxes.at(-1) ?? first
  const isAfter = trimmed(text.slice(last.index + last[0].length)) === ""
  const isLone = boxes.length === 1 && isAfter
  if (isLone) return isEmptyBox.test(first[0]) ? [] : first[0] === "☑" || first[0] === "🗹" ? null : "unclear"
  if (isBefore === isAfter || words.includes("")) return "unclear"
  return boxes.map(([sign], at) => ({ words: words[at] ?? "", isTicked: !isEmptyBox.test(sign) }))
}
