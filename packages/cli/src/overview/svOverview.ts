/**
 * The words of `frist` alone, in Swedish.
 */
import { pluralOf } from "@frist/reports/words/Plural"

const some = pluralOf("sv")

/** The state of a database, and what to do next, in Swedish. */
export const svOverview = {
  empty: (database: string) => `Databasen ${database} har ingen plan än.`,
  plans: (n: number, database: string) => `Databasen ${database} har ${n} ${some(n, "plan", "planer")}:`,
  plan: (plan: string, events: string) => `${plan}: ${events}`,
  reviewed: (day: string | null) =>
    day === null ? "Ingen uppföljning har hållits än." : `Senaste uppföljning: ${day}.`,
  activities: (ongoing: number, completed: number) =>
    `${ongoing} ${some(ongoing, "aktivitet", "aktiviteter")} pågår, ${completed} är ${some(completed, "klar eller avslutad", "klara eller avslutade")}.`,
  passed: (n: number) => `${n} har passerat sitt slutdatum.`,
  requests: (n: number) => `${n} ${some(n, "begäran", "begäranden")} att avgöra.`,
  warnings: (n: number) => `${n} ${some(n, "anmärkning", "anmärkningar")} att se på.`,
  next: "Härnäst:",
  to: {
    file: "FIL",
    date: "DATUM",
    title: "TITEL",
    report: "rapport",
    import: "läs in ett uppföljningsdokument",
    open: "eller börja en plan för hand",
    choose: "visa en av planerna",
    board: "se vad som återstår",
    decide: "se vad som ska avgöras",
    findings: "se vad som är märkligt i dokumenten",
    slips: "se hur slutdatumen har ändrats",
    write: "skriv rapporten",
    importNext: "läs in nästa utgåva",
    help: "se alla kommandon"
  }
}
