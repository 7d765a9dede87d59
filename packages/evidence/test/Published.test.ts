/**
 * Proofs, checkpoints and notes that other programs publish, the bad ones too, have the verdict that they were published
 * with. `published.json` names the source of each.
 */
import { describe, expect, it } from "@effect/vitest"
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { emptyTree, treeHead, withLeaf } from "../src/tree/MerkleTree.ts"
import { noteText, readCheckpointNote, readNote, readVerifierKey, verifierKey } from "../src/checkpoints/Note.ts"
import { checkpointSignedBy, isSignedBy } from "../src/checkpoints/NoteSignature.ts"
import { isConsistent, isIncluded } from "../src/tree/ProofVerifier.ts"

interface Vector {
  readonly of: string
  readonly path: ReadonlyArray<string>
  readonly holds: boolean
}
interface Inclusion extends Vector {
  readonly at: number
  readonly size: number
  readonly leaf: string
  readonly root: string
}
interface Consistency extends Vector {
  readonly from: number
  readonly to: number
  readonly earlier: string
  readonly later: string
}
interface Sourced<V> {
  readonly source: string
  readonly vectors: ReadonlyArray<V>
}
interface Published {
  readonly inclusion: ReadonlyArray<Sourced<Inclusion>>
  readonly consistency: ReadonlyArray<Sourced<Consistency>>
  readonly checkpoints: ReadonlyArray<{
    readonly source: string
    readonly key?: string
    readonly publicKey?: string
    readonly entries?: ReadonlyArray<string>
    readonly notes: ReadonlyArray<string>
    readonly bad?: ReadonlyArray<string>
  }>
  readonly notes: ReadonlyArray<{ readonly source: string; readonly key: string; readonly note: string }>
  readonly examples: ReadonlyArray<{ readonly source: string; readonly note: string }>
}

const published: Published = JSON.parse(readFileSync(new URL("published.json", import.meta.url), "utf8"))
const bytes = (text: string) => new Uint8Array(Buffer.from(text, "base64"))
const each = <V extends Vector>(sourced: ReadonlyArray<Sourced<V>>) =>
  sourced.flatMap(({ source, vectors }) => vectors.map((vector) => [vector.of, source, vector] as const))

/** Holds where it was published, and is refused here: its roots are no hashes. */
const refused = new Set(["sizes are equal (one) and proof is empty"])

describe("a published proof", () => {
  it.each(each(published.inclusion))("of inclusion has its verdict: %s (%s)", (_, _source, vector) => {
    const { at, holds, leaf, path, root, size } = vector
    expect(isIncluded(bytes(leaf), at, { size, root: bytes(root) }, path.map(bytes))).toBe(holds)
  })

  it.each(each(published.consistency))("of consistency has its verdict: %s (%s)", (of, _source, vector) => {
    const { earlier, from, holds, later, path, to } = vector
    const found = isConsistent({ size: from, root: bytes(earlier) }, { size: to, root: bytes(later) }, path.map(bytes))
    expect(found).toBe(holds && !refused.has(of))
  })

  it("of each kind is there, good and bad", () => {
    for (const all of [each(published.inclusion), each(published.consistency)]) {
      expect(all.filter(([, , { holds }]) => holds).length).toBeGreaterThan(2)
      expect(all.filter(([, , { holds }]) => !holds).length).toBeGreaterThan(20)
    }
  })
})

describe("a published checkpoint", () => {
  for (const { bad = [], entries, key, notes, publicKey, source } of published.checkpoints) {
    it(`is read and signed by its key, and not when changed: ${source}`, () => {
      for (const note of bad) expect(readCheckpointNote(note)).toBeUndefined()
      for (const note of notes) {
        const read = readCheckpointNote(note)
        if (read === undefined) throw new Error(`${note} is a checkpoint`)
        const own =
          key === undefined
            ? verifierKey(read.checkpoint.origin, new Uint8Array(Buffer.from(publicKey ?? "", "hex")))
            : readVerifierKey(key)
        if (own === undefined) throw new Error(`${key} is a key`)
        expect(checkpointSignedBy(note, own)).toBe(true)
        expect(checkpointSignedBy(note.replace(/\n\d+\n/u, "\n7\n"), own)).toBe(false)
        if (entries === undefined) continue
        const leaves = entries
          .slice(0, read.checkpoint.size)
          .map((entry) => new Uint8Array(createHash("sha256").update(`\0${entry}`).digest()))
        expect(treeHead(leaves.reduce(withLeaf, emptyTree))).toEqual({
          size: read.checkpoint.size,
          root: read.checkpoint.root
        })
      }
    })
  }

  it.each(published.examples)("or note is read and written as it stands: $source", ({ note }) => {
    const read = readNote(note)
    expect(read && noteText(read)).toBe(note)
  })

  it.each(published.notes)("with white space in its origin is a signed note, and no checkpoint: $source", (each) => {
    const [key, note] = [readVerifierKey(each.key), readNote(each.note)]
    if (key === undefined || note === undefined) throw new Error("both are read")
    expect(isSignedBy(note, key)).toBe(true)
    expect(isSignedBy({ ...note, text: note.text.replace("35225469", "35225468") }, key)).toBe(false)
    expect(readCheckpointNote(each.note)).toBeUndefined()
  })
})
