/**
 * The long tables of the document: folded where the screen is narrow, whole where it is wide and on paper.
 */

/** Folds the tables, and follows the width of the screen. */
export const fold = (): void => {
  const narrow = matchMedia("(max-width:40rem)")
  const folds = [...document.querySelectorAll<HTMLDetailsElement>(".fold")]
  const openAll = (open: boolean): void => {
    for (const each of folds) each.open = open
  }
  const follow = (): void => openAll(!narrow.matches)
  narrow.addEventListener("change", follow)
  window.addEventListener("beforeprint", () => openAll(true))
  window.addEventListener("afterprint", follow)
  follow()
}
