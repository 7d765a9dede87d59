/**
 * Where a served plan is: the address of its visitors, the path of its pages, and the hosts that it answers for.
 */
import type { Language } from "@frist/reports/words/Language"
import { liveTexts, type LiveTexts } from "@frist/reports/texts/LiveTexts"

/** The site of a plan. */
export interface Site {
  readonly language: Language
  readonly texts: LiveTexts
  /** Where visitors find it, without a slash at its end: `https://example.se/plan`. */
  readonly url: string
  /** The path of its pages, with a slash at its end: `/plan/`, or `/`. */
  readonly root: string
  /** The names in lower case that a request may be addressed to. */
  readonly hosts: ReadonlySet<string>
}

/** The names of this machine for itself. */
const loopback = ["localhost", "127.0.0.1", "[::1]"]

/** Reads the address of visitors; null if it is none, or has more than a host and a path. */
export const publicUrl = (words: string): URL | null => {
  const url = URL.parse(words)
  return url === null || !/^https?:$/u.test(url.protocol) || url.search + url.hash + url.username + url.password !== ""
    ? null
    : url
}

/** Returns the site of a server at an address and a port. */
export const siteOf = (
  language: Language,
  { address, port, url }: { readonly address: string; readonly port: number; readonly url: URL | null }
): Site => {
  const host = address.includes(":") ? `[${address}]` : address
  const isHere = loopback.includes(host)
  const visited = url ?? new URL(`http://${isHere ? "localhost" : host}:${port}/`)
  const path = visited.pathname.replace(/(?<!\/)\/+$/u, "")
  return {
    language,
    texts: liveTexts[language],
    url: `${visited.origin}${path}`,
    root: `${path}/`,
    // An address that stands for all of this machine's is no name of it.
    hosts: new Set([...loopback, host.toLowerCase(), ...(url === null ? [] : [url.hostname])])
  }
}

/** Returns whether a site answers for the host of a request, on any port: a page elsewhere may have a name for this one. */
export const answersFor = ({ hosts }: Site, host: string): boolean =>
  hosts.has(host.toLowerCase().replace(/:\d{1,5}$/u, ""))

/** Returns the path of a request within the site, from a slash on; the proxy may or may not have removed the site's own. */
export const pathWithin = ({ root }: Site, url: string): string =>
  url.startsWith(root) ? `/${url.slice(root.length)}` : url
