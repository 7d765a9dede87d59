/**
 * What killed processes left behind: files and folders whose names say which process was writing them.
 */
import { hash } from "node:crypto"
import { readdir, rm, stat } from "node:fs/promises"
import { hostname } from "node:os"
import { join } from "node:path"

const machine = hash("sha256", hostname()).slice(0, 6)

/** The mark of this process: its machine and number. */
export const ownMark = `${machine}-${process.pid}`

/** After so long without a change, in milliseconds, what another machine was writing is taken to be left: a day. */
const longest = 86_400_000

/**
 * Removes what no living process is writing: the entries of a folder whose names are the prefix, a mark and an ending
 * that the suffix accepts. What cannot be removed stays.
 */
export const removeLeftBehind = async (folder: string, prefix: string, suffix: RegExp): Promise<void> => {
  for (const name of await readdir(folder).catch(() => [])) {
    const [mark = "", by, pid] = /^([0-9a-f]{6})-(\d{1,10})/u.exec(name.slice(prefix.length)) ?? []
    if (mark === "" || !name.startsWith(prefix) || !suffix.test(name.slice(prefix.length + mark.length))) continue
    const path = join(folder, name)
    const isLeft = await (by === machine && Number(pid) !== process.pid ? isDead(Number(pid)) : isOlder(path, by))
    if (isLeft) await rm(path, { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Returns whether no process has that number. */
const isDead = (pid: number): boolean => {
  try {
    return !process.kill(pid, 0)
  } catch (error) {
    return !(error instanceof Error && "code" in error && error.code === "EPERM")
  }
}

/** Of our own number, what is older than we are is left: in a container, each process may have it. */
const isOlder = (path: string, by: string | undefined): Promise<boolean> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs < (by === machine ? performance.timeOrigin : Date.now() - longest),
    () => false
  )
