/**
 * Words of Swedish texts that say what a figure counts.
 */
import type { Vocabulary } from "./Vocabulary.ts"
import { words } from "./WordList.ts"

export const swedishFigures: Vocabulary["figures"] = {
  abbreviations: words("avd mott ca kl nr st bl\\.?a t\\.?ex d\\.?v\\.?s f[.\\s]?r[.\\s]?o\\.?m resp inkl tel max min"),
  naming: words(`
    avd avdelning(?:en)? vårdavdelning(?:en)? mott team plan våning sal rum hus kap punkt steg etapp fas version v
    vecka nr nummer sida tabell bilaga dnr grupp nivå kvartal q del modul kl klockan tel telefon vo covid office
    microsoft windows mål aktivitet rad
  `),
  numberNames: words("1177 112 113 114"),
  stopWords: words(`
    i på av för till från med mot om under över per vid hos inom ur mellan via och eller samt men att som det
    den de en ett vi man är var blev blir ska skall kan har hade får fick gör gjort görs finns fanns ligger låg
    når nådde nått uppgår uppnår kom kommer kommit använder använde checkar in ut upp ned ner inte ej jämfört
    totalt sammanlagt idag dag nu numera fortsatt redan ännu hela samtliga alla vilket varav där sina sin sitt
    detta denna dessa våra vår vårt än mer fler färre mindre minst högst drygt knappt cirka ca runt omkring
    ungefär nästan står håller ökning ökningen minskning minskningen st andel andelen antal antalet antalen
    procent året år samma nära st mål målet målsättning målsättningen
  `),
  adjectives: words(
    "ade iga liga ella iska tala nya olika aktuella unika genomförda registrerade utskickade nuvarande"
  ),
  verbs: words("av får checkar använder har"),
  generalMeasures: words("ärenden antal")
}
