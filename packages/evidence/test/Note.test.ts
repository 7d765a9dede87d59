/**
 * Signed notes are those of C2SP signed-note: tested with its example, and with that of the Go implementation.
 */
import { describe, expect, it } from "@effect/vitest"
import { generateKeyPairSync } from "node:crypto"
import { noteText, readCheckpointNote, readNote, readVerifierKey, verifierKeyText } from "../src/checkpoints/Note.ts"
import { signed, signerOf } from "../src/checkpoints/NoteSigner.ts"
import { checkpointSignedBy, isSignedBy } from "../src/checkpoints/NoteSignature.ts"

/** Key, text and note, as they are published. */
const published = [
  [
    "the specification",
    "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    "This is an example message.\n",
    "— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n"
  ],
  [
    "Go",
    "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
    "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n"
  ],
  [
    "Go, by another key",
    "EnochRoot+af0cfe78+ATtqJ7zOtqQtYqOo0CpvDXNlMhV3HeJDpjrASKGLWdop",
    "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
    "— EnochRoot rwz+eBzmZa0SO3NbfRGzPCpDckykFXSdeX+MNtCOXm2/5n2tiOHp+vAF1aGrQ5ovTG01oOTGwnWLox33WWd1RvMc+QQ=\n"
  ]
] as const

const keyOf = (text: string) => {
  const key = readVerifierKey(text)
  if (key === undefined) throw new Error(`${text} is a key`)
  return key
}
const noteOf = (text: string) => {
  const note = readNote(text)
  if (note === undefined) throw new Error(`${text} is a note`)
  return note
}

describe("the published examples of notes", () => {
  it.each(published)("of %s verify with their own key and no other", (_, key, text, line) => {
    const note = noteOf(`${text}\n${line}`)
    expect(note.text).toBe(text)
    expect(noteText(note)).toBe(`${text}\n${line}`)
    expect(verifierKeyText(keyOf(key))).toBe(key)
    for (const [, other] of published) expect(isSignedBy(note, keyOf(other))).toBe(other === key)
  })

  it.each(published)("of %s do not verify with any one bit changed", (_, key, text, line) => {
    const whole = Buffer.from(`${text}\n${line}`)
    for (let bit = 0; bit < whole.length * 8; bit += 1) {
      const other = Buffer.from(whole)
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      const note = readNote(other.toString("utf8"))
      expect(note !== undefined && isSignedBy(note, keyOf(key)), `bit ${bit}`).toBe(false)
    }
  })

  it("are reproduced by signing with their keys", () => {
    const [, , text, line] = published[1]
    const signer = signerOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz\n", "other")
    if (signer === undefined) throw new Error("it is a key")
    expect(verifierKeyText(signer.key)).toBe(published[1][1])
    expect(noteText(signed(text, signer))).toBe(`${text}\n${line}`)
  })

  it("with two signatures verify with each key", () => {
    const [, [, peter, text, first], [, enoch, , second]] = published
    const note = noteOf(`${text}\n${first}${second}`)
    expect([isSignedBy(note, keyOf(peter)), isSignedBy(note, keyOf(enoch))]).toEqual([true, true])
    // A forged signature in the name of a key also invalidates its genuine one.
    const twice = noteOf(`${text}\n${first}${first.replace("x08go/Z", "x08go/Y")}`)
    expect(isSignedBy(twice, keyOf(peter))).toBe(false)
  })
})

describe("a verifier key", () => {
  const [, key] = published[1]
  it("is refused when it is cut or any character is changed", () => {
    for (let from = 0; from < key.length; from += 1) {
      for (let to = from + 1; to <= key.length; to += 1) {
        if (from > 0 || to < key.length) expect(readVerifierKey(key.slice(from, to))).toBeUndefined()
      }
      const other = String.fromCharCode(key.charCodeAt(from) + 1)
      expect(readVerifierKey(`${key.slice(0, from)}${other}${key.slice(from + 1)}`)).toBeUndefined()
    }
    // Of another length and another kind, with a key id that fits.
    for (const other of [
      "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
      "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"
    ]) {
      expect(readVerifierKey(other)).toBeUndefined()
    }
  })

  it("of a PEM file is named after the log", () => {
    const pem = generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString()
    const signer = signerOf(pem, "frist/plan")
    if (signer === undefined) throw new Error("it is a key")
    const note = noteOf(noteText(signed("frist/plan\n", signer)))
    expect(note.signatures[0]?.name).toBe("frist/plan")
    expect(isSignedBy(note, keyOf(verifierKeyText(signer.key)))).toBe(true)
    expect(isSignedBy({ ...note, text: "frist/plam\n" }, signer.key)).toBe(false)
  })

  it.each([
    "",
    "PRIVATE+KEY+PeterNeumann+c74f20a4+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz",
    "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDF",
    generateKeyPairSync("x25519").privateKey.export({ format: "pem", type: "pkcs8" }).toString()
  ])("is not read from another private key: %s", (text) => {
    expect(signerOf(text, "frist/plan")).toBeUndefined()
  })
})

describe("the note of a checkpoint", () => {
  const body = `frist/plan\n3\n${"A".repeat(43)}=\n`
  const [, , , line] = published[1]
  it("is parsed with signatures and without any", () => {
    expect(readCheckpointNote(body)?.note.signatures).toEqual([])
    expect(readCheckpointNote(`${body}\n${line}`)?.checkpoint.size).toBe(3)
  })
  it("has extension lines below the root, which its signatures cover", () => {
    const signer = signerOf("PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz", "x")
    if (signer === undefined) throw new Error("it is a key")
    const extended = noteText(signed(`${body}extension\nand another\n`, signer))
    expect(readCheckpointNote(extended)?.checkpoint).toMatchObject({ origin: "frist/plan", size: 3 })
    expect(checkpointSignedBy(extended, signer.key)).toBe(true)
    expect(checkpointSignedBy(extended.replace("another", "anothen"), signer.key)).toBe(false)
  })
  it.each([`${body}\n`, `${body}${line}`, `${body}\n${line}x`, `${body}\n\n${line}`, `${body}\nx\n`, `\n${line}`, ""])(
    "is not parsed from another text: %j",
    (text) => {
      expect(readCheckpointNote(text)).toBeUndefined()
    }
  )
})
