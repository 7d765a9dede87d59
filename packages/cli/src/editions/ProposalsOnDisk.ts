/**
 * Proposals written to a file, and read from one.
 */
import { ProposalFile } from "@frist/editions/ProposalFile"
import { maxBytes } from "@frist/editions/formats/Limits"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { writeFile } from "node:fs/promises"
import { refused, wrongUsage } from "../Failure.ts"
import { readDocument } from "../files/DocumentFile.ts"
import { documentFailure, type Session } from "../Session.ts"

/** Writes a new file; one that is there is never written over, since somebody may have edited it. */
export const writeProposals = (file: string, proposals: ProposalFile, { phrase }: Session) =>
  Effect.tryPromise({
    try: () => writeFile(file, `${JSON.stringify(proposals, null, 2)}\n`, { flag: "wx" }),
    catch: (error) =>
      error instanceof Error && "code" in error && error.code === "EEXIST"
        ? refused(phrase.text.errors.fileExists(file))
        : wrongUsage(phrase.text.errors.cannotWrite(file))
  })

const decode = Schema.decodeUnknownResult(ProposalFile, { onExcessProperty: "error" })

/** The proposals in a file, checked against their schema, and the file's bytes. */
export const readProposals = Effect.fnUntraced(function* (file: string, { phrase }: Session) {
  const { errors } = phrase.text
  const bytes = yield* readDocument(file).pipe(Effect.mapError((error) => documentFailure(error, phrase)))
  if (bytes.length > maxBytes) return yield* refused(errors.notProposals(file, `${bytes.length} bytes`))
  const parsed = Result.try({
    try: (): unknown => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    catch: (error) => (error instanceof Error ? error.message : String(error))
  })
  if (Result.isFailure(parsed)) return yield* refused(errors.notProposals(file, parsed.failure))
  const read = decode(parsed.success)
  return Result.isFailure(read)
    ? yield* refused(errors.notProposals(file, read.failure.message.replace(/\s+/gu, " ").slice(0, 300)))
    : { bytes, proposals: read.success }
})
