/**
 * The words of charts, in Swedish.
 */
/** The words of charts, in Swedish. */
export const svChart = {
  months: (n: string) => `${n} mån`,
  atLeast: (months: string) => `minst ${months}`,
  atMost: (months: string) => `högst ${months}`,
  earlier: (months: string) => `${months} tidigare`,
  unknown: "oklart hur långt",
  course: "Förlopp",
  dumbbell: {
    title: (later: number, of: number) =>
      later === of
        ? `${later} slutdatum ${later === 1 ? "är senarelagt" : "är senarelagda"}`
        : `${of} slutdatum är ändrade, ${later} av dem senarelagda`,
    row: (name: string, from: string, to: string, moved: string) => `${name}: från ${from} till ${to}, ${moved}`,
    day: (day: string) => `Linjen är uppföljningens dag, ${day}.`,
    original: "ursprungligt",
    previous: "förra mötet",
    now: "nu",
    approximate: "ungefärligt"
  },
  panels: {
    running: (n: number, of: number) =>
      `${n} av ${of} slutdatum flyttas ungefär lika fort som tiden går, eller fortare`,
    moved: (n: number, of: number) => `${n} av ${of} slutdatum har ändrats`,
    still: "Inget slutdatum har ändrats",
    reading:
      "Vågrätt visas när något rapporterades, lodrätt det slutdatum som gällde då. I den skuggade halvan hade slutdatumet redan passerat när det rapporterades.",
    passed: "passerat",
    done: "klart",
    more: (n: number) => `och ${n} till`,
    others: (n: number) => `${n} ${n === 1 ? "område" : "områden"} till finns i tabellen.`
  },
  stacks: {
    title: (first: ReadonlyArray<string>) => `Längst senarelagt: ${first.join("; eller ")}`,
    titleOfMany: (months: string) => `Längst senarelagt: minst ${months} mån`,
    apart: (name: string) => `${name} är inte med: datumen mäter olika saker.`,
    reading: "Den aktivitet i varje område som är mest senarelagd, i månader. En öppen ände betyder minst så mycket.",
    first: (day: string) => `till och med ${day}`,
    later: (day: string) => `därefter, till ${day}`
  },
  workbook: {
    sheet: "Diagram",
    sheets: {
      moved: "Ändrade slutdatum",
      since: "Andra ändringar",
      lateness: "Försening",
      trend: "Rapporterade slutdatum"
    },
    original: "Ursprungligt",
    previous: "Förra mötet, senast",
    moved: "Senarelagt, dagar",
    approximate: "Ungefärligt, dagar",
    type: "Typ",
    least: (heading: string) => `${heading}, minst (dagar)`,
    most: (heading: string) => `${heading}, högst (dagar)`
  },
  appendix: "Bilaga",
  rows: (n: number) => `Visa ${n} ${n === 1 ? "rad" : "rader"}`
}
