/**
 * A bundle examined whole: its log and checkpoints verified, and its other files made again from the log and compared.
 * Runs in Node, and in the page of the bundle.
 */
import { sameBytes } from "@frist/evidence/Bytes"
import { commandName, type Files, logName, unarchived } from "@frist/evidence/bundle/BundleArchive"
import type { BundleFinding, FileDifference } from "@frist/evidence/bundle/BundleFinding"
import { type BundleVerification, type EarlierFile, verifyBundle } from "@frist/evidence/bundle/BundleVerifier"
import { reportDifference } from "@frist/evidence/files/ReportDifference"
import { reportMaker } from "../Version.ts"
import { madeFiles, readBundleMark } from "./BundleContents.ts"

/** The findings on a bundle. `isExamined` is false where files of it could not be compared with its log. */
export interface BundleExamination extends BundleVerification {
  readonly isExamined: boolean
}

const decoder = new TextDecoder()
const same: FileDifference = { after: null, found: null, made: null }

/** Says where a file differs from the one that the log gives. */
const difference = (name: string, found: Uint8Array, made: Uint8Array): BundleFinding => {
  const where = reportDifference(found, made)
  return { code: "fileDiffers", name, ...(where?.kind === "words" ? where : same) }
}

/** Makes the files again; `undefined` if the log holds events that no version of Frist writes. */
const filesOf = (...from: Parameters<typeof madeFiles>) => {
  try {
    return Object.entries(madeFiles(...from))
  } catch {
    return undefined
  }
}

/** Compares the files of a bundle with those that its log gives. */
const comparedFiles = (files: Files, script: string): BundleFinding | ReadonlyArray<BundleFinding> => {
  const text = decoder.decode(files[commandName])
  const mark = readBundleMark(text)
  if (mark === undefined) return { code: "notMade", why: "command", program: "" }
  const { command, program, request } = mark
  if (program !== reportMaker) return { code: "notMade", why: "version", program }
  const made = filesOf(files[logName] ?? new Uint8Array(), request, script)
  if (made === undefined) return { code: "notMade", why: "events", program }
  const differing = made.flatMap(([name, bytes]): ReadonlyArray<BundleFinding> => {
    const found = files[name] ?? new Uint8Array()
    return sameBytes(found, bytes) ? [] : [difference(name, found, bytes)]
  })
  return differing.length > 0 ? differing : [{ code: "filesMade", files: made.length - 1, command }]
}

/**
 * Verifies a bundle, and compares its tables and its page with what its log gives. `script` is that of the page of this
 * version; see `verifyBundle` for the rest.
 */
export const examineBundle = (
  bytes: Uint8Array,
  earlier: ReadonlyArray<EarlierFile>,
  signer: string,
  script: string
): BundleExamination => {
  const verified = verifyBundle(bytes, earlier, signer)
  const files = unarchived(bytes)
  if (!verified.isIntact || files === undefined) return { ...verified, isExamined: false }
  const left = verified.unverified.filter(({ code }) => code !== "noTables")
  const found = comparedFiles(files, script)
  if ("code" in found) return { ...verified, unverified: [found, ...left], isExamined: false }
  const wrong = found.filter(({ code }) => code === "fileDiffers")
  const right = [...verified.right, ...found.filter(({ code }) => code !== "fileDiffers")]
  return { isIntact: wrong.length === 0, wrong, right, unverified: left, isExamined: true }
}
