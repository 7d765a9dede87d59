/**
 * What a command did, in Swedish.
 */
import type { RowCounts } from "@frist/editions/changes/RowCounts"

/** A sentence for each outcome of a command, in Swedish. */
export const svOutcomes = {
  imported: (rows: string, events: string, heldOn: string) =>
    `Inläst: ${rows}. Sparat: ${events}, uppföljning ${heldOn}.`,
  wouldImport: (rows: string, events: string, heldOn: string) =>
    `Inläst: ${rows}. Skulle sparas: ${events}, uppföljning ${heldOn}. Inget är sparat.`,
  otherDay: (day: string) => `Obs: samma fil är redan sparad för uppföljningen ${day}.`,
  backDated: (day: string) => `Obs: det finns en senare uppföljning, ${day}. Den här utgåvan sparas på sin egen dag.`,
  farReview: (day: string, nearest: string, days: number) =>
    `Obs: ${day} ligger ${days} dagar från närmaste uppföljning, ${nearest}. Kontrollera dagen innan rapporten lämnas vidare.`,
  notAReview: (day: string, nearest: string | null) =>
    `Obs: ingen uppföljning är registrerad ${day}${nearest === null ? "" : `; den närmaste är ${nearest}`}. Rapporten visar läget den dagen.`,
  titleKept: (title: string) => `Obs: planen heter redan ”${title}” och behåller det namnet.`,
  proposed: (file: string) => `Förslaget ligger i ${file}. Läs och ändra det, och spara det med frist apply ${file}.`,
  applied: (events: string, heldOn: string) => `Förslaget är sparat: ${events}, uppföljning ${heldOn}.`,
  alreadyApplied: "Förslaget är redan sparat. Inget nytt sparades.",
  nothingNew: "Utgåvan är redan sparad. Inget nytt sparades.",
  reported: (file: string) => `Rapporten ligger i ${file}.`,
  leftOut: (n: number) =>
    n === 1
      ? "1 rad lämnades utanför; anmärkningarna säger varför."
      : `${n} rader lämnades utanför; anmärkningarna säger varför.`,
  recorded: (events: string, first: number, last: number) =>
    first === last ? `Sparat (nr ${first}).` : `Sparat: ${events} (nr ${first}–${last}).`,
  migrated: (from: number, to: number) =>
    from === 0 ? `Tabellerna är skapade, version ${to}.` : `Tabellerna är uppdaterade från version ${from} till ${to}.`,
  upToDate: (version: number) => `Tabellerna har redan version ${version}. Inget behövde göras.`,
  partitionsFixed: "Obs: antalet delar bestäms när tabellerna skapas, och är oförändrat.",
  fileItself: (from: number, to: number) =>
    `En databasfil skapas och uppdateras av sig själv. Den här ${from === to ? `har version ${to}` : `uppdaterades från version ${from} till ${to}`}.`,
  fileLater: (file: string) =>
    `En databasfil skapas och uppdateras av sig själv. ${file} skapas när något sparas första gången.`,
  unchanged: "Så är det redan. Inget nytt sparades.",
  rows: ({ completed, discontinued, milestones, ongoing }: RowCounts) =>
    [
      `${ongoing} pågående`,
      `${completed} ${completed === 1 ? "klar" : "klara"}`,
      ...(discontinued === 0 ? [] : [`${discontinued} ${discontinued === 1 ? "avslutad" : "avslutade"} utan resultat`]),
      `${milestones} ${milestones === 1 ? "milstolpe" : "milstolpar"}`
    ].join(", "),
  besides: (rows: string, leftOut: number) =>
    leftOut === 0 ? rows : `${rows}. Utanför: ${leftOut === 1 ? "1 rad" : `${leftOut} rader`}`
}
