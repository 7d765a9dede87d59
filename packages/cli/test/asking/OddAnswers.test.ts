/**
 * Answers as people write them: that nothing has changed, that somebody does not know, and words in another column.
 */
import { describe, expect, it } from "@effect/vitest"
import { copyFileSync } from "node:fs"
import { answer, asked, date, gathered, note, reason, responsible, status } from "./round.ts"
import { frist } from "../frist.ts"

const plain = (text: string) => text.replace(/\s+/gu, " ")

describe("an answer that nothing has changed", () => {
  it.each([
    [status, "Oförändrat"],
    [status, "samma."],
    [status, "No change"],
    [note, "Nej"],
    [note, "inget nytt att berätta"],
    [note, "Pågår!"],
    [date, "Oförändrat"],
    [date, "ej aktuellt"],
    [date, "n/a"],
    [reason, "Samma"]
  ])("under %s, %s, changes nothing, is shown and counts as answered", async (column, words) => {
    const round = await asked()
    answer(round, "it", { 4: { [column]: words } })
    const { err, exitCode, file, out } = await gathered(round)
    expect({ err, exitCode, file }).toEqual({ err: "", exitCode: 0, file: null })
    expect(plain(out)).toContain("Inget har ändrats, enligt de här svaren")
    expect(out).toMatch(/^”[^\n]+” +Svar:[^\n]* 4\s*$/mu)
    expect((await frist("ask", "--status", round.out)).out).toMatch(/^IT +1 av 2 +it-/mu)
  })

  it("is the same answer as the status that the plan has", async () => {
    const round = await asked()
    answer(round, "hr", { 3: { [status]: "Oförändrat" } })
    answer(round, "it", { 3: { [status]: "Pågår" } })
    expect(await gathered(round)).toMatchObject({ exitCode: 0, file: null })
  })

  it("differs from another status, and from a request for another date", async () => {
    const round = await asked()
    answer(round, "hr", { 3: { [status]: "Oförändrat", [date]: "nej" } })
    answer(round, "it", { 3: { [status]: "Försenat", [date]: "2025-09-30" } })
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(out).toMatch(/Olika svar[^]*”nej” \(hr[^]*”2025-09-30”[^]*”Oförändrat” \(hr[^]*”Försenat”/u)
  })

  it("does not contradict the news of another person", async () => {
    const round = await asked()
    answer(round, "hr", { 3: { [note]: "Inget nytt" } })
    answer(round, "it", { 3: { [note]: "Lokalen är bokad." } })
    const { commands, exitCode } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(commands.slice(1)).toMatchObject([{ _tag: "NoteFollowUp", text: "Lokalen är bokad." }])
  })

  it("about a row that is done since is not told as left out", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Oförändrat" } })
    await frist("complete", "nat", "--on", "2024-11-15", "--db", round.db)
    expect(await gathered(round)).toMatchObject({ exitCode: 0, file: null })
  })
})

describe("an answer in words to be asked about", () => {
  it.each([
    [status, "?", "vet inte"],
    [status, "vet ej", "vet inte"],
    [status, "Samma som ovan", "hänvisar till något annat"],
    [status, "ja", "Ett ja säger inte"],
    [status, "ej aktuellt", "hela aktiviteten"],
    [status, "2025-06-30", "Orden är ett datum och hör hemma i kolumnen Svar: ny tid"],
    [note, "se ovan", "hänvisar till något annat"],
    [note, "n/a", "hela aktiviteten"],
    [note, "Klart!", "Orden är en status och hör hemma i kolumnen Svar: status"],
    [note, "2025-06-30", "Orden är ett datum"],
    [date, "TBD", "vet inte"],
    [date, "klart", "Orden är en status"],
    [reason, "2025-06-30", "Orden är ett datum"],
    [reason, "dito", "hänvisar till något annat"]
  ])("under %s, %s, is not proposed", async (column, words, why) => {
    const round = await asked()
    answer(round, "it", { 4: { [column]: words } })
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(plain(out)).toContain(`”${words}”`)
    expect(plain(out)).toContain(why)
  })

  it.each(["vet ej", "?", "ingen", "se ovan", "oförändrat"])(
    "does not take %s for the name of a person",
    async (words) => {
      const round = await asked()
      answer(round, "utan-ansvarig", { 10: { [responsible]: words } })
      expect((await gathered(round)).file).toBeNull()
    }
  )

  it("asks about a request whose reason is that of another row, and takes a dash for no reason", async () => {
    const round = await asked()
    answer(round, "it", {
      3: { [date]: "2025-09-30", [reason]: "Samma som ovan" },
      4: { [date]: "2025-09-30", [reason]: "–" }
    })
    const { commands, out } = await gathered(round)
    expect(commands.slice(1)).toMatchObject([{ _tag: "RequestExtension", activity: "nat", reason: null }])
    expect(plain(out)).toContain("”2025-09-30; Samma som ovan”")
  })

  it("keeps a status as news where its own column has one too", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Klart 2024-11-30", [note]: "Klart" } })
    expect((await gathered(round)).commands.map(({ _tag }) => _tag)).toEqual([
      "HoldReview",
      "NoteFollowUp",
      "ChangeStatus"
    ])
  })

  it("keeps news that only begin with such words", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [note]: "Nej, leverantören har inte svarat." } })
    expect((await gathered(round)).commands[1]).toMatchObject({
      text: "Upphandlat.\nNej, leverantören har inte svarat."
    })
  })
})

describe("a request for an early date is proposed, with a remark", () => {
  it.each([
    ["2024-10-31", "Datumet är före uppföljningen 2024-12-16"],
    ["2025-01-15", "Datumet är före den tid som raden har nu, 2025-01-31"]
  ])("%s", async (words, why) => {
    const round = await asked()
    answer(round, "it", { 4: { [date]: words } })
    const { commands, exitCode, out } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(commands[1]).toMatchObject({ _tag: "RequestExtension", to: { words } })
    expect(plain(out)).toContain(why)
  })

  it("which is told as earlier where it is to be decided", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [date]: "2025-01-15" } })
    const { path } = await gathered(round)
    await frist("apply", path, "--db", round.db)
    const { out } = await frist("decisions", "--db", round.db, "--as-of", "2024-12-16")
    expect(plain(out)).toContain("16 dagar tidigare")
    expect(plain(out)).not.toContain("tidigare senare")
  })

  it("but none for a later one, or for a period that ends later", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [date]: "2025" } })
    copyFileSync(round.file("it"), round.file("igen"))
    expect((await gathered(round)).out).not.toContain("Datumet är före")
  })
})
