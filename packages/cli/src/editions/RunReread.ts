/**
 * `frist reread`: what today's rules read differently in the kept editions, as proposals.
 */
import { jsonText } from "@frist/domain/text/InertText"
import { correctedFacts } from "@frist/editions/changes/corrections/CorrectedFacts"
import { reread } from "@frist/editions/keeping/Rereading"
import { planAt } from "@frist/domain/plan/Plan"
import * as Console from "effect/Console"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import { readPlan } from "../arguments/ChosenPlan.ts"
import type { RereadView } from "./EditionViews.ts"
import { canvas, printBelow } from "../Output.ts"
import { readSession } from "../Session.ts"
import { withLog } from "../SessionLog.ts"
import { importText } from "../terminal/import/ImportText.ts"
import { keptTexts } from "../texts/KeptTexts.ts"
import { writeProposals } from "./ProposalsOnDisk.ts"

/** Rereads the kept editions of the chosen plan, and prints or writes the differences. */
export const runReread = Effect.fn("runReread")(function* (propose: Option.Option<string>) {
  const session = yield* readSession
  const { phrase } = session
  const texts = keptTexts[phrase.language]
  const { log, outcome } = yield* withLog(
    session,
    false,
    Effect.gen(function* () {
      const { events, id } = yield* readPlan(session)
      return { log: events, outcome: yield* reread({ plan: id, reason: texts.reason }) }
    })
  )
  const { editions, file, notKept, plan, read } = outcome
  if (Option.isSome(propose) && file !== undefined) yield* writeProposals(propose.value, file, session)
  if (session.format === "json") {
    const view: RereadView = { view: "frist/reread", version: 1, plan, read, notKept, editions }
    return yield* Console.log(jsonText(view, 2))
  }
  const named = (all: typeof notKept) => all.map(({ document, heldOn }) => texts.inEdition(document, heldOn)).join(", ")
  const count = editions.reduce((sum, { events }) => sum + events.length, 0)
  if (editions.length > 0) yield* Console.log(texts.differs(named(editions), phrase.text.plural.events(count)))
  else if (read > 0) yield* Console.log(texts.same(texts.editions(read)))
  else if (notKept.length === 0) yield* Console.log(texts.none)
  if (Option.isSome(propose) && file !== undefined) yield* Console.log(phrase.text.outcomes.proposed(propose.value))
  if (notKept.length > 0) yield* Console.log(texts.notKept(named(notKept)))
  for (const { document, events, heldOn } of editions) {
    yield* Console.log(`\n${texts.inEdition(document, heldOn)}`)
    const before = planAt(log, { asOf: heldOn })
    const changes = { events, before, corrected: correctedFacts(events, log), isRecorded: false }
    yield* printBelow(importText(changes, phrase, canvas()))
  }
})
