/**
 * What the page of a bundle does: reads the files that were chosen, verifies them, and turns green or red.
 */
import { enVerification } from "../src/texts/enVerification.ts"
import { svVerification } from "../src/texts/svVerification.ts"
import { type Judgement, verifyBundle } from "../src/bundle/BundleVerifier.ts"

const swedish = document.documentElement.lang === "sv"
const texts = swedish ? svVerification : enVerification
const events = (n: number): string =>
  swedish ? (n === 1 ? "1 händelse" : `${n} händelser`) : n === 1 ? "1 event" : `${n} events`

const input = (id: string): HTMLInputElement => {
  const found = document.querySelector(`#${id}`)
  if (!(found instanceof HTMLInputElement)) throw new Error(`There is no ${id}.`)
  return found
}
const [bundle, earlier, key] = [input("bundle"), input("earlier"), input("key")]
const verdict = document.querySelector<HTMLElement>("#verdict")
const list = document.querySelector("#found")

const bytesOf = async (file: File): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer())

const item = (className: string) => (words: string) =>
  Object.assign(document.createElement("li"), { className, textContent: words })

const show = ({ good, rights, unasked, wrongs }: Judgement): void => {
  list?.replaceChildren(...wrongs.map(item("wrong")), ...rights.map(item("right")), ...unasked.map(item("unasked")))
  if (verdict === null) return
  verdict.dataset["verdict"] = good ? "good" : "bad"
  verdict.textContent = good ? texts.page.good : texts.page.bad
}

const verify = async (): Promise<void> => {
  const [file] = bundle.files ?? []
  if (file === undefined || verdict === null) return
  delete verdict.dataset["verdict"]
  verdict.textContent = texts.page.working
  list?.replaceChildren()
  // So that the words are seen before the work begins.
  await new Promise((done) => setTimeout(done, 20))
  try {
    const reports = await Promise.all(
      [...(earlier.files ?? [])].map(async (each) => ({ name: each.name, bytes: await bytesOf(each) }))
    )
    show(verifyBundle(await bytesOf(file), reports, key.value.trim(), texts, events))
  } catch (error) {
    show({ good: false, wrongs: [`${texts.page.notABundle} (${String(error)}).`], rights: [], unasked: [] })
  }
}

for (const each of [bundle, earlier, key]) each.addEventListener("change", () => void verify())
