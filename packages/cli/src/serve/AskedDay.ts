/**
 * The parameters of a request: `asOf`, where a view of an earlier day is asked for, and no other.
 */
import { Day } from "@frist/domain/Day"
import type { LiveTexts } from "@frist/reports/texts/LiveTexts"
import * as Effect from "effect/Effect"
import * as HttpRouter from "effect/http/HttpRouter"
import * as HttpServerRequest from "effect/http/HttpServerRequest"
import * as Schema from "effect/Schema"

/** The defect of a request whose parameters cannot be met: a sentence, which the site answers with. */
export class WrongParameters extends Schema.TaggedError<WrongParameters>()("WrongParameters", {
  sentence: Schema.String
}) {}

type Parameters = Readonly<Record<string, string | ReadonlyArray<string>>>

/** The most characters of a parameter that a sentence repeats. */
const mostRepeated = 80

/** Returns what is wrong with the parameters of a route that takes a day; `undefined` if nothing is. */
const wrongDay = (parameters: Parameters, texts: LiveTexts): string | undefined => {
  const unknown = Object.keys(parameters).find((name) => name !== "asOf")
  if (unknown !== undefined) return texts.unknownParameter(unknown.slice(0, mostRepeated))
  const { asOf } = parameters
  if (asOf === undefined) return undefined
  if (typeof asOf !== "string") return texts.dayTwice
  return Day.parse(asOf) === undefined ? texts.notADay(asOf.slice(0, mostRepeated)) : undefined
}

const wrongAtAll = (parameters: Parameters, texts: LiveTexts): string | undefined => {
  const [name] = Object.keys(parameters)
  return name === undefined ? undefined : texts.noParameters(name.slice(0, mostRepeated))
}

const refusing = (wrong: typeof wrongDay, texts: LiveTexts) =>
  HttpRouter.middleware((answer) =>
    Effect.flatMap(HttpServerRequest.ParsedSearchParams, (parameters) => {
      const sentence = wrong(parameters, texts)
      return sentence === undefined ? answer : Effect.die(new WrongParameters({ sentence }))
    })
  ).layer

/** Refuses every parameter of routes but a day as `asOf`. */
export const takingDay = (texts: LiveTexts) => refusing(wrongDay, texts)

/** Refuses every parameter of routes. */
export const takingNothing = (texts: LiveTexts) => refusing(wrongAtAll, texts)

/** The day that a request names, to a route of `takingDay`. */
export const askedDay = Effect.map(HttpServerRequest.ParsedSearchParams, ({ asOf }) =>
  typeof asOf === "string" ? Day.parse(asOf) : undefined
)
