/**
 * The patterns that the packages make while they run. Import this before any of their modules: it watches the
 * constructor of patterns.
 */
import { fileURLToPath } from "node:url"

const packages = fileURLToPath(new URL("../../packages/", import.meta.url))

/** Each pattern that was made by a source of the packages, by its place: the file, and the line. */
export const madePatterns = new Map<string, Map<string, RegExp>>()

const placeOf = (stack: string): string | undefined => {
  const [, path = "", line = ""] =
    /(?:file:\/\/)?(\/[^\n)]*?\.ts):(\d+):\d+/u.exec(stack.replaceAll(import.meta.url, "")) ?? []
  return path.startsWith(packages) ? `${path.slice(packages.length)}:${line}` : undefined
}

globalThis.RegExp = new Proxy(RegExp, {
  construct(target, parts, newTarget) {
    const made: RegExp = Reflect.construct(target, parts, newTarget)
    const place = placeOf(new Error("made here").stack ?? "")
    if (place !== undefined) {
      const known = madePatterns.get(place) ?? new Map<string, RegExp>()
      madePatterns.set(place, known.set(String(made), made))
    }
    return made
  }
})
