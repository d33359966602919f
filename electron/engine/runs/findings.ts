/** What the systems of one run say about each other, case by case. */
import { mean } from '../../../models/metrics/summary'
import type { Run, RunFinding, RunValues } from '../../../shared/domain/run'
import type { ValuedRun } from './compare'
import { corrected, differenceOf, drawnOf, flipped, pairOf, ratioOf } from './pairs'
import { breathe } from '../breath'

/** The system that a run is about, where it is among those measured. */
const LEADS = ['personalised', 'hybrid', '']

/** The lead system against every other, in every metric of which both have values of the same cases; p corrected over them all. */
export async function findingsOf({ run, values }: ValuedRun): Promise<readonly RunFinding[]> {
  // Groups of an audit are no systems that answer the same cases; what differs among them is the audit's own to say.
  if (run.kind === 'fairness') return []
  const found: RunFinding[] = []
  for (const metric of new Set(values.map((one) => one.metric))) {
    const systems = values.filter((one) => one.metric === metric)
    const lead = LEADS.flatMap((name) => systems.find(({ of }) => of === name) ?? [])[0] ?? systems[0]
    if (lead)
      found.push(
        ...findingsIn(
          run,
          lead,
          systems.filter((one) => one !== lead),
        ),
      )
    await breathe()
  }
  const tested = corrected(found.map(({ difference }) => difference))
  return found.map((one, at) => ({ ...one, difference: tested[at] ?? one.difference }))
}

function findingsIn(run: Run, lead: RunValues, others: readonly RunValues[]): readonly RunFinding[] {
  const better = run.metrics.find(({ name, of }) => name === lead.metric && of === lead.of)?.better
  const pairs = others.map((other) => pairOf(lead, other))
  const drawn = drawnOf(pairs, lead.keys.length)
  return others.flatMap(({ of: than }, at) => {
    const [pair, samples] = [pairs[at], drawn[at]]
    if (!pair || !samples) return []
    const ratio = ratioOf(flipped(pair), flipped(samples))
    return {
      ...{ metric: lead.metric, of: lead.of, than },
      means: [mean(pair.base), mean(pair.other)] as const,
      difference: differenceOf(flipped(pair), flipped(samples)),
      ...(better ? { better } : {}),
      ...(ratio ? { ratio } : {}),
    }
  })
}
