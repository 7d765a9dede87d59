/**
 * The prompts that office programs write into fields that nobody has filled in, by language. Copied or converted, a field
 * loses its marks and keeps its prompt; a cell that says nothing else is empty.
 */

const prompts: Readonly<Record<string, ReadonlyArray<string>>> = {
  sv: [
    "Klicka eller tryck här för att ange datum.",
    "Klicka eller tryck här för att ange ett datum.",
    "Klicka här för att ange datum.",
    "Klicka eller tryck här för att ange text.",
    "Klicka här för att ange text.",
    "Välj ett objekt."
  ],
  en: [
    "Click or tap to enter a date.",
    "Click here to enter a date.",
    "Click or tap here to enter text.",
    "Click here to enter text.",
    "Choose an item."
  ],
  nb: [
    "Klikk eller trykk for å skrive inn en dato.",
    "Klikk her for å skrive inn en dato.",
    "Klikk eller trykk her for å skrive inn tekst.",
    "Klikk her for å skrive inn tekst.",
    "Velg et element."
  ],
  da: [
    "Klik eller tryk for at angive en dato.",
    "Klik her for at angive en dato.",
    "Klik eller tryk her for at skrive tekst.",
    "Klik her for at angive tekst.",
    "Vælg et element."
  ],
  fi: [
    "Lisää päivämäärä napsauttamalla tai napauttamalla tätä.",
    "Lisää päivämäärä napsauttamalla tätä.",
    "Kirjoita tekstiä napsauttamalla tai napauttamalla tätä.",
    "Kirjoita tekstiä napsauttamalla tätä.",
    "Valitse kohde."
  ]
}

const longest = 80

const shape = (words: string): string => words.replace(/\s+/gu, " ").trim().replace(/\.$/u, "").toLowerCase()

const known: ReadonlySet<string> = new Set(Object.values(prompts).flat().map(shape))

/** Whether words are the prompt of a field, and nothing else. */
export const isPrompt = (words: string): boolean => words.length <= longest && known.has(shape(words))
