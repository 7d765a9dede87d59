/**
 * Refusals name activities, days and documents in words, beside the number that a person types.
 */
import { expect, it } from "@effect/vitest"
import { join } from "node:path"
import { beforeAll } from "vitest"
import { folder, frist } from "./frist.ts"

let db = ""
beforeAll(async () => {
  db = join(folder(), "frist.db")
  await frist("open", "Digital strategi", "--plan", "strategi", "--on", "2023-01-01", "--db", db)
  const on = ["--on", "2024-02-01", "--db", db]
  for (const words of [
    ["register", "elab", "--area", "Elab", "--deadline", "2024-06-30"],
    ["register", "webb", "--area", "Webb", "--deadline", "2024-06-30"],
    ["request", "elab", "2024-12-31", "--reason", "Upphandling"],
    ["decide", "4", "refused", "--decision", "§ 1"],
    ["note", "webb", "Fel rad"]
  ]) {
    const ended = await frist(...words, ...on)
    if (ended.exitCode !== 0) throw new Error(`${words.join(" ")}: ${ended.err}`)
  }
  await frist("correct", "6", "--withdraw", "--reason", "Fel rad", "--db", db)
})

it.each([
  [
    ["decide", "4", "granted", "--decision", "§ 2"],
    /^Begäran 4 \(Elab, 1 februari 2024\) är redan avgjord \(§ 1\)/u,
    /^Request 4 \(Elab, 1 February 2024\) has already been decided \(§ 1\)/u
  ],
  [
    ["decide", "3", "granted", "--decision", "§ 2"],
    /^Uppgift 3 \(Webb, 1 februari 2024\) är ingen begäran/u,
    /^Event 3 \(Webb, 1 February 2024\) is not a request/u
  ],
  [
    ["waive", "1", "--reason", "Känt"],
    /^Uppgift 1 \(1 januari 2023\) är ingen anmärkning/u,
    /^Event 1 \(1 January 2023\) is not a finding/u
  ],
  [
    ["correct", "7", "--withdraw", "--reason", "Fel"],
    /^Uppgift 7 \(Webb, \d+ [a-z]+ \d{4}\) är själv en rättelse/u,
    /^Event 7 \(Webb, \d+ [A-Z][a-z]+ \d{4}\) is itself a correction/u
  ],
  [
    ["redact", "3", "--decision", "Dnr 1"],
    /^Uppgift 3 \(Webb, 1 februari 2024\) är av slaget ”Ny aktivitet” och har ingen text/u,
    /^Event 3 \(Webb, 1 February 2024\) is of the kind “Registered” and holds no text/u
  ],
  [
    ["note", "webb", "Klart", "--on", "2023-12-01"],
    /^Webb finns i planen först från 1 februari 2024;/u,
    /^Webb is in the plan only from 1 February 2024;/u
  ],
  [["redact", "99", "--decision", "Dnr 1"], /^Det finns ingen uppgift 99;/u, /^Event 99 does not exist;/u]
] as const)("a refusal names what a number refers to: %s", async (words, sv, en) => {
  expect(await frist(...words, "--db", db)).toMatchObject({ exitCode: 1, out: "", err: expect.stringMatching(sv) })
  expect(await frist(...words, "--db", db, "--lang", "en")).toMatchObject({
    exitCode: 1,
    err: expect.stringMatching(en)
  })
})
