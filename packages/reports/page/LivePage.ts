/**
 * The script of a served page: what the report's script does, and the page kept up to date as events are recorded.
 */
import type { Day } from "@frist/domain/Day"
import { activityAddress } from "../src/live/PageAddress.ts"
import type { LivePage } from "../src/live/LivePage.ts"
import { enLive } from "../src/texts/enLive.ts"
import { svLive } from "../src/texts/svLive.ts"
import { createElement, nodeOf } from "./DomNodes.ts"
import { fold } from "./Folding.ts"
import { enliven } from "./InteractivePage.ts"
import { keepState } from "./KeptState.ts"
import { pageTexts } from "./PageTexts.ts"

const { lang } = document.documentElement
const [spoken, texts] = [pageTexts(lang), lang === "en" ? enLive : svLive]
const { asOf = "", events = "", heldOn: servedOn, own = "", root = "/", version = "" } = document.body.dataset
const base = { root, asOf: asOf === "" ? undefined : (asOf as Day) }

const show = ({ heldOn, log }: Pick<LivePage, "heldOn" | "log">): void =>
  enliven(log === null ? null : { log, heldOn, linkTo: (activity) => activityAddress(base, activity) }, spoken)

show({
  heldOn: servedOn as Day,
  log: JSON.parse(document.querySelector("#log")?.textContent ?? "null") as LivePage["log"]
})
const foldAgain = fold()

const status = document.querySelector("#live") ?? createElement("p", {})
let shownAt = new Date()
const clock = (at: Date): string =>
  texts.clock(String(at.getHours()).padStart(2, "0"), String(at.getMinutes()).padStart(2, "0"))
const lost = (): void => {
  status.textContent = texts.lost(clock(shownAt))
}

/** Puts the present page in place of the shown one, with what the reader had chosen. */
const renew = async (): Promise<void> => {
  const answer = await fetch(own)
  if (!answer.ok) throw new Error(String(answer.status))
  const page = (await answer.json()) as LivePage
  const restore = keepState()
  document.title = page.title
  document.querySelector("#page")?.replaceChildren(...page.body.map(nodeOf))
  show(page)
  foldAgain()
  restore()
  shownAt = new Date()
  status.textContent = texts.updated(clock(shownAt))
}

// A page without a plan has nothing to keep up to date.
if (own !== "") {
  let [shown, wanted, isBusy] = [version, version, false]
  const follow = async (): Promise<void> => {
    if (isBusy) return
    isBusy = true
    if (shown === wanted) status.textContent = texts.current
    try {
      while (shown !== wanted) {
        const asked = wanted
        await renew()
        shown = asked
      }
    } catch {
      lost()
    }
    isBusy = false
  }
  const connect = (): void => {
    const source = new EventSource(events)
    // Each message names the version of the pages: the last event, and the day.
    source.addEventListener("message", ({ data }) => {
      wanted = String(data)
      void follow()
    })
    source.addEventListener("error", () => {
      lost()
      // A lost connection is retried by the browser; a refused one by the page, later.
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, 30_000)
    })
  }
  connect()
}
