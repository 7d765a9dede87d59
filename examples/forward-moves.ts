/**
 * A job that follows the log and forwards each moved deadline to a webhook as a CloudEvent, at least once. It keeps its
 * position in a file, and advances it only after the receiver has accepted the event.
 */
import { type FristLog, openLog } from "@frist/promises"
import { open, readFile, rename } from "node:fs/promises"
import { setTimeout as pause } from "node:timers/promises"

/** The receiver, the file of positions, and the signal that ends the job. */
export interface Forwarding {
  readonly webhook: string
  readonly checkpoint: string
  readonly signal: AbortSignal
  /** Called with the error of each failed attempt. */
  readonly onFailure?: (reason: unknown) => void
}

type Recorded = Awaited<ReturnType<FristLog["events"]>>[number]

/** Returns a moved deadline as a CloudEvent, with the same id each time: a receiver can recognise repetitions. */
export const cloudEventOf = (recorded: Recorded) => {
  const { activity, actor, effectiveOn, event, plan, position, provenance, recordedAt } = recorded
  if (event?._tag !== "DeadlineMoved") return undefined
  return {
    specversion: "1.0",
    id: `${plan}/${position}`,
    source: `/plans/${plan}`,
    type: "frist.deadline.moved.v1",
    subject: activity,
    time: new Date(recordedAt).toISOString(),
    datacontenttype: "application/json",
    data: { from: event.from, to: event.to, reason: event.reason, effectiveOn, actor, provenance }
  }
}

/** Reads the position of the job in each plan; an empty record where the file is missing. */
const readCheckpoint = async (file: string): Promise<Record<string, number>> => {
  try {
    return JSON.parse(await readFile(file, "utf8"))
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return {}
    throw error
  }
}

/** Writes the positions completely or not at all, also if the machine stops. */
const writeCheckpoint = async (file: string, positions: Record<string, number>): Promise<void> => {
  const handle = await open(`${file}.new`, "w")
  try {
    await handle.writeFile(JSON.stringify(positions))
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.new`, file)
}

/** Retries with growing delays until the receiver accepts the event, or the job is ended. */
const deliver = async (event: object, { onFailure, signal, webhook }: Forwarding): Promise<boolean> => {
  for (let wait = 50; !signal.aborted; wait = Math.min(2 * wait, 30_000)) {
    try {
      const answer = await fetch(webhook, {
        method: "POST",
        headers: { "content-type": "application/cloudevents+json" },
        body: JSON.stringify(event),
        signal: AbortSignal.any([signal, AbortSignal.timeout(10_000)])
      })
      await answer.body?.cancel()
      if (answer.ok) return true
      onFailure?.(new Error(`The receiver answered ${answer.status}.`))
    } catch (error) {
      onFailure?.(error)
    }
    await pause(wait, undefined, { signal }).catch(() => undefined)
  }
  return false
}

/** Forwards recorded moves, and later ones, until the signal. */
export const forwardMoves = async (log: FristLog, forwarding: Forwarding): Promise<void> => {
  const positions = await readCheckpoint(forwarding.checkpoint)
  for await (const recorded of log.follow({ after: positions, signal: forwarding.signal })) {
    const event = cloudEventOf(recorded)
    if (event !== undefined && !(await deliver(event, forwarding))) return
    positions[recorded.plan] = recorded.position
    if (event !== undefined) await writeCheckpoint(forwarding.checkpoint, positions)
  }
}

/** `node forward-moves.ts frist.db https://receiver.example/hook`. */
if (process.argv[1] === import.meta.filename) {
  const [address = "frist.db", webhook = ""] = process.argv.slice(2)
  const log = await openLog(address)
  const ended = new AbortController()
  process.once("SIGTERM", () => ended.abort())
  await forwardMoves(log, { webhook, checkpoint: "forwarded.json", signal: ended.signal, onFailure: console.error })
  await log.close()
}
