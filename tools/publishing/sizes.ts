/**
 * Prints the size of the packages that run in browsers.
 */
import { forBrowsers, sizeOf } from "./BrowserSize.ts"

const kilobytes = (bytes: number) => `${Math.round(bytes / 1000)} kB`

for (const name of forBrowsers) {
  const { gzipped, minified, missing } = await sizeOf(name)
  console.log(
    `@frist/${name}  ${kilobytes(minified)} minified, ${kilobytes(gzipped)} gzipped${missing.map((each) => `, needs ${each}`).join("")}`
  )
}
