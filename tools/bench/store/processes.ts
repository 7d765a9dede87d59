/**
 * Starts four processes of writers, and lets all of them write at once.
 */
import { type ChildProcess, fork } from "node:child_process"

const answer = (child: ChildProcess) => new Promise<void>((resolve) => child.once("message", () => resolve()))

export const processes = async (url: string) => {
  const children = Array.from({ length: 4 }, (_, at) =>
    fork(new URL("writer.ts", import.meta.url), [url, `process-${at}`], { stdio: "inherit" })
  )
  await Promise.all(children.map(answer))
  return {
    /** Each of the four writers of each process records thirty times. */
    write: async (kind: "plain" | "frist") => {
      const done = Promise.all(children.map(answer))
      for (const child of children) child.send(kind)
      await done
    },
    close: async () => {
      const ended = children.map((child) => new Promise<void>((resolve) => child.once("exit", () => resolve())))
      for (const child of children) child.send("end")
      await Promise.all(ended)
    }
  }
}
