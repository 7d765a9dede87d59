/**
 * The console that every command prints to: whatever foreign text a command forgets to make safe is made safe here.
 */
import { inertText } from "@frist/domain/text/InertText"
import type { Console } from "effect/Console"

/** The styles that Frist itself prints. */
const styles = /(\u001b\[(?:1|2|22|31|32|33|39)m)/u

const inert = (text: unknown): unknown =>
  typeof text !== "string"
    ? text
    : text.includes("\u001b")
      ? text
          .split(styles)
          .map((part, at) => (at % 2 === 0 ? inertText(part) : part))
          .join("")
      : inertText(text)

const originals = new WeakMap<Console, Console>()

/** Returns a console that shows control characters and marks of direction as codes. */
export const inertConsole = (original: Console): Console => {
  const made: Console = Object.create(original, {
    log: { value: (...all: ReadonlyArray<unknown>) => original.log(...all.map(inert)) },
    error: { value: (...all: ReadonlyArray<unknown>) => original.error(...all.map(inert)) }
  })
  originals.set(made, original)
  return made
}

/** Returns the console for bytes that must not change, such as those of an export. A terminal still gets safe text. */
export const exactConsole = (console: Console): Console =>
  process.stdout.isTTY ? console : (originals.get(console) ?? console)
