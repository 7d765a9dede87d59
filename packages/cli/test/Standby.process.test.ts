/**
 * What a standby shows is refused where it may be older than `--max-lag` says.
 */
import { beforeAll, afterAll, describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { DiagnosisView } from "../src/JsonViews.ts"
import { postgresFolder, Server, withoutPostgres } from "../../store/test/failover/Cluster.ts"
import { frist } from "./frist.ts"

const loginTo = (server: Server, name: string) => server.url().replace("postgres@", `${name}@`)

const board = (db: string, lag: string, ...words: ReadonlyArray<string>) =>
  frist("board", "--plan", "plan", "--max-lag", lag, "--db", db, ...words)

/** Repeats a command until it succeeds. */
const untilShown = async (run: () => ReturnType<typeof frist>) => {
  for (;;) {
    const ended = await run()
    if (ended.exitCode === 0) return ended
  }
}

describe.skipIf(postgresFolder === undefined)(
  postgresFolder === undefined ? withoutPostgres : `a standby of ${postgresFolder}`,
  () => {
    let primary: Server
    let standby: Server
    beforeAll(async () => {
      primary = await Server.primary()
      const db = primary.url()
      expect(await frist("migrate", "--db", db)).toMatchObject({ exitCode: 0 })
      const opened = await frist("open", "Plan", "--plan", "plan", "--on", "2024-01-01", "--db", db, "--max-lag", "1s")
      expect(opened).toMatchObject({ exitCode: 0 })
      standby = await primary.standby()
      await primary.sql(
        "create role reads login",
        "grant frist_reader to reads",
        "create role sees login",
        "grant frist_reader, pg_read_all_stats to sees"
      )
    }, 60_000)
    afterAll(async () => {
      await standby.remove()
      await primary.remove()
    })

    it("that has replayed everything shows it, however long nothing was recorded; a login that cannot see so is refused", async () => {
      // An idle primary is asked for a message after half of this.
      await standby.sql("alter system set wal_receiver_timeout = '2s'", "select pg_reload_conf()")
      await new Promise((resolve) => setTimeout(resolve, 4000))
      expect(await untilShown(() => board(loginTo(standby, "sees"), "2s"))).toMatchObject({ err: "" })
      expect(await board(loginTo(standby, "reads"), "2s", "--lang", "en")).toMatchObject({
        exitCode: 3,
        out: "",
        err: expect.stringMatching(
          /^postgres:\/\/reads@.* is a standby and may be further behind than --max-lag allows; .* \(what the standby shows may be \d+\.\d s old, and 2 s are allowed; .* the role pg_read_all_stats\)\.$/u
        )
      })
      expect(await board(loginTo(standby, "reads"), "2s", "--lang", "sv")).toMatchObject({
        err: expect.stringMatching(
          /^Kopian .* tillåter; vänta, .* \(det den visar kan vara \d+,\d s gammalt, och 2 s är tillåtet; .* rollen pg_read_all_stats\)\.$/u
        )
      })
      expect(await board(loginTo(standby, "reads"), "1h")).toMatchObject({ exitCode: 0 })
      // A primary is behind nobody.
      expect(await board(loginTo(primary, "reads"), "0s")).toMatchObject({ exitCode: 0 })
    }, 60_000)

    it("that has not replayed the latest is refused, by every command that reads", async () => {
      await standby.sql("select pg_wal_replay_pause()")
      expect(
        await frist("note", "--plan", "plan", "Mer", "--on", "2024-01-01", "--db", primary.url()).then(() =>
          frist("register", "nytt", "--area", "Nytt", "--plan", "plan", "--on", "2024-01-01", "--db", primary.url())
        )
      ).toMatchObject({ exitCode: 0 })
      await new Promise((resolve) => setTimeout(resolve, 3000))
      const db = ["--plan", "plan", "--db", loginTo(standby, "sees")]
      for (const words of [
        ["board"],
        ["completed"],
        ["slips"],
        ["timeline"],
        ["findings"],
        ["decisions"],
        ["measures"],
        ["editions"],
        ["slips", "--all-plans"],
        ["project"],
        ["export"],
        ["verify"],
        ["report", "--held-on", "2024-01-01", "--out", "report.html"],
        ["bundle", "bundle.zip"],
        ["check"]
      ]) {
        expect(await frist(...words, "--max-lag", "2s", ...db), words[0]).toMatchObject({
          exitCode: 3,
          err: expect.stringContaining("längre efter än --max-lag tillåter")
        })
      }
      const { findings } = Schema.decodeUnknownSync(DiagnosisView)(
        JSON.parse((await frist("doctor", "--format", "json", ...db)).out)
      )
      expect(findings).toContainEqual({
        code: "serverIsStandby",
        level: "warning",
        detail: expect.stringMatching(/^≤ \d+\.\d s$/u)
      })
      expect(await board(loginTo(standby, "sees"), "1h")).toMatchObject({ exitCode: 0 })
      await standby.sql("select pg_wal_replay_resume()")
      const shown = await untilShown(() => board(loginTo(standby, "sees"), "2s", "--lang", "en"))
      expect(shown.out).toContain("Nytt")
    }, 60_000)

    it("is refused only with a length of time that can be read", async () => {
      for (const words of ["", "5", "-1s", "1.5s", "5 min", "5d", "1234567s"]) {
        expect(await board(standby.url(), words), words).toMatchObject({ exitCode: 2 })
      }
      expect(await frist("board", "--db", standby.url(), "--max-lag", "x")).toMatchObject({
        exitCode: 2,
        err: "”x” är ingen tidslängd; skriv till exempel 30s, 5m eller 2h."
      })
    })
  }
)
