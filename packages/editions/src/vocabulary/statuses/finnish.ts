/**
 * The words of Finnish status cells.
 */
import { words } from "../WordList.ts"
import type { StatusWords } from "./StatusWords.ts"

export const finnishStatuses: StatusWords = {
  completed: [
    ...words("valmis valmistunut tehty toteutettu toteutunut suoritettu toimitettu"),
    "on valmis",
    "on toteutettu",
    "on tehty",
    "kokonaan valmis",
    "100 % valmis",
    "100% valmis"
  ],
  inProgress: [
    ...words("kesken käynnissä meneillään aloitettu käynnistetty käynnistynyt"),
    "on käynnissä",
    "on kesken",
    "työn alla",
    "työ käynnissä",
    "toteutus käynnissä"
  ],
  delayed: [
    ...words("myöhässä viivästynyt"),
    "on myöhässä",
    "aikataulusta jäljessä",
    "jäljessä aikataulusta",
    "käynnissä, myöhässä",
    "käynnissä, viivästynyt",
    "kesken, myöhässä"
  ],
  discontinued: words("peruttu peruutettu peruuntunut"),
  notBegun: [
    ...words("aloittamatta suunniteltu tulossa"),
    "ei aloitettu",
    "ei vielä aloitettu",
    "ei ole aloitettu",
    "ei käynnistetty",
    "ei käynnistynyt"
  ],
  notStated: ["ei ilmoitettu", "ei tiedossa"],
  otherMeanings: [],
  options: [
    "osittain valmis",
    "osittain toteutettu",
    "osittain",
    "ei valmis",
    "ei toteutettu",
    "ei tehty",
    "keskeytetty",
    "odottaa",
    "muu"
  ],
  ofNow: ["on"],
  yearFirst: false,
  beforeDate: [],
  remarks: {
    references: ["ks. liite", "katso liite"],
    completed: ["arvioidaan {date}", "seurataan {date}"],
    onTime: ["suunnitelman mukaan", "suunnitelman mukaisesti", "aikataulussa"],
    forecasts: ["valmistuu {date}", "arvioitu valmistuminen {date}"],
    reasons: [],
    discontinued: ["korvattu", "ei enää ajankohtainen", "ei tarvita"]
  },
  denials: words("ei eivät ole melkein osittain pian vain paitsi puuttuu jatkuu kesken puoliksi vielä"),
  asides: words(
    `päätös päätetty päätettiin hyväksytty pöytäkirja kokous hallitus valtuusto lautakunta alku alkaa alkoi aloitus aloitettu loppu loppuu päättyy alkuperäinen uusi nyt aiempi ensimmäinen viimeinen tarkistettu versio päivitetty muutettu siirretty siirtyy jatkettu suunnitelma suunniteltu toteutunut arvioitu alustava ennuste seuranta arviointi lähetetty saatu vastaus laki asetus talousarvio allekirjoitettu päivämäärä aika määräaika luotu kirjattu ks katso`
  ),
  stages: words(`selvitys esiselvitys kilpailutus pilotti lausunto päätös suunnittelu kartoitus vaihe`),
  letters: "",
  commonWords: []
}
