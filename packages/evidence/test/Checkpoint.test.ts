/**
 * Checkpoints have the text of C2SP tlog-checkpoint, and no other text is read.
 */
import { describe, expect, it } from "@effect/vitest"
import { PlanId } from "@frist/domain/Names"
import { checkpointText, originOf, readCheckpoint } from "../src/checkpoints/Checkpoint.ts"

/** The example of the specification. */
const text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"

describe("a checkpoint", () => {
  it("is parsed and written as in the specification", () => {
    const checkpoint = readCheckpoint(text)
    if (checkpoint === undefined) throw new Error("it is a checkpoint")
    expect(checkpoint).toMatchObject({ origin: "example.com/behind-the-sofa", size: 20_852_163 })
    expect(checkpoint.root).toHaveLength(32)
    expect(checkpointText(checkpoint)).toBe(text)
  })

  it("has the name of its plan", () => {
    const root = new Uint8Array(32)
    expect(checkpointText({ origin: originOf(PlanId.make("landskrona")), size: 0, root })).toBe(
      `frist/landskrona\n0\n${"A".repeat(43)}=\n`
    )
  })

  it.each([
    "",
    text.slice(0, -1),
    `${text}\n`,
    `${text}more\n`,
    text.replaceAll("\n", "\r\n"),
    `\u{feff}${text}`,
    text.replace("20852163", "020852163"),
    text.replace("20852163", "-1"),
    text.replace("20852163", "+1"),
    text.replace("20852163", "1e3"),
    text.replace("20852163", "9007199254740992"),
    text.replace("20852163", "9007199254740993"),
    text.replace("q2I=", "q2J="),
    text.replace("q2I=", "q2I"),
    text.replace("m/X", "m_X"),
    text.replace("CsUY", ""),
    text.replace("example.com/behind-the-sofa", ""),
    text.replace("-the-", " the ")
  ])("a checkpoint is not parsed from another text: %j", (other) => {
    expect(readCheckpoint(other)).toBeUndefined()
  })
})
