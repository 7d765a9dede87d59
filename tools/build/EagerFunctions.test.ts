/**
 * Functions in parentheses, which the compile cache holds.
 */
import { expect, it } from "@effect/vitest"
import { withEager } from "./EagerFunctions.ts"

/** Returns the places of these functions in a script, as coverage names them. */
const places = (script: string, ...functions: ReadonlyArray<string>) =>
  new Set(functions.map((text) => `${script.indexOf(text)}:${script.indexOf(text) + text.length}`))

it("functions that ran are in parentheses, and others as they were", () => {
  const script = "const a=e=>e+1,b=async(e)=>{},c={d:function(){}};"
  const ran = places(script, "e=>e+1", "function(){}")
  expect(withEager(script, ran)).toBe("const a=(e=>e+1),b=async(e)=>{},c={d:(function(){})};")
})

it("a declaration that ran is a variable at the beginning, where it may be called before its text", () => {
  const script = "let r=f();function f(){return g(()=>1)}function g(e){return e()}async function*h(){}exports.r=r;"
  const ran = places(
    script,
    "function f(){return g(()=>1)}",
    "()=>1",
    "function g(e){return e()}",
    "async function*h(){}"
  )
  const eager = withEager(script, ran)
  expect(eager).toBe(
    "var f=(function (){return g((()=>1))});var g=(function (e){return e()});var h=(async function*(){});let r=f();exports.r=r;"
  )
  const exported: { r?: unknown } = {}
  new Function("exports", eager)(exported)
  expect(exported.r).toBe(1)
})

it("methods stay as they are", () => {
  const script = "class A{m(){return 1}get n(){return 2}}const o={p(){}};"
  expect(withEager(script, places(script, "m(){return 1}", "get n(){return 2}", "p(){}"))).toBe(script)
})
