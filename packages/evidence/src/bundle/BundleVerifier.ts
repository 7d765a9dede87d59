/**
 * Verifies a bundle with nothing but its bytes, and compares it with reports from earlier. Runs in Node, and in the page
 * of the bundle.
 */
import { bytesOfBase64, hex } from "../Bytes.ts"
import { checkpointText, originOf } from "../checkpoints/Checkpoint.ts"
import { checkpointsIn } from "../files/CheckpointLines.ts"
import {
  endLine,
  isCutOff,
  readEditionLine,
  readEndLine,
  readEventLine,
  readNoteLine,
  readStartLine
} from "../CopyFormat.ts"
import type { CheckpointMatch } from "../checkpoints/CheckpointMatch.ts"
import { type LogVerification, logVerifier } from "../LogVerifier.ts"
import { readVerifierKey } from "../checkpoints/Note.ts"
import { checkpointSignedBy } from "../checkpoints/NoteSignature.ts"
import { sha256 } from "../Sha256.ts"
import { bundleNames, commandName, type Files, keptName, logName, sumsName, unarchived } from "./BundleArchive.ts"
import type { BundleFinding, CheckpointSource, LineFinding, NamedEvent } from "./BundleFinding.ts"

/** A report or a checkpoint from earlier, as a file. */
export interface EarlierFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** The findings on a bundle, sorted by what they mean. */
export interface BundleVerification {
  /** Whether nothing is wrong. */
  readonly isIntact: boolean
  readonly wrong: ReadonlyArray<BundleFinding>
  readonly right: ReadonlyArray<BundleFinding>
  /** Checks that were skipped because an earlier file or a key was not given. */
  readonly unverified: ReadonlyArray<BundleFinding>
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

/** Returns the names of files with a wrong checksum or none, and of files that are missing. */
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

/** Returns the names of files that are not what the log gives, that do not belong to a bundle, or that are missing. */
const foreignIn = (files: Files, { notes, origin, root, size }: ExaminedCopy): ReadonlyArray<string> => {
  const expected = new Map([
    ["checkpoint.txt", checkpointText({ origin, root, size })],
    ...notes.map((note, at) => [keptName(at + 1), note] as const)
  ])
  const known = new Set([...bundleNames, ...expected.keys()])
  return [
    // Bundles of the first 0.1 do not say how they were made.
    ...Object.keys(files).filter((name) => !known.has(name) && name !== commandName),
    ...[...known].filter((name) => {
      const text = expected.get(name)
      return files[name] === undefined || (text !== undefined && textOf(files[name]) !== text)
    })
  ]
}

const altered = (line: number): LineFinding => ({ code: "lineAltered", line })

/** A copy that was verified, with the SHA-256 of the contents it has of editions, and its kept checkpoints. */
interface ExaminedCopy extends Omit<LogVerification, "broken"> {
  readonly broken: ReadonlyArray<NamedEvent>
  readonly contents: ReadonlyMap<string, string>
  readonly notes: ReadonlyArray<string>
}

/** Verifies the log. Returns a finding instead if one of its lines cannot belong to a copy, or the last is missing. */
const logOf = (
  bytes: Uint8Array,
  kept: ReadonlyArray<string>,
  given: ReadonlyArray<string>
): ExaminedCopy | LineFinding => {
  const lines = (textOf(bytes) ?? "").split("\n")
  const [first = ""] = lines
  const start = readStartLine(first)
  if (start?.from !== 1) return altered(1)
  const { plan } = start
  const verifier = logVerifier(plan, kept, given)
  const end = lines.length - 2
  const notes: Array<string> = []
  const contents = new Map<string, string>()
  const named = new Map<number, Pick<NamedEvent, "activity" | "type">>()
  for (const [at, line] of lines.slice(1, end).entries()) {
    const note = readNoteLine(line)
    if (note !== undefined) {
      notes.push(note)
      continue
    }
    const edition = start.version === 1 || notes.length > 0 ? undefined : readEditionLine(line)
    if (edition !== undefined) {
      contents.set(edition.sha256, hex(sha256(bytesOfBase64(edition.content) ?? new Uint8Array())))
      continue
    }
    const row = notes.length === 0 && contents.size === 0 ? readEventLine(plan, line) : undefined
    if (row === undefined) return altered(at + 2)
    const flaw = verifier.take(row)
    const { activity, type } = row.record
    if (flaw !== undefined && flaw !== "position") named.set(row.record.position, { activity, type })
    if (verifier.hasStopped()) break
  }
  const found = verifier.end(readEndLine(lines[end] ?? "")?.events ?? 0, Infinity)
  const before = encoder.encode(`${lines.slice(0, end).join("\n")}\n`)
  const last = endLine({
    events: end - 1 - notes.length - contents.size,
    checkpoint: checkpointText({ origin: originOf(plan), size: found.size, root: found.root }),
    sha256: hex(sha256(before))
  })
  const broken = found.broken.map((each) => ({
    ...each,
    ...(named.get(each.position) ?? { activity: null, type: null })
  }))
  const ended = lines.at(-1) === ""
  if (broken.length > 0 || (ended && `${lines[end]}\n` === last)) return { ...found, broken, contents, notes }
  return { code: isCutOff(lines) ? "logCutOff" : "lineAltered", line: ended ? end + 1 : lines.length }
}

/**
 * Verifies a bundle: its files, its log, and the checkpoints in it and in earlier files. `signer` is the text of the key
 * that signed it, or empty if signatures are not to be verified.
 */
export const verifyBundle = (
  bytes: Uint8Array,
  earlier: ReadonlyArray<EarlierFile>,
  signer: string
): BundleVerification => {
  const files = unarchived(bytes)
  const log = files?.[logName]
  if (files === undefined || log === undefined) return notABundle
  const wrong: Array<BundleFinding> = []
  const right: Array<BundleFinding> = []
  const changed = alteredIn(files)
  wrong.push(...changed.map((name): BundleFinding => ({ code: "fileAltered", name })))
  if (changed.length === 0) right.push({ code: "filesMatch", files: Object.keys(files).length - 1 })
  const kept = (textOf(log) ?? "").split("\n").flatMap((line) => readNoteLine(line) ?? [])
  const given = earlier.flatMap(({ bytes: own, name }) => {
    const notes = checkpointsIn(own)
    if (notes.length === 0) wrong.push({ code: "noCheckpoint", file: name })
    return notes.map((note) => ({ name, note }))
  })
  const verified = logOf(
    log,
    kept,
    given.map(({ note }) => note)
  )
  if ("code" in verified) wrong.push(verified)
  else {
    const { broken, checkpoints, erased, plan, size } = verified
    // Checksums are no witness: whoever alters a file can write them again.
    const foreign = broken.length > 0 ? [] : foreignIn(files, verified).filter((name) => !changed.includes(name))
    wrong.push(...foreign.map((name): BundleFinding => ({ code: "fileAltered", name })))
    wrong.push(...broken.map((each): BundleFinding => ({ code: "eventBroken", ...each })))
    if (broken.length === 0) right.push({ code: "logIntact", plan, events: size })
    if (erased > 0) right.push({ code: "contentErased", events: erased })
    const ofEditions = editionsIn(verified)
    wrong.push(...ofEditions.wrong)
    right.push(...ofEditions.right)
    const sources = checkpoints.map((match, at): Sourced => {
      const file = match.kept ? null : (given[at - kept.length]?.name ?? "")
      return { match, which: { file, size: match.checkpoint?.size ?? 0 } }
    })
    for (const { match, which } of sources) {
      const { fault, from, to } = match
      if (fault === undefined) right.push({ code: "checkpointHolds", which })
      else wrong.push({ code: "checkpointFails", which, fault, from, to })
    }
    const signatures = signaturesIn(sources, signer)
    wrong.push(...signatures.wrong)
    right.push(...signatures.right)
  }
  const unverified: ReadonlyArray<BundleFinding> = [
    { code: earlier.length === 0 ? "noEarlierFile" : "noText" },
    ...(signer === "" ? [{ code: "noKey" } as const] : []),
    { code: "noTables" }
  ]
  return { isIntact: wrong.length === 0, wrong, right, unverified }
}

/** Compares what the bundle has of each edition with what its log names last. */
const editionsIn = ({ contents, editions }: ExaminedCopy): Pick<BundleVerification, "wrong" | "right"> => {
  const wrong: Array<BundleFinding> = []
  let [held, erased] = [0, 0]
  for (const [of, { content, isErased }] of editions) {
    if (isErased) erased += 1
    const own = contents.get(of)
    if (own !== undefined && own === content) held += 1
    else if (own !== undefined) wrong.push({ code: "editionAltered", sha256: of })
    else if (content !== null) wrong.push({ code: "editionMissing", sha256: of })
  }
  return {
    wrong,
    right: [
      ...(held > 0 ? [{ code: "editionsHold", editions: held } as const] : []),
      ...(erased > 0 ? [{ code: "editionsErased", editions: erased } as const] : [])
    ]
  }
}

const notABundle: BundleVerification = {
  isIntact: false,
  wrong: [{ code: "notABundle" }],
  right: [],
  unverified: []
}

interface Sourced {
  readonly match: CheckpointMatch
  readonly which: CheckpointSource
}

/** Verifies the signatures of one key: at least one checkpoint must have one, and none may have a forged one. */
const signaturesIn = (sources: ReadonlyArray<Sourced>, signer: string): Pick<BundleVerification, "wrong" | "right"> => {
  if (signer === "") return { wrong: [], right: [] }
  const key = readVerifierKey(signer)
  if (key === undefined) return { wrong: [{ code: "notAKey", text: signer }], right: [] }
  const where = (is: boolean) =>
    sources.flatMap(({ match, which }) => (checkpointSignedBy(match.note, key) === is ? [which] : []))
  const [signed, forged] = [where(true), where(false)]
  return {
    wrong: [
      ...forged.map((which): BundleFinding => ({ code: "signatureForged", which })),
      ...(signed.length === 0 ? [{ code: "notSigned", signer: key.name } as const] : [])
    ],
    right: signed.map((which): BundleFinding => ({ code: "signed", which, signer: key.name }))
  }
}
