/**
 * The id that a new plan gets from its title.
 */
import { PlanId } from "@frist/domain/Names"
import { slug } from "@frist/domain/text/Slug"
import type * as Option from "effect/Option"
import * as Schema from "effect/Schema"

/** Returns the id of a plan with this title; none if the title has no letter or digit. */
export const planIdFrom = (title: string): Option.Option<PlanId> => Schema.decodeOption(PlanId)(slug(title))
