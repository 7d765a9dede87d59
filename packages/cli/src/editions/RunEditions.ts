/**
 * `frist editions`: the editions that were handed in, whether their cells are kept, and the cells that hold some words.
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { storableOption } from "../arguments/ArgumentValues.ts"
import { readPlan } from "../arguments/ChosenPlan.ts"
import type { EditionsView } from "./EditionViews.ts"
import { canvas, print } from "../Output.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { sectionedTable } from "../terminal/TerminalTable.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { placeWords } from "./CellWords.ts"
import { editionList } from "./KeptEditionList.ts"
import { keptCellsWith } from "./KeptSearch.ts"

/** Lists the editions of the chosen plan, and searches their cells. */
export const runEditions = Effect.fn("runEditions")(function* (find: Option.Option<string>) {
  const session = yield* readSession
  const sought = yield* storableOption(find, session.phrase)
  const view = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { events, id } = yield* readPlan(session)
      const editions = yield* editionList(id, events)
      const found = sought === null ? null : yield* keptCellsWith(id, [sought])
      return { view: "frist/editions", version: 1, plan: id, editions, found } satisfies EditionsView
    })
  )
  yield* print(
    session,
    view,
    (shown, phrase) => textOf(shown, keptTexts[phrase.language], sought),
    (shown) => shown.found ?? shown.editions
  )
})

const textOf = ({ editions, found }: EditionsView, texts: (typeof keptTexts)["sv"], sought: string | null): string => {
  const { heading } = texts
  if (found !== null) {
    const rows = found.map(({ document, place, words }) => [document, placeWords(place), words.slice(0, 240)])
    const columns = [
      { heading: heading.document, least: 16 },
      { heading: heading.cell, least: 8 },
      { heading: heading.words, least: 24 }
    ]
    const said = texts.found(found.length, sought ?? "")
    return rows.length === 0 ? said : `${said}\n\n${sectionedTable(columns, [{ heading: [], rows }], canvas())}`
  }
  if (editions.length === 0) return texts.none
  const columns = [
    { heading: heading.review, least: 10 },
    { heading: heading.document, least: 20 },
    { heading: "SHA-256", least: 12 },
    { heading: heading.cells, least: 12 },
    { heading: heading.decisions, least: 10 }
  ]
  const rows = editions.map(({ cells, document, erasures, heldOn, sha256 }) => [
    heldOn,
    document,
    sha256.slice(0, 12),
    texts.states[cells],
    [...new Set(erasures.map(({ decision }) => decision))].join(", ")
  ])
  return sectionedTable(columns, [{ heading: [], rows }], canvas())
}
