/**
 * A primary and its standby, of the PostgreSQL that the system has: the one of the other tests cannot copy a running
 * server. A wire leads clients to one of them.
 */
import { execFile, execFileSync, spawn, type ChildProcess } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { connect, createServer, type AddressInfo, type Socket } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { sqlNow } from "../PgSessions.ts"

const run = promisify(execFile)

const folders = (): ReadonlyArray<string> => {
  const all: Array<string> = []
  try {
    all.push(
      execFileSync("pg_config", ["--bindir"], { stdio: ["ignore", "pipe", "ignore"] })
        .toString()
        .trim()
    )
  } catch {
    // It comes with the development files only.
  }
  const debian = "/usr/lib/postgresql"
  if (existsSync(debian)) all.push(...readdirSync(debian).map((version) => join(debian, version, "bin")))
  return all
}

const programs = ["initdb", "postgres", "pg_basebackup"]

/** The folder of a PostgreSQL that can copy a running server; undefined where there is none. */
export const postgresFolder = folders().find((folder) => programs.every((each) => existsSync(join(folder, each))))

/** Why tests of a failover are skipped. */
export const withoutPostgres = "skipped: no PostgreSQL with pg_basebackup (on Debian, apt-get install postgresql)"

/** A server refuses to run as root. */
const nobody = 65_534
const asOther = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
const program = (name: string) => join(postgresFolder ?? "", name)

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** The processes of a server: those whose parent it is. */
const childrenOf = (pid: number): ReadonlyArray<number> =>
  readdirSync("/proc").flatMap((each) => {
    if (!/^\d+$/u.test(each)) return []
    try {
      const stat = readFileSync(`/proc/${each}/stat`, "utf8")
      return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]) === pid ? [Number(each)] : []
    } catch {
      return []
    }
  })

const end = (pid: number): void => {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It has ended meanwhile.
  }
}

/** One server. */
export class Server {
  readonly port: number
  readonly name: string
  readonly #folder: string
  #process: ChildProcess | undefined

  private constructor(folder: string, port: number) {
    this.#folder = folder
    this.port = port
    this.name = `s${port}`
  }

  static readonly #base = async (): Promise<Server> => {
    const folder = mkdtempSync(join(tmpdir(), "frist-failover-"))
    if (asOther.uid !== undefined) chownSync(folder, nobody, nobody)
    return new Server(join(folder, "data"), await freePort())
  }

  /** Makes an empty server. */
  static async primary(): Promise<Server> {
    const server = await Server.#base()
    await run(
      program("initdb"),
      ["-D", server.#folder, "-U", "postgres", "-A", "trust", "--encoding=UTF8", "--locale=C", "--no-sync"],
      asOther
    )
    await server.start()
    return server
  }

  /** Makes a standby of this server. */
  async standby(): Promise<Server> {
    const server = await Server.#base()
    const from = `host=127.0.0.1 port=${this.port} user=postgres application_name=${server.name}`
    await run(
      program("pg_basebackup"),
      ["-D", server.#folder, "-R", "-X", "stream", "--checkpoint=fast", "--no-sync", "-d", from],
      asOther
    )
    await server.start()
    return server
  }

  url(database = "postgres"): string {
    return `postgres://postgres@127.0.0.1:${this.port}/${database}`
  }

  sql(...statements: ReadonlyArray<string>): Promise<ReadonlyArray<unknown>> {
    return sqlNow(this.url(), ...statements)
  }

  /** Acknowledges a commit once this standby has it; or again at once. */
  async waitFor(standby: Server | null, commit = "on"): Promise<void> {
    await this.sql(
      `alter system set synchronous_standby_names = '${standby?.name ?? ""}'`,
      `alter system set synchronous_commit = '${commit}'`,
      "select pg_reload_conf()"
    )
  }

  start(): Promise<void> {
    // prettier-ignore
    const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=200", "max_wal_senders=10", "hot_standby=on", "wal_receiver_status_interval=1", "wal_retrieve_retry_interval=200ms", "wal_keep_size=64MB"]
    return new Promise((resolve, reject) => {
      const flags = settings.flatMap((each) => ["-c", each])
      const child = spawn(program("postgres"), ["-D", this.#folder, "-p", String(this.port), ...flags], {
        ...asOther,
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, LC_ALL: "C" }
      })
      this.#process = child
      let said = ""
      child.stderr.setEncoding("utf8")
      child.stderr.on("data", (chunk: string) => {
        said = (said + chunk).slice(-4000)
        if (/ready to accept (?:read-only )?connections/u.test(said)) resolve()
      })
      child.once("error", reject)
      child.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
    })
  }

  /** Ends every process of the server at once, as a machine does that loses its power. */
  async kill(): Promise<void> {
    const child = this.#process
    this.#process = undefined
    if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
    for (const each of [...childrenOf(child.pid), child.pid]) end(each)
    await ended
  }

  async promote(): Promise<void> {
    await this.sql("select pg_promote(true, 60)")
  }

  async remove(): Promise<void> {
    await this.kill()
    rmSync(join(this.#folder, ".."), { recursive: true, force: true })
  }
}

/** A wire from a fixed port to a server that can be changed. */
export interface Wire {
  readonly port: number
  /** Leads new connections to this port. */
  readonly to: (port: number) => void
  /** Cuts all connections. */
  readonly cut: () => void
  readonly close: () => void
}

export const openWire = (target: number): Promise<Wire> => {
  let port = target
  const open = new Set<Socket>()
  const server = createServer({ noDelay: true }, (client) => {
    const up = connect({ host: "127.0.0.1", port, noDelay: true })
    const ends = [client, up]
    client.pipe(up)
    up.pipe(client)
    for (const socket of ends) {
      open.add(socket)
      const close = () => {
        for (const each of ends) {
          open.delete(each)
          each.destroy()
        }
      }
      socket.on("error", close)
      socket.on("close", close)
    }
  })
  const cut = () => {
    for (const socket of open) socket.destroy()
  }
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        to: (to) => void (port = to),
        cut,
        close: () => {
          cut()
          server.close()
        }
      })
    )
  )
}
