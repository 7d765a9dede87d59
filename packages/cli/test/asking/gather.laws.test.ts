/**
 * Laws of gathered answers, for any answers in any sheets, in any order and any number of rounds.
 */
import { decideAll, provisionalRecords } from "@frist/domain/decisions/BatchDecision"
import { PlanId } from "@frist/domain/Names"
import { planAt } from "@frist/domain/plan/Plan"
import { basisOf } from "@frist/domain/decisions/Proposal"
import type { RecordedEvent } from "@frist/domain/RecordedEvent"
import { type ReadSheet, readAnsweredSheet } from "@frist/editions/answers/AnsweredSheet"
import { AskFile } from "@frist/editions/answers/AskFile"
import { gatheredAnswers } from "@frist/editions/answers/GatheredAnswers"
import { swedishHealthCare as vocabulary } from "@frist/editions/vocabulary/swedishHealthCare"
import { EventLog } from "@frist/store/EventLog"
import { layer } from "@frist/store/sqlite/SqliteEventLog"
import { describe, expect, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { day } from "../../../domain/test/given.ts"
import { filledDocx } from "../../../reports/test/filledSheet.ts"
import { long } from "../../../store/test/sizes.ts"
import { asked, date, note, reason, status } from "./round.ts"

const round = await asked()
const ask = Schema.decodeUnknownSync(AskFile)(JSON.parse(readFileSync(join(round.out, "frist-ask.json"), "utf8")))
const log = await Effect.runPromise(
  Effect.gen(function* () {
    return yield* (yield* EventLog).read(PlanId.make("kommun"))
  }).pipe(Effect.provide(layer({ filename: round.db })))
)
const bytesOf = new Map(ask.sheets.map(({ file }) => [file, readFileSync(join(round.out, file))]))
const heldOn = day("2024-12-16")

/** An answer to one row; those that leave a row open, and those of any kind. */
const Open = Schema.Struct({
  [status]: Schema.Literals(["", "Pågår", "försenat", "Försenat", "Nästan", "-"]),
  [note]: Schema.Literals(["", "Annons ute.", "Nytt.", "Nytt.\nMer.", "=1+1"]),
  [date]: Schema.Literals(["", "2025-12-31", "hösten 2025", "snart", "2024-12-31"]),
  [reason]: Schema.Literals(["", "Leveransen"])
})
const Any = Schema.Struct({
  ...Open.fields,
  [status]: Schema.Literals(["", "Pågår", "Nästan", "Klart", "Klart 2024-11-30", "Klart 2026-01-01", "Avslutat"])
})

/** A copy of a sheet of HR, IT or culture, the name it came back under, and its answers in the rows 1 to 5. */
const copyWith = <A extends typeof Any | typeof Open>(answer: A) =>
  Schema.Struct({
    of: Schema.Literals(["hr", "it", "kultur-och-fritid"]),
    name: Schema.Literals(["a", "b", "c", "d"]),
    rows: Schema.Tuple([1, 2, 3, 4, 5].map((number) => Schema.Struct({ number: Schema.Literal(number), answer })))
  })
const copies = <A extends typeof Any | typeof Open>(answer: A) =>
  Schema.Tuple([copyWith(answer), copyWith(answer), copyWith(answer)])

type Copy = {
  readonly of: string
  readonly name: string
  readonly rows: ReadonlyArray<{ readonly number: number; readonly answer: typeof Any.Type | typeof Open.Type }>
}

const sheetsOf = (all: ReadonlyArray<Copy>): Effect.Effect<ReadonlyArray<ReadSheet>> =>
  Effect.forEach(all, ({ name, of, rows }, at) => {
    const bytes = bytesOf.get(`${of}-2024-12-16.docx`) ?? new Uint8Array()
    const words = Object.fromEntries(rows.map(({ answer, number }) => [number, answer]))
    return readAnsweredSheet({ document: `${name}${at}.docx`, bytes: filledDocx(bytes, words) }, ask, vocabulary).pipe(
      Effect.orDie,
      Effect.map((read) => ("sheet" in read ? read : expect.fail(read.problem)))
    )
  })

const gather = (sheets: ReadonlyArray<ReadSheet>, on: ReadonlyArray<RecordedEvent> = log) =>
  gatheredAnswers({ ask, sheets, log: on, heldOn, vocabulary })

/** What is proposed and told, without the names of files. */
const commandsOf = ({ differing, doubtful, proposals }: ReturnType<typeof gather>) => ({
  commands: proposals.map(({ command }) => command),
  differing: differing.map(({ column, number }) => [number, column]),
  doubtful: doubtful.map(({ column, number, words }) => [number, column, words])
})

/** What a plan says of each activity, whatever the order of its events. */
const planOf = (on: ReadonlyArray<RecordedEvent>) =>
  [...planAt(on).activities.values()].map(({ deadline, extensions, followUp, status: now }) => ({
    deadline,
    now,
    asked: extensions.map(({ reason: why, to }) => `${to.edtf} ${why}`).sort(),
    followUp: followUp?.split("\n").sort()
  }))

const often = { arbitrary: { runs: long ? 600 : 30 }, timeout: long ? 600_000 : 60_000 }

describe("gathered answers", () => {
  it.effect.prop(
    "are the same proposal in any order of the sheets",
    { all: copies(Any), first: Schema.Literals([0, 1, 2]) },
    ({ all, first }) =>
      Effect.gen(function* () {
        const sheets = yield* sheetsOf(all)
        const turned = [...sheets.slice(first), ...sheets.slice(0, first)].toReversed()
        expect(gather(turned)).toEqual(gather(sheets))
      }),
    often
  )

  it.effect.prop(
    "are the same commands whatever the files are called",
    { all: copies(Any) },
    ({ all }) =>
      Effect.gen(function* () {
        const sheets = yield* sheetsOf(all)
        const renamed = sheets.map((sheet, at) => ({ ...sheet, document: `${9 - at}.docx` }))
        const [one, other] = [commandsOf(gather(sheets)), commandsOf(gather(renamed))]
        // Of answers that say the same, the words of the first file are taken.
        const tagsOf = ({ commands, ...rest }: typeof one) => ({
          ...rest,
          commands: commands.map((command) => [command._tag, "activity" in command ? command.activity : ""])
        })
        expect(tagsOf(other)).toEqual(tagsOf(one))
      }),
    often
  )

  it.effect.prop(
    "are accepted by the plan, and change only rows of the sheets that have them",
    { all: copies(Any) },
    ({ all }) =>
      Effect.gen(function* () {
        const sheets = yield* sheetsOf(all)
        const { proposals } = gather(sheets)
        expect(decideAll(proposals, basisOf(log, heldOn), heldOn).refused).toEqual([])
        const own = new Set(sheets.flatMap(({ sheet }) => sheet.rows))
        const activities = ask.rows.filter(({ number }) => own.has(number)).map(({ activity }) => activity)
        for (const { command } of proposals) if ("activity" in command) expect(activities).toContain(command.activity)
      }),
    often
  )

  it.effect.prop(
    "leave the same plan when they are gathered in one round or in several, where nobody disagrees",
    { all: copies(Open) },
    ({ all }) =>
      Effect.gen(function* () {
        const sheets = yield* sheetsOf(all)
        const whole = gather(sheets)
        if (whole.differing.length > 0) return
        const after = (on: ReadonlyArray<RecordedEvent>, { events }: ReturnType<typeof gather>) => [
          ...on,
          ...provisionalRecords(events, on)
        ]
        const stepwise = sheets.reduce((on, sheet) => after(on, gather([sheet], on)), log)
        expect(planOf(stepwise)).toEqual(planOf(after(log, whole)))
        // And nothing is left to propose.
        expect(gather(sheets, stepwise).proposals).toEqual([])
      }),
    often
  )
})
