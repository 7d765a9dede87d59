/**
 * A bundle of two editions with a redaction, with its report, note and keys, and what somebody may make of it.
 */
import { expect } from "@effect/vitest"

import { createHash, generateKeyPairSync } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"

import { Day } from "@frist/domain/Day"
import { Actor, BatchId, type PlanId, Position } from "@frist/domain/Names"
import { RecordedEvent, type RecordHeader } from "@frist/domain/RecordedEvent"
import { checkpointText, originOf } from "@frist/evidence/checkpoints/Checkpoint"
import { copiedEvent, endLine, eventLine, startLine } from "@frist/evidence/CopyFormat"
import { contentDigest, leafHash } from "@frist/evidence/Leaf"
import { emptyTree, treeHead, withLeaf } from "@frist/evidence/tree/MerkleTree"

import { archived, unarchived } from "@frist/evidence/bundle/BundleArchive"

import { frist, sample, second } from "./frist.ts"

export let bundle: Buffer = Buffer.alloc(0)
export let report: Buffer = Buffer.alloc(0)
export let foreign: Buffer = Buffer.alloc(0)
export let note: Buffer = Buffer.alloc(0)
export let key = ""
export let otherKey = ""

const privateKey = () => generateKeyPairSync("ed25519").privateKey.export({ format: "pem", type: "pkcs8" })
const keyOf = ({ out }: { readonly out: string }): string => String(JSON.parse(out).key)

const done = async (...words: ReadonlyArray<string>): Promise<void> => {
  const ended = await frist(...words)
  expect(ended, words.join(" ")).toMatchObject({ exitCode: 0, err: "" })
}

/** The number of events of the first edition. */
export let first = 0

/** Makes them in a folder. */
export const makeBundles = async (dir: string): Promise<void> => {
  const db = await sample(dir)
  first = Number(JSON.parse((await frist("verify", "--format", "json", "--db", db)).out).events)
  await done("report", "--held-on", "2023-12-15", "--out", join(dir, "old.html"), "--db", db)
  await done("seal", "--db", db)
  await frist("import", second, "--held-on", "2024-06-17", "--db", db)
  await done("note", "sdv", "Anna Andersson är borta", "--on", "2024-07-01", "--db", db)
  const { out } = await frist("history", "sdv", "--format", "json", "--db", db)
  const position = String(JSON.parse(out).entries.at(-1).position)
  await done("redact", position, "--decision", "Dnr 2026/17", "--db", db)
  writeFileSync(join(dir, "key.pem"), privateKey())
  writeFileSync(join(dir, "other.pem"), privateKey())
  await done("seal", "--key", join(dir, "key.pem"), "--out", join(dir, "note.txt"), "--db", db)
  key = keyOf(await frist("seal", "--key", join(dir, "key.pem"), "--format", "json", "--db", db))
  await done("bundle", join(dir, "bundle.zip"), "--db", db)
  const other = await sample(dir)
  await done("report", "--held-on", "2023-12-15", "--out", join(dir, "other.html"), "--db", other)
  bundle = readFileSync(join(dir, "bundle.zip"))
  otherKey = keyOf(await frist("seal", "--key", join(dir, "other.pem"), "--format", "json", "--db", other))
  report = readFileSync(join(dir, "old.html"))
  note = readFileSync(join(dir, "note.txt"))
  foreign = readFileSync(join(dir, "other.html"))
}

/** The note with one letter of its signature changed. */
export const forged = (): Buffer => {
  const text = note.toString("utf8")
  const at = text.length - 8
  return Buffer.from(`${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`)
}

/** Packs files with checksums that fit, as whoever alters a bundle does. */
export const summed = (changes: Readonly<Record<string, string | null>>): Uint8Array => {
  const { SHA256SUMS: _, ...files } = unarchived(bundle) ?? {}
  const all: Record<string, Uint8Array> = { ...files }
  for (const [name, text] of Object.entries(changes)) {
    if (text === null) delete all[name]
    else all[name] = Buffer.from(text)
  }
  const sums = Object.entries(all).map(
    ([name, content]) => `${createHash("sha256").update(content).digest("hex")}  ${name}\n`
  )
  return archived({ ...all, SHA256SUMS: Buffer.from(sums.join("")) })
}

/** A bundle whose log and checksums fit, with an event that is no JSON. */
export const unreadable = (plan: PlanId): Uint8Array => {
  const salt = new Uint8Array(32)
  const bytes = Buffer.from("{")
  const record: RecordHeader = {
    plan,
    position: Position.make(1),
    activity: null,
    type: "PlanOpened",
    effectiveOn: Day.make("2024-01-01"),
    recordedAt: 0,
    actor: Actor.make("x"),
    batch: BatchId.make("00000000-0000-4000-8000-000000000000"),
    provenance: "stated",
    source: null
  }
  const leaf = leafHash(record, contentDigest(salt, bytes))
  const event = copiedEvent({ record: RecordedEvent.of({ ...record, event: null }), bytes, salt, digest: null, leaf })
  const before = startLine({ plan, from: record.position }) + eventLine(event)
  const checkpoint = checkpointText({ origin: originOf(plan), ...treeHead(withLeaf(emptyTree, leaf)) })
  const end = endLine({ events: 1, checkpoint, sha256: createHash("sha256").update(before).digest("hex") })
  return summed({
    "log.ndjson": before + end,
    "checkpoint.txt": checkpoint,
    "checkpoints/1.txt": null,
    "checkpoints/2.txt": null
  })
}

export const textIn = (name: string): string => Buffer.from(unarchived(bundle)?.[name] ?? []).toString("utf8")
