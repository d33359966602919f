/** Texts for audits and probes, some at a time in one batch, each batch in its turn, so that the window can write in between. */
import type { Batch } from '../../../models/language/batch'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { WriteRequest } from '../../../shared/contract/schemas'
import { writeRequestSchema } from '../../../shared/contract/schemas'
import type { CatalogueSummary, Product } from '../../../shared/domain/catalogue'
import type { Narrative } from '../../../shared/domain/narrative'
import type { Persona } from '../../../shared/domain/persona'
import type { Store } from '../../store/types'
import type { Turns } from '../turns'
import type { Picked } from '../picks'
import type { Workbench } from '../writing'
import { writeOne } from '../writing'

/** Texts that are written side by side: more keep the window waiting longer for its turn than they save. */
export const AT_ONCE = 4

/** What texts are written with. */
export interface Desk {
  readonly bench: Workbench
  readonly turns: Turns
}

/** A text to be written. */
export interface TextOrder {
  readonly persona: Persona
  readonly occasion: string
  readonly strategy: WriteRequest['variant']['strategy']
  readonly adapters: WriteRequest['variant']['adapters']
  readonly seed: number
  readonly templateText?: string
  /** What was picked already, with its reasons. */
  readonly picked?: Picked
  /** As chosen by hand; picked anew where this and `picked` are left out. */
  readonly productIds?: readonly string[]
}

/** Texts to be written, of one version of a catalogue. */
export interface TextOrders {
  readonly of: CatalogueSummary
  readonly orders: readonly TextOrder[]
}

/** A text with the products that it is about. */
export interface WrittenText {
  readonly narrative: Narrative
  readonly products: readonly Product[]
}

/**
 * Writes the texts, in order; one that cannot be planned is the BAD_INPUT that says why, and does not keep the others. All must have the same
 * adapters. `onText` is told how many are done. Throws BAD_INPUT where the catalogue changes meanwhile, whatever else goes wrong, and the reason of
 * `signal`.
 */
export async function writeAll(
  desk: Desk,
  { of, orders }: TextOrders,
  signal: AbortSignal,
  onText: (done: number) => void = () => undefined,
): Promise<readonly (WrittenText | ShelftalkError)[]> {
  const texts: (WrittenText | ShelftalkError)[] = []
  for (let from = 0; from < orders.length; from += AT_ONCE) {
    const end = await desk.turns.take(signal)
    try {
      const batch = { of, orders: orders.slice(from, from + AT_ONCE) }
      texts.push(...(await unchanged(desk.bench.store, of, () => writeTogether(desk.bench, batch, signal))))
    } finally {
      end()
    }
    onText(texts.length)
  }
  return texts
}

/** Does work by the name of a catalogue; whatever it comes to counts for nothing where that is another version before or afterwards. */
async function unchanged<Result>(
  store: Pick<Store, 'catalogue'>,
  of: CatalogueSummary,
  work: () => Promise<Result>,
): Promise<Result> {
  const check = async () => {
    const now = await store.catalogue(of.name).catch((cause: unknown) => {
      if (cause instanceof ShelftalkError && cause.code === 'NOT_FOUND') return undefined
      throw cause
    })
    const isSame = now?.summary.version === of.version && now.summary.createdAtMs === of.createdAtMs
    if (!isSame) throw changedMeanwhile(of, now?.summary.version)
  }
  await check()
  try {
    return await work()
  } finally {
    // Also where the work failed: a product that is gone with the old version says less than this does.
    await check()
  }
}

const changedMeanwhile = ({ name, version }: CatalogueSummary, now: number | undefined) =>
  new ShelftalkError(
    'BAD_INPUT',
    `"${name}" was ${now === undefined ? 'deleted' : now === version ? 'made anew' : `changed from version ${version} to ${now}`} while texts were written about it.`,
    'Figures of two versions would not be comparable, so none were kept. Run it again.',
  )

async function writeTogether(
  bench: Workbench,
  { of, orders }: TextOrders,
  signal: AbortSignal,
): Promise<readonly (WrittenText | ShelftalkError)[]> {
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const { adapters, language } = bench
  const mixes = await Promise.all(orders.map((order) => adapters.mix(language.model, order.adapters)))
  const batch = await language.writer.openBatch(mixes, either)
  const rows = orders.map((order, row) =>
    written(deskOf(bench, order), requestOf(of.name, order), either, { batch, row }),
  )
  try {
    return await Promise.all(rows)
  } finally {
    stop.abort()
    await Promise.allSettled(rows)
  }
}

/** A bench at which what was picked already is picked. */
const deskOf = (bench: Workbench, { picked }: TextOrder): Workbench =>
  picked ? { ...bench, picker: { pick: () => Promise.resolve(picked) } } : bench

async function written(
  bench: Workbench,
  request: WriteRequest,
  signal: AbortSignal,
  place: { readonly batch: Batch; readonly row: number },
): Promise<WrittenText | ShelftalkError> {
  let products: readonly Product[] = []
  try {
    for await (const event of writeOne(bench, request, signal, place)) {
      if (event.type === 'picked') products = event.products
      if (event.type === 'done') return { narrative: event.narrative, products }
    }
  } catch (cause) {
    if (cause instanceof ShelftalkError && cause.code === 'BAD_INPUT') return cause
    throw cause
  } finally {
    // However a row ends, the others must not wait for it.
    place.batch.leave(place.row)
  }
  signal.throwIfAborted()
  throw new Error('The stream ended before the text was finished')
}

/** Whoever is in the data may have more interests and longer names than a person may type, so they are not checked again. */
function requestOf(
  catalogue: string,
  { persona, occasion, strategy, adapters, seed, ...more }: TextOrder,
): WriteRequest {
  const { templateText, productIds } = more
  const request = writeRequestSchema.parse({
    ...{ catalogue, occasion, audience: { kind: 'shopper', id: 'somebody' } },
    ...(productIds ? { productIds } : {}),
    variant: {
      strategy,
      adapters,
      decoding: { seed },
      ...(templateText === undefined ? {} : { templateText }),
    },
  })
  const profile = { ...persona, interests: [...persona.interests], history: [...persona.history] }
  return { ...request, audience: { kind: 'profile', profile } }
}
