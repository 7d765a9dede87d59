/**
 * Texts that a pattern matches, made from its syntax, with the place of everything that it may repeat.
 */

/** Characters that people and attackers put into cells, and those that patterns treat apart. */
export const characters: ReadonlyArray<string> = [
  ..." \t\n\r\u00a0\u202f\u00ad\u200b\u200d\u2060\ufeff\u2028",
  ..."0123456789",
  ..."abcdefghijklmnoprstuvwxyzåäöéABEKNTXÅ",
  ..."<>&;:/\\.,!?'\"`´’”«»()[]{}|*+-–—−_=@#$%^~·•…°§½★",
  ..."\u0301\u0000\u001b\u009b\ue000",
  "😀"
]

/** A text that a pattern matches: `pump` was matched between `head` and `tail` by a part that may be repeated. */
export interface Repetition {
  readonly head: string
  readonly pump: string
  readonly tail: string
}

interface Sample {
  readonly text: string
  /** Start and end of what one repetition matched. */
  readonly repeats: ReadonlyArray<readonly [from: number, to: number]>
}

const empty: Sample = { text: "", repeats: [] }

const joined = (first: Sample, then: Sample): Sample => ({
  text: first.text + then.text,
  repeats: [
    ...first.repeats,
    ...then.repeats.map(([from, to]) => [from + first.text.length, to + first.text.length] as const)
  ]
})

/** Draws texts from a pattern. Each draw goes another way through its alternatives; the same ways at each run. */
class Draw {
  readonly #source: string
  readonly #flags: string
  #at = 0
  #seed: number

  constructor({ flags, source }: RegExp, seed: number) {
    this.#source = source
    this.#flags = flags.replaceAll(/[gyd]/gu, "")
    this.#seed = seed * 7919 + 1
  }

  alternatives(): Sample {
    const found: Array<Sample> = [this.#sequence()]
    while (this.#source[this.#at] === "|") {
      this.#at += 1
      found.push(this.#sequence())
    }
    return found[this.#next(found.length)] ?? empty
  }

  #next(below: number): number {
    this.#seed = (this.#seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor(this.#seed / 65_536) % below
  }

  #sequence(): Sample {
    let found = empty
    while (this.#at < this.#source.length && this.#source[this.#at] !== "|" && this.#source[this.#at] !== ")") {
      const from = this.#at
      const one = this.#atom()
      const [, quantifier = "", least = "", comma = "", most = ""] =
        /^([*+?]|\{(\d+)(,?)(\d*)\})\??/u.exec(this.#source.slice(this.#at)) ?? []
      if (quantifier === "") {
        found = joined(found, one)
        continue
      }
      const after = this.#at + (/^(?:[*+?]|\{[^}]*\})\??/u.exec(this.#source.slice(this.#at))?.[0].length ?? 0)
      const isOptional = quantifier === "?" || (most !== "" && Number(most) < 2)
      const least1 = quantifier === "+" ? 1 : Number(least || 0)
      const times = isOptional
        ? this.#next(2)
        : comma === "" && least !== ""
          ? least1
          : Math.max(least1, 1) + this.#next(2)
      for (let time = 0; time < Math.min(times, 200); time++) {
        this.#at = from
        const again = this.#atom()
        const start = found.text.length
        found = joined(found, again)
        if (!isOptional && time < 2)
          found = { ...found, repeats: [...found.repeats, [start, start + again.text.length]] }
      }
      this.#at = after
    }
    return found
  }

  #atom(): Sample {
    const rest = this.#source.slice(this.#at)
    if (rest.startsWith("(")) {
      const [opening = "(", kind = ""] = /^\((?:\?(<?[=!]|:|<\w+>|[a-z-]*:))?/u.exec(rest) ?? []
      this.#at += opening.length
      const inner = this.alternatives()
      this.#at += 1
      return /^<?[=!]/u.test(kind) ? empty : inner
    }
    const [piece = rest.slice(0, 1)] =
      /^(?:\\(?:[pPu]\{[^}]*\}|u[0-9a-f]{4}|x[0-9a-f]{2}|k<\w+>|.)|\[(?:\\.|[^\]\\])*\]|.)/isu.exec(rest) ?? []
    this.#at += piece.length
    if (/^(?:\^|\$|\\[bB]|\\k<\w+>|\\\d)$/u.test(piece)) return empty
    if (!/^(?:\\|\[|\.$)/u.test(piece)) return { text: piece, repeats: [] }
    const one = new RegExp(`^${piece}$`, this.#flags)
    const fitting = characters.filter((each) => one.test(each))
    return { text: fitting[this.#next(Math.max(fitting.length, 1))] ?? "\u2603", repeats: [] }
  }
}

/** Returns texts that the pattern matches, one for each part that repeats in each draw. */
export const repetitionsOf = (pattern: RegExp, draws: number): ReadonlyArray<Repetition> =>
  Array.from({ length: draws }, (_, seed) => new Draw(pattern, seed).alternatives()).flatMap(({ repeats, text }) =>
    [[0, text.length] as const, ...repeats]
      .filter(([from, to]) => to > from)
      .map(([from, to]) => ({ head: text.slice(0, from), pump: text.slice(from, to), tail: text.slice(to) }))
  )
