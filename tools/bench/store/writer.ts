/**
 * A process of writers for the benchmark: four at once, each to a plan and a stream of its own. Started by `processes.ts`.
 */
import { eventAt } from "../plan.ts"
import { fristLog } from "./frist.ts"
import { openPlain } from "./plain.ts"

const [url = "", name = ""] = process.argv.slice(2)
const writers = 4
const appends = 30
const plain = await openPlain(url, writers)
const frist = await fristLog(url, writers)
const heads = { plain: 0, frist: 0 }
const event = eventAt(60, 50)

const run = async (kind: "plain" | "frist") => {
  const head = heads[kind]
  heads[kind] += appends
  await Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const own = `${name}-${writer}`
      for (let after = head; after < head + appends; after += 1) {
        await (kind === "plain"
          ? plain.insert(writer, own, after + 1, JSON.stringify(event.event))
          : frist.append(own, after, [], [event]))
      }
    })
  )
}

process.on("message", (kind: "plain" | "frist" | "end") => {
  if (kind !== "end") return void run(kind).then(() => process.send?.("done"))
  void Promise.all([plain.close(), frist.close()]).then(() => process.exit(0))
})
process.send?.("ready")
