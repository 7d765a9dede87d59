/**
 * A TCP proxy between a log and its server, whose connections can be cut or frozen.
 */
import * as Effect from "effect/Effect"
import { connect, createServer, type Socket } from "node:net"

export interface Proxy {
  /** The address of the server through the proxy. */
  readonly url: string
  /** Cuts the next connection whose request has these words, after the server answers and before the answer arrives. */
  readonly loseAnswerTo: (words: string) => void
  /** Cuts the next connection whose request has these words, before the request reaches the server. */
  readonly loseRequest: (words: string) => void
  /** Freezes the open connections that have sent these words: nothing gets through, and none is cut. Returns how many. */
  readonly freeze: (words?: string) => number
  /** The number of connections that were cut. */
  readonly cuts: () => number
}

interface Wire {
  readonly client: Socket
  readonly server: Socket
  said: string
  state: "open" | "losing" | "frozen"
}

/** Whether one of these words was sent. The word is then forgotten. */
const asked = (words: Set<string>, said: string): boolean => {
  for (const each of words) if (said.includes(each)) return words.delete(each)
  return false
}

export const proxyTo = (address: string) =>
  Effect.map(
    Effect.acquireRelease(
      Effect.callback<{ readonly proxy: Proxy; readonly close: () => void }>((resume) => {
        const wires = new Set<Wire>()
        const answersToLose = new Set<string>()
        const requestsToLose = new Set<string>()
        let cuts = 0
        const end = (wire: Wire) => {
          wires.delete(wire)
          wire.client.destroy()
          wire.server.destroy()
        }
        const cut = (wire: Wire) => {
          cuts += 1
          end(wire)
        }
        const listener = createServer({ noDelay: true }, (client) => {
          const target = new URL(address)
          const server = connect({ host: target.hostname, port: Number(target.port), noDelay: true })
          const wire: Wire = { client, server, said: "", state: "open" }
          wires.add(wire)
          client.on("data", (chunk) => {
            if (wire.state === "frozen") return
            const said = chunk.toString("latin1")
            wire.said = (wire.said + said).slice(-100_000)
            if (asked(requestsToLose, wire.said)) return cut(wire)
            if (asked(answersToLose, wire.said)) wire.state = "losing"
            server.write(chunk)
          })
          server.on("data", (chunk) => {
            if (wire.state === "losing") return cut(wire)
            if (wire.state === "open") client.write(chunk)
          })
          for (const socket of [client, server]) {
            socket.on("error", () => end(wire))
            socket.on("close", () => {
              if (wire.state !== "frozen") end(wire)
            })
          }
        })
        listener.listen(0, "127.0.0.1", () => {
          const at = listener.address()
          const url = new URL(address)
          url.port = String(typeof at === "object" && at !== null ? at.port : 0)
          const proxy: Proxy = {
            url: url.href,
            loseAnswerTo: (words) => answersToLose.add(words),
            loseRequest: (words) => requestsToLose.add(words),
            freeze: (words = "") => {
              const some = [...wires].filter((wire) => wire.state === "open" && wire.said.includes(words))
              for (const wire of some) wire.state = "frozen"
              return some.length
            },
            cuts: () => cuts
          }
          const close = () => {
            for (const wire of wires) end(wire)
            listener.close()
          }
          resume(Effect.succeed({ proxy, close }))
        })
      }),
      ({ close }) => Effect.sync(close)
    ),
    ({ proxy }) => proxy
  )
