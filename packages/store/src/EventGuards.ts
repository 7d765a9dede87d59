/**
 * Hand-written checks of the frequent events, several times as fast as their schemas. A guard accepts only what its
 * schema accepts and returns unchanged; whatever it does not accept or know, the schema decides.
 */
import { fault } from "@frist/domain/text/Text"
import { isActivity, isDay } from "./HeaderCheck.ts"

type Fields = Readonly<Record<string, unknown>>

/** Whether a value is written as JSON as it is. Whatever has this method, hidden or not, may be written as something else. */
const isWrittenAsIs = (value: object): boolean => (value as Fields)["toJSON"] === undefined

/** Whether a value is a plain object with this many fields. */
const hasFields = (value: unknown, count: number): value is Fields => {
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false
  return Object.keys(value).length === count && isWrittenAsIs(value)
}

const isText = (value: unknown): boolean => typeof value === "string" && fault(value) === undefined
const isTextOrNull = (value: unknown): boolean => value === null || isText(value)
const isWords = (value: unknown): boolean =>
  typeof value === "string" && /\S/u.test(value) && fault(value) === undefined
const isDayOrNull = (value: unknown): boolean => value === null || isDay(value)
const isPosition = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 1

const isDate = (value: unknown): boolean => {
  if (!hasFields(value, 4)) return false
  const { earliest, edtf, latest, words } = value
  return (
    (edtf === null || typeof edtf === "string") &&
    isDayOrNull(earliest) &&
    // A day is a text, and most dates are one day in all their fields.
    (latest === earliest || isDayOrNull(latest)) &&
    ((words === earliest && words !== null) || isText(words))
  )
}
const isDateOrNull = (value: unknown): boolean => value === null || isDate(value)

const isStatus = (value: unknown): boolean => {
  if (hasFields(value, 1))
    return value["_tag"] === "NotStated" || value["_tag"] === "InProgress" || value["_tag"] === "Delayed"
  if (!hasFields(value, 2)) return false
  return value["_tag"] === "Completed"
    ? isDateOrNull(value["on"])
    : value["_tag"] === "Discontinued" && isText(value["reason"])
}

/** Whether an event has these fields beside its tag, and perhaps the id that the document gives the row. */
const hasRowFields = (event: Fields, count: number): boolean =>
  hasFields(event, count) || (hasFields(event, count + 1) && isWords(event["documentId"]))

const findingCode = /^[A-Z][A-Za-z]{2,59}$/

/** The guards, by the tag of the event. */
const guards: Readonly<Record<string, (event: Fields) => boolean>> = {
  ActivityRegistered: (event) =>
    hasRowFields(event, 8) &&
    (event["kind"] === "activity" || event["kind"] === "milestone") &&
    (event["parent"] === null || isActivity(event["parent"])) &&
    isTextOrNull(event["area"]) &&
    isTextOrNull(event["goal"]) &&
    isTextOrNull(event["actions"]) &&
    isTextOrNull(event["responsible"]) &&
    isDateOrNull(event["deadline"]),
  ActivityReworded: (event) =>
    hasRowFields(event, 4) &&
    isTextOrNull(event["area"]) &&
    isTextOrNull(event["goal"]) &&
    isTextOrNull(event["actions"]),
  ResponsibleChanged: (event) => hasFields(event, 3) && isTextOrNull(event["from"]) && isTextOrNull(event["to"]),
  DeadlineMoved: (event) =>
    hasFields(event, 4) && isDateOrNull(event["from"]) && isDate(event["to"]) && isTextOrNull(event["reason"]),
  StatusChanged: (event) => hasFields(event, 3) && isStatus(event["from"]) && isStatus(event["to"]),
  FollowUpNoted: (event) => hasFields(event, 2) && isWords(event["text"]),
  FindingRaised: (event) =>
    hasFields(event, 5) &&
    typeof event["code"] === "string" &&
    findingCode.test(event["code"]) &&
    (event["severity"] === "error" || event["severity"] === "warning" || event["severity"] === "info") &&
    isTextOrNull(event["column"]) &&
    isText(event["words"]),
  FindingsRepeated: (event) =>
    hasFields(event, 2) &&
    Array.isArray(event["positions"]) &&
    event["positions"].every(isPosition) &&
    isWrittenAsIs(event["positions"])
}

/** The tags of the events that have a guard. */
export const guardedTags: ReadonlyArray<string> = Object.keys(guards)

const guardOf = new Map<unknown, (event: Fields) => boolean>(Object.entries(guards))

/** Whether a value is one of the frequent events, beyond doubt. */
export const isFrequentEvent = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "_tag")) return false
  const event = value as Fields
  return guardOf.get(event["_tag"])?.(event) === true
}
