/**
 * The address of PostgreSQL servers as libpq writes it: one host or several, and parameters. What is not supported is
 * refused: a parameter that is ignored would be a promise that is not kept.
 */
import * as Redacted from "effect/Redacted"
import * as Result from "effect/Result"
import type { AddressFault } from "./AddressFault.ts"

/** The server to use, of those that an address names. */
export type WantedSession = "any" | "read-write" | "read-only" | "prefer-standby"

/** The servers of an address, and how to talk to them. */
export interface ServerAddress {
  /** The address as if its first host were the only one. */
  readonly url: Redacted.Redacted
  /** In the order in which they are tried. */
  readonly hosts: ReadonlyArray<{ readonly host: string; readonly port: number }>
  readonly wants: WantedSession
  /** Whether statements are prepared by name; false for a pooler, which passes no settings on either. */
  readonly prepare: boolean
}

/** The values of a parameter: those listed, or any text that the pattern matches. */
const parameters: Readonly<Record<string, ReadonlyArray<string> | RegExp>> = {
  target_session_attrs: ["any", "read-write", "read-only", "prefer-standby"],
  prepare: ["true", "false"],
  sslmode: ["disable", "allow", "prefer", "require", "verify-ca", "verify-full"],
  connect_timeout: /^\d{1,6}$/u,
  application_name: /^/u,
  options: /^/u,
  user: /^/u,
  password: /^/u,
  dbname: /^/u,
  /** The folder of a socket. */
  host: /^\/[^,]*$/u,
  port: /^\d{1,5}$/u
}

const isSupported = (name: string, value: string): boolean => {
  const values = Object.hasOwn(parameters, name) ? parameters[name] : undefined
  return values instanceof RegExp ? values.test(value) : (values?.includes(value) ?? false)
}

const parts = /^(postgres(?:ql)?:\/\/)([^/?#]*@)?([^/?#@]*)(.*)$/isu

/** Parses `postgres://user@one:5432,other:5432/database?target_session_attrs=read-write`. */
export const parseServer = (text: string): Result.Result<ServerAddress & { readonly name: string }, AddressFault> => {
  const [, scheme = "", login = "", listed = "", rest = ""] = parts.exec(text) ?? []
  const hosts: Array<ServerAddress["hosts"][number]> = []
  const names = listed.split(",")
  let first: URL | undefined
  for (const each of names) {
    if (each === "" && names.length > 1) return Result.fail("hosts")
    const written = `${scheme}${login}${each}${rest}`
    if (!URL.canParse(written)) return Result.fail("malformed")
    const url = new URL(written)
    first ??= url
    if (url.hostname === "") return Result.fail("malformed")
    hosts.push({ host: decoded(url.hostname), port: url.port === "" ? 5432 : Number(url.port) })
  }
  // A password with a slash, a question mark or a hash as it is ends up behind the host.
  if (first === undefined || first.hash !== "" || `${first.pathname}${first.search}`.includes("@")) {
    return Result.fail("malformed")
  }
  const seen = new Set<string>()
  for (const [name, value] of first.searchParams) {
    if (name === "host" || name === "port") {
      if (value.includes(",") || !value.startsWith("/") !== (name === "port") || hosts.length > 1)
        return Result.fail("hosts")
    }
    if (!isSupported(name, value) || seen.has(name)) return Result.fail("parameter")
    // TLS that may be left out is compared with the name of the first host only.
    if (name === "sslmode" && hosts.length > 1 && /^(?:allow|prefer)$/u.test(value)) return Result.fail("optionalTls")
    seen.add(name)
  }
  const own = first.searchParams
  const wants = (own.get("target_session_attrs") ?? "any") as WantedSession
  const port = own.get("port")
  // A socket is one server, and nobody is asked there.
  if (seen.has("host") && wants !== "any") return Result.fail("hosts")
  const user = first.username === "" ? "" : `${first.username}@`
  return Result.succeed({
    name: `${first.protocol}//${user}${listed}${first.pathname}`,
    url: Redacted.make(first.href),
    hosts: seen.has("host") ? [] : port === null ? hosts : hosts.map((each) => ({ ...each, port: Number(port) })),
    wants,
    prepare: own.get("prepare") !== "false"
  })
}

const decoded = (hostname: string): string => decodeURIComponent(hostname).replace(/^\[(.*)\]$/u, "$1")

/** Returns the address with this password, if it has none. */
export const withPassword = (url: Redacted.Redacted, password: string): Redacted.Redacted => {
  const text = Redacted.value(url)
  const [, scheme = "", login = "", listed = "", rest = ""] = parts.exec(text) ?? []
  if (login.includes(":") || /[?&]password=/iu.test(rest)) return url
  return Redacted.make(`${scheme}${login.slice(0, -1)}:${encodeURIComponent(password)}@${listed}${rest}`)
}
