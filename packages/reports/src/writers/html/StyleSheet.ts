/**
 * The style sheet of the page, for light and dark screens and for paper. Colour is never the only sign of anything.
 */
import { folds } from "./TableMarkup.ts"

const light = `
--paper:#fff;--ink:#1b2733;--soft:#4a5763;--line:#cfd6db;--faint:#f3f5f7;--accent:#0b5a8a;
--late:#a3161e;--late-tint:#fbeaea;--perhaps:#7a4a00;--perhaps-tint:#fff4dc;--good:#1f6b3a;--good-tint:#e8f4ec;
--quiet-tint:#eceff1;--counted:#5b3a8c;--counted-tint:#f0ebf7;--fresh:#fff3b8;--grid:#e3e6e8;--still:#6b7780`
const dark = `
--paper:#12181e;--ink:#e8edf1;--soft:#aab6c0;--line:#3a4650;--faint:#1b232b;--accent:#7cc0ee;
--late:#ff9c9c;--late-tint:#3d1c1f;--perhaps:#f2c46d;--perhaps-tint:#382a10;--good:#86d3a0;--good-tint:#16301f;
--quiet-tint:#252e36;--counted:#cbb3f5;--counted-tint:#2a2140;--fresh:#4a4012;--grid:#2a333b;--still:#94a0aa`

const page = `
*{box-sizing:border-box}
html{color-scheme:light dark;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1rem/1.5 "Segoe UI",Roboto,Arial,system-ui,sans-serif;
overflow-wrap:break-word}
header,main,nav{max-width:86rem;margin:0 auto;padding:0 1.25rem}
header{padding-top:2.5rem;padding-bottom:1.25rem}
h1{font-size:2.1rem;line-height:1.2;margin:0;font-weight:650;overflow-wrap:anywhere;hyphens:auto}
.subtitle{font-size:1.25rem;margin:.25rem 0 .75rem;color:var(--accent);font-weight:600}
header p{margin:0;color:var(--soft)}
h2{font-size:1.45rem;line-height:1.3;margin:0 0 1rem;padding-top:1rem;border-top:3px solid var(--accent);font-weight:650}
h3{font-size:1.08rem;margin:1.5rem 0 .4rem;font-weight:650}
.caption+table{margin-top:0}
section{margin:3rem 0 0;scroll-margin-top:1rem}
section:first-of-type{margin-top:1.5rem}
main{padding-bottom:4rem}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-999rem}
.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem 1rem;z-index:2}
nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;margin:0;padding:.75rem 0;
border-top:1px solid var(--line);border-bottom:1px solid var(--line)}
nav a{display:inline-block;padding:.2rem 0}
.sentences p,.sentences li{max-width:62rem;overflow-wrap:anywhere}
.sentences ul{margin:.25rem 0 1rem;padding-left:1.2rem}
.sentences li{margin:.35rem 0}
.sentences p{margin:.5rem 0}
.legend{display:flex;flex-wrap:wrap;gap:.4rem 1.5rem;margin:0 0 .75rem;font-size:.9rem}
.legend div{display:flex;gap:.5rem;align-items:baseline}
.legend dd{margin:0;color:var(--soft)}
.legend .status,.legend .mark{white-space:nowrap}
.facts div{display:grid;grid-template-columns:14rem 1fr;gap:.25rem 1rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
.facts dt{color:var(--soft)}
.facts dd{margin:0;white-space:pre-line;overflow-wrap:anywhere}
code{font:.9rem/1.5 ui-monospace,Consolas,monospace;white-space:pre-wrap}
.status,.mark{display:inline-block;border-radius:.2rem;padding:0 .4rem;background:var(--quiet-tint);color:var(--ink)}
.Delayed{background:var(--late-tint);color:var(--late)}
.InProgress{background:var(--perhaps-tint);color:var(--perhaps)}
.Completed{background:var(--good-tint);color:var(--good)}
.mark,mark{background:var(--fresh);color:var(--ink)}
.mark{font-weight:600;font-size:.85rem}`

const tables = `
table{width:100%;table-layout:fixed;border-collapse:collapse;margin:.75rem 0 1.5rem;font-size:.9rem;line-height:1.45}
th,td{text-align:left;vertical-align:top;padding:.5rem .5rem;border-bottom:1px solid var(--line);white-space:pre-line;
overflow-wrap:anywhere;hyphens:auto;unicode-bidi:plaintext}
thead th{background:var(--faint);border-bottom:2px solid var(--soft);font-weight:650;vertical-align:bottom;white-space:normal}
tbody th{font-weight:600}
td.k-date,td.k-number{font-variant-numeric:tabular-nums;hyphens:manual}
td.k-number,th.k-number{text-align:right}
thead th.k-number:first-child{padding-left:0;white-space:nowrap}
@media screen and (min-width:40.01rem){.k-number+:not(.k-number){padding-left:1.4rem}}
.day,:is(td,th) bdi{white-space:nowrap}
td.k-course{font-size:.8rem;color:var(--soft);hyphens:manual}
.spark{display:block;margin-bottom:.15rem}
.fold{margin:.75rem 0}
.fold summary{cursor:pointer;font-weight:600;padding:.4rem 0}
@media screen and (min-width:40.01rem){.fold summary{display:none}}
td.late{color:var(--counted);font-weight:600}
td.perhaps{color:var(--perhaps)}
td.good{color:var(--good)}
td.quiet{color:var(--soft)}
.none td{color:var(--soft)}
thead button{all:unset;cursor:pointer;display:inline;font-weight:650;hyphens:auto;overflow-wrap:anywhere}
thead button:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
thead button::after{content:" \\2195";color:var(--soft)}
[aria-sort=ascending] button::after{content:" \\2191"}
[aria-sort=descending] button::after{content:" \\2193"}`

/** On narrower screens a row becomes a card with each cell below its heading. */
const cards = `
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,td,th{display:block}
colgroup{display:none}
tr{border:1px solid var(--line);border-radius:.25rem;padding:.6rem .8rem;margin:0 0 .9rem}
td,tbody th,td.k-number{border:0;padding:.15rem 0;text-align:left}
tbody th{font-size:1rem}
td:empty{display:none}
td[data-label]::before{content:attr(data-label);display:block;color:var(--soft);font-size:.8rem;font-weight:400}
td[data-label]:not(.k-long):not(:empty){display:grid;grid-template-columns:5.5rem 1fr;gap:0 .5rem;justify-items:start}`

/**
 * Each column of a table is as wide as its longest word, and tables of many columns are set smaller. A table that would
 * be wider than a page keeps its shares, and breaks words.
 */
const unbroken = `
body{font-family:"Segoe UI",Roboto,Arial,"Liberation Sans","DejaVu Sans Condensed",system-ui,sans-serif}
table:not(.densest){table-layout:auto}
table:not(.densest) :is(th,td,button){overflow-wrap:break-word;hyphens:manual}
table:not(.densest) :is(.loose,.loose button){overflow-wrap:anywhere}
.broad,.dense,.denser,.densest{font-size:.77rem;line-height:1.4}
:is(.broad,.dense,.denser,.densest) :is(th,td){padding-left:.22rem;padding-right:.22rem}
:is(.broad,.dense,.denser,.densest) .status{padding:0 .25rem}`

/** Cards on a window that is wide enough for several cells beside each other. */
const wideCards = `
tr{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.3rem 1.5rem}
tbody th{grid-column:1/-1}
td.k-long{grid-column:span 2}
td[data-label]:not(.k-long):not(:empty){display:block}`

const controls = `
.controls{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:end;margin:0 0 1rem;padding:.9rem 1rem;
background:var(--faint);border:1px solid var(--line);border-radius:.25rem}
.controls div{min-width:0;max-width:100%}
.controls label{display:block;font-size:.85rem;color:var(--soft)}
.controls select,.controls button{font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);
border-radius:.2rem;padding:.35rem .6rem;max-width:100%;min-height:2.2rem}
.controls select{max-width:min(100%,18rem)}
.controls .time{flex:1 1 22rem;min-width:0}
.controls input[type=range]{width:100%;height:2rem;margin:0;accent-color:var(--accent)}
.controls output{display:block;font-weight:600}
.controls [hidden]{display:none}
.controls p{margin:0;color:var(--soft);flex-basis:100%}
tr[hidden]{display:none}`

const charts = `
figure{margin:0 0 1.5rem}
.chart svg{display:block;width:100%;max-width:58rem;height:auto}
.narrow{display:none}.narrow svg{max-width:24rem}
@media screen and (max-width:48rem){.wide{display:none}.narrow{display:block}}
.chart figcaption h3{margin:0 0 .6rem}
svg text{fill:var(--soft)}
svg .name,svg .value{fill:var(--ink)}svg .value{font-weight:600}
svg .grid,svg .plot{stroke:var(--grid)}.pale,svg .leader{stroke:var(--line)}svg .today{stroke:var(--ink)}
svg .moved{stroke:var(--accent)}svg .running{stroke:var(--counted)}
svg .dot.moved{fill:var(--accent)}svg .dot.running{fill:var(--counted)}
svg path.course{fill:none;stroke-width:1.5}
svg .spot.original{fill:var(--paper);stroke:var(--soft)}svg .spot.previous{fill:var(--still);stroke:var(--still)}
svg .spot.now,svg .segment{fill:var(--accent)}svg .spot.now,svg .link,svg .open{stroke:var(--accent)}
svg .shade{fill:var(--counted-tint)}
svg .done{fill:var(--good)}
.on-paper{display:none}`

const print = `
@page{size:A4 portrait;margin:12mm 13mm}
@page wide{size:A4 landscape;margin:12mm}
.appendix,.checkpoint{page:wide}
html{color-scheme:light}
body{font-size:9pt;line-height:1.35}
header,main,nav{max-width:none;padding-left:0;padding-right:0}
header{padding-top:0;padding-bottom:2mm}main{padding-bottom:0}
h1{font-size:18pt}h2{font-size:13pt;margin-bottom:2.5mm;padding-top:2mm}.subtitle{font-size:12pt;margin:1mm 0}
nav,.skip,.controls{display:none}
section{margin-top:6mm}
#about{break-inside:avoid}
.appendix #about :is(.facts,.sentences){padding-right:30mm}main:has(.appendix)+.checkpoint{margin-top:-26mm;text-align:right}
.on-paper{display:block}
.fold{margin:0}.fold summary{display:none}
h2,h3,.legend,.sentences:not(:has(ul)):has(+.caption){break-after:avoid}.sentences:has(+.caption){break-inside:avoid}figure+.sentences{break-before:avoid}
li,tr,figure,.facts div{break-inside:avoid}
.appendix tr.tall{break-inside:auto}td{orphans:3;widows:3}
table{font-size:8pt;line-height:1.35;margin:1mm 0 4mm}
th,td{padding:1.2mm 1.5mm}
#summary h2,#caption-decisions,#moved>h2{display:none}#summary h3{margin-top:0}section:first-of-type{margin-top:2mm}
#decisions,#moved{margin-top:3mm}#decisions h2{font-size:11pt;margin-bottom:1mm}#table-decisions td,#table-decisions th{padding-top:.5mm;padding-bottom:.5mm;line-height:1.28}
#summary .sentences p{display:inline;margin-right:1ch}
#table-decisions,figure{margin-bottom:2mm}.subtitle{display:inline-block;margin-right:2ch}
thead{display:table-header-group;break-after:avoid}
tbody tr:first-child{break-before:avoid}
.mark,td.k-course{font-size:7.5pt}
thead button{display:contents}
thead button::after{content:none}
h3{font-size:10.5pt;margin:2.5mm 0 1mm}
.sentences ul{margin:.5mm 0 2mm}.sentences li{margin:.5mm 0}
.sentences li,.sentences p{max-width:none}
header p:not(.subtitle){display:inline;margin-right:1.5ch}
.status,.mark,mark,thead th,.band{print-color-adjust:exact;-webkit-print-color-adjust:exact}
.chart svg{max-width:100%;max-height:225mm}.chart svg.panels{max-height:128mm}.chart figcaption{break-after:avoid}
.caption{font-size:10pt}.legend{font-size:8.5pt}code{font-size:8pt}
.qr{width:26mm;height:26mm}p.on-paper{font-size:13pt;font-weight:650;color:var(--accent);margin:0}.fold svg.spark{width:16mm}`

/** The widths of columns that occur, in per cent. */
export interface ColumnShares {
  readonly onScreen: ReadonlyArray<number>
  readonly onPaper: ReadonlyArray<number>
}

/** Returns the style sheet for columns of these widths. */
export const styleSheet = ({ onPaper, onScreen }: ColumnShares): string =>
  [
    `:root{${light}}`,
    `@media screen and (prefers-color-scheme:dark){:root{${dark}}}`,
    page,
    tables,
    ...onScreen.map((width) => `.w${width}{width:${width}%}`),
    controls,
    charts,
    `@media screen and (min-width:60rem){${unbroken}}`,
    ...Object.entries(folds).flatMap(([kind, width]) => [
      `@media screen and (max-width:${width - 0.01}rem){${scoped(cards, `table.${kind}`)}}`,
      `@media screen and (min-width:40.01rem) and (max-width:${width - 0.01}rem){${scoped(wideCards, `table.${kind}`)}}`
    ]),
    `@media screen and (max-width:40rem){${scoped(cards, "table.slim")}.facts div{grid-template-columns:1fr}h1{font-size:1.4rem}}`,
    "@media(prefers-reduced-motion:no-preference){html{scroll-behavior:smooth}}",
    `@media print{${print}${onPaper.map((width) => `.p${width}{width:${width}%}`).join("")}}`
  ]
    .join("\n")
    .replace(/\n+/gu, "\n")

/** Scopes the rules of cards to one kind of table. */
const scoped = (rules: string, table: string): string =>
  rules.replace(
    /(?<=^|\n)([^\n{}]+)\{/gu,
    (_, selectors: string) =>
      `${selectors
        .split(",")
        .map((selector) => (selector === "table" ? table : `${table} ${selector}`))
        .join(",")}{`
  )
