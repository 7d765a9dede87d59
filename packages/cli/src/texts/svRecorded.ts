/**
 * What a command recorded, in Swedish: what changed with it, and what to do next.
 */

const quoted = (words: string | null) => (words === null ? "inget" : `”${words}”`)

/** Sentences about what was recorded, in Swedish. */
export const svRecorded = {
  requested: (activity: string, to: string, now: string | null) =>
    now === null
      ? `${activity}: ny tid begärd, ${to}. Någon tid finns inte i dag.`
      : `${activity}: ny tid begärd, ${to} i stället för ${now}. Tiden står kvar tills begäran är avgjord.`,
  undecided: (request: number) => `Avgör den med frist decide ${request} beviljad (eller avslagen) --decision TEXT.`,
  decided: {
    granted: (request: number, decision: string) => `Begäran ${request} är beviljad: ${decision}.`,
    refused: (request: number, decision: string) => `Begäran ${request} är avslagen: ${decision}.`
  },
  kept: (activity: string, now: string | null) =>
    now === null ? `${activity} har ingen tid, som förut.` : `Tiden för ${activity} står kvar: ${now}.`,
  moved: (activity: string, to: string, from: string | null) =>
    `Tiden för ${activity} är flyttad: ${from ?? "ingen tid"} → ${to}.`,
  notMoved: (activity: string, to: string) => `Tiden för ${activity} var redan ${to}.`,
  partsMoved: (n: number, parts: string) =>
    n === 1 ? `1 öppen del flyttades med: ${parts}.` : `${n} öppna delar flyttades med: ${parts}.`,
  approved: (to: string, from: string | null) =>
    `Den beslutade tiden är nu ${to}${from === null ? "" : `; den var ${from}`}.`,
  waits: (activity: string, on: string) =>
    `${activity} väntar på ${on}. Det kan också förklara tidigare flyttar; frist slips ${activity} visar vad som är egen glidning och vad som är väntan.`,
  waitsNoMore: (activity: string, on: string, day: string) =>
    `${activity} väntar inte längre på ${on} från ${day}. Tidigare flyttar behåller sin förklaring.`,
  neverWaited: (declaration: number) =>
    `Fanns aldrig någon väntan, ta tillbaka den: frist correct ${declaration} --withdraw --reason TEXT.`,
  grantStays: (activity: string) =>
    `Flytten och det beslutade datumet står kvar. Var de också fel, ta tillbaka dem; numren visar frist history ${activity}.`,
  linked: (milestone: string, activity: string, status: string) =>
    `Milstolpen ${milestone} står för ${activity} och har dess status: ${status}.`,
  unlinked: (milestone: string, activity: string | null, status: string) =>
    `Milstolpen ${milestone} står ${activity === null ? "inte för någon aktivitet" : `inte längre för ${activity}`}. Dess egen status är: ${status}.`,
  reworded: (column: string, now: string | null, before: string | null) =>
    `${column}: ${quoted(now)}, förut ${quoted(before)}.`,
  responsible: (activity: string, now: string | null, before: string | null) =>
    `Ansvarig för ${activity}: ${now ?? "ingen"}, förut ${before ?? "ingen"}.`
}
