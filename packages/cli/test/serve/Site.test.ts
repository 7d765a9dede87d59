/**
 * Where a served plan is: its hosts, and its path behind a proxy.
 */
import { describe, expect, it } from "@effect/vitest"
import { answersFor, pathWithin, publicUrl, siteOf } from "../../src/serve/Site.ts"

const here = siteOf("sv", { address: "127.0.0.1", port: 8420, url: null })
const behind = siteOf("sv", { address: "::", port: 8420, url: publicUrl("https://Intranet.example.se/plan/") })

describe("a site", () => {
  it("on this machine answers for loopback alone", () => {
    for (const host of ["localhost:8420", "LOCALHOST", "127.0.0.1:8420", "[::1]:8420"])
      expect(answersFor(here, host), host).toBe(true)
    for (const host of [
      "",
      "evil.example",
      "evil.example:8420",
      "localhost.evil.example",
      "127.0.0.1.evil.example:8420",
      "localhost:8420:1",
      "localhost@evil.example",
      "0.0.0.0:8420",
      "192.168.1.1"
    ])
      expect(answersFor(here, host), host).toBe(false)
  })

  it("behind a proxy answers for the host of its visitors too", () => {
    expect(answersFor(behind, "intranet.example.se")).toBe(true)
    expect(answersFor(behind, "Intranet.example.se:443")).toBe(true)
    expect(answersFor(behind, "localhost:8420")).toBe(true)
    expect(answersFor(behind, "example.se")).toBe(false)
  })

  it("has its pages under the path of its address, whether the proxy removes that or not", () => {
    expect([here.url, here.root]).toEqual(["http://localhost:8420", "/"])
    expect([behind.url, behind.root]).toEqual(["https://intranet.example.se/plan", "/plan/"])
    expect(
      ["/plan/", "/plan/api/board?asOf=2024-01-01", "/api/board", "/"].map((path) => pathWithin(behind, path))
    ).toEqual(["/", "/api/board?asOf=2024-01-01", "/api/board", "/"])
    expect(pathWithin(here, "/plan/x")).toBe("/plan/x")
  })

  it.each(["plan", "ftp://example.se", "https://a:b@example.se", "https://example.se/?q", "https://example.se/#x"])(
    "has no address %s",
    (words) => expect(publicUrl(words)).toBeNull()
  )
})
