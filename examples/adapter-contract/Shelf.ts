/**
 * The store that somebody has already: documents by name, each replaced whole and only if nobody replaced it meanwhile.
 * Many a database gives as much.
 */
export class Shelf<A> {
  readonly #documents = new Map<string, { readonly version: number; readonly value: A }>()

  names(): ReadonlyArray<string> {
    return [...this.#documents.keys()].sort()
  }

  async get(name: string): Promise<{ readonly version: number; readonly value: A } | undefined> {
    // Elsewhere is some time away.
    await new Promise((resolve) => setImmediate(resolve))
    return this.#documents.get(name)
  }

  /** True if it was put there; false if the document is no longer at that version, 0 where there was none. */
  async put(name: string, value: A, version: number): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve))
    if ((this.#documents.get(name)?.version ?? 0) !== version) return false
    this.#documents.set(name, { version: version + 1, value })
    return true
  }
}
