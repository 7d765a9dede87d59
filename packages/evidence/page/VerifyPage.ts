/**
 * The script of a bundle's page: reads the chosen files, verifies them, and turns green or red.
 */
import { enVerification } from "../src/texts/enVerification.ts"
import { svVerification } from "../src/texts/svVerification.ts"
import { type BundleFinding, type BundleVerification, verifyBundle } from "../src/bundle/BundleVerifier.ts"
import { bundleSentence } from "../src/texts/BundleSentence.ts"

const swedish = document.documentElement.lang === "sv"
const texts = swedish ? svVerification : enVerification
const events = (n: number): string =>
  swedish ? (n === 1 ? "1 uppgift" : `${n} uppgifter`) : n === 1 ? "1 event" : `${n} events`

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

const items = (findings: ReadonlyArray<BundleFinding>, className: string) =>
  findings.map((each) => item(className)(bundleSentence(each, texts, events)))

const show = ({ isIntact, right, unverified, wrong }: BundleVerification): void => {
  list?.replaceChildren(...items(wrong, "wrong"), ...items(right, "right"), ...items(unverified, "unasked"))
  setVerdict(isIntact)
}

const setVerdict = (isIntact: boolean): void => {
  if (verdict === null) return
  verdict.dataset["verdict"] = isIntact ? "good" : "bad"
  verdict.textContent = isIntact ? texts.page.good : texts.page.bad
}

const verify = async (): Promise<void> => {
  const [file] = bundle.files ?? []
  if (file === undefined || verdict === null) return
  delete verdict.dataset["verdict"]
  verdict.textContent = texts.page.working
  list?.replaceChildren()
  // Lets the browser paint the words before the work begins.
  await new Promise((done) => setTimeout(done, 20))
  try {
    const reports = await Promise.all(
      [...(earlier.files ?? [])].map(async (each) => ({ name: each.name, bytes: await bytesOf(each) }))
    )
    show(verifyBundle(await bytesOf(file), reports, key.value.trim()))
  } catch (error) {
    list?.replaceChildren(item("wrong")(`${texts.page.notABundle} (${String(error)}).`))
    setVerdict(false)
  }
}

for (const each of [bundle, earlier, key]) each.addEventListener("change", () => void verify())
