/**
 * Words of Swedish texts, and of English ones beside them, that tell whether a name is a person.
 */
import type { Vocabulary } from "./Vocabulary.ts"
import { words } from "./WordList.ts"

export const swedishPeople: Vocabulary["people"] = {
  professions: words(`
    ssk sjuksköterska usk undersköterska läkare överläkare öl underläkare specialistläkare ST-läkare AT-läkare
    barnmorska bma fysioterapeut arbetsterapeut sjukgymnast kurator psykolog logoped dietist audionom sekreterare
    vårdadministratör medarbetare anställd person nurse doctor physician employee
  `),
  one: words("en one"),
  numbered: ["avd\\.?", "avdelning", "vecka", "v\\."],
  anyone: words("ska skall bör kan per varje should shall may each every"),
  // Names that are also words (Per, Bo, Stig, Kent, Max, Tor, Sten, Björn) would mostly find no person.
  firstNames: words(`
    Agneta Ahmed Albin Alexander Alexandra Alf Ali Alice Allan Alma Amanda Anders Andreas Anette Anita Ann Anna
    Annelie Annika Anton Arne Arvid Astrid Axel Barbro Bengt Berit Bertil Birgit Birgitta Britt Camilla Carina
    Carl Carolina Caroline Catharina Cecilia Charlotte Christer Christian Christina Christoffer Conny Dagmar
    Daniel David Dennis Ebba Edvin Elias Elin Elisabeth Ella Ellen Ellinor Elsa Elvira Emelie Emil Emilia Emma
    Erik Erika Eva Evelina Fatima Felicia Filip Fredrik Frida Gabriel Gerd Gun Gunilla Gunnar Gustaf Gustav
    Göran Gösta Hanna Hans Hassan Helen Helena Henrik Hugo Håkan Ida Inga Ingela Inger Ingrid Irene Isabelle
    Isak Jakob Jan Jenny Jesper Jessica Joakim Johan Johanna Johannes John Jonas Jonathan Josefin Josefine Julia
    Jörgen Karin Karl Karolina Katarina Kerstin Kjell Klara Kristina Kristoffer Kurt Lars Leif Lena Lennart Liam
    Lina Linda Linnéa Linnea Linus Lisa Louise Lovisa Lucas Ludvig Lukas Maj Maja Malin Marcus Margareta Maria
    Marianne Marie Markus Martin Mathias Matilda Mats Mattias Melker Michael Mikael Mohamed Mohammed Moa Monica
    Monika Nathalie Nils Oliver Olivia Olle Olof Oscar Oskar Otto Patrik Peter Petra Pernilla Pia Pontus Rasmus
    Rebecka Richard Rickard Robert Robin Roger Roland Rolf Rune Samuel Sandra Sara Sebastian Siv Sofia Sofie
    Solveig Stefan Stina Sven Susanne Susanna Therese Thomas Tobias Tomas Tommy Tony Torbjörn Tove Ulf Ulla
    Ulrika Urban Viktor Viktoria Vera Victor Victoria Vilma William Wilma Yvonne Åke Åsa Örjan
  `),
  places: [
    "sjukhus",
    "vårdcentral",
    "mottagning",
    "(?:skola|gata|gatan|väg|vägen|park|parken|kyrka|hem|hemmet|universitet)s?(?:et|en)?$"
  ],
  roles: [
    ...words(`
      chef ledare ledning ansvarig ägare team kontor grupp projekt samordnare direktör strateg nämnd styrelse läkare
      sköterska specialist controller manager director owner officer
    `),
    "head of",
    "coordinator"
  ],
  consulted: ["i samråd med", "med stöd av", "med stöd från", "i dialog med", "in consultation with", "supported by"],
  joint: ["tillsammans med", "och", "samt", "and", "together with"],
  halves: words("och and")
}
