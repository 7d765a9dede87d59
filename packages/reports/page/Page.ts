/**
 * The script of the HTML report.
 */
import type { Day } from "@frist/domain/Day"
import type { PackedLog } from "../src/writers/html/PackedLog.ts"
import { fold } from "./Folding.ts"
import { enliven } from "./InteractivePage.ts"
import { pageTexts } from "./PageTexts.ts"

const log = JSON.parse(document.querySelector("#log")?.textContent ?? "null") as PackedLog

enliven({ log, heldOn: document.body.dataset["heldOn"] as Day }, pageTexts(document.documentElement.lang))
fold()
