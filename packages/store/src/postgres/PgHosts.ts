/**
 * Chooses the server of each connection, where an address names several or says which it wants: all are asked at once,
 * and the first in order that suits is taken.
 */
import type * as PgClient from "@effect/sql-pg/PgClient"
import * as PgConnection from "@effect/sql-pg/PgConnection"
import * as Effect from "effect/Effect"
import * as SqlError from "effect/sql/SqlError"
import { connect, type Socket } from "node:net"
import { Duplex } from "node:stream"
import { checkServerIdentity } from "node:tls"
import * as Redacted from "effect/Redacted"
import { pgError } from "./PgErrors.ts"
import type { ServerAddress, WantedSession } from "../ServerAddress.ts"

type Host = ServerAddress["hosts"][number]

/** The answer of a server: a standby, or one that takes no writes for another reason, or one that does. */
type Asked = "standby" | "read-only" | "read-write"

const suits: Readonly<Record<WantedSession, ReadonlyArray<ReadonlyArray<Asked>>>> = {
  any: [["standby", "read-only", "read-write"]],
  "read-write": [["read-write"]],
  "read-only": [["standby", "read-only"]],
  "prefer-standby": [["standby"], ["read-only", "read-write"]]
}

const asking = "select pg_is_in_recovery(), current_setting('transaction_read_only') = 'on'"
const answeredWithin = "2 seconds"

/** Asks a server what it is; says why where it does not answer. */
const ask = (config: PgConnection.Config, { host, port }: Host): Promise<Asked | Error> =>
  PgConnection.make({ ...config, host, port, applicationName: "frist asks" }).pipe(
    Effect.flatMap((connection) => connection.queryValues(asking, [], false)),
    Effect.scoped,
    Effect.timeout(answeredWithin),
    Effect.match({
      onFailure: (error): Asked | Error =>
        new Error(SqlError.isSqlError(error) ? pgError(error).detail : error.message),
      onSuccess: ([row]): Asked | Error =>
        row?.[0] === true ? "standby" : row?.[1] === true ? "read-only" : "read-write"
    }),
    Effect.runPromise
  )

const nameOf = ({ host, port }: Host): string => `${host}:${port}`

const choose = async (config: PgConnection.Config, { hosts, wants }: ServerAddress): Promise<Host> => {
  const asked = hosts.map((host) => ask(config, host))
  for (const wanted of suits[wants]) {
    for (const [at, host] of hosts.entries()) {
      const answer = await asked[at]
      if (typeof answer === "string" && wanted.includes(answer)) return host
    }
  }
  const answers = await Promise.all(asked)
  const said = hosts.map((host, at) => {
    const answer = answers[at]
    return `${nameOf(host)} ${answer instanceof Error ? `does not answer (${answer.message})` : `is ${String(answer)}`}`
  })
  throw new Error(`no server is ${wants}: ${said.join(", ")}`)
}

/** Connections that are opened within this time share an answer, in milliseconds. */
const sharedFor = 250

/** A connection to a server that is chosen only now. What is written meanwhile waits. */
class ChosenStream extends Duplex {
  readonly #socket: Promise<Socket>

  constructor(host: Promise<Host>) {
    super()
    this.#socket = host.then((chosen) => {
      const socket = connect({ ...chosen, noDelay: true, keepAlive: true, keepAliveInitialDelay: 5000 })
      socket.on("data", (chunk: Buffer) => {
        if (!this.push(chunk)) socket.pause()
      })
      socket.once("end", () => this.push(null))
      socket.once("error", (error) => this.destroy(error))
      socket.once("close", () => this.destroy())
      if (this.destroyed) socket.destroy()
      return socket
    })
    this.#socket.catch((error: unknown) => this.destroy(error instanceof Error ? error : new Error(String(error))))
  }

  override _read(): void {
    void this.#socket.then((socket) => socket.resume()).catch(() => undefined)
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    void this.#socket.then((socket) => socket.write(chunk, done)).catch(done)
  }

  override _final(done: (error?: Error | null) => void): void {
    void this.#socket.then((socket) => socket.end(() => done())).catch(() => done())
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    void this.#socket.then((socket) => socket.destroy()).catch(() => undefined)
    done(error)
  }
}

/** Returns what makes the client of an address choose; nothing for one server of any kind. */
export const pgHosts = (server: ServerAddress): Pick<PgClient.PgClientConfig, "stream" | "ssl"> => {
  const { hosts, url, wants } = server
  if (hosts.length === 0 || (hosts.length === 1 && wants === "any")) return {}
  const isVerified = /[?&]sslmode=(?:require|verify-)/u.test(Redacted.value(url))
  const ssl = isVerified && {
    // The name of any host of the address is as good: they serve one database.
    checkServerIdentity: (_: string, certificate: Parameters<typeof checkServerIdentity>[1]) => {
      const faults = hosts.map(({ host }) => checkServerIdentity(host, certificate))
      return faults.includes(undefined) ? undefined : faults[0]
    }
  }
  const config: PgConnection.Config = { url, ...(ssl === false ? {} : { ssl }) }
  let last: { readonly host: Promise<Host>; readonly since: number } | undefined
  return {
    ...(ssl === false ? {} : { ssl }),
    stream: () => {
      if (last === undefined || performance.now() - last.since > sharedFor) {
        last = { host: choose(config, server), since: performance.now() }
      }
      return new ChosenStream(last.host)
    }
  }
}
