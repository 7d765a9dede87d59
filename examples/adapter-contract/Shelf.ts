/**
 * An existing store: documents by name, each replaced whole, and only at the expected version. Many databases offer
 * this.
 */
export class Shelf<A> {
  readonly #documents = new Map<string, { readonly version: number; readonly value: A }>()

  names(): ReadonlyArray<string> {
    return [...this.#documents.keys()].sort()
  }

  async get(name: string): Promise<{ readonly version: number; readonly value: A } | undefined> {
    // A remote store takes time.
    await new Promise((resolve) => setImmediate(resolve))
    return this.#documents.get(name)
  }

  /** Returns whether the document was put: not if it has another version by now. A new document has version 0. */
  async put(name: string, value: A, version: number): Promise<boolean> {
    await new Promise((resolve) => setImmediate(resolve))
    if ((this.#documents.get(name)?.version ?? 0) !== version) return false
    this.#documents.set(name, { version: version + 1, value })
    return true
  }
}
