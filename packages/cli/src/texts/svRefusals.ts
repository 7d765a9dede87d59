/**
 * Why a plan refuses a command, in Swedish, by the tag of the refusal.
 */
import type { Refusal } from "@frist/domain/Refusal"
import { svSpoken } from "@frist/reports/texts/svSpoken"

const { status } = svSpoken

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

/** A sentence for each refusal. */
export const svRefusals: { readonly [R in Refusal as R["_tag"]]: (refusal: R) => string } = {
  PlanNotOpened: () => "Planen är inte öppnad; öppna den med frist open, eller importera en utgåva.",
  PlanAlreadyOpened: ({ title }) => `Planen är redan öppnad med titeln ”${title}”; välj ett annat namn med --plan.`,
  AlreadyRegistered: ({ activity }) =>
    `Aktiviteten ${activity} finns redan; välj ett annat id, eller ändra den som finns.`,
  NoSuchActivity: ({ activity }) => `Det finns ingen aktivitet ${activity}; se vilka som finns med frist board.`,
  NotYetRegistered: ({ activity, registeredOn }) =>
    `Aktiviteten ${activity} registrerades först ${registeredOn}; ange en dag från och med då.`,
  ActivityClosed: ({ activity, status: now }) =>
    `Aktiviteten ${activity} är avslutad (${status[now._tag].toLowerCase()}); öppna den först med frist reopen ${activity}.`,
  NotAMilestone: ({ activity }) => `${activity} är ingen milstolpe; se milstolparna med frist timeline.`,
  NotAnActivity: ({ activity }) =>
    `${activity} är en milstolpe; ange den aktivitet som milstolpen står för, se frist board och frist completed.`,
  CircularDependency: ({ activity, on }) =>
    activity === on
      ? `${activity} kan inte vänta på sig själv; ange en annan aktivitet.`
      : `${on} väntar redan på ${activity}; avsluta det beroendet först, eller ange en annan aktivitet.`,
  NotARequest: ({ position }) =>
    `Händelse ${position} är ingen begäran som är öppen den dagen; se öppna begäranden med frist decisions.`,
  RequestDecided: ({ decision, position }) =>
    `Begäran ${position} är redan avgjord (${decision}); gör en ny begäran, eller rätta beslutet med frist correct.`,
  NoSuchPosition: ({ position }) => `Det finns ingen händelse ${position}; se numren med frist history.`,
  NotAFact: ({ position }) => `Händelse ${position} är själv en rättelse; rätta den händelse som den pekar på.`,
  OtherType: ({ position, replacement, type }) =>
    `Händelse ${position} är ${type} och kan inte ersättas av ${replacement}; ge en ersättning av samma slag.`,
  NotAFinding: ({ position, type }) =>
    `Händelse ${position} är ${type} och ingen anmärkning; se numren med frist findings.`,
  AlreadyRedacted: ({ position }) => `Händelse ${position} är redan gallrad på ett annat beslut.`,
  DecisionStands: ({ position }) =>
    `Händelse ${position} är själv ett beslut om gallring och gallras inte: den säger varför något fattas.`,
  NeedsWhole: ({ position, type }) =>
    `Händelse ${position} (${type}) har ingen text som kan gallras för sig. Med --whole ${lost[type] ?? lost["other"]}.`,
  EditionNotKept: ({ sha256 }) =>
    `Cellerna i dokument ${sha256.slice(0, 12)} är inte bevarade. Läs in det igen med frist import.`,
  EditionAlreadyErased: ({ sha256 }) => `Cellerna i dokument ${sha256.slice(0, 12)} är redan gallrade.`
}
