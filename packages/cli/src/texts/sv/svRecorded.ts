/**
 * What a command recorded, in Swedish: what changed with it, and what to do next.
 */
import { pluralOf } from "@frist/reports/words/Plural"

const some = pluralOf("sv")
const quoted = (words: string | null) => (words === null ? "inget" : `”${words}”`)
const due = (deadline: string | null) => (deadline === null ? "utan slutdatum" : `med slutdatum ${deadline}`)

/** Sentences about what was recorded, in Swedish. */
export const svRecorded = {
  opened: (title: string, id: string) => `Planen ”${title}” har id ${id}. Läs in ett dokument med frist import.`,
  review: (day: string, title: string | null) =>
    `Uppföljningen ${day}${title === null ? "" : `, ”${title}”,`} är sparad.`,
  registered: {
    activity: (name: string, id: string, deadline: string | null) =>
      `Ny aktivitet: ${name}, ${due(deadline)}. Dess id är ${id}.`,
    milestone: (name: string, id: string, deadline: string | null) =>
      `Ny milstolpe: ${name}, ${due(deadline)}. Dess id är ${id}.`
  },
  status: (name: string, now: string, before: string) => `${name}: status ${now}, förut ${before}.`,
  noted: (name: string, words: string) => `${name}: ny uppföljningstext, ”${words}”`,
  measured: (name: string, figure: string) => `${name}: nytt mätvärde, ${figure}.`,
  waived: (finding: string, words: string, name: string) =>
    `Anmärkningen är avskriven${name === "" ? "" : ` för ${name}`}: ${finding} (”${words}”)`,
  corrected: (position: number, kind: string, before: string, now: string) =>
    `Uppgift ${position} är rättad. Förut: ${kind.toLowerCase()}, ${before}. Nu: ${now}.`,
  withdrawn: (position: number, kind: string, before: string) =>
    `Uppgift ${position} är återtagen: ${kind.toLowerCase()}, ${before}.`,
  decision: (words: string) => `Beslut: ${words}.`,
  requested: (name: string, to: string, now: string | null) =>
    now === null
      ? `${name}: nytt slutdatum begärt, ${to}. I dag finns inget slutdatum.`
      : `${name}: nytt slutdatum begärt, ${to} i stället för ${now}. Det nuvarande gäller tills begäran är avgjord.`,
  undecided: (request: number) => `Avgör den med frist decide ${request} beviljad (eller avslagen) --decision TEXT.`,
  decided: {
    granted: (request: number, decision: string) => `Begäran ${request} är beviljad: ${decision}.`,
    refused: (request: number, decision: string) => `Begäran ${request} är avslagen: ${decision}.`
  },
  kept: (name: string, now: string | null) =>
    now === null ? `${name}: inget slutdatum, som förut.` : `${name}: slutdatumet är kvar, ${now}.`,
  moved: (name: string, to: string, from: string | null) =>
    from === null ? `${name}: slutdatum ${to}; förut fanns inget.` : `${name}: nytt slutdatum, ${from} → ${to}.`,
  notMoved: (name: string, to: string) => `${name}: slutdatumet var redan ${to}.`,
  partsMoved: (n: number, parts: string) =>
    `Slutdatumet är ändrat även för ${n} ${some(n, "del som inte är klar", "delar som inte är klara")}: ${parts}.`,
  approved: (name: string, to: string, from: string | null) =>
    `${name}: beslutat slutdatum ${to}${from === null ? "" : `, förut ${from}`}.`,
  waits: (name: string, on: string, id: string) =>
    `${name} väntar på ${on}. Det kan också förklara tidigare ändringar; frist slips ${id} visar vad som är egen försening och vad som är väntan.`,
  waitsNoMore: (name: string, on: string, day: string) =>
    `${name} väntar inte längre på ${on} från ${day}. Tidigare ändringar behåller sin förklaring.`,
  neverWaited: (declaration: number) =>
    `Om den aldrig väntade, ta tillbaka uppgiften: frist correct ${declaration} --withdraw --reason TEXT.`,
  grantStays: (id: string) =>
    `Det ändrade och det beslutade slutdatumet är kvar. Om även de var fel, ta tillbaka dem; frist history ${id} visar numren.`,
  linked: (milestone: string, name: string, status: string) =>
    `Milstolpen ${milestone} står för ${name} och har dess status: ${status}.`,
  unlinked: (milestone: string, name: string | null, status: string) =>
    `Milstolpen ${milestone} står ${name === null ? "inte för någon aktivitet" : `inte längre för ${name}`}. Dess egen status är: ${status}.`,
  reworded: (name: string, column: string, now: string | null, before: string | null) =>
    `${name}, ${column}: ${quoted(now)}, förut ${quoted(before)}.`,
  responsible: (name: string, now: string | null, before: string | null) =>
    `Ansvarig för ${name}: ${now ?? "ingen"}, förut ${before ?? "ingen"}.`
}
