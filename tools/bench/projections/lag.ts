/**
 * Measures the delay from an append to its row: appends at an even rate, and a reader that polls every other millisecond.
 */
import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"
import { Client } from "pg"

const script = fileURLToPath(new URL("following.ts", import.meta.url))

/** The median and the 99th percentile, in milliseconds. */
export interface Lag {
  readonly median: number
  readonly p99: number
}

/** Starts the subscriber in a separate process, as in production. */
export const following = async (url: string, who: "frist" | "emmett"): Promise<() => Promise<void>> => {
  const child: ChildProcess = spawn(process.execPath, [script, url, who], { stdio: ["ignore", "pipe", "inherit"] })
  if (child.stdout !== null) await once(child.stdout, "data")
  // The peer ignores requests to end.
  return async () => {
    if (child.exitCode !== null) return
    child.kill("SIGKILL")
    await once(child, "exit")
  }
}

/**
 * `append` records one event and returns the number of events in its stream; `seenSql` returns streams and the number
 * of their events shown.
 */
export const lagOf = async (
  url: string,
  streams: ReadonlyArray<string>,
  seconds: number,
  append: (stream: string) => Promise<number>,
  seenSql: string
): Promise<Lag> => {
  const client = new Client({ connectionString: url })
  await client.connect()
  const asked = new Map<string, Array<number>>(streams.map((stream) => [stream, []]))
  const shown = new Map<string, number>()
  const lags: Array<number> = []
  const appending = { goes: true }
  let waiting = 0
  const start = performance.now()
  // Events that are not shown by then never are.
  const end = start + (seconds + 30) * 1000
  const looking = (async () => {
    while (appending.goes || (waiting > 0 && performance.now() < end)) {
      const { rows } = await client.query<{ stream: string; seen: number }>({ name: "seen", text: seenSql })
      const now = performance.now()
      for (const { seen, stream } of rows) {
        for (let at = (shown.get(stream) ?? 0) + 1; at <= seen; at++) {
          const began = asked.get(stream)?.[at]
          if (began !== undefined) {
            lags.push(now - began)
            waiting -= 1
          }
        }
        shown.set(stream, Number(seen))
      }
      await sleep(2)
    }
  })()
  const appends: Array<Promise<void>> = []
  const busy = new Set<string>()
  for (let n = 0; n < seconds * 200; n++) {
    await sleep(Math.max(0, start + n * 5 - performance.now()))
    const stream = streams[n % streams.length] ?? ""
    // One at a time on a stream: its position is known.
    if (busy.has(stream)) continue
    busy.add(stream)
    waiting += 1
    const began = performance.now()
    appends.push(
      append(stream).then((at) => {
        const own = asked.get(stream)
        if (own !== undefined) own[at] = began
        busy.delete(stream)
        if ((shown.get(stream) ?? 0) >= at) {
          lags.push(performance.now() - began)
          waiting -= 1
        }
      })
    )
  }
  await Promise.all(appends)
  appending.goes = false
  await looking
  await client.end()
  const sorted = [...lags.sort((a, b) => a - b), ...Array.from({ length: waiting }, () => Infinity)]
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { median: at(0.5), p99: at(0.99) }
}
