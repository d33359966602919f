/** How several files join to a catalogue, as a person writes it: `products.title=ProductName`, `interactions.shopper=CustomerKey`, ... */
import { z } from 'zod'
import { ShelftalkError } from '../../../../shared/contract/errors'
import { INTERACTION_KINDS } from '../../../../shared/domain/columns'
import { MEANINGS } from '../../../../shared/domain/importing'

/** The three parts a file can hold. */
export const ROLES = ['products', 'shoppers', 'interactions'] as const

/** One of them. */
export type Role = (typeof ROLES)[number]

/** What columns of the shoppers' files can mean besides segments. */
export const SHOPPER_FIELDS = ['id', 'name', 'firstName', 'lastName'] as const

/** What columns of the interactions' files can mean. */
export const INTERACTION_FIELDS = ['shopper', 'product', 'at', 'kind', 'quantity'] as const

const text = z.string().trim().min(1, 'is empty')

const columns = <Field extends string>(fields: readonly Field[]) =>
  z.partialRecord(z.enum(fields as [Field, ...Field[]]), text)

/**
 * A join. Every value is the name of a column, or `-` for no column; `file` names the files of a part, `*` standing for any characters (`Sales_*.csv`); `interactions.kind` may also be view,
 * cart or purchase for every row; `products.currency` may be an ISO 4217 code; `segments` holds attributes of shoppers, whose names are free
 * (`ageBand` is read from ages or dates of birth, `incomeBand` from amounts, `gender` from letters or words). What is left out is guessed.
 */
const joinSchema = z.object({
  products: columns(['file', ...MEANINGS]),
  shoppers: columns(['file', ...SHOPPER_FIELDS]),
  interactions: columns(['file', ...INTERACTION_FIELDS]),
  segments: z.record(z.string().regex(/^[a-z][A-Za-z0-9]{0,39}$/), text),
  dates: z.enum(['day-first', 'month-first']).optional(),
})

/** A join as far as somebody has said it. */
export type JoinSpec = z.infer<typeof joinSchema>

/** The fields of each part, for messages. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  products: ['file', ...MEANINGS],
  shoppers: ['file', ...SHOPPER_FIELDS],
  interactions: ['file', ...INTERACTION_FIELDS],
}

const EXAMPLE =
  '--map products.title=ProductName,interactions.shopper=CustomerKey,segments.region=Country,dates=day-first'

function wrong(message: string, hint: string): ShelftalkError {
  return new ShelftalkError('BAD_INPUT', message, hint)
}

/** Sorts the flat pairs into parts; a bare product field (`title=Name`, `currency=GBP`) is the products' own. */
function sorted(map: Readonly<Record<string, string>>): Record<string, unknown> {
  const parts: Record<string, Record<string, string>> = {
    products: {},
    shoppers: {},
    interactions: {},
    segments: {},
  }
  let dates: string | undefined
  for (const [key, value] of Object.entries(map)) {
    const [part = '', ...rest] = key.split('.')
    if (key === 'dates') dates = value
    else if (rest.length === 0 && MEANINGS.includes(key))
      Object.assign(parts['products'] ?? {}, { [key]: value })
    else if (Object.hasOwn(parts, part) && rest.length > 0)
      Object.assign(parts[part] ?? {}, { [rest.join('.')]: value })
    else {
      throw wrong(
        `The mapping names "${key}", which is no part of a catalogue.`,
        `Parts are products, shoppers, interactions and segments, for example ${EXAMPLE}.`,
      )
    }
  }
  return { ...parts, ...(dates === undefined ? {} : { dates }) }
}

/** Reads a flat mapping as a join. Throws ShelftalkError `BAD_INPUT` that names the pair that cannot be read and what could stand there. */
export function joinSpec(map: Readonly<Record<string, string>>): JoinSpec {
  const parts = sorted(map)
  const parsed = joinSchema.safeParse(parts)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const [part = '', field] = (issue?.path ?? []).map(String)
  if (part === 'dates')
    throw wrong(
      `The mapping says dates=${map['dates'] ?? ''}.`,
      'Write dates=day-first or dates=month-first.',
    )
  const known = fieldsOf[part]
  const key = field ?? unknownKey(parts[part], known)
  if (known && !known.includes(key))
    throw wrong(
      `The mapping names "${part}.${key}", which is no field of ${part}.`,
      `Fields of ${part}: ${known.join(', ')}.`,
    )
  const reason = issue?.code === 'invalid_key' ? 'is no name such as segments.ageBand' : issue?.message
  throw wrong(`The mapping's "${part}.${key}" ${reason ?? 'cannot be read'}.`, `For example: ${EXAMPLE}.`)
}

function unknownKey(part: unknown, known: readonly string[] | undefined): string {
  return Object.keys(part ?? {}).find((key) => known && !known.includes(key)) ?? ''
}

/** True for a kind that holds for every row instead of naming a column. */
export function isKindWord(value: string): value is (typeof INTERACTION_KINDS)[number] {
  return INTERACTION_KINDS.some((kind) => kind === value)
}
