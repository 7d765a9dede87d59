/**
 * The folder of a round of questions: the sheets, what was asked, and the answers that are put beside them.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { AskFile } from "@frist/editions/answers/AskFile"
import type { AnswerFile } from "@frist/editions/answers/SheetWords"
import { maxBytes } from "@frist/editions/formats/Limits"
import type { UnreadableDocument } from "@frist/editions/UnreadableDocument"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { hash } from "node:crypto"
import { mkdir, readdir, rename, rm, rmdir } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { type Failure, refused, wrongUsage } from "../failures/Failure.ts"
import { readDocument } from "../files/DocumentFile.ts"
import { bytesUpTo } from "../files/FileBytes.ts"
import { partialOf, removePartial, writeNewFile } from "../files/NewFile.ts"
import type { Session } from "../Session.ts"
import { askTexts } from "../texts/AskTexts.ts"

/** The name of the file of what was asked. */
export const askFileName = "frist-ask.json"
/** The most files in a folder. */
const mostFiles = 1000

/** Writes a new folder with the sheets and what was asked: complete, or not at all. */
export const writeAskFolder = (
  folder: string,
  { ask, sheets }: { readonly ask: AskFile; readonly sheets: ReadonlyArray<AnswerFile> },
  session: Session
): Effect.Effect<void, Failure> => {
  const { phrase } = session
  const whole = resolve(folder)
  const partial = partialOf(whole)
  const attempt = <A>(run: () => Promise<A>) =>
    Effect.tryPromise({ try: run, catch: () => wrongUsage(phrase.text.errors.cannotWrite(folder)) })
  return Effect.acquireUseRelease(
    Effect.gen(function* () {
      const there = yield* Effect.promise(() => readdir(whole).catch((error: unknown) => codeOf(error)))
      if (there === "ENOTDIR" || (Array.isArray(there) && there.length > 0))
        return yield* refused(askTexts[phrase.language].folderInUse(folder))
      yield* attempt(() => mkdir(dirname(whole), { recursive: true }))
      yield* Effect.promise(() => removePartial(whole))
      yield* attempt(() => mkdir(partial))
      return Array.isArray(there)
    }),
    (isThere) =>
      Effect.gen(function* () {
        for (const { bytes, document } of sheets) yield* writeNewFile(join(partial, document), bytes, session)
        yield* writeNewFile(join(partial, askFileName), `${jsonText(ask, 2)}\n`, session)
        if (isThere) yield* attempt(() => rmdir(whole))
        yield* attempt(() => rename(partial, whole))
      }),
    (_, exit) =>
      Exit.isFailure(exit)
        ? Effect.promise(() => rm(partial, { recursive: true, force: true }).catch(() => undefined))
        : Effect.void
  )
}

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined)

/** What was asked, and the files beside it, each to be read. */
interface ReadAskFolder {
  readonly ask: AskFile
  readonly sha256: string
  readonly files: ReadonlyArray<Effect.Effect<AnswerFile, UnreadableDocument>>
}

const decode = Schema.decodeUnknownResult(AskFile)

/** Reads what was asked, and lists what lies beside it. Files that programs hide or lock are left out. */
export const readAskFolder = Effect.fnUntraced(function* (
  folder: string,
  { phrase }: Pick<Session, "phrase">
): Effect.fn.Return<ReadAskFolder, Failure> {
  const texts = askTexts[phrase.language]
  const entries = yield* Effect.tryPromise({
    try: () => readdir(folder, { withFileTypes: true }),
    catch: () => wrongUsage(texts.noAsk(folder))
  })
  // Folders and links too: an answer in one is missed unless somebody hears of it.
  const names = entries.map(({ name }) => name)
  if (!entries.some((entry) => entry.isFile() && entry.name === askFileName))
    return yield* wrongUsage(texts.noAsk(folder))
  const answers = names.filter((name) => name !== askFileName && !/^(?:\.|~\$)/u.test(name)).sort()
  if (answers.length > mostFiles) return yield* refused(texts.tooManyFiles(folder, mostFiles))
  const bytes = yield* bytesUpTo(join(folder, askFileName), { most: maxBytes, expected: 65_536 }).pipe(
    Effect.mapError((error) => refused(texts.badAsk(folder, error.problem)))
  )
  if (bytes === undefined) return yield* refused(texts.badAsk(folder, `>${maxBytes}`))
  const parsed = Result.try({
    try: (): unknown => JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)),
    catch: (error) => (error instanceof Error ? error.message : String(error))
  })
  if (Result.isFailure(parsed)) return yield* refused(texts.badAsk(folder, parsed.failure))
  const read = decode(parsed.success)
  if (Result.isFailure(read))
    return yield* refused(texts.badAsk(folder, read.failure.message.replace(/\s+/gu, " ").slice(0, 300)))
  const files = answers.map((document) =>
    Effect.map(readDocument(join(folder, document)), (content) => ({ document, bytes: content }))
  )
  return { ask: read.success, sha256: hash("sha256", bytes), files }
})
