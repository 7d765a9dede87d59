/**
 * Messages about kept editions, in Swedish.
 */

/** Messages about kept editions, in Swedish. */
export const svKept = {
  notCompared: (editions: string) =>
    `Obs: den här utgåvan är inte jämförd med ${editions}, vars celler inte är bevarade. Det som är sparat därifrån står kvar. Läs in dokumentet igen med samma --held-on, så bevaras cellerna. Kör sedan frist reread.`,
  cellsKept: "Utgåvan är redan sparad. Dess celler saknades och är nu bevarade.",
  same: (editions: string) => `Inget läses annorlunda i ${editions}. Inget är sparat.`,
  differs: (editions: string, events: string) => `Läses annorlunda: ${editions}, ${events}. Inget är sparat.`,
  inEdition: (document: string, heldOn: string) => `${document} (${heldOn})`,
  notKept: (editions: string) =>
    `Inte läst på nytt, för cellerna är inte bevarade: ${editions}. Om de inte är gallrade, läs in dokumentet igen med samma --held-on.`,
  editions: (n: number) => (n === 1 ? "1 bevarad utgåva" : `${n} bevarade utgåvor`),
  reason: "Läst på nytt",
  none: "Ingen utgåva är bevarad.",
  heading: {
    document: "Dokument",
    review: "Uppföljning",
    cells: "Celler",
    decisions: "Beslut",
    cell: "Cell",
    words: "Ord"
  },
  states: {
    kept: "bevarade",
    partlyErased: "delvis gallrade",
    erased: "gallrade",
    notKept: "inte bevarade",
    missing: "saknas i databasen"
  },
  found: (n: number, words: string) =>
    n === 0
      ? `”${words}” finns inte i någon bevarad cell.`
      : n === 1
        ? `”${words}” finns i 1 cell:`
        : `”${words}” finns i ${n} celler:`,
  noEdition: (words: string, known: string) =>
    `Ingen bevarad utgåva heter ”${words}”; ange dokumentets namn eller början av dess SHA-256${known === "" ? "" : `: ${known}`}.`,
  severalEditions: (words: string, known: string) =>
    `Flera utgåvor passar in på ”${words}”; ange början av SHA-256: ${known}.`,
  notACell: (words: string) =>
    `”${words}” är ingen cell; skriv tabell, rad och kolumn, som 1:7:3. Numren finns i frist editions --find ORD.`,
  noCell: (words: string) => `Det finns ingen bevarad cell ${words}; se vilka som finns med frist editions --find ORD.`,
  eitherOr: "Vad som ska gallras är inte entydigt; ange antingen uppgiftsnummer eller --edition.",
  cellAlone: "--cell gäller cellerna i en utgåva; ange den med --edition.",
  erasedAll: (document: string, decision: string) => `Gallrat enligt ${decision}: alla celler i ${document}.`,
  erasedCells: (cells: string, document: string, decision: string) =>
    `Gallrat enligt ${decision}: cell ${cells} i ${document}.`,
  notErased: (document: string, detail: string) =>
    `Beslutet är sparat, men cellerna i ${document} är inte raderade, eller ligger kvar i databasens filer (${detail}). Frigör utrymme på disken och kör samma kommando igen; det raderar då det som är kvar.`,
  eventsLeft: "Uppgifterna från utgåvan står kvar; gallra dem för sig, med sina nummer.",
  alike: (cells: string) => `Samma text finns också i cell ${cells}; gallra även där om den inte får finnas kvar.`,
  alsoKept: (cells: string) =>
    `Samma text finns också i bevarade celler: ${cells}; gallra dem med frist redact --edition.`,
  stillOnServer:
    "På servern ligger de gamla raderna kvar på disken tills tabellen skrivs om: tabellens ägare kör vacuum full frist.edition.",
  exported: (kept: number) => (kept === 1 ? "1 bevarad utgåva är med." : `${kept} bevarade utgåvor är med.`),
  someErased: (n: number) =>
    n === 1 ? "1 utgåva saknar celler som är gallrade." : `${n} utgåvor saknar celler som är gallrade.`,
  missing: (n: number) =>
    n === 1
      ? "Cellerna i 1 utgåva saknas, trots att loggen säger att de är bevarade; läs in dokumentet igen."
      : `Cellerna i ${n} utgåvor saknas, trots att loggen säger att de är bevarade; läs in dokumenten igen.`,
  gone: (documents: string) =>
    `Bevarade celler i ${documents} saknas, och inget beslut i loggen har tagit bort dem; jämför med en säkerhetskopia, eller läs in dokumentet igen med samma --held-on.`,
  altered: (documents: string) =>
    `Bevarade celler stämmer inte med loggen: ${documents}; spara databasen som den är, och jämför med en säkerhetskopia.`,
  undone: (documents: string) =>
    `Beslutat men inte gallrat: celler i ${documents}; kör frist redact igen med samma beslut.`
}
