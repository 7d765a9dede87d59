/**
 * Bundles the command as it is installed: `dist/bundle/frist.cjs`, which needs no other packages. Writes into another
 * folder if one is named as the argument. `pnpm bench startup` measures the choices made here.
 */
import { execFileSync } from "node:child_process"
import { chmod, cp, readFile, rm, writeFile } from "node:fs/promises"
import { createRequire } from "node:module"
import { basename, join } from "node:path"
import { type Plugin, rolldown } from "rolldown"
import { compileEagerly } from "./EagerFunctions.ts"
import { noticeText, packagesOf } from "./Notice.ts"
import { pageModules } from "./PageScripts.ts"
import { rasterFiles } from "../../packages/reports/src/raster/RasterFiles.ts"

const packages = join(import.meta.dirname, "../../packages")
const cli = join(packages, "cli")
const folder = process.argv[2] ?? join(cli, "dist", "bundle")

/** Returns a module with the functions of one of Node's, which is loaded when the first of them is called. */
const whenCalled = (name: string): string =>
  Object.entries({ ...process.getBuiltinModule(name) })
    .filter(([, exported]) => typeof exported === "function")
    .map(([key]) => `export const ${key} = (...all) => process.getBuiltinModule("${name}").${key}(...all)`)
    .join("\n")

/**
 * Replacements of modules that do at load what most runs never need: measuring text loads Unicode tables, the command
 * line prepares prompts, only writing needs hashes and random salts, and promises of files load a line reader.
 */
const standIns: Readonly<Record<string, string>> = {
  "string-width": `
    import { isPlain } from "${join(cli, "src/terminal/PlainText.ts")}"
    export default (text, options) => isPlain(text) ? text.length : require("string-width").default(text, options)`,
  "node:crypto": whenCalled("node:crypto"),
  "node:fs/promises": whenCalled("node:fs/promises"),
  "./RasterFiles.ts": `
    import { readFile } from "node:fs/promises"
    export { rasterFiles } from "${join(packages, "reports/src/raster/RasterFiles.ts")}"
    export const rasterFile = (specifier) =>
      readFile(new URL("raster/" + specifier.slice(specifier.lastIndexOf("/") + 1), import.meta.url))`,
  "frist:segmenter": `
    const { Segmenter } = Intl
    export class LaterSegmenter {
      constructor(...all) { this.make = () => new Segmenter(...all) }
      segment(text) { return (this.made ??= this.make()).segment(text) }
    }`
}

const mark = "\0stand-in:"
const standIn: Plugin = {
  name: "stand-in",
  resolveId: {
    order: "pre",
    handler(name, importer) {
      if (importer === mark + name) return this.resolve(name, join(cli, "src/CommandLine.ts"), { skipSelf: true })
      if (importer?.startsWith(mark)) return this.resolve(name, join(cli, "src/CommandLine.ts"), { skipSelf: true })
      return name in standIns ? mark + name : null
    }
  },
  load: (id) => (id.startsWith(mark) ? standIns[id.slice(mark.length)] : null)
}

const start = join(cli, "src/start.ts")

/** What a command needs at the start, to show a view, and to open a file: each with all that it imports. */
const reached = {
  start: new Set([start]),
  views: new Set([join(cli, "src/commands/ViewCommands.ts")]),
  file: new Set([join(packages, "store/src/sqlite/SqliteEventLog.ts")])
}
const finder: Plugin = {
  name: "reached",
  buildEnd() {
    for (const ids of Object.values(reached))
      for (const id of ids) for (const imported of this.getModuleInfo(id)?.importedIds ?? []) ids.add(imported)
  }
}

await rm(folder, { recursive: true, force: true })

// CommonJS, because Node loads it faster; in parts, so that drivers and readers of files are loaded only when used.
const command = await rolldown({
  input: {
    start,
    // Workers are loaded by their file names, from the folder of the part that starts them.
    PdfWorker: join(packages, "editions/src/formats/pdf/PdfWorker.ts"),
    RebuildWorker: join(packages, "readmodels/src/postgres/RebuildWorker.ts")
  },
  platform: "node",
  plugins: [standIn, finder],
  transform: {
    define: { "import.meta.env": "{}" },
    inject: { "Intl.Segmenter": ["frist:segmenter", "LaterSegmenter"] }
  }
})
const written = await command.write({
  dir: folder,
  format: "cjs",
  minify: true,
  // Modules that are loaded together form one part, because each file costs time; the first group takes what it can.
  codeSplitting: {
    groups: [
      { name: "shared", minShareCount: 2, priority: 3, test: (id) => reached.start.has(id) },
      { name: "views", priority: 2, test: (id) => reached.views.has(id) },
      { name: "file", priority: 1, test: (id) => reached.file.has(id) }
    ]
  },
  entryFileNames: "[name].cjs",
  chunkFileNames: "[name].cjs"
})
// The migration of a server reads these from its own folder.
await cp(join(packages, "store/src/postgres/migrations"), join(folder, "migrations"), { recursive: true })
await cp(join(packages, "readmodels/src/postgres/migrations"), join(folder, "migrations"), {
  recursive: true
})
// Read by the writer of Word documents; their licences ask to be named wherever the files go.
const { resolve } = createRequire(join(packages, "reports/src/raster/RasterFiles.ts"))
for (const file of [rasterFiles.program, ...rasterFiles.fonts])
  await cp(resolve(file), join(folder, "raster", basename(file)))
// Not as LICENSE: pnpm would take it for the licence of the package, and omit the package's own.
await cp(resolve("@fontsource/noto-sans/LICENSE"), join(folder, "raster/OFL.txt"))

// Wide enough for help not to be wrapped again, and in a process whose output is no terminal.
const env = { ...process.env, COLUMNS: "120", NO_COLOR: "1" }
const answers = execFileSync(process.execPath, [join(import.meta.dirname, "answers.ts")], {
  encoding: "utf8",
  env,
  maxBuffer: 16_000_000
})
for (const [name, content] of Object.entries<string>(JSON.parse(answers))) await writeFile(join(folder, name), content)

const entry = await rolldown({
  input: join(cli, "src/bin.ts"),
  platform: "node",
  plugins: [
    {
      name: "command",
      resolveId: (name) => (name === "./start.ts" ? { id: "./start.cjs", external: "relative" } : null)
    }
  ]
})
await entry.write({ dir: folder, format: "cjs", dynamicImportInCjs: false, entryFileNames: "frist.cjs" })
await chmod(join(folder, "frist.cjs"), 0o755)

// One edition, in each of the two ways that a plan is looked at; an import runs much of what else there is.
const edition = join(packages, "../examples/plan/2023-12-15.csv")
await compileEagerly(folder, [
  ["import", edition, "--held-on", "2023-12-15", "--plan", "sample"],
  ["board"],
  ["slips"],
  ["verify"]
])

const modules = written.output.flatMap((each) => (each.type === "chunk" ? each.moduleIds : []))
const others = packagesOf([...modules, ...(await pageModules())])
await writeFile(join(folder, "NOTICE"), noticeText(await readFile(join(cli, "NOTICE"), "utf8"), others))
