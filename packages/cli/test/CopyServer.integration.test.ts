/**
 * A plan moved between a file and a server by the command stays the same byte for byte.
 */
import { beforeAll, describe, expect, it } from "@effect/vitest"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { addressAs, loginsAt } from "../../store/test/PgSessions.ts"
import { databaseForAll } from "../../store/test/PgDatabases.ts"
import { folder, frist, sample, second } from "./frist.ts"

const server = databaseForAll()
const login = loginsAt(server)
const dir = folder()
const at = (name: string) => join(dir, name)

describe("a plan", () => {
  beforeAll(async () => {
    expect(await frist("migrate", "--db", server())).toMatchObject({ exitCode: 0, err: "" })
  })

  it("moves from a file to a server and back, and the copies are identical", async () => {
    const db = await sample(dir)
    await frist("import", second, "--held-on", "2024-06-17", "--db", db)
    const steps = [
      ["export", "--db", db, "--out", at("1.ndjson")],
      ["restore", at("1.ndjson"), "--db", server()],
      ["export", "--db", server(), "--out", at("2.ndjson")],
      ["restore", at("2.ndjson"), "--db", at("back.db")],
      ["export", "--db", at("back.db"), "--out", at("3.ndjson")]
    ]
    for (const words of steps) expect(await frist(...words), words[0]).toMatchObject({ exitCode: 0, err: "" })
    const copies = [1, 2, 3].map((n) => readFileSync(at(`${n}.ndjson`), "utf8"))
    expect(new Set(copies).size).toBe(1)
    const words = ["board", "--today", "2024-07-01", "--format", "json", "--db"]
    expect(await frist(...words, server())).toEqual(await frist(...words, db))
    expect(await frist("restore", at("1.ndjson"), "--db", server())).toMatchObject({
      exitCode: 1,
      err: expect.stringMatching(/^Planen sample har redan \d+ uppgifter och skrivs inte över/u)
    })
  })

  it("can be restored by an owner of the tables only; for others nothing is stored", async () => {
    const own = join(dir, "own.db")
    await frist("open", "Egen", "--plan", "egen", "--on", "2024-01-01", "--db", own)
    await frist("export", "--db", own, "--out", at("egen.ndjson"))
    const writer = await login("frist_writer")
    const refused = await frist("restore", at("egen.ndjson"), "--db", writer)
    const { host, pathname, protocol, username } = new URL(writer)
    const name = `${protocol}//${username}@${host}${pathname}`
    expect(refused).toEqual({
      exitCode: 3,
      out: "",
      err: `Användaren får inte återställa i ${name}; det får den som äger tabellerna: be om rollen frist_owner, eller om hjälp.`
    })
    expect(await frist("board", "--plan", "egen", "--db", server())).toMatchObject({ exitCode: 2 })
    const owner = await login("frist_owner")
    expect(await frist("restore", at("egen.ndjson"), "--db", owner)).toMatchObject({ exitCode: 0, err: "" })
    // A writer can continue the plan.
    const words = ["register", "nytt", "--area", "Nytt", "--plan", "egen", "--on", "2024-01-02", "--db"]
    expect(await frist(...words, writer)).toMatchObject({
      exitCode: 0,
      out: expect.stringMatching(/^Sparat \(nr 2\)\.$/mu)
    })
    expect(await frist("restore", at("egen.ndjson"), "--db", addressAs(server(), "nobody"))).toMatchObject({
      exitCode: 3
    })
  })
})
