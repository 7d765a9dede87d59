/**
 * The answers of a site: pages, JSON, events, and refusals in sentences.
 */
import { describe, expect, it } from "@effect/vitest"
import { Board } from "@frist/projections/Board"
import { ActivityHistory } from "@frist/projections/ActivityHistory"
import { Completed } from "@frist/projections/Completed"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import { MilestoneTrend } from "@frist/projections/MilestoneTrend"
import { Timeline } from "@frist/projections/Timeline"
import * as Schema from "effect/Schema"
import { moveOf, served } from "./servedSample.ts"

const site = await served()
const swedish = await served({ language: "sv" })

describe("a page", () => {
  it("is the report of the day, allows nothing from elsewhere, and links to activities", async () => {
    const answer = await site.ask("/")
    expect(answer.status).toBe(200)
    const policy = answer.headers.get("content-security-policy") ?? ""
    for (const part of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "trusted-types 'none'"])
      expect(policy).toContain(part)
    expect(policy).not.toContain("unsafe")
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff")
    const text = await answer.text()
    expect(text).toContain('<a href="/activities/sdv">')
    expect(text).not.toMatch(/<script>| style="| on[a-z]+="/u)
  })

  it("of an activity has each change of its deadline, and is missing for others", async () => {
    const activity = await (await site.ask("/activities/sdv")).text()
    expect(activity).toContain('id="table-activity-moves"')
    // They are what the page is for, so a phone does not fold them.
    expect(activity).not.toContain("<details")
    // The chart of one activity counts nothing, and says how it is read.
    expect(activity).toContain("<h3>The deadline at each review</h3>")
    expect(activity).not.toMatch(/\d of \d deadlines/u)
    expect(activity).toContain("In the shaded half")
    for (const page of [await (await site.ask("/")).text(), activity])
      for (const path of ["/plan.ics", "/moves.atom", "/api/openapi.json"]) expect(page).toContain(`<a href="${path}">`)
    const missing = await site.ask("/activities/%3Cb%3E")
    expect(missing.status).toBe(404)
    expect(await missing.text()).toContain("There is no activity “&lt;b&gt;”")
  })

  it("shows what has been recorded since", async () => {
    const own = await served()
    const before = await (await own.ask("/page.json")).json()
    expect(before).toEqual(await (await own.ask("/page.json")).json())
    await own.record(moveOf("sdv", "2024-12-16", "2033-03-03", "Delayed again"))
    expect(await (await own.ask("/")).text()).toContain("2033-03-03")
    expect(await (await own.ask("/activities/sdv")).text()).toContain("Delayed again")
  })
})

describe("the parameters of an address", () => {
  it("give the pages of an earlier day, whose links and updates keep it", async () => {
    const board = await (await site.ask("/?asOf=2023-12-31")).text()
    expect(/class="subtitle">([^<]*)/u.exec(board)?.[1]).toContain("31 December 2023")
    expect(board).toContain('<a href="/activities/sdv?asOf=2023-12-31">')
    expect(board).toContain('data-own="/page.json?asOf=2023-12-31"')
    expect(board).toContain('<a href="/">The plan today</a>')
    const activity = await (await site.ask("/activities/sdv?asOf=2023-12-31")).text()
    expect(activity).toContain('<a href="/?asOf=2023-12-31">')
    expect(activity).not.toContain("2024-06-17")
    expect((await site.ask("/activities/sdv?asOf=1999-01-01")).status).toBe(404)
    for (const path of ["/page.json", "/activities/sdv/page.json"])
      expect(await (await site.ask(`${path}?asOf=2023-12-31`)).json()).toMatchObject({ heldOn: "2023-12-31" })
    expect(await (await site.ask("/")).text()).not.toContain("asOf=")
    const redirected = await (await served({ url: "https://example.se/plan" })).ask("/plan?asOf=2023-12-31")
    expect(redirected.headers.get("location")).toBe("/plan/?asOf=2023-12-31")
  })

  const ofADay = ["/", "/page.json", "/activities/sdv", "/activities/sdv/page.json"]
  const views = ["board", "completed", "slips", "trend", "timeline", "activities/sdv"].map((view) => `/api/${view}`)
  const current = ["/plan.ics", "/moves.atom", "/events", "/api/openapi.json", "/style.css", "/page.js", "/icon.svg"]

  it.each<readonly [path: string, words: string]>([
    ...[...ofADay, ...views].flatMap((path): ReadonlyArray<readonly [string, string]> => [
      [`${path}?asOf=2024-02-30`, "asOf är ingen dag som finns: ”2024-02-30”"],
      [`${path}?asOf=%E0%A4%A`, "asOf är ingen dag som finns"],
      [`${path}?asOf`, "asOf är ingen dag som finns"],
      [`${path}?asOf=2024-01-01&asOf=2024-01-02`, "mer än en gång"],
      [`${path}?asof=2024-01-01`, "okänd parameter: ”asof”"],
      [`${path};today=2024-01-01`, "okänd parameter: ”today”"],
      [`${path}?asOf=2024-01-01&%E0=`, "okänd parameter: ”%E0”"]
    ]),
    ...current.map((path): readonly [string, string] => [
      `${path}?asOf=2024-01-01`,
      "tar inga parametrar. Ta bort ”asOf”"
    ])
  ] as ReadonlyArray<readonly [string, string]>)(
    "that are wrong are refused in a sentence: %s",
    async (path, words) => {
      const swedish = await served({ language: "sv" })
      const answer = await swedish.ask(path)
      expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining(words)])
      expect(swedish.reported).toEqual([])
    }
  )

  it("of no page are those of a page that is missing", async () => {
    expect((await site.ask("/nothing?x=1")).status).toBe(404)
  })
})

describe("the views as JSON", () => {
  it.each([
    ["/api/board", Board],
    ["/api/completed", Completed],
    ["/api/slips", DeadlineHistory],
    ["/api/trend", MilestoneTrend],
    ["/api/timeline", Timeline],
    ["/api/activities/sdv", ActivityHistory]
  ] as const)("%s have their shape, also as of an earlier day", async (path, shape: Schema.Codec<object, unknown>) => {
    for (const [query, asOf] of [
      ["", "2024-12-16"],
      ["?asOf=2023-12-31", "2023-12-31"]
    ] as const) {
      const answer = await site.ask(`${path}${query}`)
      expect(answer.status).toBe(200)
      expect(Schema.decodeUnknownSync(shape)(await answer.json())).toMatchObject({ plan: "sample", asOf })
    }
  })

  it("are all described by OpenAPI, at the address of visitors", async () => {
    const behind = await served({ url: "https://example.se/plan" })
    const answer = await behind.ask("/plan/api/openapi.json", { host: "example.se" })
    const description = (await answer.json()) as { readonly paths: Readonly<Record<string, object>> }
    expect(description).toMatchObject({ openapi: "3.1.0", servers: [{ url: "https://example.se/plan" }] })
    expect(Object.keys(description.paths)).toEqual([
      "/api/board",
      "/api/completed",
      "/api/slips",
      "/api/trend",
      "/api/timeline",
      "/api/activities/{activity}"
    ])
    for (const path of Object.values(description.paths)) expect(Object.keys(path)).toEqual(["get"])
  })

  it("describe every answer that they give, refusals too", async () => {
    const answer = await site.ask("/api/openapi.json")
    type Responses = Readonly<
      Record<string, { readonly content: { readonly "application/json": { readonly schema: object } } }>
    >
    const { components, paths } = (await answer.json()) as {
      readonly components: { readonly schemas: Readonly<Record<string, object>> }
      readonly paths: Readonly<Record<string, { readonly get: { readonly responses: Responses } }>>
    }
    for (const [path, { get }] of Object.entries(paths)) {
      const isOne = path.includes("{")
      expect(Object.keys(get.responses), path).toEqual(isOne ? ["200", "400", "404", "503"] : ["200", "400", "503"])
      const asked = path.replace("{activity}", "sdv")
      const others = isOne ? ["/api/activities/none", "/api/activities/%E0%A4%A"] : []
      for (const refused of [`${asked}?asOf=2024-02-30`, ...others]) {
        const { json, status } = await site.ask(refused).then(async (each) => ({
          json: (await each.json()) as object,
          status: String(each.status)
        }))
        const named = components.schemas["NoActivityEncoded"]
        const described = JSON.stringify(status === "404" ? [get.responses[status], named] : get.responses[status])
        expect(described, refused).toContain('"sentence":{"type":"string"}')
        for (const key of Object.keys(json)) expect(described, refused).toContain(`"${key}":{"type":"string"`)
      }
    }
  })

  it("refuse in sentences", async () => {
    const sentence = async (path: string) => {
      const answer = await site.ask(path)
      return [answer.status, ((await answer.json()) as { readonly sentence: string }).sentence]
    }
    expect(await sentence("/api/activities/none")).toEqual([
      404,
      "There is no activity “none” in the plan on that day."
    ])
    expect(await sentence("/api/board?asOf=2024-02-30")).toEqual([400, expect.stringContaining("YYYY-MM-DD")])
    expect(await sentence("/api/nothing")).toEqual([404, "There is no page here."])
    expect(site.reported).toEqual([])
  })
})

describe("a site", () => {
  it("refuses other hosts, methods and paths, in the language of the command", async () => {
    const refused = async (path: string, options: Parameters<typeof swedish.ask>[1]) => {
      const answer = await swedish.ask(path, options)
      return [answer.status, await answer.text()]
    }
    expect(await refused("/", { host: "evil.example" })).toEqual([421, expect.stringContaining("svarar inte för")])
    for (const method of ["POST", "PUT", "DELETE", "OPTIONS"])
      expect(await refused("/", { method })).toEqual([405, "Här går det bara att läsa. Använd GET.\n"])
    for (const path of ["/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/activities/%E0%A4%A", "/.git"])
      expect((await refused(path, {}))[0], path).toBe(404)
    expect(swedish.reported).toEqual([])
  })

  it("has every address under its path, and sends visitors without a slash on", async () => {
    const behind = await served({ url: "https://example.se/plan" })
    const page = await (await behind.ask("/plan/")).text()
    const addresses = Array.from(
      page.matchAll(/(?:href|src|data-own|data-events)="([^"#]+)/gu),
      ([, each]) => each ?? ""
    )
    expect(addresses.length).toBeGreaterThan(20)
    for (const address of addresses) expect(address).toMatch(/^\/plan\//u)
    for (const address of new Set(addresses)) {
      const answer = await behind.ask(address)
      expect([address, answer.status]).toEqual([address, 200])
      await answer.body?.cancel()
    }
    const on = await behind.ask("/plan")
    expect([on.status, on.headers.get("location")]).toEqual([308, "/plan/"])
  })

  it("sends the version of the plan at once, and when events are recorded", async () => {
    const own = await served()
    const answer = await own.ask("/events")
    expect(answer.headers.get("content-type")).toBe("text/event-stream")
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader() ?? expect.fail("no body")
    const next = async (): Promise<string> => {
      const { value = "" } = await reader.read()
      return value.startsWith("data: ") ? value : next()
    }
    const first = await next()
    expect(first).toMatch(/^data: \d+\.2024-12-16\.2024-12-16\n\n$/u)
    await own.record(moveOf("sdv", "2024-12-16", "2033-03-03", null), moveOf("sdv", "2024-12-16", "2034-03-03", null))
    expect(await next()).toBe(first.replace(/\d+/u, (events) => String(Number(events) + 2)))
    await reader.cancel()
  })
})
