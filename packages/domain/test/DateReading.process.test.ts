/**
 * The time zone of the computer changes no reading. Runs in processes with other time zones.
 */
import { execFileSync } from "node:child_process"
import { expect, it } from "@effect/vitest"

const script = `
  const { readDate } = await import("${new URL("../src/dates/DateReading.ts", import.meta.url).href}")
  const { PlannedDate } = await import("${new URL("../src/PlannedDate.ts", import.meta.url).href}")
  const words = ["2021-12-31", "2024-03-31", "2024-10-27", "2024-06", "2024-", "hösten 2024", "v. 13 2024", "årsskiftet 2024/25"]
  const dates = words.map((w) => readDate(w).date)
  console.log(JSON.stringify([dates, dates.map((d) => PlannedDate.slip(dates[0], d)), dates.map((d) => PlannedDate.lateness(d, "2024-06-30"))]))`

const under = (zone: string) =>
  execFileSync(process.execPath, ["--input-type=module", "--no-warnings", "--eval", script], {
    env: { ...process.env, NODE_OPTIONS: "", TZ: zone },
    encoding: "utf8"
  })

it.each(["Pacific/Auckland", "America/New_York", "Europe/Stockholm"])(
  "dates read the same in the time zone %s as in UTC",
  (zone) => {
    expect(under(zone)).toBe(under("UTC"))
    expect(under(zone)).toContain("2024-10-27")
  }
)
