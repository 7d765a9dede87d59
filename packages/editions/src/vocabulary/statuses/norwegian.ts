/**
 * The words of Norwegian status cells, in Bokmål and Nynorsk.
 */
import { words } from "../WordList.ts"
import type { StatusWords } from "./StatusWords.ts"

export const norwegianStatuses: StatusWords = {
  completed: [
    ...words(`
      ferdig ferdige fullført fullførte utført utførte gjennomført gjennomførte gjennomførd avsluttet avslutta sluttført
      ferdigstilt ferdigstilte implementert
    `),
    "er ferdig",
    "er fullført",
    "er gjennomført",
    "er ferdigstilt",
    "helt ferdig",
    "tiltaket er gjennomført",
    "tiltaket er ferdig",
    "100 % ferdig",
    "100% ferdig"
  ],
  inProgress: [
    ...words("pågår pågående påbegynt påbegynte påbyrja startet igangsatt igang igangværende"),
    "i gang",
    "er i gang",
    "er igang",
    "er påbegynt",
    "arbeid pågår",
    "arbeidet pågår",
    "arbeidet er i gang",
    "arbeidet er påbegynt",
    "under arbeid",
    "under gjennomføring",
    "under utførelse"
  ],
  delayed: [
    ...words("forsinket forsinka forseinka"),
    "er forsinket",
    "noe forsinket",
    "pågår, forsinket",
    "pågår, men forsinket",
    "pågår men forsinket",
    "pågår, men er forsinket",
    "i gang, forsinket",
    "i gang, men forsinket",
    "i gang men forsinket",
    "påbegynt, men forsinket",
    "påbegynt, forsinket"
  ],
  discontinued: [...words("avbrutt avlyst utgår utgått kansellert skrinlagt nedlagt"), "har utgått"],
  notBegun: [
    ...words("planlagt kommende ikkje-starta"),
    "ikke startet",
    "ikke starta",
    "ikkje starta",
    "ikke påbegynt",
    "ikkje påbyrja",
    "ikke igangsatt",
    "ikke i gang",
    "ikke igang",
    "ennå ikke startet",
    "ennå ikke påbegynt",
    "ikke startet ennå",
    "ikke påbegynt ennå",
    "ikke begynt"
  ],
  notStated: ["ikke angitt", "ikke oppgitt"],
  otherMeanings: ["klar", "klart", "klare"],
  options: [
    "delvis ferdig",
    "delvis gjennomført",
    "delvis fullført",
    "ikke ferdig",
    "ikke fullført",
    "ikke gjennomført",
    "på vent",
    "utsatt",
    "klar",
    "klar til start",
    "annet",
    "ikke aktuelt"
  ],
  ofNow: ["er"],
  yearFirst: false,
  beforeDate: ["den", "i", "siden"],
  remarks: {
    references: ["se vedlegg", "se kommentar", "se merknad", "se referat", "se vedtak"],
    completed: [
      "evalueres {date}",
      "evalueres i {date}",
      "evaluering {date}",
      "evaluering i {date}",
      "følges opp {date}",
      "oppfølging {date}"
    ],
    onTime: ["i henhold til plan", "ihht plan", "iht plan", "etter planen", "som planlagt", "i rute"],
    forecasts: [
      "siden {date}",
      "til {date}",
      "forventes ferdig {date}",
      "forventet ferdig {date}",
      "planlagt ferdig {date}",
      "ny frist {date}"
    ],
    reasons: [
      "grunnet ressursmangel",
      "pga ressursmangel",
      "på grunn av ressursmangel",
      "pga sykdom",
      "grunnet sykdom",
      "pga bemanning"
    ],
    discontinued: ["erstattet", "erstattes", "ikke lenger aktuelt", "ikke lenger aktuell", "ikke aktuelt"]
  },
  denials: words(`
    ikke ikkje aldri nesten delvis snart kun bare unntatt utenom gjenstår mangler fortsetter pågår forventes planlegges
    skal bør kan må blir halve halvparten ingen ikkje
  `),
  asides: words(
    `se vedtak vedtatt besluttet beslutning godkjent godkjenning referat protokoll møte møtet styret kommunestyret formannskapet start starte starter startet oppstart påbegynt slutt slutter fra til opprinnelig opprinnelege ny nytt nye nå tidligere gammel var ble første siste revidert revidering versjon oppdatert endret endra flyttet flytta utsatt forlenget plan planen planlagt planlegges faktisk beregnet foreløpig prognose oppfølging evaluering evalueres informert påminnelse sendt mottatt svar lov loven forskrift budsjett agenda gjelder trer løper signert dato tid frist opprettet registrert merknad kommentar rapportert sak saksnr`
  ),
  stages: words(
    `forprosjekt forstudie utredning anskaffelse pilot høring vedtak planlegging kartlegging fase trinn etappe steg`
  ),
  letters: "æø",
  commonWords: words("ikke ansvarlig tiltak frist og er ferdig påbegynt forsinket oppfølging")
}
