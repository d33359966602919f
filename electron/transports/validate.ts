/** Checks of what programs and command lines send, with complaints in one line. */
import { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import {
  auditFairnessSchema,
  auditedShoppersSchema,
  probeFairnessSchema,
  tradeOffSchema,
} from '../../shared/contract/parts/fairness'
import { evaluateRecommendSchema } from '../../shared/contract/parts/recommend'
import {
  adapterUseSchema,
  compareRequestSchema,
  decodingSchema,
  evaluateNarrativesSchema,
  evaluateRetrievalSchema,
  importAdapterSchema,
  importRequestSchema,
  mixOf,
  variantSchema,
  writeRequestSchema,
} from '../../shared/contract/schemas'

/**
 * Schemas as the contract has them, but refusing fields nobody knows: a misspelt field would otherwise be left out in silence.
 */
export const strictVariantSchema = variantSchema
  .extend({
    adapters: mixOf(adapterUseSchema.strict()).default([]),
    decoding: decodingSchema.strict().prefault({}),
  })
  .strict()

/** A request for one narrative. */
export const strictWriteSchema = writeRequestSchema
  .extend({ variant: strictVariantSchema.prefault({}) })
  .strict()

/** A request for a comparison. */
export const strictCompareSchema = compareRequestSchema
  .extend({ variants: z.array(strictVariantSchema).min(1).max(6) })
  .strict()

/** A request for an import. */
export const strictImportSchema = importRequestSchema.strict()

/** A request for an import of an adapter; what a window uploads is no part of the API. */
export const strictImportAdapterSchema = z.strictObject({
  path: importRequestSchema.shape.path,
  name: importAdapterSchema.shape.name,
})

/** A request for an evaluation of narratives. */
export const strictEvaluateNarrativesSchema = evaluateNarrativesSchema
  .extend({ adapters: mixOf(adapterUseSchema.strict()).default([]) })
  .strict()

/** A request for an evaluation of recommenders. */
export const strictEvaluateRecommendSchema = evaluateRecommendSchema.strict()

const strictAdapters = mixOf(adapterUseSchema.strict()).default([])

/** A request for an audit. */
export const strictAuditFairnessSchema = auditFairnessSchema.extend({ adapters: strictAdapters }).strict()

/** A question who stands behind a figure of an audit. */
export const strictAuditedShoppersSchema = auditedShoppersSchema.strict()

/** A request for a trade-off. */
export const strictTradeOffSchema = tradeOffSchema
  .extend({ segment: tradeOffSchema.shape.segment.strict() })
  .strict()

/** A request for a probe. */
export const strictProbeFairnessSchema = probeFairnessSchema.extend({ adapters: strictAdapters }).strict()

/** A request for an evaluation of the search. */
export const strictEvaluateRetrievalSchema = evaluateRetrievalSchema.strict()

/** What is wrong in one line: `variant.strategy: Invalid option ...; seed: ...`. */
export function complaint(error: z.ZodError): string {
  const lines = error.issues.map(({ path, message }) => {
    const at = path.map(String).join('.')
    return at ? `${at}: ${message}` : message
  })
  const shown = lines.slice(0, 4).join('; ')
  return (lines.length > 4 ? `${shown}; and ${lines.length - 4} more` : shown).replace(/\s+/g, ' ')
}

/** `value` as the schema has it. Throws BAD_INPUT naming `where` and every field that is wrong. */
export function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  throw new ShelftalkError(
    'BAD_INPUT',
    `${where} is not usable: ${complaint(parsed.error)}.`,
    'Correct what is named and try again.',
  )
}
