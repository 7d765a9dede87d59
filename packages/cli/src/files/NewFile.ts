/**
 * A new file that appears under its name whole or not at all.
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import { link, open, rename, stat, unlink } from "node:fs/promises"
import { dirname } from "node:path"

/** Its name is taken. */
const exists = (file: string) => Object.assign(new Error(`${file} exists`), { code: "EEXIST" })

/** Gives the name to what was written beside it; never to what would be written over. */
const named = async (beside: string, file: string): Promise<void> => {
  try {
    await link(beside, file)
  } catch (error) {
    // Not every file system has links.
    const code = error instanceof Error && "code" in error ? error.code : undefined
    if (code !== "EPERM" && code !== "ENOTSUP" && code !== "ENOSYS") throw error
    if (await isThere(file)) throw exists(file)
    return rename(beside, file)
  }
  await unlink(beside)
}

const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false
  )

/** So that the name is there after a power cut too, where a folder can be synced. */
const syncFolder = async (file: string): Promise<void> => {
  try {
    const folder = await open(dirname(file))
    await folder.sync().finally(() => folder.close())
  } catch {
    // The file itself is safe.
  }
}

/**
 * Runs `body` with a way to write the file's text; if it succeeds, the file is there and on disk, and if it does not,
 * nothing is. What fails in writing is passed through `refuse`.
 */
export const writingNewFile = <A, E, R, F>(
  file: string,
  refuse: (error: unknown) => F,
  body: (write: (text: string | Uint8Array) => Effect.Effect<void, F>) => Effect.Effect<A, E, R>
): Effect.Effect<A, E | F, R> => {
  const beside = `${file}.${process.pid}.part`
  const attempt = <B>(run: () => Promise<B>) => Effect.tryPromise({ try: run, catch: refuse })
  return Effect.acquireUseRelease(
    attempt(async () => {
      if (await isThere(file)) throw exists(file)
      return open(beside, "wx")
    }),
    (handle) =>
      Effect.gen(function* () {
        const result = yield* body((text) => attempt(() => handle.appendFile(text)))
        yield* attempt(async () => {
          await handle.sync()
          await named(beside, file)
          await syncFolder(file)
        })
        return result
      }),
    (handle, exit) =>
      Effect.promise(async () => {
        await handle.close()
        if (Exit.isFailure(exit)) await unlink(beside).catch(() => undefined)
      })
  )
}
