/**
 * What a served page says beside the report, in Swedish.
 */

/** The texts of a served page, in Swedish. */
export const svLive = {
  /** What the page says of itself. */
  current: "Sidan hålls uppdaterad.",
  updated: (clock: string) => `Uppdaterad kl. ${clock}.`,
  lost: (clock: string) => `Förbindelsen är bruten. Sidan visar läget kl. ${clock} och försöker igen.`,
  clock: (hour: string, minute: string) => `${hour}.${minute}`,
  links: "Fler sätt att följa planen",
  calendar: "Kalender (iCalendar)",
  feed: "Ändrade slutdatum (Atom)",
  api: "Programmeringsgränssnitt (OpenAPI)",
  board: "Till planen",
  present: "Planen i dag",
  activity: "Aktiviteten",
  moves: "Så har slutdatumet ändrats",
  unmoved: "Slutdatumet har inte ändrats.",
  changed: (words: string) => `Ändrat ${words}.`,
  reported: "Slutdatumet vid varje uppföljning",
  movesCaption: "Varje ändring av slutdatumet",
  followUps: "Uppföljningen",
  followUpsCaption: "Det som har skrivits, senast först",
  noFollowUps: "Ingen uppföljning är skriven.",
  column: { on: "Dag", kind: "Slag", why: "Skäl, beslut eller citat", text: "Text", source: "Källa" },
  kind: { moved: "ändrat", movedAtLeast: "ändrat minst en gång", approved: "beslutat" },
  waitsFor: "Väntar på",
  /** Answers to requests that cannot be met. */
  notFound: "Det finns ingen sida här.",
  noActivity: (id: string) => `Det finns ingen aktivitet ”${id}” i planen den dagen.`,
  notADay: (words: string) =>
    `asOf är ingen dag som finns: ”${words}”. Skriv dagen ÅÅÅÅ-MM-DD, som i ?asOf=2024-06-17.`,
  dayTwice: "asOf står mer än en gång i adressen. Ange en dag.",
  unknownParameter: (name: string) =>
    `Adressen har en okänd parameter: ”${name}”. Här går det bara att ange asOf, som i ?asOf=2024-06-17.`,
  noParameters: (name: string) => `Adressen tar inga parametrar. Ta bort ”${name}”.`,
  readOnly: "Här går det bara att läsa. Använd GET.",
  notThisHost: (host: string) =>
    `Servern svarar inte för ”${host}”. Använd adressen som frist serve skrev ut, eller ange besökarnas adress med --url.`,
  busy: "Servern har för många samtidiga läsare. Försök igen om en stund.",
  failed: "Planen går inte att läsa just nu. Försök igen; den som driver servern ser orsaken i terminalen.",
  /** The calendar and the feed. */
  calendarName: (plan: string) => `${plan}: slutdatum`,
  feedTitle: "ändrade slutdatum",
  moved: (name: string) => `${name}: ändrat slutdatum`,
  approved: (name: string) => `${name}: beslutat slutdatum`,
  fromTo: (from: string, to: string, slip: string) => `Från ${from} till ${to}: ${slip}.`,
  reason: (words: string) => `Skäl: ${words}`,
  decision: (words: string) => `Beslut: ${words}`,
  asWritten: (words: string) => `Tid enligt dokumentet: ${words}`,
  original: (words: string) => `Ursprungligt slutdatum: ${words}`,
  moveCount: (words: string) => `Ändringar: ${words}`
}
