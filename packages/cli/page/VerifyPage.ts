/**
 * The script of a bundle's page: reads the chosen files, verifies them, and turns green or red.
 */
import type { BundleFinding } from "@frist/evidence/bundle/BundleFinding"
import { bundleSentence } from "@frist/evidence/texts/BundleSentence"
import { verificationTexts } from "@frist/evidence/texts/VerificationTexts"
import { type BundleExamination, examineBundle } from "../src/evidence/BundleExamination.ts"
import { enEventKinds } from "../src/texts/en/enEventKinds.ts"
import { svEventKinds } from "../src/texts/sv/svEventKinds.ts"

const swedish = document.documentElement.lang === "sv"
const texts = verificationTexts[swedish ? "sv" : "en"]
const names = {
  count: (n: number): string =>
    swedish ? (n === 1 ? "1 uppgift" : `${n} uppgifter`) : n === 1 ? "1 event" : `${n} events`,
  kinds: swedish ? svEventKinds : enEventKinds
}
/** The page of this version is made of this script. */
const script = document.querySelector("script")?.textContent ?? ""

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
  findings.map((each) => item(className)(bundleSentence(each, texts, names)))

const show = ({ isExamined, isIntact, right, unverified, wrong }: BundleExamination): void => {
  list?.replaceChildren(...items(wrong, "wrong"), ...items(right, "right"), ...items(unverified, "unasked"))
  setVerdict(isIntact ? (isExamined ? "good" : "part") : "bad")
}

const setVerdict = (is: "bad" | "good" | "part"): void => {
  if (verdict === null) return
  verdict.dataset["verdict"] = is
  verdict.textContent = texts.page[is]
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
    show(examineBundle(await bytesOf(file), reports, key.value.trim(), script))
  } catch (error) {
    list?.replaceChildren(item("wrong")(`${texts.page.notABundle} (${String(error)}).`))
    setVerdict("bad")
  }
}

for (const each of [bundle, earlier, key]) each.addEventListener("change", () => void verify())
