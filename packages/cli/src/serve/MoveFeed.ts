/**
 * The changes of deadlines as a feed (RFC 4287), the latest recorded first.
 */
import { withoutTurns } from "@frist/domain/text/InertText"
import { deadlineHistory } from "@frist/projections/DeadlineHistory"
import { boardViews } from "@frist/reports/BoardViews"
import { activityAddress } from "@frist/reports/live/PageAddress"
import { spokenDate } from "@frist/reports/words/DateWords"
import { phrases, slipWords } from "@frist/reports/words/Phrases"
import { Feed } from "feed"
import { hash } from "node:crypto"
import type { PlanVersion } from "./ServedPlan.ts"
import type { Site } from "./Site.ts"

/** The most changes in the feed. */
const most = 100

/** Returns the feed. Its ids are of the log, so that they stay the same at another address. */
export const moveFeedText = ({ checkpoint, history, plan }: PlanVersion, { language, texts, url }: Site): string => {
  const phrase = phrases(language)
  const { report } = phrase.text
  const { name } = boardViews(history)
  const moves = deadlineHistory(history)
    .activities.flatMap((activity) => activity.moves)
    .toSorted((a, b) => b.position - a.position)
    .slice(0, most)
  const id = (of: string): string => uuidOf(`${checkpoint.origin} ${of}`)
  const title = report.title(history.plan.title ?? plan)
  const feed = new Feed({
    id: id("moves"),
    title: lawful(`${title}: ${texts.feedTitle}`),
    link: `${url}/`,
    feedLinks: { atom: `${url}/moves.atom` },
    language,
    updated: new Date(moves[0]?.recordedAt ?? history.events.at(-1)?.recordedAt ?? 0),
    generator: "Frist",
    author: { name: lawful(title) }
  })
  for (const move of moves) {
    const { activity, alike, from, position, reason, recordedAt, removed, slip, to, type } = move
    const said = type === "approved" ? texts.decision : texts.reason
    const why = removed === null ? (reason === null ? [] : [said(reason)]) : [report.removedContent(removed)]
    const far = alike ? slipWords(slip, phrase) : report.notComparable
    feed.addItem({
      id: id(String(position)),
      title: asHtml(texts[type](name(activity))),
      link: activityAddress({ root: `${url}/` }, activity),
      date: new Date(recordedAt),
      description: asHtml([texts.fromTo(spokenDate(from, phrase), spokenDate(to, phrase), far), ...why].join(" "))
    })
  }
  return feed.atom1()
}

/** Returns a UUID (version 8, RFC 9562) of a text: the same text gives the same. */
const uuidOf = (text: string): string => {
  const hex = hash("sha256", text)
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** Returns a text without characters that XML does not allow or a terminal obeys. */
const lawful = (text: string): string =>
  withoutTurns(text).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/gu, "\ufffd")

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;" }

/** Returns a text as the library wants that of an entry: as HTML, which it puts into CDATA as it is. */
const asHtml = (text: string): string => lawful(text).replace(/[&<>]/gu, (each) => entities[each] ?? each)
