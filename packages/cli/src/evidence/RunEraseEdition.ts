/**
 * `frist redact --edition`: records the decision to erase kept cells, and erases them.
 */
import { eraseKeptCells } from "@frist/editions/keeping/EditionErasure"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { storable } from "../arguments/ArgumentValues.ts"
import { readPlan } from "../arguments/ChosenPlan.ts"
import { placeIn, placeWords } from "../editions/CellWords.ts"
import { editionList, namedEdition } from "../editions/KeptEditionList.ts"
import { refused, storage, wrongUsage } from "../failures/Failure.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { evidenceTexts } from "../texts/EvidenceTexts.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { printRecorded } from "../commands/CommandRecording.ts"

interface Input {
  readonly edition: string
  readonly cells: ReadonlyArray<string>
  readonly decision: string
}

/** Erases a kept edition, or cells of it. Repeating the command erases what was not erased before. */
export const runEraseEdition = Effect.fn("runEraseEdition")(function* (input: Input) {
  const session = yield* readSession
  const [texts, evidence] = [keptTexts[session.phrase.language], evidenceTexts[session.phrase.language]]
  const decision = yield* storable(input.decision, session.phrase)
  const given = yield* Effect.forEach(input.cells, (words) => {
    const place = placeIn(words)
    return Option.isNone(place) ? Effect.fail(wrongUsage(texts.notACell(words))) : Effect.succeed(place.value)
  })
  const cells = given.length === 0 ? null : given
  const { alike, appended, document } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { events, id } = yield* readPlan(session)
      const { document, sha256 } = yield* namedEdition(input.edition, yield* editionList(id, events), texts)
      const request = { plan: id, actor: session.actor, on: session.today, sha256, cells, decision }
      return {
        document,
        ...(yield* eraseKeptCells(request).pipe(
          Effect.catchTags({
            CellNotKept: ({ place }) => Effect.fail(refused(texts.noCell(placeWords(place)))),
            CellsNotErased: ({ cause: { detail, reason } }) =>
              Effect.fail(
                storage(
                  reason === "refused" && session.database.kind === "server"
                    ? evidence.mayNotErase
                    : texts.notErased(document, detail)
                )
              )
          })
        ))
      }
    })
  )
  yield* printRecorded(session, appended)
  if (session.format === "json") return
  const lines = [
    cells === null
      ? texts.erasedAll(document, decision)
      : texts.erasedCells(cells.map(placeWords).join(", "), document, decision),
    ...(alike.length === 0 ? [] : [texts.alike(alike.map(({ place }) => placeWords(place)).join(", "))]),
    texts.eventsLeft,
    ...(session.database.kind === "server" ? [texts.stillOnServer] : []),
    evidence.copies
  ]
  yield* Console.log(lines.join("\n"))
})
