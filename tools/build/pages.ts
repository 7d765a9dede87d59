/**
 * Writes the bundled page scripts into the sources: run by `prepare`, `build` and `test`.
 */
import { writePageScripts } from "./PageScripts.ts"

await writePageScripts()
