/**
 * A day of a review among the others: one that is far from all of them may be a slip of the finger.
 */
import { Day } from "@frist/domain/Day"

/** The most days between two reviews that nobody wonders about: a year, and a meeting that was put off. */
const most = 400

/** Returns the review that is nearest to a day, other than one on the day itself. */
export const nearestReview = (day: Day, reviews: ReadonlyArray<Day>): Day | undefined =>
  reviews
    .filter((review) => review !== day)
    .toSorted((a, b) => Math.abs(Day.between(a, day)) - Math.abs(Day.between(b, day)))[0]

/** Returns the nearest review and the days to it, where a day is far from every review; undefined otherwise. */
export const farFrom = (
  day: Day,
  reviews: ReadonlyArray<Day>
): { readonly nearest: Day; readonly days: number } | undefined => {
  const nearest = nearestReview(day, reviews)
  const days = nearest === undefined ? 0 : Math.abs(Day.between(nearest, day))
  return nearest === undefined || days <= most || reviews.includes(day) ? undefined : { nearest, days }
}
