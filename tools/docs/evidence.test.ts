/**
 * Recomputes the vectors of `docs/reference/evidence.md` from the text of that page alone, without the code under test.
 */
import { describe, expect, it } from "@effect/vitest"
import { createHash, createPublicKey, verify } from "node:crypto"
import { readFileSync } from "node:fs"
import { verifyConsistency, verifyInclusion } from "../../packages/evidence/test/rfc9162.ts"
import { exampleCopy } from "./EvidenceVectors.ts"

const vectors = JSON.parse(readFileSync(new URL("../../docs/reference/evidence-vectors.json", import.meta.url), "utf8"))

const sha256 = (...parts: ReadonlyArray<Uint8Array | string>): Buffer =>
  parts.reduce((sum, part) => sum.update(part), createHash("sha256")).digest()
const bytes = (hex: string): Buffer => Buffer.from(hex, "hex")
const field = (content: string | Buffer): Buffer => {
  const encoded = Buffer.from(content)
  const length = Buffer.alloc(4)
  length.writeUInt32BE(encoded.length)
  return Buffer.concat([length, encoded])
}
const eight = (value: number): Buffer => {
  const encoded = Buffer.alloc(8)
  encoded.writeBigInt64BE(BigInt(value))
  return encoded
}
const optional = (value: string | number | null): string => (value === null ? "0" : `1${value}`)

describe("the vectors", () => {
  it("have the digests, hashes and leaves that the page defines", () => {
    for (const event of vectors.events) {
      const digest = sha256(bytes(event.salt), event.content)
      const { source } = event
      const said = sha256(
        ...["frist/said/1", vectors.plan, event.activity ?? "", event.type, event.effectiveOn, event.actor].map(field),
        ...[event.batch, event.provenance].map(field),
        ...(source === null
          ? [field("0")]
          : ["1", ...[source.document, source.sha256, source.table, source.row, source.column].map(optional)].map(
              field
            )),
        field(digest)
      )
      const leaf = sha256(Uint8Array.of(0), eight(event.position), eight(event.recordedAt), said)
      expect([digest, said, leaf].map((each) => each.toString("hex"))).toEqual([event.digest, event.said, event.leaf])
    }
  })

  it("have roots and proofs that the RFC's verifier accepts", () => {
    const rootOf = new Map<number, Buffer>(
      vectors.roots.map(({ root, size }: { root: string; size: number }) => [size, bytes(root)])
    )
    const root = (size: number): Buffer => rootOf.get(size) ?? Buffer.alloc(0)
    expect(root(0).toString("hex")).toBe(sha256("").toString("hex"))
    expect(root(1).toString("hex")).toBe(vectors.events[0].leaf)
    for (const { path, position, size } of vectors.inclusion) {
      const leaf = bytes(vectors.events[position - 1].leaf)
      expect(verifyInclusion(leaf, BigInt(position - 1), BigInt(size), path.map(bytes), root(size))).toBe(true)
    }
    for (const { from, path, to } of vectors.consistency) {
      if (from === to) expect(path).toEqual([])
      else expect(verifyConsistency(BigInt(from), root(from), BigInt(to), root(to), path.map(bytes))).toBe(true)
    }
    expect(vectors.checkpoint).toBe(`frist/vector\n3\n${root(3).toString("base64")}\n`)
  })

  it("have a note signed by their key", () => {
    const [name = "", id = "", ...rest] = vectors.verifierKey.split("+")
    const key = Buffer.from(rest.join("+"), "base64")
    expect(sha256(`${name}\n`, key).subarray(0, 4).toString("hex")).toBe(id)
    const [, encoded = ""] = /\n\n— frist\/vector (\S+)\n$/u.exec(vectors.note) ?? []
    const signature = Buffer.from(encoded, "base64")
    expect(signature.subarray(0, 4).toString("hex")).toBe(id)
    const publicKey = createPublicKey({
      key: Buffer.concat([bytes("302a300506032b6570032100"), key.subarray(1)]),
      format: "der",
      type: "spki"
    })
    expect(verify(null, Buffer.from(vectors.checkpoint), publicKey, signature.subarray(4))).toBe(true)
  })

  it("hold the events of the copy that the reference shows", () => {
    const page = readFileSync(new URL("../../docs/reference/export.md", import.meta.url), "utf8")
    expect(page).toContain(exampleCopy())
  })
})
