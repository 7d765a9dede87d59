/**
 * French headings.
 */
import { words } from "../WordList.ts"
import type { HeadingLanguage } from "./HeadingLanguage.ts"

export const frenchHeadings: HeadingLanguage = {
  words: {
    due: words(`
      echeance echeances date-limite date-butoir date-d-echeance date-cible date-prevue date-prevue-de-fin
      date-de-fin-prevue date-limite-de-realisation fin-prevue a-faire-avant pour-le`),
    time: words("delai delais quand calendrier"),
    dated: words("date dates"),
    end: words("fin date-de-fin"),
    completion: words("achevement cloture date-de-realisation date-de-cloture date-d-achevement"),
    delivery: words("livraison realisation"),
    planned: words("prevue prevu prevues prevus planifie planifiee estime estimee previsionnelle previsionnel"),
    agreed: words("convenu convenue validee-en-comite"),
    original: words("initiale initial origine"),
    revised: words("revisee revise nouvelle nouveau echeance-revisee echeance-reportee reportee"),
    forecast: words("date-revisee date-ajustee date-reportee date-actualisee"),
    current: words("actuelle actuel"),
    actual: words("reelle reel effective effectif"),
    done: words("realise realisee termine terminee cloture-le realise-le termine-le acheve achevee"),
    start: words("debut date-de-debut demarrage date-de-demarrage lancement date-de-lancement"),
    action: words(`
      action actions mesure mesures tache taches activite activites recommandation recommandations quoi action-a-mener
      actions-a-mener`),
    goal: words("objectif objectifs but objectif-strategique"),
    area: words("axe axes domaine domaines axe-strategique"),
    name: words("jalon jalons livrable livrables nom intitule titre libelle projet nature-livrables nom-du-projet"),
    issue: words("risque probleme constat"),
    text: words("description resume"),
    comment: words("commentaire commentaires observations remarque remarques suivi"),
    status: words("statut etat etat-d-avancement statuts"),
    colour: words("couleur meteo"),
    responsible: words("responsable responsables pilote pilotes porteur porteurs qui referent en-charge"),
    unit: words("service direction personne equipe"),
    id: words("numero no ref reference identifiant index"),
    table: words("tableau liste"),
    other: words(`
      priorite cout couts budget ressources type categorie phase probabilite impact duree charge heures jours semaines
      pourcentage avancement montant indicateur indicateurs source piece-jointe lien decision reunion cree creee
      derniere-mise-a-jour mise-a-jour prochaine-etape prochaines-etapes validation valide validee`),
    harmless: words("de du des la le les l d et ou a au aux un une en par jj aaaa annee mois"),
    period: words(`
      trimestre semestre janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre`),
    revision: words("revision")
  },
  compounds: {}
}
