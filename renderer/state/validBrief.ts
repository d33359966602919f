/** A remembered brief against what the engine has now: what is gone is dropped, and somebody is always chosen. Pure. */
import type { Brief, VariantDraft } from './brief'

/** Names the engine knows; undefined while they are not known yet. */
export interface Known {
  readonly catalogues?: readonly string[] | undefined
  readonly personas?: readonly string[] | undefined
  readonly templates?: readonly string[] | undefined
  readonly adapters?: readonly string[] | undefined
}

type Choices = Pick<Brief, 'catalogue' | 'audience' | 'productIds' | 'variant'>

function validVariant(variant: VariantDraft, { templates, adapters }: Known): VariantDraft {
  const { templateId } = variant
  const gone = templateId !== undefined && templates !== undefined && !templates.includes(templateId)
  const mix = adapters ? variant.adapters.filter(({ name }) => adapters.includes(name)) : variant.adapters
  if (!gone && mix.length === variant.adapters.length) return variant
  return { ...variant, adapters: mix, ...(gone ? { templateId: undefined, templateVersion: undefined } : {}) }
}

/** What has to change in the brief; empty when nothing has. */
export function mendBrief(brief: Choices, known: Known): Partial<Choices> {
  const { catalogue, audience, variant } = brief
  const { catalogues, personas } = known
  const lostCatalogue = catalogue !== undefined && catalogues !== undefined && !catalogues.includes(catalogue)
  const lostPersona =
    audience?.kind === 'persona' && personas !== undefined && !personas.includes(audience.id)
  const lostShopper = lostCatalogue && audience?.kind === 'shopper'
  const first = personas?.[0]
  const valid = validVariant(variant, known)
  return {
    ...(lostCatalogue ? { catalogue: undefined, productIds: undefined } : {}),
    ...((!audience || lostPersona || lostShopper) && first !== undefined
      ? { audience: { kind: 'persona' as const, id: first } }
      : {}),
    ...(valid === variant ? {} : { variant: valid }),
  }
}
