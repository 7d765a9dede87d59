/**
 * `frist` alone: the state of the database, and what to do next.
 */
import { describe, expect, it } from "@effect/vitest"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { copied, folder, frist, sample } from "./frist.ts"

const databases = folder()
const db = await sample(databases)

describe("frist alone", () => {
  it("says how to begin where there is no database, and makes none", async () => {
    const missing = join(databases, "missing.db")
    const { exitCode, out } = await frist("--db", missing)
    expect(exitCode).toBe(0)
    expect(out).toMatch(/har ingen plan än\.[^]*frist import FIL --held-on DATUM/u)
    expect(existsSync(missing)).toBe(false)
  })

  it("shows the state of the only plan, and the commands that come next", async () => {
    const { err, out } = await frist("--db", db, "--today", "2024-06-17")
    expect(err).toBe("")
    expect(out).toMatch(/^Senaste uppföljning: 2023-12-15\.$/mu)
    expect(out).toMatch(/^\d+ aktiviteter pågår, \d+ är klara eller avslutade\.$/mu)
    expect(out).toMatch(/^ {2}frist report --held-on 2023-12-15 --out rapport\.html +skriv rapporten$/mu)
    expect(out).not.toContain("begäran")
  })

  it("counts the requests to decide", async () => {
    const other = copied(db)
    await frist("request", "sdv", "2027", "--db", other)
    const { out } = await frist("--db", other, "--lang", "en")
    expect(out).toMatch(/^1 request to decide\.$/mu)
    expect(out).toMatch(/^ {2}frist decisions /mu)
  })

  it("lists the plans of a database that has several, and shows the one that is named", async () => {
    const other = copied(db)
    await frist("open", "Den andra", "--plan", "other", "--db", other)
    const all = await frist("--db", other)
    expect(all.out).toMatch(/har 2 planer:\n {2}other: 1 \p{L}+\n {2}sample: /u)
    const one = await frist("--db", other, "--plan", "other")
    expect(one.out).toMatch(/^Den andra\nIngen uppföljning har hållits än\./u)
    expect(one.out).toMatch(/^ {2}frist board --plan other /mu)
  })

  it("has no other format than text", async () => {
    expect(await frist("--db", db, "--format", "json")).toMatchObject({ exitCode: 2, out: "" })
  })
})
