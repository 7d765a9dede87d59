/**
 * Messages about copies of a log, in Swedish.
 */

/** Why a file is rejected as a copy; `where` is its file and line. */
const faults = {
  unread: (where: string, detail: string) =>
    `${where} går filen inte att läsa (${detail}); kontrollera filen och dess behörighet.`,
  empty: (where: string) => `${where} finns inget: filen är tom; ange en fil från frist export.`,
  notACopy: (where: string) => `${where} står inte att filen är en Frist-kopia; ange en fil från frist export.`,
  packed: (where: string) =>
    `${where} står inte att filen är en Frist-kopia: den är packad; packa upp den och ange filen från frist export, eller log.ndjson ur ett paket.`,
  version: (where: string, version: string) =>
    `${where} står att kopian är av version ${version}, som den här Frist inte känner; uppgradera Frist.`,
  byteOrderMark: (where: string) =>
    `${where} börjar raden med ett BOM-märke som inte hör dit; ta en kopia som inget program har sparat om.`,
  lineEnds: (where: string) =>
    `${where} slutar raden med CR LF i stället för LF; ta en kopia som inget program har sparat om.`,
  notText: (where: string) => `${where} är raden inte UTF-8; ta en kopia som inget program har sparat om.`,
  tooLong: (where: string) => `${where} är raden längre än någon uppgift kan vara; ta en annan kopia.`,
  tooLarge: (where: string, megabytes: string) =>
    `${where} blir de bevarade utgåvorna större än ${megabytes} MB tillsammans; ta en annan kopia.`,
  notJson: (where: string, detail: string) => `${where} är raden inte JSON (${detail}); ta en annan kopia.`,
  fields: (where: string, detail: string) =>
    `${where} har raden inte de fält den ska ha (${detail}); ta en annan kopia.`,
  otherForm: (where: string) =>
    `${where} är raden inte skriven så som frist export skriver (varje fält en gång, i ordning, utan mellanrum); ta en annan kopia.`,
  count: (where: string, said: string, found: string) =>
    `${where} sägs kopian ha ${said} uppgifter, men den har ${found}; ta en annan kopia.`,
  checkpoint: (where: string) => `${where} stämmer kontrollkoden inte med planen; ta en annan kopia.`,
  root: (where: string) =>
    `${where} är roten en annan än den som uppgifterna ger: något är ändrat eller hör till en annan logg; ta en annan kopia.`,
  sum: (where: string) => `${where} stämmer inte kontrollsumman: något i filen är ändrat; ta en annan kopia.`,
  cutOff: (where: string) => `${where} tar filen slut innan kopian gör det; ta en kopia som är hel.`,
  afterEnd: (where: string) => `${where} står något efter kopians slut; ta en annan kopia.`,
  otherPlan: (where: string, found: string, plan: string) =>
    `${where} börjar en kopia av planen ${found}, men den före är av ${plan}; ange kopior av samma plan.`,
  begins: (where: string, found: string, next: string) =>
    `${where} börjar kopian vid uppgift ${found}, men ${next} ska komma; ange kopiorna i ordning, från uppgift 1.`
}

/** Why an event fails verification. */
const flaws = {
  plan: (where: string) => `${where} hör uppgiften till en annan plan; ta en annan kopia.`,
  position: (where: string, position: number) =>
    `${where} står inte uppgift ${position}, som ska komma där; ta en kopia som är hel och i ordning.`,
  unreadable: (where: string) => `${where} går uppgiften inte att läsa; ta en annan kopia.`,
  leaf: (where: string) => `${where} stämmer uppgiften inte med sitt hashvärde: den är ändrad; ta en annan kopia.`,
  removed: (where: string) =>
    `${where} saknas uppgiftens innehåll, och inget senare beslut har gallrat den; ta en annan kopia.`,
  clock: (where: string) => `${where} har uppgiften en tidigare tid än den före; ta en annan kopia.`,
  ahead: (where: string) => `${where} har uppgiften en tid som inte har varit än; ta en annan kopia.`,
  batch: (where: string) =>
    `${where} hör uppgiften till en omgång som är avslutad eller sparad av någon annan; ta en annan kopia.`,
  checkpoint: (where: string) =>
    `${where} stämmer en förvarad kontrollkod inte med uppgifterna: något är ändrat; se felen med frist verify.`,
  edition: (where: string) =>
    `${where} är cellerna som är bevarade inte de som uppgiften anger: något är ändrat; se felen med frist verify.`,
  root: (where: string) =>
    `${where} anger uppgiften om flytten en annan rot än den som uppgifterna före ger; se felen med frist verify.`
}

/** Messages about copies of a log, in Swedish. */
export const svCopy = {
  faults,
  flaws,
  at: (file: string, line: number) => `I ${file}, rad ${line},`,
  /** The place in the log, where there is no file. */
  inLog: (position: number) => `I loggen, vid uppgift ${position},`,
  exported: (events: string, plan: string, file: string) => `Skrivet till ${file}: ${events} i planen ${plan}.`,
  restored: (events: string, plan: string) => `Återställt: ${events} i planen ${plan}.`,
  relocated: (events: string, plan: string, to: string) =>
    `Flyttad: planen ${plan} finns nu i ${to}. Loggen här är stängd efter ${events}.`,
  occupied: (plan: string, to: string) =>
    `I ${to} finns redan en annan plan med id ${plan}; ange en databas där den inte finns.`,
  root: (size: number, root: string) => `Roten vid uppgift ${size} är ${root}`,
  notEmpty: (plan: string, events: string) =>
    `Planen ${plan} har redan ${events} och skrivs inte över; ange en databas där den inte finns.`,
  otherPlan: (plan: string, asked: string) =>
    `Kopian är av planen ${plan} och kan inte bli ${asked}; utelämna --plan, eller ange den.`,
  ownerOnly: (database: string) =>
    `Användaren får inte återställa i ${database}; det får den som äger tabellerna: be om rollen frist_owner, eller om hjälp.`,
  beyond: (plan: string, events: string, from: string) =>
    `Planen ${plan} har ${events}, så det finns inget att skriva från uppgift ${from}; ange ett lägre nummer.`
}
