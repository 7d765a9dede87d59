/**
 * Texts of `frist mcp` in each language, loaded only by that command.
 */
import type { Language } from "@frist/reports/words/Language"
import { enMcp } from "./en/enMcp.ts"
import { svMcp } from "./sv/svMcp.ts"

/** The texts of each language. */
export const mcpTexts: Readonly<Record<Language, typeof svMcp>> = { sv: svMcp, en: enMcp }
