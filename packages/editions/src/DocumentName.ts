/**
 * The names that a new plan takes from the document it begins with.
 */
import { PlanId } from "@frist/domain/Names"
import { slug } from "@frist/domain/text/Slug"

/** Returns a document's name without its extension and date: `landskrona` for `landskrona-2023-12.csv`. */
export const titleOf = (document: string): string => {
  const name = document.replace(/\.[^.]*$/u, "").replace(/(?<![-_ ])[-_ ]*\d{4}(?:[-_ ]\d{1,2}){0,2}$/u, "")
  return name.trim() === "" ? "Plan" : name
}

/** Returns the id of a plan that is named after its first document. */
export const planIdOf = (document: string): PlanId => PlanId.make(slug(titleOf(document), 60) || "plan")
