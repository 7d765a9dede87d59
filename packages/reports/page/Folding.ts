/**
 * The long tables of the document: folded where the screen is narrow, whole where it is wide and on paper.
 */

/** Folds the tables, and follows the width of the screen. Returns a function that folds again after they were replaced. */
export const fold = (): (() => void) => {
  const narrow = matchMedia("(max-width:40rem)")
  const follow = (): void => openAll(!narrow.matches)
  narrow.addEventListener("change", follow)
  window.addEventListener("beforeprint", () => openAll(true))
  window.addEventListener("afterprint", follow)
  follow()
  return follow
}

const openAll = (open: boolean): void => {
  for (const each of document.querySelectorAll<HTMLDetailsElement>(".fold")) each.open = open
}
