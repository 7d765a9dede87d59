/**
 * Bad input: a sentence on stderr, the right exit code, and no change.
 */
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { closeSync, ftruncateSync, mkdirSync, openSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { contents, first, folder, frist, fristIn, sample } from "./frist.ts"

const dir = folder()
const databases = folder()
const at = (name: string) => join(dir, name)
let db = ""

beforeAll(async () => {
  db = await sample(databases)
  mkdirSync(at("a-folder"))
  writeFileSync(at("empty.csv"), "")
  writeFileSync(at("blank.csv"), " \n\n ")
  writeFileSync(at("binary.csv"), Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0, 1, 2, 3]))
  writeFileSync(at("unclosed.csv"), 'Område;Mål;Tid\nA;"b;2024\nC;d;2025\n')
  writeFileSync(at("headings.csv"), "Foo;Bar\n1;2\n")
  writeFileSync(at("no-rows.csv"), "Område;Mål;Tid\n")
  writeFileSync(at("report.pdf"), "%PDF-1.7")
  writeFileSync(at("report.rtf"), "{\\rtf1 rapport}")
  writeFileSync(at("big.csv"), `Område;Mål;Tid\nA;${"x".repeat(50_000_000)};2024\n`)
  writeFileSync(at("cell.csv"), `Område;Mål;Tid\nA;${"x".repeat(1_048_577)};2024\n`)
  writeFileSync(at("not-a-log.db"), "SQLite this is not")
  const sparse = openSync(at("sparse.csv"), "w")
  ftruncateSync(sparse, 8 * 1024 * 1024 * 1024)
  closeSync(sparse)
  await frist("open", "Den andra", "--plan", "other", "--db", db)
})

const imported = (file: string) => ["import", at(file), "--held-on", "2024-01-01", "--plan", "sample"]
const sampled = (...words: ReadonlyArray<string>) => [...words, "--plan", "sample"]

const cases: ReadonlyArray<
  readonly [what: string, exitCode: number, sentence: RegExp, words: () => ReadonlyArray<string>]
> = [
  ["a file that is missing", 2, /missing\.csv finns inte; kontrollera/, () => imported("missing.csv")],
  ["a folder for a file", 2, /a-folder är ingen vanlig fil/, () => imported("a-folder")],
  ["an empty file", 1, /empty\.csv är tom/, () => imported("empty.csv")],
  ["a file of white space", 1, /blank\.csv är tom/, () => imported("blank.csv")],
  ["a binary file", 1, /binary\.csv är skadad; öppna den i Word eller Excel/, () => imported("binary.csv")],
  ["a file of 50 MB", 1, /big\.csv är 48 MB, mer än de 32/, () => imported("big.csv")],
  ["a file of 8 GB that holds nothing", 1, /sparse\.csv är 8192 MB/, () => imported("sparse.csv")],
  ["a cell of more than a megabyte", 1, /längre än en miljon tecken/, () => imported("cell.csv")],
  ["a quotation mark that is never closed", 1, /citattecken som aldrig stängs/, () => imported("unclosed.csv")],
  [
    "unknown headings",
    1,
    /ingen tabell med kända rubriker; .*\.\nRad 1 lästes som rubriker:\n  okänd rubrik: Foo, Bar\nDet som saknas är/,
    () => imported("headings.csv")
  ],
  ["headings without rows", 1, /rubriker men inga rader/, () => imported("no-rows.csv")],
  ["a file of another kind", 1, /format som inte läses/, () => imported("report.rtf")],
  ["a damaged PDF", 1, /skadad PDF-fil/, () => imported("report.pdf")],
  ["a review without a day", 2, /ange den med --held-on\.$/, () => ["import", first]],
  [
    "a review on a day that never was",
    2,
    /”2023-02-29” finns inte i kalendern/,
    () => ["import", first, "--held-on", "2023-02-29"]
  ],
  ["two plans and none named", 2, /flera planer; välj en med --plan: other, sample/, () => ["board"]],
  ["a plan that is not there", 2, /ingen plan third; välj en av: other, sample/, () => ["board", "--plan", "third"]],
  ["a plan's name that cannot be", 2, /”Å” kan inte vara ett id/, () => ["board", "--plan", "Å"]],
  ["an unknown activity", 1, /Ingen aktivitet passar in på ”nosuch”/, () => sampled("move", "nosuch", "2025")],
  [
    "words that match several activities",
    1,
    /passar in på flera aktiviteter; välj en av: .*1177-webbtidbokning-ogonmottagningen \(1177 Webbtidbokning, ögonmottagningen\)/,
    () => sampled("move", "webbtidbokning", "2025")
  ],
  [
    "words that match several activities of a view",
    1,
    /välj en av: .*1177-webbtidbokning-ogonmottagningen \(1177 Webbtidbokning, ögonmottagningen\)/,
    () => sampled("slips", "webbtidbokning")
  ],
  [
    "a date that never was",
    2,
    /”2021-02-29” finns inte i kalendern; skriv ett datum som finns/,
    () => sampled("move", "sdv", "2021-02-29")
  ],
  ["a day of no year", 2, /”30 juni” saknar år; skriv även året/, () => sampled("move", "sdv", "30 juni")],
  [
    "two dates",
    2,
    /I ”2024-06-30, 2025-06-30” finns flera datum/,
    () => sampled("move", "sdv", "2024-06-30, 2025-06-30")
  ],
  ["an --as-of that is no day", 2, /”juni” är ingen dag/, () => sampled("board", "--as-of", "juni")],
  [
    "a status that is none",
    2,
    /^”blå” är ingen status; skriv pågår, försenat eller ej angivet\. Klart anges med frist complete\.$/,
    () => sampled("status", "sdv", "blå")
  ],
  [
    "a status that is completed, in the words of a document",
    2,
    /^”Klart 2023-11-30” betyder att aktiviteten är klar; skriv frist complete, /,
    () => sampled("status", "sdv", "Klart 2023-11-30")
  ],
  ["a status that closes", 2, /skriv frist discontinue/, () => sampled("status", "sdv", "avbruten")],
  ["work that has not begun", 2, /någon sådan status har Frist inte/, () => sampled("status", "sdv", "ej påbörjad")],
  ["more than a status", 2, /är ingen status/, () => sampled("status", "sdv", "Pågår, men sent")],
  ["words that are no date", 2, /”snart” är inget datum/, () => sampled("move", "sdv", "snart")],
  [
    "words of which a part is a date",
    2,
    /bara ”2024-02-15” att läsa som ett datum, och ett halvläst datum sparas inte/,
    () => sampled("move", "sdv", "Se protokoll 2024-02-15")
  ],
  ["a day that can be two", 2, /”03\/04\/2024” kan läsas på två sätt/, () => sampled("move", "sdv", "03/04/2024")],
  [
    "no date at all",
    2,
    /^Argumentet DATUM saknas; skriv frist move <AKTIVITET> <DATUM>\. Se frist move --help\.$/,
    () => sampled("move", "sdv")
  ],
  ["no reason", 2, /^Flaggan --reason saknas; lägg till den\. Se frist/, () => sampled("correct", "1", "--withdraw")],
  [
    "a flag without its value",
    2,
    /^Flaggan --lang saknar värde; skriv ett efter den\. /,
    () => sampled("board", "--lang")
  ],
  [
    "a flag given twice",
    2,
    /^Flaggan --sort är angiven flera gånger; /,
    () => sampled("board", "--sort", "goal", "--sort", "area")
  ],
  ["a flag that is none", 2, /^frist board har ingen flagga --frmat; /, () => sampled("board", "--frmat", "csv")],
  [
    "a value for a flag that takes none",
    2,
    /^Flaggan --withdraw tar inget värde; /,
    () => sampled("correct", "1", "--reason", "fel", "--withdraw=kanske")
  ],
  [
    "an --as-of day that does not exist",
    2,
    /”2021-02-30” finns inte i kalendern/,
    () => sampled("board", "--as-of", "2021-02-30")
  ],
  ["an instant that is none", 2, /”nu” är ingen tidpunkt/, () => sampled("board", "--known-at", "nu")],
  [
    "a format that is none",
    2,
    /^”xml” är inget värde för --format; skriv text, json, csv, html, docx, xlsx eller md\. Se frist board --help\.$/,
    () => sampled("board", "--format", "xml")
  ],
  [
    "a command that is none",
    2,
    /^frist har inget kommando ”moove”; menar du move\? Se frist --help\.$/,
    () => ["moove"]
  ],
  [
    "a word too many",
    2,
    /^”extra” är för mycket; ta bort det, eller sätt citattecken/,
    () => sampled("board", "extra")
  ],
  [
    "an event that is not there",
    1,
    /ingen uppgift 9999/,
    () => sampled("correct", "9999", "--withdraw", "--reason", "fel")
  ],
  [
    "a position that is none",
    2,
    /”x” är inget uppgiftsnummer/,
    () => sampled("correct", "x", "--withdraw", "--reason", "fel")
  ],
  [
    "a position in an unsupported notation",
    2,
    /”0x3” är inget uppgiftsnummer/,
    () => sampled("correct", "0x3", "--withdraw", "--reason", "fel")
  ],
  [
    "an event with unknown fields",
    2,
    /är ingen uppgift/,
    () => sampled("correct", "1", "--reason", "fel", "--json", '{"_tag":"PlanOpened","title":"x","activity":"y"}')
  ],
  [
    "a review that has not been held",
    2,
    /har inte varit än; pröva med --dry-run/,
    () => ["import", first, "--held-on", "2099-01-01", "--plan", "sample"]
  ],
  [
    "a match that says nothing",
    2,
    /säger inte vilken aktivitet en rad är/,
    () => [...imported("headings.csv"), "--match", "klara=sdv"]
  ],
  [
    "a title of white space",
    2,
    /Texten är tom/,
    () => ["import", first, "--held-on", "2023-12-15", "--plan", "sample", "--title", " "]
  ],
  ["a language that is none", 2, /”xx” är inget språk/, () => sampled("board", "--lang", "xx")],
  ["a correction that says nothing", 2, /Ange vad som är rätt/, () => sampled("correct", "3", "--reason", "fel")],
  ["an empty note", 2, /Texten är tom/, () => sampled("note", "sdv", " ")],
  ["a note with half a character", 2, /halvt tecken/, () => sampled("note", "sdv", "\ud800")],
  ["a figure that is none", 2, /”mycket” är inget tal/, () => sampled("measure", "sdv", "antal", "mycket")],
  [
    "an activity that exists already",
    1,
    /Aktiviteten dokumentportal finns redan/,
    () => sampled("register", "dokumentportal")
  ],
  ["an id with spaces", 2, /”a b” kan inte vara ett id/, () => sampled("register", "a b")],
  [
    "a completed activity that is moved",
    1,
    /är avslutad \(klart\); återuppta den först med frist reopen medanet/,
    () => sampled("move", "medanet", "2025")
  ],
  ["a request of no date", 2, /DATUM saknas/, () => sampled("request", "sdv")],
  ["a request for a closed activity", 1, /^Medanet är avslutad/, () => sampled("request", "medanet", "2027")],
  [
    "an outcome that is none",
    2,
    /”kanske” är inget utfall; skriv beviljad eller avslagen\.$/,
    () => sampled("decide", "2", "kanske", "--decision", "§ 1")
  ],
  ["a decision without a reference", 2, /--decision saknas/, () => sampled("decide", "2", "granted")],
  [
    "a refusal with a date",
    2,
    /avslagen begäran ger inget nytt slutdatum; utelämna --to/,
    () => sampled("decide", "2", "refused", "--to", "2027", "--decision", "§ 1")
  ],
  [
    "a decision on an event that is no request",
    1,
    /Uppgift 2 \(15 december 2023\) är ingen begäran/,
    () => sampled("decide", "2", "granted", "--decision", "§ 1")
  ],
  [
    "a decision on an activity without a request",
    1,
    /^SDV .* har ingen begäran att avgöra/,
    () => sampled("decide", "sdv", "granted", "--decision", "§ 1")
  ],
  ["an activity that waits for itself", 1, /^SDV .* kan inte vänta på sig själv/, () => sampled("wait", "sdv", "sdv")],
  [
    "an end with the words of a beginning",
    2,
    /ange --reason för en som har slutat/,
    () => sampled("wait", "grona", "sdv", "--ended", "--words", "kopplat")
  ],
  [
    "a beginning with the reason of an end",
    2,
    /ange --ended/,
    () => sampled("wait", "grona", "sdv", "--reason", "klart")
  ],
  ["an activity linked as a milestone", 1, /^SDV .* är ingen milstolpe/, () => sampled("link", "sdv", "grona")],
  [
    "a milestone linked to a milestone",
    1,
    /är en milstolpe; ange den aktivitet/,
    () => sampled("link", "elab-infort", "1177-basutbud-infort-aven-sv")
  ],
  ["a link to nothing", 2, /eller --none\.$/, () => sampled("link", "elab-infort")],
  ["a link to something and nothing", 2, /eller --none\.$/, () => sampled("link", "elab-infort", "sdv", "--none")],
  ["a rewording without words", 2, /minst en av --area, --goal och --actions/, () => sampled("reword", "sdv")],
  ["a rewording to white space", 2, /Texten är tom/, () => sampled("reword", "sdv", "--goal", " ")],
  ["nobody named as responsible", 2, /vem som är ansvarig, eller --none/, () => sampled("responsible", "sdv")],
  ["a database that is missing", 3, /missing\.db finns inte; läs först in/, () => ["board", "--db", at("missing.db")]],
  ["a database that is none", 3, /ingen Frist-databas/, () => ["board", "--db", at("not-a-log.db")]],
  ["a folder for a database", 3, /går inte att öppna/, () => ["board", "--db", at("a-folder")]],
  ["an empty file for a database", 3, /empty\.csv/, () => ["board", "--db", at("empty.csv")]]
]

describe("bad input", () => {
  it.each(cases)("%s ends with %i and a sentence, and changes nothing", async (_, exitCode, sentence, words) => {
    const before = contents(databases)
    const asked = words()
    const ended = await frist(...(asked.includes("--db") ? asked : [...asked, "--db", db]))
    expect(ended.err).toMatch(sentence)
    expect(ended.exitCode).toBe(exitCode)
    // Only a file that is refused for its headings has lines below the sentence.
    if (!sentence.source.includes("\\n")) expect(ended.err).not.toContain("\n")
    expect(ended.err).not.toMatch(/\n\n|    at |Error:/u)
    expect(ended.err).toMatch(/[.]$/u)
    expect(ended.out).toBe("")
    expect(contents(databases)).toEqual(before)
  })

  it("with control characters is quoted safely", async () => {
    const ended = await frist("move", "\u001b[2J\u202enosuch\nhej", "2025", "--plan", "sample", "--db", db)
    expect(ended.err).toContain("‹U+001B›[2J‹U+202E›nosuch hej")
    expect(ended.exitCode).toBe(1)
  })

  it.each([
    [["moove", "--lang", "en"], "frist has no command “moove”; did you mean move? See frist --help."],
    [
      ["board", "--lang=en", "--format", "xml"],
      /^“xml” is not valid for --format; write text, json, .* xlsx or md\. See/u
    ],
    [
      ["move", "sdv", "--lang", "en"],
      "Missing argument DATE; write frist move <ACTIVITY> <DATE>. See frist move --help."
    ]
  ])("that the parser rejects is answered in the language asked for: %j", async (words, sentence) => {
    const ended = await frist(...words)
    expect([ended.exitCode, ended.err]).toEqual([
      2,
      typeof sentence === "string" ? sentence : expect.stringMatching(sentence)
    ])
  })

  it("that the parser rejects is answered in the language of the environment", async () => {
    expect((await fristIn({ FRIST_LANG: "en" }, "moove")).err).toMatch(/^frist has no command/u)
    expect((await fristIn({ FRIST_LANG: "en" }, "moove", "--lang", "sv")).err).toMatch(/^frist har inget kommando/u)
  })

  it("is answered in English with --lang en", async () => {
    const ended = await frist(
      "import",
      at("empty.csv"),
      "--held-on",
      "2024-01-01",
      "--lang",
      "en",
      "--db",
      db,
      "--plan",
      "sample"
    )
    expect(ended.err).toBe("The file empty.csv is empty; save it again and retry.")
  })
})
