/**
 * The page of a bundle: one HTML file that loads nothing.
 */
import { verificationTexts } from "../texts/VerificationTexts.ts"
import { base64 } from "../Bytes.ts"
import { sha256 } from "../Sha256.ts"

const style = `
:root{color-scheme:light dark}
body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
input[type=text]{width:100%;box-sizing:border-box;font:inherit;padding:.3rem}
label{display:block;margin:1rem 0 .25rem;font-weight:600}
#verdict{margin:1.5rem 0;padding:1rem;border:3px solid;border-radius:.5rem;font-size:1.25rem;font-weight:600}
#verdict[data-verdict=good]{background:#dff3e3;color:#0b4a1e}
#verdict[data-verdict=part]{background:#fdf0cd;color:#5a4300}
#verdict[data-verdict=bad]{background:#fbdcdc;color:#7a0c0c}
ul{padding-left:1.25rem}li{margin:.35rem 0;overflow-wrap:anywhere}
.wrong::marker{content:"✖ "}.right::marker{content:"✔ "}.unasked::marker{content:"– "}
.limits{border-top:1px solid;padding-top:1rem}`

const encoder = new TextEncoder()
const sumOf = (text: string): string => `'sha256-${base64(sha256(encoder.encode(text)))}'`

/** Returns the page in a language, with its script: a page that runs has the same, and so makes itself again. */
export const verifyPage = (language: "en" | "sv", script: string): string => {
  const { page } = verificationTexts[language]
  const policy = [
    "default-src 'none'",
    `style-src ${sumOf(style)}`,
    `script-src ${sumOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'"
  ].join("; ")
  return [
    "<!doctype html>",
    `<html lang="${language}">`,
    `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<meta name="viewport" content="width=device-width, initial-scale=1"><title>${page.title}</title><style>${style}</style></head>`,
    `<body><main><h1>${page.title}</h1><p>${page.lead}</p>`,
    `<label for="bundle">${page.bundle}</label><input id="bundle" type="file" accept=".zip">`,
    `<label for="earlier">${page.against}</label><input id="earlier" type="file" multiple>`,
    `<label for="key">${page.key}</label><input id="key" type="text" spellcheck="false" autocomplete="off">`,
    `<div id="verdict" role="status" aria-live="polite">${page.waiting}</div><ul id="found"></ul>`,
    `<p class="limits">${page.limits}</p></main>`,
    `<script>${script}</script></body></html>`,
    ""
  ].join("\n")
}
