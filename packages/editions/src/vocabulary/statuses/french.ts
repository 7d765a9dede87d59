/**
 * The words of French status cells.
 */
import { words } from "../WordList.ts"
import type { StatusWords } from "./StatusWords.ts"

export const frenchStatuses: StatusWords = {
  completed: [
    ...words(`
      terminé terminée terminés terminées achevé achevée achevés achevées réalisé réalisée réalisés réalisées finalisé
      finalisée fini finie
    `),
    "est terminé",
    "est terminée",
    "est réalisé",
    "est réalisée",
    "100 % terminé",
    "100% terminé"
  ],
  inProgress: [
    ...words("commencé commencée démarré démarrée"),
    "en cours",
    "en cours de réalisation",
    "en cours de mise en œuvre",
    "travaux en cours"
  ],
  delayed: ["en retard", "retardé", "retardée", "en cours, en retard", "en cours mais en retard"],
  discontinued: words("annulé annulée abandonné abandonnée"),
  notBegun: [
    ...words("planifié planifiée prévu prévue"),
    "non commencé",
    "non commencée",
    "pas commencé",
    "pas commencée",
    "pas encore commencé",
    "pas encore commencée",
    "non démarré",
    "non démarrée",
    "pas démarré",
    "à faire",
    "à venir"
  ],
  notStated: ["non indiqué", "non précisé"],
  otherMeanings: [],
  options: ["partiellement réalisé", "non réalisé", "non terminé", "en attente", "suspendu", "validé", "autre"],
  ofNow: ["est"],
  yearFirst: false,
  beforeDate: ["le", "en", "depuis"],
  remarks: {
    references: ["voir annexe", "voir note"],
    completed: ["évaluation {date}"],
    onTime: ["comme prévu", "selon le plan"],
    forecasts: ["depuis {date}", "jusqu'en {date}"],
    reasons: [],
    discontinued: ["remplacé", "remplacée", "plus nécessaire"]
  },
  denials: words("non pas jamais presque partiellement bientôt sauf seulement reste manque encore moitié aucun sera"),
  asides: words(
    `voir décision décidé approuvé validé réunion début fin du au original initial nouveau nouvelle maintenant avant était révisé version mis modifié reporté prolongé plan prévu réel évaluation envoyé reçu loi budget date délai échéance créé`
  ),
  stages: words(`étude pilote consultation planification phase étape`),
  letters: "",
  commonWords: []
}
