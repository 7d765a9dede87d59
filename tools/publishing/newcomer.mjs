/**
 * Runs each compiled example on the installed packages, and prints the results as JSON.
 */
import { openLog } from "@frist/promises"
import { Effect } from "effect"
import { createServer } from "node:http"
import { Openings, openings } from "./out/effect-service.js"
import { inFile } from "./out/embed.js"
import { forwardMoves } from "./out/forward-moves.js"
import { app } from "./out/http-service.js"

const embedded = await Effect.runPromise(inFile)

const service = await Effect.runPromise(
  Effect.gen(function* () {
    const service = yield* Openings
    yield* service.expect("ogon", "2024-06", "2024-01-10")
    yield* service.postpone({ clinic: "ogon", to: "2024-09", reason: "x", decidedBy: "y", decidedOn: "2024-05-02" })
    return yield* service.slips("ogon", "2024-05-02")
  }).pipe(Effect.provide(openings))
)

const log = await openLog("frist.db")
const answer = await app(log).request("/plans/strategi/slips/webbtidbokning?today=2024-05-02")
const web = await answer.json()

const received = []
const ended = new AbortController()
const receiver = createServer((request, response) => {
  request.resume()
  request.on("end", () => {
    received.push(request.headers["content-type"])
    response.writeHead(202).end(() => ended.abort())
  })
})
await new Promise((resolve) => receiver.listen(0, "127.0.0.1", resolve))
const webhook = `http://127.0.0.1:${receiver.address().port}/`
await forwardMoves(log, { webhook, checkpoint: "forwarded.json", signal: ended.signal })
receiver.close()
await log.close()

const moves = (history) => history.activities[0].tally.count
console.log(
  JSON.stringify({
    node: process.versions.node.split(".")[0],
    embedded: moves(embedded),
    service: moves(service),
    web: moves(web),
    received: received.length
  })
)
