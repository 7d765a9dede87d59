/**
 * Words as strokes of a pen, for a picture that must look the same where no font is known. Letters with marks over
 * them are put together; what the pen does not know is a box.
 */
import { stringToPaths } from "hershey"
import type { Point } from "./Canvas.ts"

/** Units from the base line to the top of a capital, and the base line itself, as the letters come. */
const capital = 21
const base = -9
/** A capital is this much of the size of its font, and letters this much narrower than they come, as fonts have them. */
const share = 0.7
const narrowed = 0.88

const alike: Readonly<Record<string, string>> = {
  "\u00a0": " ",
  "\u2013": "-",
  "\u2014": "-",
  "\u2212": "-",
  "\u2026": "...",
  "\u2019": "'",
  "\u201c": '"',
  "\u201d": '"',
  "\u00d7": "x",
  "\u00f8": "o",
  "\u00e6": "ae"
}

interface Letter {
  readonly width: number
  readonly paths: ReadonlyArray<ReadonlyArray<Point>>
}

const box: Letter = {
  width: 18,
  paths: [
    [
      [3, 0],
      [15, 0],
      [15, capital],
      [3, capital],
      [3, 0]
    ]
  ]
}

const known = /^[\x20-\x7e°]+$/u

const plain = (text: string): Letter => {
  if (!known.test(text)) return box
  const { bounds, paths } = stringToPaths(text)
  return {
    width: bounds.maxX - bounds.minX,
    paths: paths.map((path) => path.map(([x, y]): Point => [x - bounds.minX, y - base]))
  }
}

const ring = Array.from({ length: 9 }, (_, at): Point => [
  2.4 * Math.cos((Math.PI * at) / 4),
  2.4 * Math.sin((Math.PI * at) / 4)
])
const dot: ReadonlyArray<Point> = [
  [0, 0],
  [0, 0.1]
]

const over = (path: ReadonlyArray<Point>, x: number, y: number): ReadonlyArray<Point> =>
  path.map(([a, b]): Point => [a + x, b + y])

/** Combining marks, drawn from the middle of their letter. */
const markings: Readonly<Record<string, (x: number, y: number) => ReadonlyArray<ReadonlyArray<Point>>>> = {
  "\u030a": (x, y) => [over(ring, x, y + 3.4)],
  "\u0308": (x, y) => [over(dot, x - 3.2, y + 3.2), over(dot, x + 3.2, y + 3.2)],
  "\u0301": (x, y) => [[[x - 1.5, y + 1.8] as const, [x + 2, y + 5.2] as const]],
  "\u0300": (x, y) => [[[x + 1.5, y + 1.8] as const, [x - 2, y + 5.2] as const]]
}

const letterOf = (cluster: string): Letter => {
  const replaced = alike[cluster]
  if (replaced !== undefined) return plain(replaced)
  const [letter = "", ...marks] = cluster.normalize("NFD")
  const own = plain(letter)
  const y = /[a-z]/u.test(letter) ? 14 : capital
  return {
    width: own.width,
    paths: [...own.paths, ...marks.flatMap((mark) => markings[mark]?.(own.width / 2, y) ?? [])]
  }
}

const clusters = /\P{M}\p{M}*/gu

/** The strokes of a text that begins at 0 on its base line, downwards as pictures go, and how wide it is. */
export const lettering = (
  text: string,
  size: number
): { readonly width: number; readonly lines: ReadonlyArray<ReadonlyArray<Point>> } => {
  const scale = (share * size) / capital
  const lines: Array<ReadonlyArray<Point>> = []
  let at = 0
  for (const [cluster] of text.matchAll(clusters)) {
    const { paths, width } = letterOf(cluster)
    for (const path of paths) lines.push(path.map(([x, y]): Point => [(at + x) * scale * narrowed, -y * scale]))
    at += width
  }
  return { width: at * scale * narrowed, lines }
}
