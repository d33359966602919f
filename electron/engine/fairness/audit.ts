/** Audits how the shoppers of each segment are served. A thread ranks and measures, while the engine goes on answering. */
import { randomUUID } from 'node:crypto'
import { EVALUATION_DRAWS } from '../../../models/evaluate/resamples'
import type { AuditFairnessEvent, AuditFairnessRequest } from '../../../shared/contract/parts/fairness'
import type { FairnessAudit } from '../../../shared/domain/fairness'
import type { Store } from '../../store/types'
import { Recording, recorded } from '../recording'
import { tiersOf } from '../tiers'
import { auditBody, auditHead } from './auditRun'
import type { AuditTexts, TextBench } from './auditTexts'
import type { Ground, Read } from './ground'
import { onGround, readCatalogue, unasked } from './ground'
import { auditNotes } from './notes'
import { ruledGround } from './ruling'
import type { SegmentsAsked } from './segments'
import { segmentsAsked } from './segments'
import type { AuditShelf, RememberedAudit } from './shelf'
import type { Course } from './telling'
import { worked } from './telling'

/** What an audit works with. */
export interface AuditBench extends TextBench {
  readonly store: Pick<Store, 'catalogue' | 'runs' | 'rules'>
  readonly shelf: AuditShelf
}

type AuditProgress = Exclude<AuditFairnessEvent, { readonly type: 'done' }>

/** Runs an audit and keeps it as a run, unless told not to. Throws NOT_FOUND, and BAD_INPUT for an attribute nobody has or where nothing can be held out. */
export async function* auditFairness(
  bench: AuditBench,
  request: AuditFairnessRequest,
  signal: AbortSignal,
): AsyncGenerator<AuditFairnessEvent, void, void> {
  const { summary } = await bench.store.catalogue(request.catalogue)
  const recording = request.keep ? new Recording(bench.store.runs, auditHead(request, summary)) : undefined
  const whole = worked<AuditProgress, FairnessAudit>(signal, ({ signal: either, tell }) =>
    audited(bench, request, {
      signal: either,
      recording,
      tell: (event) => {
        if (event.total > 0) recording?.reach(`${event.done} of ${event.total} ${NOUNS[event.stage]}`)
        tell(event)
      },
    }),
  )
  yield* recorded(recording, signal, whole)
}

const NOUNS: Readonly<Record<AuditProgress['stage'], string>> = {
  reading: 'lists',
  ranking: 'lists',
  writing: 'texts',
  measuring: 'lists',
}

interface AuditCourse extends Course<AuditProgress> {
  readonly recording: Recording | undefined
}

async function audited(
  bench: AuditBench,
  request: AuditFairnessRequest,
  course: AuditCourse,
): Promise<FairnessAudit> {
  const begunMs = performance.now()
  course.tell({ type: 'progress', stage: 'reading', done: 0, total: 0 })
  const read = await readCatalogue(bench.store, request.catalogue)
  const asked = segmentsAsked(read.shoppers, request, read.summary.name)
  const given = { read, shelf: bench.shelf, ...request }
  return onGround(given, course, async (ground) => {
    const { rules, lists, short } = await ruledGround(bench.store, request, { ground, course })
    const written = request.texts > 0 ? await write(bench, request, { ground, asked, course }) : undefined
    const texts = written?.texts
    const measured = await measure(request, { ground, lists, asked, texts, course })
    const remembered = await rememberedAudit(request, ground, { lists, measured, texts })
    bench.shelf.keepAudit(remembered)
    const { ranked } = ground
    const { reports } = measured.outcome
    const result: FairnessAudit = {
      ...headOf(read, request),
      ...{ audit: remembered.id, rules, shoppers: ranked.users.length, draws: EVALUATION_DRAWS },
      texts: texts?.at.length ?? 0,
      ...(written ? { model: `${written.model.name}@${written.model.digest}` } : {}),
      ...measured.outcome,
      notes: auditNotes({
        read,
        request,
        ranked,
        asked,
        rules,
        short,
        reports,
        unwritten: written?.unwritten ?? [],
      }),
      ms: performance.now() - begunMs,
    }
    const kept = await course.recording?.finish({
      ...auditBody(result, remembered),
      ...(written ? { model: written.model } : {}),
    })
    return { ...result, ms: performance.now() - begunMs, ...kept }
  })
}

function headOf({ summary }: Read, { strategy, adapters, k, seed }: AuditFairnessRequest) {
  const { name, version, invented, currency } = summary
  return { catalogue: name, version, invented, currency, strategy, adapters, k, seed }
}

interface Writing {
  readonly ground: Ground
  readonly asked: SegmentsAsked
  readonly course: AuditCourse
}

async function write(
  bench: TextBench,
  request: AuditFairnessRequest,
  { ground, asked, course: { signal, tell } }: Writing,
): Promise<AuditTexts> {
  // Judges and the phrasebook come along; only an audit with texts waits for them.
  const { auditTexts } = await import('./auditTexts')
  const onText = (done: number, total: number) => tell({ type: 'progress', stage: 'writing', done, total })
  return auditTexts(bench, request, { ground, wanted: asked.wanted }, { signal, onText })
}

interface Measuring extends Writing {
  readonly lists: Int32Array
  readonly texts: AuditTexts['texts'] | undefined
}

async function measure({ k }: AuditFairnessRequest, { ground, lists, asked, texts, course }: Measuring) {
  const { crew, segments } = ground
  course.tell({ type: 'progress', stage: 'measuring', done: 0, total: 0 })
  const { wanted } = asked
  const outcome = await crew.run({
    ...{ kind: 'audit', lists, k, segments, wanted, draws: EVALUATION_DRAWS },
    ...(texts ? { texts: { at: texts.at, columns: texts.columns } } : {}),
  })
  if (outcome.kind !== 'audit') throw unasked(outcome)
  return outcome
}

interface Found {
  readonly lists: Int32Array
  readonly measured: Pick<RememberedAudit, 'columns' | 'profilePopularity'>
  readonly texts: AuditTexts['texts'] | undefined
}

async function rememberedAudit(
  { k }: AuditFairnessRequest,
  { read, ranked, segments }: Ground,
  { lists, measured, texts }: Found,
): Promise<RememberedAudit> {
  const { columns, profilePopularity } = measured
  const names = new Map(read.shoppers.map(({ id, name }) => [id, name]))
  return {
    ...{ id: randomUUID(), catalogue: read.summary.name, currency: read.summary.currency },
    ...{ k, lists, columns, profilePopularity },
    people: segments.map((own, at) => {
      const id = read.events.shoppers[ranked.users[at] ?? -1] ?? ''
      return { id, name: names.get(id) ?? id, segments: own }
    }),
    taken: ranked.taken,
    // Without vectors, which no question about the audit needs.
    products: { ids: read.products.ids, titles: read.products.titles },
    priceMinor: read.merchandise.priceMinor,
    tiers: await tiersOf(read.catalogue),
    ...(texts ? { texts } : {}),
  }
}
