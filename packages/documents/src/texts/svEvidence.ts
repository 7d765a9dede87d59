/**
 * What Frist says of evidence, in Swedish: checkpoints, verification, proofs, bundles and redaction.
 */

/** Why an event does not hold. */
const flaws = {
  plan: "händelsen hör till en annan plan",
  position: "händelsen saknas eller står på fel plats",
  unreadable: "raden är ingen händelse",
  leaf: "händelsen stämmer inte med sitt hashvärde: den är ändrad",
  removed: "innehållet fattas, och inget senare beslut har gallrat det",
  clock: "händelsen är införd före den som står framför",
  batch: "händelsen hör till en omgång som någon annan förde in, eller vid en annan tid"
}

/** Why a checkpoint does not hold. `range` says between which events. */
const faults = {
  unreadable: "går inte att läsa som en kontrollpunkt",
  origin: "gäller en annan logg",
  beyond: (range: string) => `gäller fler händelser än loggen har: ${range} saknas`,
  root: (range: string) => `har en annan rot: något bland ${range} är ändrat sedan dess`,
  signature: "har en underskrift som inte är nyckelns"
}

export const svEvidence = {
  flaws,
  faults,
  events: (from: number, to: number) => (from === to ? `händelse ${from}` : `händelserna ${from}–${to}`),
  reading: (events: string) => `Verifierar: ${events} …`,
  logHolds: (plan: string, events: string) => `Loggen för planen ${plan} håller: ${events}, oförändrade och i ordning.`,
  root: (root: string) => `Roten är ${root}`,
  brokenAt: (position: number, flaw: string) => `Händelse ${position}: ${flaw}.`,
  stopped: "Händelserna därefter kunde inte prövas.",
  many: (n: number) => `Fler än ${n} händelser håller inte; bara de första visas.`,
  kept: (size: number) => `Den förvarade kontrollpunkten vid händelse ${size}`,
  keptUnreadable: "En förvarad kontrollpunkt",
  given: (name: string, size: number) => `Kontrollpunkten i ${name}, vid händelse ${size},`,
  checkpointHolds: (which: string) => `${which} håller: händelserna fram till dess är desamma.`,
  rootFits: (which: string) => `${which} stämmer med de lagrade hashvärdena, men alla händelser gör det inte.`,
  signedBy: (name: string) => `Den är undertecknad av ${name}.`,
  checkpointFails: (which: string, fault: string) => `${which} ${fault}.`,
  erased: (events: string) => `Gallrat: innehållet i ${events}; beviset för dem står kvar.`,
  unerased: (positions: string) =>
    `Beslutat men inte gallrat: händelse ${positions}; kör frist redact igen med samma beslut.`,
  holdsNot: (plan: string) =>
    `Loggen för planen ${plan} håller inte; spara den som den är, och jämför med en säkerhetskopia.`,
  notSigned: (name: string) => `Ingen kontrollpunkt är undertecknad av ${name}; kontrollera nyckeln.`,
  notAKey: (words: string) =>
    `”${words}” är ingen nyckel att pröva med; den skrivs namn+id+nyckel, som frist seal visar den.`,
  noSigner: (file: string) => `Filen ${file} har ingen Ed25519-nyckel; gör en med openssl genpkey -algorithm ed25519.`,
  noCheckpoint: (file: string) =>
    `I ${file} finns ingen kontrollpunkt: ingen rad med loggens namn, antalet händelser och roten; ange en rapport eller en kontrollpunkt.`,
  otherLog: (file: string, origin: string) => `Kontrollpunkten i ${file} gäller inte ${origin}; ange en av den loggen.`,
  notSealed: "Ingen kontrollpunkt togs, för loggen håller inte; se felen med frist verify.",
  otherOrigin: (origin: string) =>
    `Loggen heter redan ${origin} i sina kontrollpunkter och byter inte namn; utelämna --origin.`,
  notAnOrigin: (words: string) => `”${words}” kan inte vara en loggs namn; skriv det utan mellanslag och plustecken.`,
  emptyPlan: (plan: string) => `Planen ${plan} har inga händelser; det finns inget att bevisa.`,
  beyond: (plan: string, events: string, position: string) =>
    `Planen ${plan} har ${events}, så ${position} går inte att bevisa; ange en lägre.`,
  notTwo: "Ange två antal händelser, det lägre först: frist prove --between 100 200.",
  notOne: "Ange en aktivitet eller ett händelsenummer.",
  noSuchEvent: (activity: string) => `Om aktiviteten ${activity} finns inget infört som kontrollpunkten omfattar.`,
  eventProof: (position: number, plan: string, size: number) =>
    `Händelse ${position} i planen ${plan} fanns, som den står här, bland de ${size} händelser som kontrollpunkten gäller.`,
  treeProof: (from: number, to: number, plan: string) =>
    `De första ${from} händelserna i planen ${plan} är desamma i båda kontrollpunkterna; den senare har ${to}.`,
  written: (file: string) => `Beviset är skrivet till ${file}.`,
  notAProof: (file: string) => `Filen ${file} är inget bevis från frist prove; ange en som är det.`,
  proofHolds: (sentence: string) => `Beviset håller: ${sentence}`,
  proofFails: (file: string) => `Beviset i ${file} håller inte: något i det är ändrat.`,
  proofElsewhere: (file: string, against: string) =>
    `Beviset i ${file} leder till en annan kontrollpunkt än den i ${against}; gör det med frist prove --against.`,
  redacted: (events: string, decision: string) => `Gallrat enligt ${decision}: innehållet i händelse ${events}.`,
  mayNotErase:
    "Beslutet är infört, men inloggningen får inte gallra; låt någon med rollen frist_eraser köra samma kommando.",
  copies: "Säkerhetskopior, repliker och exporter från tiden före har det kvar; se docs/how-to/gallra.md.",
  readModelsFollowed: "Läsmodellerna har följt med: orden finns inte heller där.",
  readModelsLeft: "Läsmodellerna har orden kvar: kör frist project, eller se med frist doctor varför de står stilla.",
  stillOnServer:
    "På servern ligger de gamla raderna kvar på disken tills tabellen skrivs om: den som äger den kör vacuum full frist.event.",
  sameWords: (positions: string) =>
    `Samma text finns också i händelse ${positions}; gallra även där om den inte får finnas kvar.`,
  bundled: (events: string, plan: string, file: string) =>
    `Skrivet till ${file}: ${events} i planen ${plan}, med kontrollpunkter och sidan verify.html som prövar allt.`,
  page: {
    title: "Pröva en logg",
    lead: "Välj paketet (ZIP-filen) som sidan kom i. Allt prövas här i webbläsaren; inget skickas någonstans.",
    bundle: "Paketet",
    against: "En rapport eller kontrollpunkt från tidigare, om du har en",
    key: "Nyckeln att pröva underskrifter med, om du har den (namn+id+nyckel)",
    waiting: "Inget paket är valt.",
    working: "Prövar …",
    good: "Allt håller.",
    bad: "Något håller inte.",
    notABundle: "Filen är inget paket från frist bundle, eller är ändrad",
    altered: (name: string) => `Filen ${name} är ändrad, saknas eller hör inte dit`,
    archive: "Paketet är ändrat: det är inte skrivet så som frist bundle skriver",
    logLine: (line: number) => `log.ndjson, rad ${line}: raden är ändrad`,
    files: (n: number) => `${n} filer stämmer med sina kontrollsummor.`,
    noReport: "Ingen tidigare rapport har valts: prövningen visar då bara att paketet hänger ihop med sig självt.",
    noKey: "Ingen nyckel har angetts: inga underskrifter är prövade.",
    signed: (which: string, name: string) => `${which} är undertecknad av ${name}.`,
    limits:
      "Inget är visat om händelser efter den senaste kontrollpunkt som lämnat huset, och inget om huruvida det som förts in är sant. Ta nyckeln från någon annan än den som gav dig paketet. Lita på den här sidan bara om du fått den från någon du litar på."
  }
}
