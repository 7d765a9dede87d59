/**
 * Asks for the next pages of a plan while one is processed.
 */
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"

/** Reads the page after a position. One that is shorter than the others is the last. */
type ReadPage<Page, E> = (after: number) => Effect.Effect<Page, E>

/** The pages on their way while one is processed. */
const pagesAhead = 2

/**
 * Returns a reader of pages of that size, to be called with the position where the last page ended. Only a plan with more
 * than a page is read ahead.
 */
export const readAhead = <Page extends { readonly length: number }, E>(
  read: ReadPage<Page, E>,
  pageSize: number
): Effect.Effect<ReadPage<Page, E>, never, Scope.Scope> =>
  Effect.gen(function* () {
    let asked: Array<{ readonly after: number; readonly page: Fiber.Fiber<Page, E> }> = []
    // An answer is cheaper than a connection that is cut off.
    yield* Effect.addFinalizer((exit) => {
      const pages = asked.map(({ page }) => page)
      return Exit.isSuccess(exit) ? Effect.asVoid(Fiber.awaitAll(pages)) : Fiber.interruptAll(pages)
    })
    return Effect.fnUntraced(function* (after) {
      const [first] = asked
      if (first !== undefined && first.after !== after) {
        // Rows that were tampered with end elsewhere.
        yield* Fiber.awaitAll(asked.map(({ page }) => page))
        asked = []
      }
      const next = asked[0]
      const page = next === undefined ? yield* read(after) : yield* Fiber.join(next.page)
      asked = asked.slice(1)
      if (page.length < pageSize) return page
      for (let at = asked.length; at < pagesAhead; at += 1) {
        const from = after + pageSize * (at + 1)
        asked.push({ after: from, page: yield* Effect.forkDetach(read(from), { startImmediately: true }) })
      }
      return page
    })
  })
