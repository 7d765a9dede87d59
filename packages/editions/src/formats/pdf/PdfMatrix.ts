/**
 * Transformations of the plane as PDF writes them: `[a b c d e f]` takes (x, y) to (ax + cy + e, bx + dy + f).
 */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** Returns the transformation that applies `first`, and then `second`. */
export const followedBy = (first: Matrix, second: Matrix): Matrix => [
  first[0] * second[0] + first[1] * second[2],
  first[0] * second[1] + first[1] * second[3],
  first[2] * second[0] + first[3] * second[2],
  first[2] * second[1] + first[3] * second[3],
  first[4] * second[0] + first[5] * second[2] + second[4],
  first[4] * second[1] + first[5] * second[3] + second[5]
]

export const pointAt = ([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [x: number, y: number] => [
  a * x + c * y + e,
  b * x + d * y + f
]

/** Returns how long a line of 1 becomes. */
export const lengthOf = ([a, b, c, d]: Matrix): number => Math.max(Math.hypot(a, b), Math.hypot(c, d))

/** Returns the matrix in a list of numbers; null if it is none. */
export const matrixIn = (value: unknown): Matrix | null => {
  const numbers = isList(value) ? Array.from(value, Number) : []
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN, f = NaN] = numbers
  const matrix: Matrix = [a, b, c, d, e, f]
  return matrix.every(Number.isFinite) ? matrix : null
}

/** Whether a value is a list, also one of numbers in a buffer. */
export const isList = (value: unknown): value is ArrayLike<unknown> =>
  Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array
