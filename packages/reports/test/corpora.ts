/**
 * Texts that a writer could mistake for markup, formulas or marks, and texts that are hard to lay out.
 */

/** Attacks by markup. The long form of a test takes each text by itself. */
export const isLong = process.env["FRIST_LONG"] === "1"

export const markup = [
  "<script>globalThis.hit=1</script>",
  '"><img src=x onerror="globalThis.hit=1">',
  "'><svg onload='globalThis.hit=1'>",
  "</script><script>globalThis.hit=1</script>",
  "</style><script>globalThis.hit=1</script>",
  "</title></head><body onload=globalThis.hit=1>",
  "<!--<script>",
  "--><iframe src=javascript:globalThis.hit=1>",
  "]]><a href='javascript:globalThis.hit=1'>x</a>",
  "javascript:globalThis.hit=1",
  "<a href=//example.org onclick=globalThis.hit=1>",
  "&lt;script&gt;globalThis.hit=1&lt;/script&gt;",
  "&#x3c;img src=x onerror=globalThis.hit=1&#x3e;",
  "<style>*{display:none}</style>",
  "<base href=//example.org/>",
  "<meta http-equiv=refresh content=0;url=//example.org>",
  "<math><mtext></table><mglyph><style><img src=x onerror=globalThis.hit=1>",
  "{{constructor.constructor('globalThis.hit=1')()}}",
  "${globalThis.hit=1}",
  "\u202e<b>baklänges\u202c",
  "\u2028</script>\u2029"
]

export const formulas = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(1;1)",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  " =1+1",
  "\u00a0=1+1",
  "\u200b=1+1",
  "\ufeff=1+1",
  "\uff1d1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://example.org";"x")',
  ";=1+1",
  '";=1+1',
  "x\r\n=1+1",
  "-2+3+cmd|' /C calc'!A0",
  '=1+1";"=1+1'
]

export const marks = [
  "| a | b |",
  "[x](javascript:globalThis.hit=1)",
  "![x](http://example.org/x.png)",
  "`code` **bold** _soft_ ~~gone~~",
  "# heading\n## heading",
  "- item\n1. item\n> said",
  "```\nfence",
  "a\\|b",
  "<http://example.org>",
  "***"
]

/** Texts that are hard to lay out. */
export const hard = [
  "Verksamhetsutvecklingssamordningsgruppsordförandeskapsöverlämningsprotokollsmall",
  "å".repeat(400),
  "Ord med mellanrum ".repeat(300),
  "👩‍⚕️ Åsa Öberg 🏥",
  "مرحبا بالعالم שלום"
]

/** Each text by itself in the long form; in the short form the texts of a list, line by line, as one. */
export const batches = (
  lists: Readonly<Record<string, ReadonlyArray<string>>>
): ReadonlyArray<readonly [name: string, text: string]> =>
  Object.entries(lists).flatMap(([name, texts]) =>
    isLong
      ? texts.map((text) => [JSON.stringify(text).slice(0, 60), text] as const)
      : [[name, texts.join("\n")] as const]
  )
