/**
 * The linter's rules, and the boundaries between packages: which package imports which, and where drivers are loaded.
 */
import { defineConfig, type OxlintOverride } from "oxlint"

/** Each package, and those that it may import from. */
const arrows = {
  domain: [],
  evidence: ["domain"],
  store: ["domain", "evidence"],
  editions: ["domain", "store"],
  projections: ["domain"],
  readmodels: ["domain", "store", "projections"],
  reports: ["domain", "projections"],
  promises: ["domain", "store", "projections"],
  cli: ["domain", "evidence", "store", "editions", "projections", "readmodels", "reports"]
} as const
type Package = keyof typeof arrows
const packages = Object.keys(arrows) as ReadonlyArray<Package>

const restricted = (regex: string, message: string) => ({ regex, message })
const anyOf = (names: ReadonlyArray<string>) => `(?:${names.join("|")})`

const barrel = restricted(
  `^@frist/${anyOf(packages.filter((name) => name !== "promises"))}$`,
  "Import the module that declares the name, such as @frist/domain/Day."
)
const sources = restricted("/src/", "Import another package by its name.")
const driver = restricted("^(?:effect/sql|@effect/sql-pg)(?:/|$)", "SQL clients stay in the PostgreSQL adapters.")
const terminal = restricted("^(?:effect/cli|@effect/platform-node)(?:/|$)", "effect/cli stays in packages/cli.")
const node = restricted("^node:", "This package runs in browsers.")

/** Forbids imports that the dependency graph does not allow. */
const against = (name: Package) => {
  const allowed: ReadonlyArray<string> = arrows[name]
  const others = packages.filter((other) => other !== name && !allowed.includes(other))
  const message = `${name} may import from ${allowed.length === 0 ? "no other package" : allowed.join(", ")}.`
  return others.length === 0 ? [] : [restricted(`^@frist/${anyOf(others)}(?:/|$)`, message)]
}

const internal = restricted("^@frist/[a-z]+/internal/", "Import the module by its path, without internal/.")
/** Examples are what a reader copies: they import what is published. */
const examples: OxlintOverride = {
  files: ["examples/**"],
  rules: { "no-restricted-imports": ["error", { patterns: [internal] }] }
}

const walls = (files: string, ...patterns: ReadonlyArray<ReturnType<typeof restricted>>): OxlintOverride => ({
  files: [files],
  rules: { "no-restricted-imports": ["error", { patterns: [barrel, internal, ...patterns] }] }
})

export default defineConfig({
  plugins: ["typescript", "unicorn", "import", "oxc"],
  categories: { correctness: "error", suspicious: "error", perf: "error" },
  rules: {
    "no-underscore-dangle": "off",
    "unicorn/no-array-sort": "off",
    "unicorn/require-post-message-target-origin": "off",
    "no-shadow": "off",
    "oxc/no-map-spread": "off",
    "no-await-in-loop": "off",
    "no-control-regex": "off",
    "no-misleading-character-class": "error",
    "typescript/no-explicit-any": "error",
    "typescript/no-non-null-assertion": "error",
    "import/no-cycle": ["error", { ignoreTypes: false }],
    "import/no-duplicates": "error"
  },
  // The last entry that names a file decides for it.
  overrides: [
    walls("**/*.ts"),
    examples,
    ...packages.map((name) =>
      walls(
        `packages/${name}/src/**`,
        ...against(name),
        sources,
        driver,
        ...(name === "cli" ? [] : [terminal]),
        ...(name === "domain" || name === "projections" ? [node] : [])
      )
    ),
    walls("packages/store/src/postgres/**", ...against("store"), sources, terminal),
    walls("packages/readmodels/src/postgres/**", ...against("readmodels"), sources, terminal),
    walls("packages/promises/src/{OpenedLog,ServerTransaction}.ts", ...against("promises"), sources, terminal)
  ],
  ignorePatterns: [
    "packages/reports/src/**/PageScript.ts",
    "packages/evidence/src/bundle/VerifyPageScript.ts",
    "packages/cli/src/Wording.ts",
    "**/dist/**"
  ]
})
