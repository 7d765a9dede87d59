/**
 * The schemas of views, events and refusals, for the OpenAPI document of a service that returns them.
 */
import { RecordedEvent } from "@frist/domain/RecordedEvent"
import { Refusal } from "@frist/domain/Refusal"
import { Board } from "@frist/projections/Board"
import { DeadlineHistory } from "@frist/projections/DeadlineHistory"
import * as JsonSchema from "effect/JsonSchema"
import * as Schema from "effect/Schema"

const shapes = { Board, DeadlineHistory, RecordedEvent, Refusal }

/** Returns the schemas for `components.schemas` of an OpenAPI 3.1 document; refer to `#/components/schemas/Board`. */
export const openApiSchemas = (): Record<keyof typeof shapes, object> => {
  const components: Record<string, object> = {}
  for (const [name, shape] of Object.entries(shapes)) {
    const { definitions, schema } = Schema.toJsonSchemaDocument(shape)
    const whole = JsonSchema.toMultiDocumentOpenApi3_1({ dialect: "draft-2020-12", schemas: [schema], definitions })
    Object.assign(components, whole.definitions, { [name]: whole.schemas[0] })
  }
  return components as ReturnType<typeof openApiSchemas>
}
