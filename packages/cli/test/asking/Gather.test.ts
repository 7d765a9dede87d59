/**
 * `frist gather`: what becomes of the answers in a folder, and of what is no answer.
 */
import { describe, expect, it } from "@effect/vitest"
import { copyFileSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fillIn, partOf } from "../../../reports/test/filledSheet.ts"
import { docx } from "../../../editions/test/office.ts"
import { zip } from "../../../editions/test/zip.ts"
import { contents, folder, frist } from "../frist.ts"
import { answer, asked, alter, date, gathered, note, plan, reason, responsible, status } from "./round.ts"

describe("frist gather", () => {
  it("proposes nothing for sheets that nobody filled in", async () => {
    const round = await asked()
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 0, file: null })
    expect(out).toContain("Inget nytt svar finns att föreslå. Inget är skrivet. 8 av 8 har inte svarat.")
  })

  it("proposes a status, what is new, and a request for a new date, and records nothing before frist apply", async () => {
    const round = await asked()
    answer(round, "hr", {
      1: { [status]: "Klart 2024-11-30", [note]: "Sju sökande." },
      2: { [date]: "2025-06-30", [reason]: "Nytt system försenat" }
    })
    const before = contents(round.place)
    const { commands, exitCode, path } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(
      [...contents(round.place)].filter(([name, bytes]) => before.get(name) !== bytes && name !== path.slice(-41))
    ).toEqual([])
    expect(commands).toMatchObject([
      { _tag: "HoldReview", heldOn: "2024-12-16" },
      { _tag: "NoteFollowUp", activity: "rekrytering", text: "Annons ute.\nSju sökande." },
      { _tag: "ChangeStatus", activity: "rekrytering", to: { _tag: "Completed", on: { edtf: "2024-11-30" } } },
      { _tag: "RequestExtension", activity: "lon", to: { edtf: "2025-06-30" }, reason: "Nytt system försenat" }
    ])
    expect((await frist("apply", path, "--db", round.db)).exitCode).toBe(0)
    const { out } = await frist("decisions", "--db", round.db, "--as-of", "2024-12-16")
    expect(out).toContain("2025-06-30")
    expect((await frist("history", "rekrytering", "--db", round.db)).out).toContain("hr-2024-12-16.docx")
    const again = await gathered(round)
    expect(again.file).toBeNull()
    expect(again.out).toContain("3 svar finns redan i planen.")
  })

  it("without --propose shows what the answers change", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    const { exitCode, out } = await frist("gather", round.out, "--held-on", "2024-12-16", "--db", round.db)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/Pågår → Försenat/u)
  })

  it("takes the answers of workbooks", async () => {
    const round = await asked("--format", "xlsx")
    fillIn(join(round.out, "it-2024-12-16.xlsx"), { 4: { [status]: "Försenat", [date]: "hösten 2025" } })
    const { commands } = await gathered(round)
    expect(commands.slice(1)).toMatchObject([
      { _tag: "RequestExtension", to: { words: "hösten 2025" }, reason: null },
      { _tag: "ChangeStatus", to: { _tag: "Delayed" } }
    ])
  })

  it("proposes once what two people answer alike", async () => {
    const round = await asked()
    answer(round, "hr", { 3: { [status]: "Försenat" } })
    answer(round, "it", { 3: { [status]: "försenat " } })
    const { commands, exitCode } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(commands.slice(1)).toMatchObject([
      { _tag: "ChangeStatus", activity: "introduktion", to: { _tag: "Delayed" } }
    ])
  })

  it("shows both answers of a row that two people answered differently, and proposes neither", async () => {
    const round = await asked()
    answer(round, "hr", { 3: { [status]: "Försenat", [note]: "Väntar på lokal." } })
    answer(round, "it", { 3: { [status]: "Klart 2024-12-01" }, 4: { [status]: "Försenat" } })
    const { commands, err, exitCode, out } = await gathered(round)
    expect(exitCode).toBe(1)
    expect(out).toMatch(/Olika svar[^]*3 Introduktion[^]*”Försenat” \(hr-2024-12-16.docx\)[^]*”Klart 2024-12-01”/u)
    expect(err).toContain("1 svar är inte med i förslaget")
    expect(commands.map(({ _tag, activity }) => [_tag, activity])).toEqual([
      ["HoldReview", undefined],
      ["NoteFollowUp", "introduktion"],
      ["ChangeStatus", "nat"]
    ])
  })

  it("joins the answers of several rounds of one sheet, renamed or not", async () => {
    const round = await asked()
    answer(round, "hr", { 1: { [status]: "Försenat" } }, "hr (1)")
    answer(round, "hr", { 2: { [note]: "Klart i mars." } }, "Svar från Lisa")
    copyFileSync(round.file("hr (1)"), round.file("samma igen"))
    const { commands, exitCode } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(commands.map(({ _tag }) => _tag)).toEqual(["HoldReview", "ChangeStatus", "NoteFollowUp"])
  })

  it.each([
    [status, "Nästan klart", "Orden är ingen status"],
    [status, "Klart 2024-12-24", "Dagen hade inte kommit"],
    [date, "kanske i vår, om vi hinner", "datum"],
    [date, "2025-02-30", "finns inte i kalendern"],
    [date, "2025-03-31, 2025-06-30, 2025-01-31", "datum"],
    [reason, "Vi hinner inte", "Här står ett skäl, men inget datum."]
  ])("asks again about %s: %s", async (column, words, why) => {
    const round = await asked()
    answer(round, "it", { 4: { [column]: words } })
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(out.replace(/\s+/gu, " ")).toContain(why)
    expect(out).toContain("fråga igen")
  })

  it("asks about a new date of a row that the same answer says is done", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Klart 2024-12-01", [date]: "2025-06-30" } })
    const { commands, out } = await gathered(round)
    expect(commands.map(({ _tag }) => _tag)).toEqual(["HoldReview", "ChangeStatus"])
    expect(out.replace(/\s+/gu, " ")).toContain("behöver ingen ny tid")
  })

  it("takes a dash for no answer", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "-", [date]: "–" } })
    expect(await gathered(round)).toMatchObject({ exitCode: 0, file: null })
  })

  it("takes the responsible of a row that has none", async () => {
    const round = await asked()
    answer(round, "utan-ansvarig", { 10: { [responsible]: "Parkchefen" } })
    const { commands } = await gathered(round)
    expect(commands[1]).toEqual({ _tag: "ChangeResponsible", activity: "park", to: "Parkchefen" })
  })

  it("takes words that were written with changes tracked, and raises no finding about it", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    const inserted = '<w:ins w:id="1" w:author="x" w:date="2024-12-01T00:00:00Z">$&</w:ins>'
    alter(round, "it", (xml) => xml.replace(/<w:r><w:t[^>]*>Försenat<\/w:t><\/w:r>/u, inserted))
    const { commands, exitCode } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(commands.map(({ _tag }) => _tag)).toEqual(["HoldReview", "ChangeStatus"])
  })

  it("raises a finding about words that somebody struck out, and reads the others", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [note]: "Grävt klart." } })
    const struck = "<w:r><w:rPr><w:strike/></w:rPr><w:t>Inte börjat. </w:t></w:r>$&"
    alter(round, "it", (xml) => xml.replace(/<w:r><w:t[^>]*>Grävt klart\.<\/w:t><\/w:r>/u, struck))
    const { commands } = await gathered(round)
    expect(commands.slice(1)).toMatchObject([
      { _tag: "NoteFollowUp", text: "Upphandlat.\nGrävt klart." },
      { _tag: "RaiseFinding", code: "StruckText", column: note }
    ])
  })

  it("tells of words that were changed outside the answers, and does not read them", async () => {
    const round = await asked()
    answer(round, "hr", { 1: { Status: "Klart 2024-11-30", Tid: "2026" } })
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 0, file: null })
    expect(out).toMatch(/Ändrat utanför svarskolumnerna[^]*Tid[^]*”2026”[^]*Status[^]*”Klart 2024-11-30”/u)
  })
})

/** Returns a round with an answer. */
const answered = async () => {
  const round = await asked()
  answer(round, "it", { 4: { [status]: "Klart 2024-12-01" } })
  return round
}
/** Expects that nothing is proposed, and why. */
const refused = async (round: Awaited<ReturnType<typeof asked>>, why: string) => {
  const { err, exitCode, file, out } = await gathered(round)
  expect({ exitCode, file }).toEqual({ exitCode: why.includes("inget ark") ? 0 : 1, file: null })
  expect(err).toBe(exitCode === 0 ? "" : "1 fil kan inte läsas; listan säger varför.")
  expect(out.replace(/\s+/gu, " ")).toContain(why)
}

describe("a sheet with a mark that was altered", () => {
  it("by the rows that it lists is not read", async () => {
    const round = await answered()
    alter(round, "it", (xml) => xml.replace("rows 3 introduktion, 4 nat", "rows 1 rekrytering, 4 nat"))
    await refused(round, "har ett ändrat märke")
  })

  it("by the plan or the review is not read", async () => {
    for (const [from, to] of [
      ["plan kommun", "plan annan"],
      ["review 2024-12-16", "review 2025-12-16"]
    ] as const) {
      const round = await answered()
      alter(round, "it", (xml) => xml.replace(from, to))
      await refused(round, "har ett ändrat märke")
    }
  })

  it("by its secret is of another round", async () => {
    const round = await answered()
    alter(round, "it", (xml) => xml.replace(/sheet [0-9a-f]{32}/u, `sheet ${"0".repeat(32)}`))
    await refused(round, "är från en annan omgång frågor, inför 2024-12-16")
  })

  it("with that of another sheet beside it is not read", async () => {
    const round = await answered()
    const other = /<w:tbl>(?:(?!<w:tbl>).)*frist\/ask.*?<\/w:tbl>/su
    const mark = other.exec(partOf(readFileSync(round.file("hr")), "word/document.xml"))
    alter(round, "it", (xml) => xml.replace(/<w:sectPr>/u, `${mark?.[0] ?? ""}$&`))
    await refused(round, "har märken från flera ark")
  })

  it("or removed is no sheet", async () => {
    const round = await answered()
    alter(round, "it", (xml) => xml.replace("frist/ask 1", ""))
    await refused(round, "it-2024-12-16.docx är inget ark med frågor.")
  })
})

describe("a row of a sheet", () => {
  it("that was not in it changes nothing, though its number and its words are another row's", async () => {
    const round = await asked()
    alter(round, "it", (xml) =>
      xml
        .replace(/(<w:t [^>]*>)4(?=<\/w:t>)/u, "$11")
        .replace("Nät", "Rekrytering")
        .replace("Nytt nät", "Fler sökande")
    )
    answer(round, "it", { 1: { [status]: "Klart 2024-12-01" } })
    const { exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(out).toMatch(/Ord som inte läses som svar[^]*”Klart 2024-12-01”[^]*hör inte till\s+det här arket/u)
  })

  it("whose number was changed to another of the sheet is not read: its words are those of another row", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Klart 2024-12-01" } })
    alter(round, "it", (xml) => xml.replace(/(<w:t [^>]*>)4(?=<\/w:t>)/u, "$13"))
    const { file, out } = await gathered(round)
    expect(file).toBeNull()
    expect(out).toMatch(/har andra ord än/u)
  })

  it("without a number is not read", async () => {
    const round = await asked()
    answer(round, "it", { 4: { Rad: "", [status]: "Klart 2024-12-01" } })
    const { file, out } = await gathered(round)
    expect(file).toBeNull()
    expect(out).toContain("raden har inget nummer")
  })

  it("whose words were corrected keeps its answers", async () => {
    const round = await asked()
    answer(round, "it", { 4: { Aktivitet: "Nät\nHelt nytt nät", [status]: "Försenat" } })
    const { commands, out } = await gathered(round)
    expect(commands[1]).toMatchObject({ _tag: "ChangeStatus", activity: "nat" })
    expect(out).toContain("Helt nytt nät")
  })
})

describe("a folder of answers", () => {
  it("may hold other files, which are told", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    writeFileSync(join(round.out, "anteckningar.txt"), "Ring HR")
    writeFileSync(join(round.out, "hr.pdf"), "%PDF-1.7\n")
    writeFileSync(join(round.out, "~$hr.docx"), "lock")
    writeFileSync(join(round.out, ".DS_Store"), "x")
    writeFileSync(join(round.out, "trasig.docx"), "PK\u0003\u0004 och inget mer PK\u0005\u0006")
    mkdirSync(join(round.out, "gammalt"))
    copyFileSync(join(import.meta.dirname, "../../../../examples/plan/2024-06-17.docx"), join(round.out, "utgava.docx"))
    const { commands, exitCode, out } = await gathered(round)
    expect(exitCode).toBe(1)
    expect(commands).toHaveLength(2)
    expect(out).toContain("anteckningar.txt är inget ark med frågor.")
    expect(out).toMatch(/hr\.pdf är en PDF; be om\s+svaret/u)
    expect(out).toContain("utgava.docx är inget ark med frågor.")
    expect(out).toMatch(/trasig\.docx[^\n]*skadad/u)
    expect(out).not.toMatch(/~\$hr|DS_Store/u)
  })

  it("is read within the bounds of every document", async () => {
    const round = await asked()
    writeFileSync(join(round.out, "stor.docx"), Buffer.alloc(33 * 1024 * 1024, "PK\u0003\u0004"))
    const doubled = [1, 2].map(() => ({ name: "[Content_Types].xml", content: "<Types/>" }))
    writeFileSync(join(round.out, "dubbel.docx"), zip(doubled))
    writeFileSync(join(round.out, "bomb.docx"), docx(`<w:p><w:r><w:t>${"a".repeat(70_000_000)}</w:t></w:r></w:p>`))
    const { err, exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(err).toBe("3 filer kan inte läsas; listan säger varför.")
    expect(out).toMatch(/bomb\.docx[^]*dubbel\.docx[^]*stor\.docx/u)
  })

  it("may not hold more than a thousand files", async () => {
    const round = await asked()
    for (let n = 0; n < 1000; n++) writeFileSync(join(round.out, `${n}.txt`), "")
    expect(await gathered(round)).toMatchObject({ exitCode: 1, err: expect.stringContaining("fler än 1000 filer") })
  })

  it("of an earlier round is told by its review", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    const earlier = join(round.place, "it.docx")
    renameSync(round.file("it"), earlier)
    rmSync(round.out, { recursive: true })
    await frist("ask", "--db", round.db, "--review", "2025-03-15", "--out", round.out)
    copyFileSync(earlier, round.file("it"))
    const { out } = await gathered(round)
    expect(out).toContain("it-2024-12-16.docx är från en annan omgång frågor, inför 2024-12-16.")
  })

  it("is not gathered into another database, or another plan", async () => {
    const round = await asked()
    const other = await plan()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    expect(await gathered({ ...round, db: other.db })).toMatchObject({
      exitCode: 1,
      err: expect.stringContaining("en annan logg")
    })
    expect(await gathered(round, "--plan", "annan")).toMatchObject({ exitCode: 2 })
  })

  it("without what was asked is not gathered", async () => {
    const round = await asked()
    rmSync(join(round.out, "frist-ask.json"))
    expect(await gathered(round)).toMatchObject({ exitCode: 2, err: expect.stringContaining("frist-ask.json") })
  })

  it("names folders, and reads what a link leads to", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } }, "svar")
    const away = join(round.place, "svar.docx")
    renameSync(round.file("svar"), away)
    symlinkSync(away, round.file("lank"))
    symlinkSync(join(round.place, "nowhere"), round.file("bruten"))
    mkdirSync(round.file("mapp"))
    mkdirSync(join(round.out, "inlamnade"))
    const { commands, err, exitCode, out } = await gathered(round)
    expect(commands.slice(1)).toMatchObject([{ _tag: "ChangeStatus", activity: "nat" }])
    expect(out.replace(/\s+/gu, " ")).toMatch(
      /inlamnade är ingen vanlig fil.* mapp-2024-12-16\.docx är ingen vanlig fil/u
    )
    expect({ exitCode, err }).toMatchObject({ exitCode: 1, err: expect.stringMatching(/^1 fil/u) })
  })
})

describe("answers that come after the plan went on", () => {
  it("about a row that is done since are told, and not proposed", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat", [note]: "Sent." } })
    await frist("complete", "nat", "--on", "2024-11-15", "--db", round.db)
    const { err, exitCode, file, out } = await gathered(round)
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(out).toMatch(/redan klar eller avslutad[^]*4 Nät[^]*”Sent\.”[^]*”Försenat”/u)
    expect(err).toContain("2 svar är inte med i förslaget")
  })

  it("about a row that was not there on their day are told", async () => {
    const place = folder()
    const [db, out] = [join(place, "x.db"), join(place, "fragor")]
    await frist("open", "Plan", "--plan", "hand", "--on", "2024-01-01", "--db", db)
    await frist("register", "nat", "--area", "Nät", "--deadline", "2025-01-31", "--on", "2024-06-17", "--db", db)
    await frist("ask", "--review", "2024-12-16", "--out", out, "--db", db)
    const round = { place, db, out, file: (name: string) => join(out, `${name}-2024-12-16.docx`) }
    answer(round, "utan-ansvarig", { 1: { [status]: "Försenat" } })
    const { exitCode, file, out: printed } = await gathered(round, "--held-on", "2024-03-01")
    expect({ exitCode, file }).toEqual({ exitCode: 1, file: null })
    expect(printed).toMatch(/fanns inte den dagen[^]*1 nat[^]*”Försenat”/u)
  })

  it("about a row that changed since are proposed, with what changed", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    await frist("move", "nat", "2025-09-30", "--on", "2024-11-15", "--db", round.db)
    const { commands, exitCode, out } = await gathered(round)
    expect(exitCode).toBe(0)
    expect(commands).toHaveLength(2)
    expect(out).toMatch(/har ändrats sedan frågan[^]*4 Nät[^]*2024-11-15 Slutdatum ändrat[^]*2025-09-30/u)
  })

  it("are refused before a later edition that is recorded, and merged on its day or after it", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [status]: "Försenat" } })
    const csv = join(round.place, "mars.csv")
    const rows = readFileSync(join(round.place, "plan.csv"), "utf8").replace("Upphandlat.;", "Grävt.;2025-10-31")
    writeFileSync(csv, rows)
    expect((await frist("import", csv, "--held-on", "2025-03-15", "--plan", "kommun", "--db", round.db)).exitCode).toBe(
      0
    )
    expect(await gathered(round)).toMatchObject({
      exitCode: 1,
      file: null,
      err: expect.stringContaining("Ange --held-on 2025-03-15 eller en senare dag")
    })
    const { commands, out } = await gathered(round, "--held-on", "2025-03-15")
    expect(commands).toMatchObject([{ _tag: "HoldReview" }, { _tag: "ChangeStatus", activity: "nat" }])
    expect(out).toMatch(/har ändrats sedan frågan[^]*2025-10-31/u)
  })

  it("are not proposed again after a decision on what they asked for", async () => {
    const round = await asked()
    answer(round, "it", { 4: { [date]: "2025-06-30", [reason]: "Leveransen" } })
    const { path } = await gathered(round)
    await frist("apply", path, "--db", round.db)
    const { out } = await frist("decisions", "--db", round.db, "--as-of", "2024-12-16", "--format", "json")
    const request = /"position": (\d+)/u.exec(out)?.[1] ?? ""
    const decided = await frist(
      "decide",
      request,
      "refused",
      "--decision",
      "KS 7",
      "--on",
      "2024-12-18",
      "--db",
      round.db
    )
    expect(decided.err).toBe("")
    const again = await gathered(round, "--held-on", "2024-12-20")
    expect(again.file).toBeNull()
    expect(again.out).toContain("1 svar finns redan i planen.")
  })
})
