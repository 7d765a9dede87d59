/**
 * The help of the commands for evidence, in Swedish.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The help of `frist seal`, `verify`, `prove` and `bundle`, in Swedish. */
export const svEvidenceHelp: HelpOfCommands = {
  seal: {
    about: "Pröva loggen, och spara och visa en kontrollkod; låt någon annan förvara en kopia av den",
    flags: {
      key: "Underteckna med Ed25519-nyckeln i filen: PEM, eller en nyckel för signed note",
      origin: "Loggens namn i kontrollkoderna; bara med den första"
    },
    examples: ["Underteckna kontrollkoden"]
  },
  verify: {
    about: "Pröva att loggen är orörd, i sig och mot utskrivna kontrollkoder; avslutas med kod 1 om den inte är det",
    flags: {
      against: "Jämför med rapporten (HTML, DOCX eller text) eller kontrollkoden; kan anges flera gånger",
      "signed-by": "Kräv en kontrollkod undertecknad med nyckeln, och ingen falsk underskrift",
      proof: "Pröva ett bevis från frist prove; behöver ingen databas",
      bundle: "Pröva ett paket från frist bundle, också tabellerna; behöver ingen databas"
    },
    examples: ["Pröva att rapporten är gjord av den här loggen"]
  },
  prove: {
    about: "Skriv ett bevis som JSON: att en uppgift finns i loggen, eller att loggen bara har vuxit",
    arguments: {
      "ACTIVITY|POSITION": "En aktivitet (dess senaste ändring av slutdatum, annars det senaste) eller ett nummer"
    },
    flags: {
      between: "Ange två antal uppgifter: bevisa att loggen vid det andra är en fortsättning på loggen vid det första",
      against: "Bevisa mot kontrollkoden i rapporten eller filen; annars mot loggen som den är nu"
    },
    examples: [
      "Bevisa att en ändring finns i den logg som rapporten gjordes av",
      "Bevisa att inget är omskrivet mellan två kontrollkoder"
    ]
  },
  bundle: {
    about: "Skriv en ZIP-fil med loggen, dess kontrollkoder, tabellerna och en sida som prövar allt utan nätet",
    arguments: { "OUT.zip": "Den nya filen" },
    examples: ["Till en granskare"]
  }
}
