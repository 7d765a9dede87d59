/**
 * A proof in which anything is changed is no proof: every field of one, and of a proof of two checkpoints, set to what a
 * forger may try.
 */
import { expect, it } from "@effect/vitest"
import { checkProof, type Proof, readProof } from "@frist/evidence/Proof"
import * as Option from "effect/Option"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { beforeAll } from "vitest"
import { folder, frist, sample } from "./frist.ts"

const dir = folder()
const proofs: Array<string> = []
let db = ""

const printed = async (...words: ReadonlyArray<string>) => {
  const ended = await frist(...words, "--db", db)
  expect(ended).toMatchObject({ exitCode: 0 })
  return ended.out
}
const holds = (text: string) => Option.isSome(Option.flatMapNullishOr(readProof(text), checkProof))

beforeAll(async () => {
  db = await sample(dir)
  for (const words of [["sdv"], ["--between", "20", "90"]]) proofs.push(await printed("prove", ...words))
})

type Place = ReadonlyArray<number | string>

const placesIn = (value: unknown, place: Place = []): ReadonlyArray<Place> =>
  typeof value === "object" && value !== null
    ? [place, ...Object.entries(value).flatMap(([key, each]) => placesIn(each, [...place, key]))]
    : [place]

const valueAt = (value: unknown, place: Place): unknown =>
  place.reduce<unknown>((at, key) => Object.entries(at ?? {}).find(([name]) => name === String(key))?.[1], value)

/** The JSON with another value at a place; without it, if the value is undefined. */
const changed = (value: unknown, [key, ...rest]: Place, other: unknown): unknown => {
  if (key === undefined) return other
  const to = (name: string, each: unknown) => (name === String(key) ? changed(each, rest, other) : each)
  const entries = Object.entries(value ?? {}).map(([name, each]) => [name, to(name, each)] as const)
  return Array.isArray(value)
    ? entries.flatMap(([, each]) => (each === undefined ? [] : [each]))
    : Object.fromEntries(entries)
}

const anything = [undefined, null, 0, -1, 1e21, 1.5, "", "x", [], {}, true, "0".repeat(64), "\u001b[31m"]

const others = (value: unknown): ReadonlyArray<unknown> => [
  ...anything,
  ...(typeof value === "string"
    ? [
        `${value} `,
        ` ${value}`,
        value.toUpperCase(),
        value.toLowerCase(),
        `${value}\n`,
        `${value}\0`,
        value.slice(0, -1)
      ]
    : []),
  ...(typeof value === "string" ? [value.replace(/\d/u, (digit) => String((Number(digit) + 1) % 10))] : []),
  ...(typeof value === "number" ? [value + 1, value - 1, value + 0.5, String(value)] : []),
  ...(Array.isArray(value) ? [value.toReversed(), value.slice(1), [...value, value[0]]] : [])
]

it("none of more than 900 changes to the fields of a proof passes", () => {
  const passed: Array<string> = []
  let tried = 0
  for (const text of proofs) {
    const proof: Proof = JSON.parse(text)
    for (const place of placesIn(proof)) {
      for (const other of others(valueAt(proof, place))) {
        const forged = JSON.stringify(changed(proof, place, other)) ?? ""
        if (forged === JSON.stringify(proof)) continue
        tried += 1
        if (holds(forged)) passed.push(`${place.join(".")}: ${JSON.stringify(other)}`)
      }
    }
  }
  expect(tried).toBeGreaterThan(900)
  expect(passed).toEqual([])
})

it("a proof that says a field twice does not pass", () => {
  for (const text of proofs) {
    const names = Array.from(text.matchAll(/"([a-zA-Z0-9]+)": /gu), ([whole, name]) => [whole, name] as const)
    expect(names.length).toBeGreaterThan(5)
    for (const [whole] of names)
      expect(holds(text.replace(whole, `${whole}"Något annat", ${whole}`)), whole).toBe(false)
  }
})

it("a proof by itself is told to be of the checkpoint that it names", async () => {
  const file = join(dir, "alone.json")
  writeFileSync(file, proofs[0] ?? "")
  const { checkpoint } = JSON.parse(proofs[0] ?? "")
  const [origin, size, root] = String(checkpoint).split("\n")
  const { exitCode, out } = await frist("verify", "--proof", file, "--lang", "en")
  expect(exitCode).toBe(0)
  expect(out).toContain(`The proof is only about the log with checkpoint ${origin} ${size} ${root}.`)
})

it("a proof of two checkpoints of a log with a name of its own names the log, and no plan that nothing proves", async () => {
  await printed("seal", "--origin", "example.se/frist/plan")
  const proof = JSON.parse(await printed("prove", "--between", "20", "90"))
  expect(proof.sentence).toContain("De första 20 uppgifterna i loggen example.se/frist/plan är desamma")
  // Earlier versions named the plan.
  const sentence = `De första 20 händelserna i planen annan är desamma i båda kontrollpunkterna; den senare har 90.`
  const file = join(dir, "earlier.json")
  writeFileSync(file, JSON.stringify({ ...proof, plan: "annan", sentence }))
  const { exitCode, out } = await frist("verify", "--proof", file)
  expect(exitCode).toBe(0)
  expect(out).toContain("loggen example.se/frist/plan")
  expect(out).not.toContain("annan")
})
