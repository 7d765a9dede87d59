/**
 * Messages about verification, in Swedish, for the command and for the page of a bundle.
 */

/** What is wrong with an event. */
const flaws = {
  plan: "uppgiften hör till en annan plan",
  unreadable: "raden är ingen uppgift",
  leaf: "uppgiften stämmer inte med sitt hashvärde: den är ändrad",
  removed: "innehållet saknas, och inget senare beslut har gallrat det",
  clock: "uppgiften har en tidigare tid än den före",
  ahead: "uppgiften har en tid som inte har varit än",
  batch: "uppgiften hör till en omgång som är sparad av någon annan eller vid en annan tid",
  checkpoint: "kontrollkoden som förvaras där stämmer inte med uppgifterna",
  edition: "uppgiften anger andra celler än de som är bevarade",
  root: "uppgiften om flytten anger en annan rot än den som uppgifterna före ger"
}

/** What is wrong with a checkpoint. `range` names the events between which the difference lies. */
const faults = {
  unreadable: "går inte att läsa som en kontrollkod",
  origin: "gäller en annan logg",
  beyond: (range: string) => `gäller uppgifter som loggen inte har: ${range} saknas`,
  root: (range: string) => `har en annan rot: något bland ${range} har ändrats sedan dess`,
  signature: "har en underskrift som inte är gjord med nyckeln"
}

/** The Swedish messages. */
export const svVerification = {
  flaws,
  faults,
  events: (from: number, to: number) => (from === to ? `uppgift ${from}` : `uppgifterna ${from}–${to}`),
  logHolds: (plan: string, events: string) => `Loggen för planen ${plan} håller: ${events}, oförändrade och i ordning.`,
  missing: (from: number, to: number) =>
    from === to ? `Uppgift ${from} saknas.` : `Uppgifterna ${from}–${to} saknas.`,
  misplaced: (from: number, to: number) =>
    from === to ? `Uppgift ${from} står på fel plats.` : `Uppgifterna ${from}–${to} står på fel plats.`,
  brokenAt: (position: number, flaw: string) => `Uppgift ${position}: ${flaw}.`,
  brokenEvent: (position: number, name: string, flaw: string) => `Uppgift ${position} (${name}): ${flaw}.`,
  ofPlan: "om planen",
  kept: (size: number) => `Den förvarade kontrollkoden vid uppgift ${size}`,
  given: (name: string, size: number) => `Kontrollkoden i ${name}, vid uppgift ${size},`,
  checkpointHolds: (which: string) => `${which} stämmer: uppgifterna fram till dess är desamma.`,
  checkpointFails: (which: string, fault: string) => `${which} ${fault}.`,
  erased: (events: string) => `Gallrat: innehållet i ${events}; beviset för dem står kvar.`,
  editionsHold: (n: number) =>
    n === 1 ? "Cellerna i 1 utgåva är de som loggen anger." : `Cellerna i ${n} utgåvor är de som loggen anger.`,
  editionsErased: (n: number) =>
    n === 1 ? "I 1 utgåva saknas celler som är gallrade." : `I ${n} utgåvor saknas celler som är gallrade.`,
  editionMissing: (sum: string) => `Cellerna i dokument ${sum} saknas, trots att loggen säger att de är bevarade.`,
  editionAltered: (sum: string) => `Cellerna i dokument ${sum} är inte de som loggen anger.`,
  notSigned: (name: string) => `Ingen kontrollkod är undertecknad av ${name}; kontrollera nyckeln.`,
  notAKey: (words: string) =>
    `”${words}” är ingen nyckel att pröva med; den skrivs namn+id+nyckel, som frist seal visar den.`,
  textDiffers: (file: string, after: string, found: string, made: string) =>
    `Texten i ${file} är inte den som loggen ger: efter ”${after}” står ”${found}”, men loggen ger ”${made}”.`,
  fileDiffers: (file: string) =>
    `Filen ${file} är inte den som loggen ger: orden är desamma, men något annat i den är ändrat.`,
  noCheckpoint: (file: string) =>
    `I ${file} finns ingen kontrollkod: ingen rad med loggens namn, antalet uppgifter och roten; ange en rapport eller en kontrollkod.`,
  page: {
    title: "Pröva en logg",
    lead: "Välj paketet (ZIP-filen) som sidan kom i. Allt prövas här i webbläsaren; inget skickas någonstans.",
    bundle: "Paketet",
    against: "En rapport eller kontrollkod från tidigare, om du har en",
    key: "Nyckeln att pröva underskrifter med, om du har den (namn+id+nyckel)",
    waiting: "Inget paket är valt.",
    working: "Prövar …",
    good: "Allt håller.",
    part: "Loggen håller, men allt i paketet är inte prövat.",
    bad: "Något håller inte.",
    notABundle: "Filen är inget paket från frist bundle, eller är ändrad",
    altered: (name: string) => `Filen ${name} är ändrad, saknas eller hör inte dit`,
    logCutOff: (line: number) =>
      `log.ndjson, rad ${line}: filen tar slut innan loggen gör det, för slutraden saknas eller är avhuggen`,
    logLine: (line: number) => `log.ndjson, rad ${line}: raden är ändrad`,
    files: (n: number) => `${n} ${n === 1 ? "fil" : "filer"} stämmer med sina kontrollsummor.`,
    noReport: "Ingen tidigare rapport har valts: prövningen visar då bara att paketet hänger ihop med sig självt.",
    noText:
      "Texten i den tidigare rapporten är inte prövad, bara dess kontrollkod. Den som har loggen jämför texten med frist verify --against.",
    noTables:
      "Tabellerna (CSV) och sidan verify.html är inte jämförda med loggen. Det som är bevisat står i log.ndjson.",
    made: (n: number, command: string) =>
      `${n} ${n === 1 ? "fil" : "filer"}, tabellerna (CSV) och sidan verify.html, är de som loggen ger: de är gjorda om med ${command} och jämförda.`,
    notMade: {
      version: (program: string) =>
        `Tabellerna (CSV) och sidan verify.html är inte prövade, för en annan version gjorde paketet (${program}): den som packar om paketet kan ändra dem. Det som är bevisat står i log.ndjson.`,
      events: () =>
        "Tabellerna (CSV) och sidan verify.html är inte prövade, för loggen har uppgifter som Frist inte kan läsa; pröva loggen där den finns med frist verify.",
      command: () =>
        "Tabellerna (CSV) och sidan verify.html är inte prövade, för paketet säger inte hur de gjordes: den som packar om paketet kan ändra dem. Det som är bevisat står i log.ndjson."
    },
    noKey: "Ingen nyckel har angetts: inga underskrifter är prövade.",
    signed: (which: string, name: string) => `${which} är undertecknad av ${name}.`,
    limits:
      "Det här visar inget om uppgifter efter den senaste kontrollkod som har lämnats ut, och inte heller om det som är sparat är sant. Ta nyckeln från någon annan än den som gav dig paketet. Lita på den här sidan bara om du fått den från någon du litar på."
  }
}
