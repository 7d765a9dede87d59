/**
 * Verifying a bundle with nothing but its bytes, and reports from earlier: what the page does, in a browser or wherever.
 */
import type { PlanId } from "@frist/domain/Names"
import { checkpointsIn } from "../CheckpointLines.ts"
import type { VerificationTexts } from "../texts/VerificationTexts.ts"
import { bytesOfHex, hex } from "../Base64.ts"
import { checkpointText } from "../Checkpoint.ts"
import { type CopiedEvent, endLine, eventLine, noteLine, startLine } from "../CopyFormat.ts"
import type { StoredRow } from "../StoredEvent.ts"
import { readVerifierKey } from "../Note.ts"
import { sameBytes } from "../ProofCheck.ts"
import { sha256 } from "../Sha256.ts"
import { checkpointSignedBy } from "../NoteSignature.ts"
import { type Held, type Verified, verifier } from "../Verifier.ts"
import { archived, type Files, logName, sumsName, unarchived } from "./BundleArchive.ts"

/** A report or checkpoint from earlier. */
export interface Earlier {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface Judgement {
  readonly good: boolean
  /** What was found, what is wrong first. */
  readonly wrongs: ReadonlyArray<string>
  readonly rights: ReadonlyArray<string>
  /** What was not asked, since it was not given what to hold it against. */
  readonly unasked: ReadonlyArray<string>
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()
const textOf = (bytes: Uint8Array | undefined): string | undefined => {
  try {
    return bytes && utf8.decode(bytes)
  } catch {
    return undefined
  }
}

/** The files whose checksums do not fit, those that have none, and those that are not there. */
const alteredIn = (files: Files): ReadonlyArray<string> => {
  const sums = new Map(
    (textOf(files[sumsName]) ?? "").split("\n").flatMap((line): ReadonlyArray<readonly [string, string]> => {
      const [, sum = "", name = ""] = /^([0-9a-f]{64}) {2}(.+)$/u.exec(line) ?? []
      return name === "" ? [] : [[name, sum]]
    })
  )
  const names = new Set([...sums.keys(), ...Object.keys(files).filter((name) => name !== sumsName)])
  return [...names].filter((name) => {
    const bytes = files[name]
    return bytes === undefined || hex(sha256(bytes)) !== sums.get(name)
  })
}

/** The bytes of hex; what is none fits nothing. */
const orNull = (text: string | null): Uint8Array | null =>
  text === null ? null : (bytesOfHex(text) ?? new Uint8Array())

const isText = (value: unknown): boolean => typeof value === "string"

/** The event that a line is, if it is written as only an event is. */
const rowOf = (plan: PlanId, line: string): StoredRow | undefined => {
  try {
    const event: CopiedEvent = JSON.parse(line)
    const { activity, actor, batch, content, digest, effectiveOn, leaf, position, provenance, recordedAt, salt } = event
    const { source, type } = event
    const texts = [actor, batch, effectiveOn, leaf, provenance, type].every(isText)
    const sourceTexts = source === null || (isText(source.document) && isText(source.sha256))
    const orNone = [activity, content, digest, salt, source?.table ?? null, source?.column ?? null]
    const numbers = [position, recordedAt, source?.row ?? 0].every(Number.isSafeInteger)
    if (!texts || !sourceTexts || !numbers || !orNone.every((each) => each === null || isText(each))) return undefined
    if (eventLine(event) !== `${line}\n`) return undefined
    return {
      record: { plan, position, activity, type, effectiveOn, recordedAt, actor, batch, provenance, source },
      bytes: content === null ? null : encoder.encode(content),
      salt: orNull(salt),
      digest: orNull(digest),
      leaf: orNull(leaf) ?? new Uint8Array()
    }
  } catch {
    return undefined
  }
}

/** Kept checkpoints are files of the bundle too, and are verified as such. */
const isNoteLine = (line: string): boolean => {
  if (!line.startsWith('{"note":')) return false
  try {
    const { note }: { readonly note?: unknown } = JSON.parse(line)
    return typeof note === "string" && noteLine({ note }) === `${line}\n`
  } catch {
    return false
  }
}

const planIn = (line: string): PlanId | undefined => {
  const [, plan] = /^\{"format":"frist\/log","version":1,"plan":"([a-z0-9-]{1,64})","from":1\}$/u.exec(line) ?? []
  return plan as PlanId | undefined
}

/** The log, verified; or the first line that cannot be one of it. */
const logOf = (bytes: Uint8Array, kept: ReadonlyArray<string>, given: ReadonlyArray<string>): Verified | number => {
  const lines = (textOf(bytes) ?? "").split("\n")
  const [first = ""] = lines
  const plan = planIn(first)
  if (plan === undefined || startLine({ plan, from: 1 as CopiedEvent["position"] }) !== `${first}\n`) return 1
  const verified = verifier(plan, kept, given)
  const end = lines.length - 2
  let notes = 0
  for (const [at, line] of lines.slice(1, end).entries()) {
    if (isNoteLine(line)) {
      notes += 1
      continue
    }
    const row = notes === 0 ? rowOf(plan, line) : undefined
    if (row === undefined) return at + 2
    if (!verified.take(row)) break
  }
  const found = verified.end(0, Infinity)
  const before = encoder.encode(`${lines.slice(0, end).join("\n")}\n`)
  const origin = `frist/${plan}`
  const last = endLine({
    events: end - 1 - notes,
    checkpoint: checkpointText({ origin, size: found.size, root: found.root }),
    sha256: hex(sha256(before))
  })
  return found.broken.length > 0 || `${lines[end]}\n` === last ? found : end + 1
}

const isKept = (name: string): boolean => /^checkpoints\/\d+\.txt$/u.test(name)

/** Says whether the bundle holds, in words; `signer` is the key that signed it as text, empty for none. */
export const verifyBundle = (
  bytes: Uint8Array,
  earlier: ReadonlyArray<Earlier>,
  signer: string,
  texts: VerificationTexts,
  events: (n: number) => string
): Judgement => {
  const { page } = texts
  const files = unarchived(bytes)
  const log = files?.[logName]
  if (files === undefined || log === undefined)
    return { good: false, wrongs: [`${page.notABundle}.`], rights: [], unasked: [] }
  const wrongs: Array<string> = []
  const rights: Array<string> = []
  const altered = alteredIn(files)
  wrongs.push(...altered.map((name) => `${page.altered(name)}.`))
  if (altered.length === 0) rights.push(page.files(Object.keys(files).length - 1))
  if (!sameBytes(archived(files), bytes)) wrongs.push(`${page.archive}.`)

  const kept = Object.entries(files).flatMap(([name, content]) => (isKept(name) ? [textOf(content) ?? ""] : []))
  const given = earlier.flatMap(({ bytes: own, name }) => {
    const notes = checkpointsIn(own)
    if (notes.length === 0) wrongs.push(texts.noCheckpoint(name))
    return notes.map((note) => ({ name, note }))
  })
  const verified = logOf(
    log,
    kept,
    given.map(({ note }) => note)
  )
  if (typeof verified === "number") wrongs.push(`${page.logLine(verified)}.`)
  else {
    wrongs.push(...verified.broken.map(({ flaw, position }) => texts.brokenAt(position, texts.flaws[flaw])))
    if (verified.broken.length === 0) rights.push(texts.logHolds(verified.plan, events(verified.size)))
    if (verified.erased > 0) rights.push(texts.erased(events(verified.erased)))
    const named = verified.checkpoints.map((each, at): Named => {
      const size = each.checkpoint?.size ?? 0
      return [each.kept ? texts.kept(size) : texts.given(given[at - kept.length]?.name ?? "", size), each]
    })
    for (const [which, each] of named) {
      if (each.fault === undefined) rights.push(texts.checkpointHolds(which))
      else wrongs.push(texts.checkpointFails(which, faultWords(each, texts)))
    }
    const signatures = signaturesIn(named, signer, texts)
    wrongs.push(...signatures.wrongs)
    rights.push(...signatures.rights)
  }
  const unasked = [...(earlier.length === 0 ? [page.noReport] : []), ...(signer === "" ? [page.noKey] : [])]
  return { good: wrongs.length === 0, wrongs, rights, unasked }
}

/** A checkpoint, and how it is spoken of. */
type Named = readonly [which: string, held: Held]

/** Which checkpoints that key signed: at least one, and none that only claims to be. */
const signaturesIn = (
  named: ReadonlyArray<Named>,
  signer: string,
  texts: VerificationTexts
): Pick<Judgement, "wrongs" | "rights"> => {
  if (signer === "") return { wrongs: [], rights: [] }
  const key = readVerifierKey(signer)
  if (key === undefined) return { wrongs: [texts.notAKey(signer)], rights: [] }
  const told = (is: boolean) => named.filter(([, { note }]) => checkpointSignedBy(note, key) === is)
  const [own, forged] = [told(true), told(false)]
  return {
    wrongs: [
      ...forged.map(([which]) => texts.checkpointFails(which, texts.faults.signature)),
      ...(own.length === 0 ? [texts.notSigned(key.name)] : [])
    ],
    rights: own.map(([which]) => texts.page.signed(which, key.name))
  }
}

const faultWords = ({ fault, from, to }: Held, { events, faults }: VerificationTexts): string => {
  const range = events(from ?? 0, to ?? 0)
  return fault === undefined ? "" : fault === "beyond" || fault === "root" ? faults[fault](range) : faults[fault]
}
