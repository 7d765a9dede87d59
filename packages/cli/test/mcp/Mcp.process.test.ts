/**
 * `frist mcp` as an assistant starts it: lines of JSON over its standard input and output, and a database that stays as it
 * is.
 */
import { expect, it } from "@effect/vitest"
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { once } from "node:events"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import { vi } from "vitest"
import { protocols } from "../../src/mcp/RunMcp.ts"
import { contents, folder, frist, sample } from "../frist.ts"

const bin = fileURLToPath(new URL("../../src/bin.ts", import.meta.url))

interface Message {
  readonly id?: number | null
  readonly error?: { readonly code: number; readonly message: string }
  readonly result?: {
    readonly isError?: boolean
    readonly structuredContent?: { readonly view: { readonly events: number } }
  }
}

/** Returns a digest of each file in a folder that holds anything; a database that is open has an empty file beside it. */
const digests = (place: string): ReadonlyMap<string, string> =>
  new Map(
    [...contents(place)]
      .filter(([, bytes]) => bytes !== "")
      .map(([name, bytes]) => [name, createHash("sha256").update(bytes).digest("hex")])
  )

/** Starts a server, and returns how to ask it and how to end it. */
const started = async (db: string, first: "initialize" | "unasked" = "initialize") => {
  const server = spawn(process.execPath, [bin, "mcp", "--db", db, "--lang", "en"])
  const waiting = new Map<number, (message: Message) => void>()
  const said: Array<string> = []
  createInterface(server.stdout).on("line", (line) => {
    said.push(line)
    const message = JSON.parse(line) as Message
    waiting.get(message.id ?? -1)?.(message)
  })
  let err = ""
  server.stderr.on("data", (words) => (err += String(words)))
  let asked = 0
  const send = (message: object) => server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`)
  const ask = (method: string, params: object) => {
    const id = ++asked
    return new Promise<Message>((resolve) => {
      waiting.set(id, resolve)
      send({ id, method, params })
    })
  }
  if (first === "initialize") {
    await ask("initialize", {
      protocolVersion: "2025-06-18",
      capabilities: {},
      clientInfo: { name: "test", version: "1" }
    })
    send({ method: "notifications/initialized" })
  }
  const ended = async (by: "input" | NodeJS.Signals) => {
    if (by === "input") server.stdin.end()
    else server.kill(by)
    const [code] = await once(server, "exit")
    return { code, err }
  }
  return { ask, ended, said, write: (chunk: string) => server.stdin.write(chunk) }
}

it("the bytes of a database are the same after a thousand calls, also between what others record", async () => {
  const place = folder()
  const db = await sample(place)
  const before = digests(place)
  const { ask, ended } = await started(db)
  const tools = ["board", "slips", "history", "decisions", "findings"]
  let events = 0
  for (let at = 0; at < 1000; at += 50) {
    const answers = Array.from({ length: 50 }, (_, n) =>
      ask("tools/call", {
        name: tools[n % tools.length],
        arguments: { limit: 1, ...(n % 7 === 0 ? { asOf: "2023-12-15" } : {}) }
      })
    )
    for (const { result } of await Promise.all(answers)) {
      expect(result?.isError).toBe(false)
      events = result?.structuredContent?.view.events ?? 0
    }
  }
  expect(digests(place)).toEqual(before)
  expect((await frist("move", "sdv", "2031-01-01", "--db", db)).exitCode).toBe(0)
  const after = await ask("tools/call", { name: "board", arguments: { limit: 1 } })
  expect(after.result?.structuredContent?.view.events).toBe(events + 1)
  expect(await ended("input")).toEqual({ code: 0, err: "" })
})

it.each(["SIGINT", "SIGTERM"] as const)(
  "a server ends with success on %s, and leaves nothing behind",
  async (signal) => {
    const place = folder()
    const db = await sample(place)
    const before = digests(place)
    const { ask, ended } = await started(db)
    await ask("tools/call", { name: "board", arguments: {} })
    expect(await ended(signal)).toEqual({ code: 0, err: "" })
    expect(digests(place)).toEqual(before)
  }
)

const call = (id: number, parameters: unknown) =>
  JSON.stringify({ jsonrpc: "2.0", id, method: "tools/call", params: parameters })
const board = (id: number, given: unknown) => call(id, { name: "board", arguments: given })

it("each line of a chunk is answered by itself, whatever its neighbours are, in a sentence that says what is wanted", async () => {
  const db = await sample(folder())
  const { ended, said, write } = await started(db)
  const lines = [
    '{"jsonrpc":"2.0","id":102,"method":"ping"}',
    "not json",
    "",
    "5",
    '{"id":103}',
    '{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}',
    '[{"jsonrpc":"2.0","id":104,"method":"ping"},7]',
    board(105, { limit: 0 }),
    board(106, { limit: "x" }),
    board(107, { asOf: 5 }),
    board(108, { foo: 1 }),
    board(109, []),
    call(110, { name: "nope" }),
    call(111, {}),
    board(112, { limit: 1 }),
    '{"jsonrpc":"2.0","id":113,"method":"initialize","params":{}}',
    '{"jsonrpc":"2.0","id":114,"method":"ping"}',
    '{"jsonrpc":"2.0","id":115,"method":"tools/list","params":{"cursor":7}}',
    '{"jsonrpc":"2.0","id":116,"method":"resources/list","params":{"cursor":"next"}}',
    '{"jsonrpc":"2.0","id":117,"method":"prompts/list","params":[]}',
    '{"jsonrpc":"2.0","id":118,"method":"ping","params":7}',
    '{"jsonrpc":"2.0","id":119,"method":"logging/setLevel","params":{"level":"loud"}}',
    '{"jsonrpc":"2.0","id":120,"method":"logging/setLevel","params":{"level":"error"}}',
    ...["plan/read", "resources/read", "prompts/get", "completion/complete"].map((method, at) =>
      JSON.stringify({ jsonrpc: "2.0", id: 121 + at, method, params: {} })
    )
  ]
  const before = said.length
  write(`${lines.join("\r\n")}\r\n`)
  await vi.waitUntil(() => said.length >= before + lines.length - 1, { timeout: 20_000 })
  const answers = said.slice(before).map((line) => JSON.parse(line) as Message)
  const of = (id: number) => answers.filter((each) => each.id === id).map(({ error }) => error?.message)
  expect(answers.flatMap(({ error, id }) => (id === null ? [error?.code] : []))).toEqual([
    -32700, -32600, -32600, -32600
  ])
  expect([102, 112, 114].map((id) => of(id))).toEqual([[undefined], [undefined], [undefined]])
  expect(of(103)).toEqual(['The line is not a message of JSON-RPC 2.0; write "jsonrpc": "2.0", "id" and "method".'])
  for (const id of [105, 106]) expect(of(id)).toEqual(["Give limit as a whole number from 1 to 500."])
  expect(of(107)).toEqual(["Give asOf as a day as text, for example 2024-06-17."])
  expect(of(108)).toEqual(["The tool board does not take “foo”; it may take asOf, from, limit."])
  expect(of(109)).toEqual(["Give arguments as a JSON object; it may have asOf, from, limit."])
  expect(of(110)[0]).toMatch(/^There is no tool “nope”; call one of: board, /u)
  expect(of(111)[0]).toMatch(/^Name the tool to call in name: board, /u)
  expect(of(113)[0]).toMatch(/^initialize needs protocolVersion/u)
  for (const id of [115, 116]) expect(of(id)[0]).toMatch(/^Everything is listed at once/u)
  for (const id of [117, 118]) expect(of(id)).toEqual(["Give params as a JSON object, or leave it out."])
  expect(of(119)[0]).toMatch(/^Give level as one of: debug, /u)
  expect(of(120)).toEqual([undefined])
  expect(of(121)[0]).toMatch(/^Frist does not answer “plan\/read”; ask with tools\/call, which has the tools board, /u)
  for (const id of [122, 123, 124]) expect(of(id)[0]).toMatch(/^Frist does not answer /u)
  expect(await ended("input")).toEqual({ code: 0, err: "" })
})

const described = {
  "io.modelcontextprotocol/protocolVersion": "2026-07-28",
  "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
  "io.modelcontextprotocol/clientCapabilities": {}
}

it("a request is met by its own version or by initialize, and else told what it lacks", async () => {
  const db = await sample(folder())
  const server = await started(db, "unasked")
  const told = async (method: string, params: object) => (await server.ask(method, params)).error
  const lacks = {
    code: -32602,
    message: expect.stringMatching(/^Begin with initialize, or give io\.modelcontextprotocol\/protocolVersion and /u)
  }
  expect(await told("ping", {})).toBeUndefined()
  for (const meta of [
    undefined,
    5,
    { "io.modelcontextprotocol/protocolVersion": "2026-07-28" },
    { ...described, "io.modelcontextprotocol/clientInfo": "test" }
  ])
    for (const method of ["server/discover", "tools/list", "subscriptions/listen"])
      expect(await told(method, { _meta: meta }), method).toEqual(lacks)
  const { result } = await server.ask("server/discover", { _meta: described })
  expect(result).toMatchObject({ supportedVersions: protocols.map(({ protocolVersion }) => protocolVersion) })
  const anonymous = { ...described, "io.modelcontextprotocol/clientInfo": undefined }
  expect(await told("tools/list", { _meta: anonymous })).toBeUndefined()
  const later = { ...described, "io.modelcontextprotocol/protocolVersion": "2099-01-01" }
  expect(await told("server/discover", { _meta: later })).toMatchObject({ code: -32_022 })
  for (const method of ["ping", "logging/setLevel", "initialize"])
    expect(await told(method, { level: "info", _meta: described })).toEqual({
      code: -32601,
      message: expect.stringMatching(
        / belongs to versions of the protocol before 2026-07-28; .* begin with initialize/u
      )
    })
  expect(await told("subscriptions/listen", { _meta: described })).toMatchObject({ code: -32602 })
  const batch = JSON.stringify([1, 2].map((id) => ({ jsonrpc: "2.0", id: id + 800, method: "ping" })))
  const begin = (protocolVersion: string) =>
    told("initialize", { protocolVersion, capabilities: {}, clientInfo: { name: "test", version: "1" } })
  const afterBatch = async () => {
    const before = server.said.length
    server.write(`${batch}\n[]\n`)
    await vi.waitUntil(() => server.said.some((line, at) => at >= before && line.includes("not a list")))
    expect(await told("ping", {})).toBeUndefined()
    return server.said.slice(before).join("\n")
  }
  expect(await begin("2025-06-18")).toBeUndefined()
  for (const method of ["server/discover", "subscriptions/listen"])
    expect(await told(method, {})).toEqual({
      code: -32601,
      message: expect.stringMatching(/ belongs to version 2026-07-28 of the protocol; give /u)
    })
  expect(await afterBatch()).not.toMatch(/"id":80[12]/u)
  expect(await begin("2025-03-26")).toBeUndefined()
  expect(await afterBatch()).toMatch(/"id":801[^]*"id":802/u)
  expect(await server.ended("input")).toEqual({ code: 0, err: "" })
})

it("a line without end fills no memory, and the next is answered", async () => {
  const { ask, ended, said, write } = await started(await sample(folder()))
  const before = said.length
  for (let megabytes = 0; megabytes < 5; megabytes++) write("x".repeat(1_048_576))
  write("\n")
  expect((await ask("ping", {})).error).toBeUndefined()
  expect(JSON.parse(said[before] ?? "")).toMatchObject({
    id: null,
    error: { code: -32600, message: "The line is longer than 4 MB; write shorter messages." }
  })
  expect(await ended("input")).toEqual({ code: 0, err: "" })
})

it("a server that cannot start says why on the error output, and nothing on its output", async () => {
  const missing = await frist("mcp", "--db", "missing.db", "--lang", "en")
  expect(missing).toMatchObject({ exitCode: 3, out: "", err: expect.stringContaining("missing.db") })
})
