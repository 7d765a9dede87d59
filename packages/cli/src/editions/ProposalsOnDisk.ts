/**
 * The file of proposals: written by an import, edited by a person, and read again.
 */
import { parseWrittenJson } from "@frist/domain/text/WrittenJson"
import { ProposalFile } from "@frist/editions/ProposalFile"
import { maxBytes } from "@frist/editions/formats/Limits"
import { jsonText } from "@frist/domain/text/InertText"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { refused } from "../failures/Failure.ts"
import { writeNewFile } from "../files/NewFile.ts"
import { readDocument } from "../files/DocumentFile.ts"
import { type Session } from "../Session.ts"
import { documentFailure } from "../files/UnreadableFile.ts"

/** Writes proposals to a new file; an existing one may have been edited and is never overwritten. */
export const writeProposals = (file: string, proposals: ProposalFile, session: Session) =>
  writeNewFile(file, `${jsonText(proposals, 2)}\n`, session)

const decode = Schema.decodeUnknownResult(ProposalFile, { onExcessProperty: "error" })

/** Reads a file of proposals, checks them against their schema, and returns them with the bytes of the file. */
export const readProposals = Effect.fnUntraced(function* (file: string, { phrase }: Session) {
  const { errors } = phrase.text
  const bytes = yield* readDocument(file).pipe(Effect.mapError((error) => documentFailure(error, phrase)))
  if (bytes.length > maxBytes) return yield* refused(errors.notProposals(file, `${bytes.length} bytes`))
  const parsed = Result.try({
    try: (): unknown => parseWrittenJson(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    catch: (error) => (error instanceof Error ? error.message : String(error))
  })
  if (Result.isFailure(parsed)) return yield* refused(errors.notProposals(file, parsed.failure))
  const read = decode(parsed.success)
  return Result.isFailure(read)
    ? yield* refused(errors.notProposals(file, read.failure.message.replace(/\s+/gu, " ").slice(0, 300)))
    : { bytes, proposals: read.success }
})
