/**
 * JSON in a file that somebody else may have written: each name once in an object. Readers differ about which of two
 * counts, so a file that says both says one thing to a person and another to a program.
 */

/** How many texts the JSON has, names included; only texts hold backslashes. */
const textsIn = (json: string): number => {
  let marks = 0
  for (let at = 0; at < json.length; at += 1) {
    const code = json.charCodeAt(at)
    if (code === 0x5c) at += 1
    else if (code === 0x22) marks += 1
  }
  return marks / 2
}

/** Parses JSON; throws a `SyntaxError` for other text, and where an object has a name twice. */
export const parseWrittenJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text)
  if (textsIn(JSON.stringify(value)) !== textsIn(text)) throw new SyntaxError("An object has one name twice")
  return value
}
