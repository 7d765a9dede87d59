/**
 * PgBouncer in front of a server, in transaction mode, where the system has it.
 */
import { spawn } from "node:child_process"
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { connect, createServer, type AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"

/** The program; undefined where there is none. */
export const pgBouncer = ["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"].find(existsSync)

/** Why tests through a pooler are skipped. */
export const withoutBouncer = "skipped: no PgBouncer (on Debian, apt-get install pgbouncer)"

export interface Bouncer {
  readonly port: number
  readonly close: () => Promise<void>
}

/** It refuses to run as root. */
const nobody = 65_534
const asOther = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ port, host: "127.0.0.1" })
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.once("error", () => resolve(false))
  })

/** Starts it in front of the server of an address, for every database and login there. */
export const startBouncer = async (address: string, size = 20): Promise<Bouncer> => {
  const { hostname, password, port: server, username } = new URL(address)
  const folder = mkdtempSync(join(tmpdir(), "frist-bouncer-"))
  const port = await freePort()
  const users = join(folder, "users.txt")
  const settings = join(folder, "pgbouncer.ini")
  writeFileSync(users, `"${username}" "${decodeURIComponent(password)}"\n`)
  writeFileSync(
    settings,
    `[databases]
* = host=${hostname} port=${server}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = plain
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${size}
max_client_conn = 500
`
  )
  if (asOther.uid !== undefined) for (const each of [folder, users, settings]) chownSync(each, nobody, nobody)
  const child = spawn(pgBouncer ?? "", ["-q", settings], { ...asOther, stdio: "ignore" })
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()))
  for (let tries = 0; !(await answers(port)); tries += 1) {
    if (tries > 200) throw new Error("PgBouncer does not answer")
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return {
    port,
    close: async () => {
      child.kill("SIGKILL")
      await ended
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
