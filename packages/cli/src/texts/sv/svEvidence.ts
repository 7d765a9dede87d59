/**
 * Messages about checkpoints, proofs, bundles and redaction, in Swedish.
 */
import { svVerification } from "@frist/evidence/texts/svVerification"
import { pluralOf } from "@frist/reports/words/Plural"

const some = pluralOf("sv")

/** Messages about evidence, in Swedish. */
export const svEvidence = {
  ...svVerification,
  reading: (events: string) => `Prövar: ${events} …`,
  root: (root: string) => `Roten är ${root}`,
  stopped: "Uppgifterna efter den som hör till en annan plan är inte prövade.",
  many: (n: number) => `Fler än ${n} uppgifter håller inte; bara de första visas.`,
  keptUnreadable: "En förvarad kontrollkod",
  triggersMissing: (names: string) =>
    `Varning: skydd mot ändringar saknas eller är ändrade i databasen (${names}); se frist doctor.`,
  remains: {
    fileNotRewritten:
      "Varning: filen kan ha kvar text som är gallrad, för den blev inte omskriven; frigör utrymme på disken, stäng program som läser filen och kör frist redact igen med samma beslut.",
    rowsNotRewritten:
      "Varning: serverns disk har kvar rader med text som är gallrad; frist doctor namnger tabellerna och säger vad som ska göras."
  },
  keptHold: (n: number, size: number) => `${n} förvarade kontrollkoder stämmer, den senaste vid uppgift ${size}.`,
  moreCheckpoints: (n: number) =>
    `Ytterligare ${n} ${some(n, "kontrollkod", "kontrollkoder")} visas med --format json.`,
  ofOtherPlan: (file: string, plan: string) => `${file} hör till planen ${plan} och är inte prövad här.`,
  giveOtherPlan: (file: string, plan: string) => `${file} hör till planen ${plan}; pröva den med --plan ${plan}.`,
  rootFits: (which: string) => `${which} stämmer med de lagrade hashvärdena, men alla uppgifter gör det inte.`,
  textEqual: (file: string) => `Texten i ${file} är den som loggen ger: rapporten är gjord om och jämförd.`,
  textNotCompared: (file: string, why: string) => `Texten i ${file} är inte jämförd, för ${why}.`,
  notComparedSince: {
    version: (program: string) => `rapporten är gjord av en annan version (${program || "okänd"})`,
    arguments: () => "rapporten säger inte hur frist report gör om den för den här planen",
    converted: (program: string) => `den är sparad om av ett annat program (${program})`,
    redacted: () => "den skiljer sig från loggens, men innehåll kan ha gallrats sedan den gjordes"
  },
  reportAltered: (files: string) =>
    `Loggen håller, men rapporten ${files} säger inte det som loggen säger; gör en ny med frist report.`,
  reportNotExamined: (files: string) =>
    `Loggen håller, men texten i ${files} är inte jämförd; jämför för hand med en ny rapport från frist report.`,
  bundleBroken: (file: string) =>
    `Paketet ${file} håller inte; spara det som det är, och be om ett nytt från någon annan.`,
  bundleNotExamined: (file: string) =>
    `Loggen i paketet ${file} håller, men allt i det är inte prövat; lita bara på det som är prövat, eller gör om paketet med frist bundle.`,
  oneAtATime: "Ange antingen --bundle eller --proof; pröva den andra filen för sig.",
  signedBy: (name: string) => `Den är undertecknad av ${name}.`,
  unerased: (positions: string) =>
    `Beslutat men inte gallrat: uppgift ${positions}; kör frist redact igen med samma beslut.`,
  cellsBroken: (plan: string) =>
    `Loggen för planen ${plan} håller, men inte cellerna som är bevarade med den; spara databasen som den är, och jämför den med en säkerhetskopia.`,
  logBroken: (plan: string) =>
    `Loggen för planen ${plan} håller inte; spara den som den är, och jämför med en säkerhetskopia.`,
  noSigner: (file: string) =>
    `Filen ${file} har ingen Ed25519-nyckel; skapa en med openssl genpkey -algorithm ed25519.`,
  otherLog: (file: string, origin: string) =>
    `Kontrollkoden i ${file} gäller inte ${origin}; ange en som gäller den loggen.`,
  notSealed: "Ingen kontrollkod gjordes, för loggen håller inte; se felen med frist verify.",
  otherOrigin: (origin: string) =>
    `Loggen heter redan ${origin} i sina kontrollkoder och byter inte namn; utelämna --origin.`,
  notAnOrigin: (words: string) => `”${words}” kan inte vara en loggs namn; skriv det utan mellanslag och plustecken.`,
  emptyPlan: (plan: string) => `Planen ${plan} har inga uppgifter; det finns inget att bevisa.`,
  beyond: (plan: string, events: string, position: string) =>
    `Planen ${plan} har ${events}, så ${position} går inte att bevisa; ange ett lägre tal.`,
  notTwo: "Ange två antal uppgifter, det lägre först: frist prove --between 100 200.",
  notOne: "Ange en aktivitet eller ett uppgiftsnummer.",
  noSuchEvent: (activity: string) => `Kontrollkoden omfattar inget som är sparat om ${activity}.`,
  written: (file: string) => `Beviset är skrivet till ${file}.`,
  notAProof: (file: string) => `Filen ${file} är inget bevis från frist prove; ange en som är det.`,
  proofHolds: (sentence: string) => `Beviset håller: ${sentence}`,
  proofAlone: (origin: string, size: number, root: string) =>
    `Beviset gäller bara loggen med kontrollkoden ${origin} ${size} ${root}. Jämför den med en rapport eller kontrollkod som du litar på: --against.`,
  proofFails: (file: string) => `Beviset i ${file} håller inte: något i det är ändrat.`,
  forgedSignature: (name: string) =>
    `En kontrollkod har en underskrift i namnet ${name} som inte är gjord med nyckeln; lita inte på beviset.`,
  proofElsewhere: (file: string, against: string) =>
    `Beviset i ${file} leder till en annan kontrollkod än den i ${against}; gör det med frist prove --against.`,
  tooLarge: (file: string) =>
    `Filen ${file} är större än de 512 MB som läses; ange rätt fil, eller kontrollkoden i en egen textfil.`,
  redacted: (events: string, decision: string) => `Gallrat enligt ${decision}: texten i uppgift ${events}.`,
  remainsStands: (events: string) =>
    `Datum och värden i uppgift ${events} gallrades inte. De står kvar i beslutet och kan inte gallras i efterhand.`,
  redactedWhole: (events: string, decision: string) =>
    `Gallrat enligt ${decision}: hela innehållet i uppgift ${events}.`,
  stillCounts: "Listor och rapporter räknar uppgiften som förut och anger beslutet.",
  notErased: (positions: string, detail: string) =>
    `Beslutet är sparat, men innehållet i uppgift ${positions} är inte raderat, eller ligger kvar i databasens filer (${detail}). Frigör utrymme på disken och kör samma kommando igen; det raderar då det som är kvar.`,
  mayNotErase:
    "Beslutet är sparat, men användaren får inte gallra; låt någon med rollen frist_eraser köra samma kommando.",
  copies: "Säkerhetskopior, repliker och exporter från tiden före har innehållet kvar; se docs/how-to/gallra.md.",
  readModelsFollowed: "Läsmodellerna är uppdaterade: orden finns inte heller där.",
  readModelsLeft: "Läsmodellerna har orden kvar: kör frist project, eller se med frist doctor varför de står still.",
  stillOnServer:
    "På servern ligger de gamla raderna kvar på disken tills tabellen skrivs om: tabellens ägare kör vacuum full frist.chunk.",
  sameWords: (positions: string) =>
    `Samma text finns också i uppgift ${positions}; gallra även där om den inte får finnas kvar.`,
  bundled: (events: string, plan: string, file: string) =>
    `Skrivet till ${file}: ${events} i planen ${plan}, med kontrollkoder och sidan verify.html som prövar allt.`
}
