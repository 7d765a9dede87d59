/**
 * The words of Danish status cells.
 */
import { words } from "../WordList.ts"
import type { StatusWords } from "./StatusWords.ts"

export const danishStatuses: StatusWords = {
  completed: [
    ...words(`
      færdig færdigt færdige afsluttet afsluttede gennemført gennemførte udført udførte fuldført fuldførte færdiggjort
      implementeret færdigmeldt
    `),
    "er færdig",
    "er færdigt",
    "er afsluttet",
    "er gennemført",
    "helt færdig",
    "indsatsen er gennemført",
    "100 % færdig",
    "100% færdig"
  ],
  inProgress: [
    ...words("igang igangværende igangsat påbegyndt påbegyndte startet pågår"),
    "i gang",
    "er i gang",
    "er igang",
    "er påbegyndt",
    "er igangsat",
    "arbejdet er i gang",
    "arbejdet er påbegyndt",
    "under udførelse",
    "under gennemførelse",
    "under implementering"
  ],
  delayed: [
    ...words("forsinket forsinkede"),
    "er forsinket",
    "lidt forsinket",
    "i gang, forsinket",
    "i gang, men forsinket",
    "i gang men forsinket",
    "igangværende, forsinket",
    "igangværende, men forsinket",
    "påbegyndt, men forsinket"
  ],
  discontinued: [...words("aflyst udgår udgået afbrudt annulleret nedlagt"), "er udgået"],
  notBegun: [
    ...words("planlagt kommende"),
    "ikke startet",
    "ikke påbegyndt",
    "ikke igangsat",
    "ikke i gang",
    "ikke igang",
    "endnu ikke startet",
    "endnu ikke påbegyndt",
    "ikke startet endnu",
    "ikke påbegyndt endnu",
    "ikke begyndt"
  ],
  notStated: ["ikke angivet", "ikke oplyst"],
  otherMeanings: ["klar", "klart", "klare"],
  options: [
    "delvist færdig",
    "delvist gennemført",
    "delvis gennemført",
    "ikke færdig",
    "ikke gennemført",
    "ikke afsluttet",
    "på hold",
    "sat på pause",
    "udskudt",
    "klar",
    "klar til start",
    "klar til godkendelse",
    "andet",
    "ikke relevant"
  ],
  ofNow: ["er"],
  yearFirst: false,
  beforeDate: ["den", "d.", "i", "siden"],
  remarks: {
    references: ["se bilag", "se kommentar", "se referat"],
    completed: [
      "evalueres {date}",
      "evalueres i {date}",
      "evaluering {date}",
      "evaluering i {date}",
      "følges op {date}",
      "opfølgning {date}"
    ],
    onTime: ["som planlagt", "efter planen", "følger planen"],
    forecasts: [
      "siden {date}",
      "til {date}",
      "forventes færdig {date}",
      "forventes afsluttet {date}",
      "forventet færdig {date}",
      "ny frist {date}",
      "ny deadline {date}"
    ],
    reasons: [
      "pga ressourcer",
      "pga ressourcemangel",
      "på grund af ressourcemangel",
      "pga sygdom",
      "på grund af sygdom"
    ],
    discontinued: ["erstattet", "erstattes", "ikke længere aktuelt", "ikke længere aktuel", "ikke relevant"]
  },
  denials: words(`
    ikke aldrig næsten delvis delvist snart kun undtagen mangler resterer fortsætter forventes planlægges skal bør kan må
    bliver halve halvdelen ingen
  `),
  asides: words(
    `se besluttet beslutning vedtaget godkendt godkendelse referat protokol møde mødet udvalget byrådet kommunalbestyrelsen start starte starter startet opstart påbegyndt slut slutter fra til oprindelig oprindeligt ny nyt nye nu tidligere gammel var blev første sidste revideret revision version opdateret ændret flyttet udskudt forlænget plan planen planlagt planlægges faktisk beregnet foreløbig prognose opfølgning evaluering evalueres informeret påmindelse sendt modtaget svar lov loven bekendtgørelse budget agenda gælder træder løber underskrevet dato tid frist oprettet registreret bemærkning kommentar rapporteret sag sagsnr`
  ),
  stages: words(
    `forundersøgelse forstudie udredning udbud pilot høring beslutning planlægning kortlægning fase trin etape`
  ),
  letters: "æø",
  commonWords: words(
    "ikke ansvarlig indsats handling frist og er igangværende påbegyndt afsluttet forsinket opfølgning"
  )
}
