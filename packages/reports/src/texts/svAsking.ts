/**
 * The sheets that ask those who are responsible, in Swedish.
 */

/** The texts of a sheet that asks, in Swedish. */
export const svAsking = {
  subtitle: (responsible: string | null, day: string) =>
    `${responsible === null ? "Frågor om rader utan ansvarig" : `Frågor till ${responsible}`}, inför uppföljningen ${day}`,
  asked: (by: string, answersBy: string) => `${by} frågar. Svara senast ${answersBy}.`,
  noResponsible: "Ingen är ansvarig för de här raderna i planen. Skriv vem som är det, om du vet.",
  how: {
    heading: "Så svarar du",
    where: "De vita kolumnerna visar vad planen säger nu. Skriv i de gula, som börjar med Svar, och bara där.",
    unchanged:
      "Har inget ändrats på en rad: skriv Oförändrat som status, så räknas raden som besvarad. Lämna resten tomt.",
    status: "Status: Pågår, Försenat, Klart med dag (Klart 2024-11-30) eller Avslutat utan resultat.",
    deadline:
      "Ny tid: skriv datumet och skälet. Det blir en begäran. Datumet i planen ändras först när någon har beviljat den.",
    tab: (name: string) => `Svara på bladet ${name}; välj det längst ned i fönstret.`,
    back: (by: string) =>
      `Spara filen och skicka tillbaka den till ${by}. Du kan svara flera gånger, och filen får byta namn.`,
    shared: (row: string, others: string) => `Rad ${row} får även ${others} svara på.`
  },
  heading: {
    number: "Rad",
    activity: "Aktivitet",
    deadline: "Tid",
    status: "Status",
    followUp: "Uppföljning",
    answeredStatus: "Svar: status",
    answeredFollowUp: "Svar: nytt att berätta",
    answeredDeadline: "Svar: ny tid",
    answeredReason: "Svar: skäl till ny tid",
    answeredResponsible: "Svar: ansvarig"
  },
  statuses: ["Oförändrat", "Pågår", "Försenat", "Klart", "Avslutat utan resultat"],
  prompt: {
    status: "Oförändrat, Pågår, Försenat, Klart med dag (Klart 2024-11-30) eller Avslutat utan resultat.",
    followUp: "Det som har hänt sedan uppföljningen till vänster skrevs.",
    newDeadline: "Ett datum, till exempel 2025-06-30, bara om du begär en ny tid.",
    reason: "Varför tiden behöver flyttas.",
    responsible: "Vem som är ansvarig, om du vet."
  },
  moved: (from: string, to: string) => `${from}\nny tid:\n${to}`,
  sheet: { how: "Så svarar du", rows: "Svar", mark: "Märke" },
  mark: "Låt den här rutan stå kvar. Den säger vilka rader svaren gäller.",
  empty: "Inga rader."
}
