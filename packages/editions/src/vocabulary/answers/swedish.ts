/**
 * Swedish answers.
 */
import type { AnswerWords } from "./AnswerWords.ts"

export const swedishAnswers: AnswerWords = {
  unchanged: [
    "(?:status |läget |tiden )?(?:är )?(?:helt )?oförändra(?:d|t|de)(?: (?:status|läge|tid|datum))?(?: sedan (?:sist|förra gången))?",
    "(?:ingen|inga) (?:förändring|ändring|förändringar|ändringar)(?: sedan (?:sist|förra gången))?",
    "(?:ej|inte) (?:förändrad|förändrat|ändrad|ändrat)",
    "samma(?: (?:status|läge|tid|datum))?",
    "(?:samma )?som (?:tidigare|förut|sist|förra gången|innan)",
    "(?:gäller|stämmer) (?:fortfarande|alltjämt)"
  ],
  nothing: [
    "nej",
    "(?:nej,? )?(?:inget|ingenting|inga|ingen)",
    "(?:nej,? )?(?:inget|ingenting) (?:nytt|särskilt|mer)(?: att (?:berätta|rapportera|tillägga))?",
    "(?:nej,? )?inget att (?:berätta|rapportera|tillägga)",
    "inga nyheter",
    "(?:ingen|inget) (?:ny tid|nytt datum|uppdatering)"
  ],
  notApplicable: ["(?:ej|inte|icke) (?:aktuell|aktuellt|tillämpligt|relevant)"],
  yes: ["ja", "japp", "jo", "jajamän", "ok", "okej"],
  unknown: [
    "(?:jag |vi )?vet (?:ej|inte)(?: (?:än|ännu))?",
    "(?:ej|inte) (?:känt|klarlagt|bestämt)(?: (?:än|ännu))?",
    "(?:oklart|osäkert|okänt)(?: (?:än|ännu|just nu|i dagsläget|för närvarande))?",
    "(?:jag |vi )?återkommer(?: (?:om (?:det|detta)|senare|inom kort))?"
  ],
  elsewhere: [
    "se (?:ovan|ovanstående|nedan|föregående|bilag[ao]n?|(?:bifogad )?fil|mejlet|mailet|mejl|mail|kommentar(?:en)?|rad(?:en)? ?\\d{0,6}|raden ovan)",
    "(?:samma )?som (?:ovan|ovanstående|föregående|raden ovan|rad \\d{1,6})",
    "enligt (?:ovan|ovanstående)",
    "dito",
    "d:o"
  ]
}
