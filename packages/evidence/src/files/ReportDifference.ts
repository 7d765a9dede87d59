/**
 * A report compared with one that is made again: where the first word differs, or why the two cannot be compared.
 */
import { sameBytes } from "../Bytes.ts"
import { fileWords, isArchive } from "./FileWords.ts"
import { unpacked } from "./ForeignArchive.ts"

/**
 * How a report differs. `words`: after a piece of its text it says something else; `other`: its words are the same, and
 * something else is not; `converted`: an office program has saved it again.
 */
export type ReportDifference =
  | { readonly kind: "words"; readonly after: string; readonly found: string; readonly made: string }
  | { readonly kind: "other" }
  | { readonly kind: "converted"; readonly program: string }

const decoder = new TextDecoder()

/** Whether two archives hold the same files, however they are packed. */
const sameParts = (found: Uint8Array, made: Uint8Array): boolean => {
  const [own, others] = [unpacked(found) ?? {}, unpacked(made) ?? {}]
  const names = new Set([...Object.keys(own), ...Object.keys(others)])
  return [...names].every((name) => {
    const [one, other] = [own[name], others[name]]
    return one !== undefined && other !== undefined && sameBytes(one, other)
  })
}

/** A text as mail, Git and the screen may leave it: line ends, and white space at the end of the file, are not its own. */
const textOf = (bytes: Uint8Array): string => decoder.decode(bytes).replaceAll("\r\n", "\n").trimEnd()

/** The name that Frist gives itself as the program of an office document. */
const ownProgram = "Frist"

/** Returns at most 80 letters of a piece, from a little before a place. */
const excerpt = (piece = "", place = 0): string => {
  const from = Math.max(0, place - 30)
  const shown = piece.slice(from, from + 80)
  return `${from > 0 ? "\u2026" : ""}${shown}${from + 80 < piece.length ? "\u2026" : ""}`
}

/** Returns how many letters two texts begin with alike. */
const alike = (one: string, other: string): number => {
  let at = 0
  while (at < one.length && one[at] === other[at]) at += 1
  return at
}

/** Compares a report with the one that is made again; `undefined` if they say the same. */
export const reportDifference = (found: Uint8Array, made: Uint8Array): ReportDifference | undefined => {
  const isSame = isArchive(made) ? isArchive(found) && sameParts(found, made) : textOf(found) === textOf(made)
  if (isSame) return undefined
  const [own, others] = [fileWords(found), fileWords(made)]
  if (isArchive(found) && own.program !== ownProgram) {
    return { kind: "converted", program: excerpt(own.program ?? "?") }
  }
  const at = others.pieces.findIndex((piece, nth) => piece !== own.pieces[nth])
  const from = at === -1 ? others.pieces.length : at
  const [one = "", other = ""] = [own.pieces[from], others.pieces[from]]
  const place = alike(one, other)
  return one === other
    ? { kind: "other" }
    : {
        kind: "words",
        after: excerpt(own.pieces[from - 1]),
        found: excerpt(one, place),
        made: excerpt(other, place)
      }
}
