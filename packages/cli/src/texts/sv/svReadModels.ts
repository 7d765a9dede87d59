/**
 * Messages about read models, in Swedish.
 */
const plans = (n: number) => (n === 1 ? "1 plan" : `${n} planer`)

/** Messages about read models, in Swedish. */
export const svReadModels = {
  /** Messages about the file of the read models. */
  file: {
    full: (file: string) =>
      `Disken är full, eller går inte att skriva till, så läsmodellerna i ${file} är inte uppdaterade; loggen är orörd. Frigör utrymme och kör kommandot igen.`,
    corrupt: (file: string) =>
      `Läsmodellerna i ${file} är skadade; loggen är orörd. Ta bort filen, och gör om dem med frist project.`,
    notALog: (file: string) =>
      `Filen ${file} hör till ett annat program, så läsmodellerna får inte plats; flytta den, och kör frist project.`,
    other: (file: string) =>
      `Läsmodellerna i ${file} går inte att öppna; loggen är orörd. Kontrollera filen och behörigheten till den och dess mapp.`
  },
  following: "Läsmodellerna följer loggen; avsluta med Ctrl-C.",
  projected: (done: number) =>
    done === 0 ? "Läsmodellerna var redan i takt med loggen." : `Uppdaterat: ${plans(done)}.`,
  parked: {
    unreadable: (plan: string, detail: string) =>
      `Plan ${plan} står still: en uppgift kan inte läsas; uppgradera Frist om en nyare version har sparat den, och kör frist project (${detail}).`,
    killed: (plan: string, detail: string) =>
      `Plan ${plan} står still: försöken avbryts innan de är klara; se efter varför, och kör frist project --plan ${plan} (${detail}).`,
    wentBack: (plan: string, detail: string) =>
      `Plan ${plan} står still: loggen har gått tillbaka sedan läsmodellerna gjordes, efter ett serverbyte eller en återställning; gör om dem med frist rebuild --plan ${plan} (${detail}).`
  },
  odd: (names: string) =>
    `Det här är inte som Frist gjorde det: ${names}. Ta reda på vem som gjorde det, och kör frist rebuild.`,
  plansParked: (n: number) => `${plans(n)} står still; se ovan vad som ska göras.`,
  checked: (tables: number, rows: number) =>
    `Jämfört: ${tables === 1 ? "1 tabell" : `${tables} tabeller`}, ${rows === 1 ? "1 rad" : `${rows} rader`}. Allt är som loggen säger.`,
  behind: (plan: string, projection: string, events: number) =>
    `Obs: ${projection} för plan ${plan} saknar ${events === 1 ? "den senaste uppgiften" : `de ${events} senaste uppgifterna`}; kör frist project.`,
  differs: {
    missing: (row: string, from: string) => `${row} saknas; den ska komma från ${from}.`,
    extra: (row: string, from: string) => `${row} ska inte finnas; det enda i loggen om den är ${from}.`,
    differs: (row: string, from: string, column: string, stored: string, derived: string) =>
      `${row}, kolumn ${column}: där står ${stored} och ska stå ${derived}; den ska komma från ${from}.`
  },
  row: (plan: string, projection: string, key: string) => `${projection}, plan ${plan}, rad ${key}`,
  from: (positions: string) => `uppgift ${positions}`,
  fromNothing: "ingen uppgift",
  differ: (n: number) =>
    `${n === 1 ? "1 tabell" : `${n} tabeller`} stämmer inte med loggen; gör om dem med frist rebuild.`,
  rebuilt: (events: number, planCount: number) =>
    `Läsmodellerna är gjorda om ur ${events} uppgifter i ${plans(planCount)}.`,
  dropped: (names: string) => `Borttaget: ${names}.`,
  busy: "Någon annan gör redan om läsmodeller; vänta tills det är klart.",
  noProjection: (name: string, all: string) => `Det finns ingen läsmodell ${name}; välj en av: ${all}.`,
  notWorkers: (most: number) => `Så många planer går inte att göra om samtidigt; ange 1–${most} med --workers.`,
  progress: (built: string, of: string, percent: number, rate: string, left: string) =>
    `${percent} % (${built} av ${of} uppgifter), ${rate} per sekund, ${left} kvar`,
  mayNot: (database: string) =>
    `Användaren får inte uppdatera läsmodeller i ${database}; be om rollen frist_projector, eller frist_reader för att bara läsa`
}
