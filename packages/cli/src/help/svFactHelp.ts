/**
 * The help of the commands that record a fact by hand, in Swedish.
 */
import type { HelpOfCommands } from "./CommandHelp.ts"

/** The help of the commands for facts, in Swedish. */
export const svFactHelp: HelpOfCommands = {
  open: {
    about: "Börja en plan. Dess id är det som står efter --plan, eller görs av titeln",
    arguments: { TITLE: "Planens titel" }
  },
  register: {
    about: "Lägg till en aktivitet",
    arguments: { ID: "Aktivitetens id: a–z, 0–9 och bindestreck" },
    flags: {
      area: "Området",
      goal: "Målet",
      actions: "Vad som ska göras",
      responsible: "Vem som är ansvarig: en roll",
      deadline: "Slutdatumet",
      parent: "Den aktivitet som den är en del av",
      milestone: "Lägg till en milstolpe"
    }
  },
  review: {
    about: "Spara att en uppföljning har hållits",
    arguments: { DATE: "Dagen då den hölls" },
    flags: { title: "Uppföljningens titel" }
  },
  status: {
    about: "Rapportera en status. Klart anges med frist complete",
    arguments: { STATUS: "Pågår, försenat eller ej angivet, eller så som det står i dokumentet" }
  },
  move: {
    about: "Ändra ett slutdatum. Det beslutade slutdatumet ändras inte; det gör frist approve",
    arguments: { DATE: "Det nya slutdatumet: 2024-12-31, 2024-06, hösten 2024, tills vidare …" },
    flags: { reason: "Varför" },
    examples: ["Ändra slutdatumet för webbtidbokning"]
  },
  approve: {
    about: "Spara ett beslutat slutdatum",
    arguments: { DATE: "Det beslutade slutdatumet" },
    flags: { decision: "Beslutets beteckning" }
  },
  note: { about: "Lägg till en uppföljningstext", arguments: { TEXT: "Texten" } },
  measure: {
    about: "Spara ett mätvärde",
    arguments: { MEASURE: 'Vad som är mätt, till exempel "ärenden via 1177"', VALUE: "Talet, med komma eller punkt" },
    flags: {
      unit: "Enheten",
      period: "Perioden som talet gäller",
      qualifier: "Om talet är ungefärligt eller en gräns"
    }
  },
  complete: {
    about: "Rapportera en aktivitet som klar",
    arguments: { DATE: "Dagen då den blev klar, om den är känd" }
  },
  reopen: { about: "Återuppta en avslutad aktivitet" },
  discontinue: { about: "Avsluta en aktivitet utan resultat", flags: { reason: "Varför" } },
  reword: {
    about: "Ändra orden i en aktivitet eller milstolpe; det som inte anges står kvar",
    flags: { area: "Nytt område", goal: "Nytt mål; för en milstolpe dess namn", actions: "Vad som ska göras i stället" }
  },
  responsible: {
    about: "Ändra vem som är ansvarig för en aktivitet",
    arguments: { TEXT: "Vem som är ansvarig: en roll" },
    flags: { none: "Ingen är ansvarig" }
  },
  request: {
    about: "Begär ett nytt slutdatum. Det nuvarande gäller tills begäran är avgjord",
    arguments: { DATE: "Slutdatumet som begärs" },
    flags: { reason: "Varför" },
    examples: ["Begär mer tid"]
  },
  decide: {
    about:
      "Avgör en begäran. Beviljas den ändras slutdatumet, även för delar som inte är klara, och räknas som beslutat",
    arguments: {
      REQUEST: "Begärans nummer, från frist decisions, eller en aktivitet med bara en begäran att avgöra",
      OUTCOME: "beviljad eller avslagen"
    },
    flags: { to: "Slutdatumet som beviljas; annars det som begärs", decision: "Beslutets beteckning" },
    examples: ["Bevilja det som begärs", "Bevilja ett tidigare slutdatum"]
  },
  wait: {
    about: "Spara att en aktivitet väntar på en annan, eller med --ended att den inte längre gör det",
    arguments: { OTHER: "Aktiviteten som den väntar på" },
    flags: {
      words: "Vad dokumentet säger om det",
      ended: "Den väntar inte längre, från dagen i --on",
      reason: "Med --ended: varför den inte längre väntar"
    },
    examples: ["TIK väntar på SDV", "Från den dagen väntar den inte längre"]
  },
  link: {
    about: "Koppla en milstolpe till den aktivitet som den står för, så att den får dess status",
    arguments: { MILESTONE: "Milstolpen", ACTIVITY: "Aktiviteten som den står för" },
    flags: { none: "Milstolpen står inte för någon aktivitet" },
    examples: ["Milstolpen är raden Elab"]
  },
  waive: {
    about: "Avskriv en anmärkning med en motivering, även om en senare utgåva ger den igen",
    arguments: { POSITION: "Anmärkningens nummer, från frist findings" },
    flags: { reason: "Varför den kan avskrivas" }
  },
  correct: {
    about: "Rätta en felaktig uppgift. Den står kvar i loggen, och rättelsen är ingen ändring av slutdatumet",
    arguments: { POSITION: "Uppgiftens nummer, från frist history" },
    flags: {
      reason: "Vad som var fel",
      date: "Rätt datum",
      text: "Rätt text",
      json: "Hela den rätta uppgiften, som JSON",
      withdraw: "Ta tillbaka uppgiften: det hände aldrig"
    },
    examples: ["Rätta ett datum"]
  }
}
