/** Shoppers of the retail-demo-store files (users.json, gzip or plain). */
import { z } from 'zod'
import type { RefusedRow, Shopper } from '../../shared/domain/catalogue'
import type { ColumnUse } from '../../shared/domain/importing'
import { ageBand, genderOf } from './segments'
import type { SourceRecord } from './types'

const userSchema = z.object({
  id: z.string().min(1),
  first_name: z.string().optional(),
  name: z.string().optional(),
  age: z.coerce.number().int().min(1).max(120),
  gender: z.string().optional(),
  persona: z.string().optional(),
  discount_persona: z.string().optional(),
})

/** Its shopping personas name categories; these are the words for them as interests. */
const interests: Readonly<Record<string, string>> = {
  furniture: 'furniture',
  homedecor: 'home decor',
  housewares: 'cooking at home',
  tools: 'do-it-yourself projects',
  apparel: 'clothes',
  seasonal: 'seasonal decorating',
  floral: 'flowers',
  accessories: 'accessories',
  jewelry: 'jewellery',
  footwear: 'shoes',
  outdoors: 'the outdoors',
  beauty: 'beauty',
  books: 'reading',
  electronics: 'electronics',
  instruments: 'music',
  groceries: 'good food',
}

/** What her columns become; e-mail and street address are not kept. */
export const USER_USES: Readonly<Record<string, ColumnUse>> = {
  id: { kind: 'field', field: 'id' },
  first_name: { kind: 'field', field: 'name' },
  name: { kind: 'field', field: 'name' },
  age: { kind: 'segment', segment: 'ageBand' },
  gender: { kind: 'segment', segment: 'gender' },
  persona: { kind: 'field', field: 'interests' },
  discount_persona: { kind: 'segment', segment: 'discountPersona' },
}

/** Reads one user record; her e-mail and street address are not kept. */
export function buildShopper({ row, fields }: SourceRecord): Shopper | RefusedRow {
  const parsed = userSchema.safeParse(fields)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    return { row, field: issue?.path.join('.') ?? '', reason: issue?.message ?? 'unreadable' }
  }
  const user = parsed.data
  const segments: Record<string, string> = { ageBand: ageBand(user.age), gender: genderOf(user.gender) }
  if (user.discount_persona) segments['discountPersona'] = user.discount_persona.replaceAll('_', ' ')
  const words = (user.persona ?? '').split('_').map((word) => interests[word])
  return {
    id: user.id,
    name: user.name ?? user.first_name ?? `Shopper ${user.id}`,
    locale: 'en-US',
    currency: 'USD',
    segments,
    interests: words.filter((word) => word !== undefined),
  }
}
