/**
 * The words of a row that says how to fill in a table, by language: *Fyll i datum*, *Describe here*.
 */
import { isPrompt } from "./prompts.ts"

/** Verbs that begin an instruction. */
const openers: Readonly<Record<string, string>> = {
  sv: "fyll i|ange|skriv|välj|beskriv|klicka|namnge",
  en: "fill in|enter|write|select|choose|describe|specify|state|insert|type|pick|click|name the",
  nb: "fyll inn|fyll ut|angi|skriv inn|velg",
  da: "udfyld|angiv|vælg",
  fi: "täytä|kirjoita|valitse|kuvaa",
  de: "bitte|eintragen|ausfüllen|eingeben|angeben|wählen|auswählen|beschreiben|beschreibe",
  fr: "saisir|saisissez|indiquer|indiquez|remplir|choisir|choisissez|décrire|décrivez"
}

const opener = new RegExp(`^[\\[(<{]?\\s*(?:${Object.values(openers).join("|")})(?!\\p{L})`, "iu")
/** Words for the place of a cell, at its end: *describe here*. */
const here = /(?<!\p{L})(?:here|här|her|tähän|hier|ici)[.\])>}]*$/iu
/** The form of a date: *ÅÅÅÅ-MM-DD*, *dd/mm/yyyy*. */
const form = /^[[(<{]?(?:[yåjav]{2,4}[-/. ]mm?[-/. ][dtp]{1,2}|[dtp]{1,2}[-/. ]mm?[-/. ][yåjav]{2,4})[\])>}]?$/iu
const longest = 200

/** Whether words say what to write in a cell, and nothing else. */
export const isInstruction = (words: string): boolean => {
  const own = words.trim()
  if (own.length > longest || own === "") return false
  return isPrompt(own) || opener.test(own) || here.test(own) || form.test(own)
}
