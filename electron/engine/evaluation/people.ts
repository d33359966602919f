/** Whom narratives are measured on: the invented shop's shoppers and the personas that ship with it, for every catalogue alike. */
import { personasOf } from '../../../datasets/world/personas'
import type { NarrativeCase, People } from '../../../models/metrics/cases'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Product } from '../../../shared/domain/catalogue'
import type { Persona } from '../../../shared/domain/persona'
import type { Store } from '../../store/types'
import { shopperPersona } from '../people'
import { SHOP_NAME } from '../shop'

/** People to write for. */
export interface Crowd {
  readonly ids: People
  readonly persona: (audience: NarrativeCase['audience']) => Promise<Persona>
}

/**
 * The crowd. Personas are those that ship, whatever has been edited since, so that a seed means the same cases everywhere. A shopper's own
 * clicks count in the invented shop alone; elsewhere what she bought is only remembered.
 */
export async function openCrowd(
  store: Store,
  shopProducts: readonly Product[],
  catalogue: string,
): Promise<Crowd> {
  const shop = await store.catalogue(SHOP_NAME)
  const shoppers = new Map((await shop.shoppers()).map((shopper) => [shopper.id, shopper]))
  const personas = new Map(personasOf(shopProducts).map((persona) => [persona.id, persona]))
  const persona = async ({ kind, id }: NarrativeCase['audience']): Promise<Persona> => {
    const shopper = shoppers.get(id)
    const found = kind === 'persona' ? personas.get(id) : shopper && (await shopperPersona(shop, shopper))
    if (!found)
      throw new ShelftalkError(
        'NOT_FOUND',
        `There is no ${kind} "${id}".`,
        'Open Shelftalk again to restore the shop.',
      )
    if (catalogue === SHOP_NAME) return found
    return stranger(found)
  }
  return { ids: { personas: [...personas.keys()].sort(), shoppers: [...shoppers.keys()].sort() }, persona }
}

/** Somebody of another shop: remembered by what she bought, without clicks here. */
function stranger(persona: Persona): Persona {
  const { shopperId, ...rest } = persona
  return shopperId === undefined ? persona : rest
}
