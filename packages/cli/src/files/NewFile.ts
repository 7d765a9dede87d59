/**
 * Writes new files atomically: complete, or not at all. Every command writes its files with it.
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { link, open, rename, stat, unlink } from "node:fs/promises"
import { basename, dirname } from "node:path"
import { type Failure, refused, storage, wrongUsage } from "../failures/Failure.ts"
import type { Session } from "../Session.ts"
import { ownMark, removeLeftBehind } from "./LeftBehind.ts"

/** Writes a new file with this content; fails as `writingNewFile` does. */
export const writeNewFile = (
  file: string,
  content: string | Uint8Array,
  session: Pick<Session, "phrase">
): Effect.Effect<void, Failure> => writingNewFile(file, session, (write) => write(content))

/**
 * Runs `body` with a function that appends to a new file. If the body succeeds, the file is on disk under its name; if it
 * fails, there is no file. Refused if a file of that name exists; wrong usage if it cannot be written.
 */
export const writingNewFile = <A, E, R>(
  file: string,
  { phrase }: Pick<Session, "phrase">,
  body: (write: (content: string | Uint8Array) => Effect.Effect<void, Failure>) => Effect.Effect<A, E, R>
): Effect.Effect<A, E | Failure, R> => {
  const { errors } = phrase.text
  const partial = partialOf(file)
  const attempt = <B>(run: () => Promise<B>) =>
    Effect.tryPromise({
      try: run,
      catch: (error) => {
        const code = String(codeOf(error))
        if (code === "EEXIST") return refused(errors.fileExists(file))
        // EFBIG: the most that a process may write to one file.
        return ["ENOSPC", "EDQUOT", "EFBIG"].includes(code)
          ? storage(errors.diskFull(file))
          : code === "EIO"
            ? storage(errors.diskFails(file))
            : wrongUsage(errors.cannotWrite(file))
      }
    })
  return Effect.acquireUseRelease(
    attempt(async () => {
      await removePartial(file)
      if (await exists(file)) throw nameTaken(file)
      return open(partial, "wx")
    }),
    (handle) =>
      Effect.gen(function* () {
        const result = yield* body((content) => attempt(() => handle.appendFile(content)))
        yield* attempt(async () => {
          await handle.sync()
          await giveName(partial, file)
        })
        return result
      }),
    (handle, exit) =>
      Effect.promise(async () => {
        await handle.close()
        if (Exit.isFailure(exit)) await unlink(partial).catch(() => undefined)
      })
  )
}

/** Returns the name of a file, or folder, while this process writes it. */
export const partialOf = (file: string): string => `${file}.${ownMark}.part`

/** Removes what killed processes wrote of a file, or folder. */
export const removePartial = (file: string): Promise<void> =>
  removeLeftBehind(dirname(file), `${basename(file)}.`, /^[.]part(?:-wal|-shm|-journal)?$/u)

const codeOf = (error: unknown): unknown => (error instanceof Error && "code" in error ? error.code : undefined)

const nameTaken = (file: string) => Object.assign(new Error(`${file} exists`), { code: "EEXIST" })

/** Moves a partial file, which is on disk, to its name. Fails if another process has made a file of that name meanwhile. */
export const giveName = async (partial: string, file: string): Promise<void> => {
  await give(partial, file)
  await syncFolder(file)
}

/** A rename would overwrite a file. */
const give = async (partial: string, file: string): Promise<void> => {
  try {
    await link(partial, file)
  } catch (error) {
    // Not every file system has links.
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(String(codeOf(error)))) throw error
    if (await exists(file)) throw nameTaken(file)
    return rename(partial, file)
  }
  await unlink(partial)
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false
  )

/** Makes the name survive a power failure, where the folder can be synced. */
const syncFolder = async (file: string): Promise<void> => {
  try {
    const folder = await open(dirname(file))
    await folder.sync().finally(() => folder.close())
  } catch {
    // The file itself is on disk.
  }
}
