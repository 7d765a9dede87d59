/**
 * Why a plan refuses a command, in Swedish, by the tag of the refusal.
 */
import type { Day } from "@frist/domain/Day"
import type { Refusal } from "@frist/domain/Refusal"
import { svSpoken } from "@frist/reports/texts/svSpoken"
import { svTables } from "./svTables.ts"

const { status } = svSpoken
const kinds: Readonly<Record<string, string>> = svTables.event
const kind = (type: string): string => `”${kinds[type] ?? type}”`

/** What disappears from which views with `--whole`, by the type of the event. */
const lost: Readonly<Record<string, string>> = {
  PlanOpened: "försvinner planens namn ur alla listor",
  ActivityRegistered:
    "försvinner radens namn, texter, ansvarig och första datum ur alla listor, men raden står kvar som gallrad",
  DeadlineMoved: "försvinner datumet ur board, slips, trend och rapporten, men ändringen räknas ändå",
  BaselineApproved: "försvinner datumet och beslutets beteckning ur board och slips",
  ExtensionRequested: "försvinner datumet ur decisions, men begäran står kvar",
  ExtensionDecided: "försvinner datumet och beslutets beteckning ur decisions, men utfallet står kvar",
  StatusChanged: "försvinner datumet eller skälet ur completed, men statusen står kvar",
  ColumnDecided: "glöms rubrikens betydelse när nästa dokument läses in",
  other: "försvinner inget mer ur listorna"
}

/** What a plan says of the activities, events and documents that a refusal gives by id, number or hash. */
export interface RefusedNames {
  /** The name of an activity. */
  readonly name: (activity: string) => string
  /** The activity and day of an event in brackets, after a space; nothing if they are unknown. */
  readonly place: (position: number) => string
  readonly document: (sha256: string) => string
  /** A day in words. */
  readonly day: (day: Day) => string
}

/** A sentence for each refusal. */
export const svRefusals: {
  readonly [R in Refusal as R["_tag"]]: (refusal: R, names: RefusedNames) => string
} = {
  PlanMoved: ({ to }) => `Planen är flyttad till ${to}; spara där i stället, med --db.`,
  PlanNotOpened: () => "Planen finns inte än; börja den med frist open, eller läs in en utgåva med frist import.",
  PlanAlreadyOpened: ({ title }) => `Planen finns redan och heter ”${title}”; välj ett annat id med --plan.`,
  AlreadyRegistered: ({ activity }, { name }) =>
    `Aktiviteten ${activity} finns redan (${name(activity)}); välj ett annat id, eller ändra den som finns.`,
  NoSuchActivity: ({ activity }) => `Det finns ingen aktivitet ${activity}; se vilka som finns med frist board.`,
  NotYetRegistered: ({ activity, registeredOn }, { day, name }) =>
    `${name(activity)} finns i planen först från ${day(registeredOn)}; ange en dag från och med då.`,
  ActivityClosed: ({ activity, status: now }, { name }) =>
    `${name(activity)} är avslutad (${status[now._tag].toLowerCase()}); återuppta den först med frist reopen ${activity}.`,
  NotAMilestone: ({ activity }, { name }) =>
    `${name(activity)} är ingen milstolpe; se milstolparna med frist timeline.`,
  NotAnActivity: ({ activity }, { name }) =>
    `${name(activity)} är en milstolpe; ange den aktivitet som milstolpen står för, se frist board och frist completed.`,
  CircularDependency: ({ activity, on }, { name }) =>
    activity === on
      ? `${name(activity)} kan inte vänta på sig själv; ange en annan aktivitet.`
      : `${name(on)} väntar redan på ${name(activity)}; avsluta den väntan först, eller ange en annan aktivitet.`,
  NotARequest: ({ position }, { place }) =>
    `Uppgift ${position}${place(position)} är ingen begäran att avgöra den dagen; se vilka som finns med frist decisions.`,
  RequestDecided: ({ decision, position }, { place }) =>
    `Begäran ${position}${place(position)} är redan avgjord (${decision}); gör en ny begäran, eller rätta beslutet med frist correct.`,
  NoSuchPosition: ({ position }) => `Det finns ingen uppgift ${position}; se numren med frist history.`,
  NotAFact: ({ position }, { place }) =>
    `Uppgift ${position}${place(position)} är själv en rättelse; rätta den uppgift som den gäller.`,
  OtherType: ({ position, replacement, type }, { place }) =>
    `Uppgift ${position}${place(position)} är av slaget ${kind(type)} och kan inte bli ${kind(replacement)}; ange en av samma slag.`,
  NotAFinding: ({ position, type }, { place }) =>
    `Uppgift ${position}${place(position)} är ingen anmärkning, utan ${kind(type)}; se numren med frist findings.`,
  RemainsStands: ({ position }, { place }) =>
    `Bara texten i uppgift ${position}${place(position)} är gallrad. Datumet eller värdet står kvar i beslutet och kan inte gallras i efterhand.`,
  AlreadyRedacted: ({ position }, { place }) =>
    `Uppgift ${position}${place(position)} är redan gallrad enligt ett annat beslut.`,
  DecisionStands: ({ position }) =>
    `Uppgift ${position} är själv ett beslut om gallring och gallras inte: den säger varför något saknas.`,
  NeedsWhole: ({ position, type }, { place }) =>
    `Uppgift ${position}${place(position)} är av slaget ${kind(type)} och har ingen text som kan gallras för sig. Med --whole ${lost[type] ?? lost["other"]}.`,
  EditionNotKept: ({ sha256 }, { document }) =>
    `Cellerna i ${document(sha256)} är inte bevarade. Läs in det igen med frist import.`,
  EditionAlreadyErased: ({ sha256 }, { document }) => `Cellerna i ${document(sha256)} är redan gallrade.`
}
