/** What the systems of one run say about each other, case by case. */
import type { Run, RunFinding, RunValues } from '../../../shared/domain/run'
import type { ValuedRun } from './compare'
import { breathe, corrected, differenceOf, drawnOf, pairOf, ratioOf } from './pairs'
import { mean } from '../../../models/metrics/summary'

/** The system that a run is about, where it is among those measured. */
const LEADS = ['personalised', 'hybrid', '']

/** The lead system against every other, in every metric of which both have values of the same cases; p corrected over them all. */
export async function findingsOf({ run, values }: ValuedRun): Promise<readonly RunFinding[]> {
  const found: RunFinding[] = []
  for (const metric of new Set(values.map((one) => one.metric))) {
    const systems = values.filter((one) => one.metric === metric)
    const lead = LEADS.flatMap((name) => systems.find(({ of }) => of === name) ?? [])[0] ?? systems[0]
    for (const other of systems) {
      if (!lead || other === lead) continue
      found.push(...findingOf(run, lead, other))
      await breathe()
    }
  }
  const tested = corrected(found.map(({ difference }) => difference))
  return found.map((one, at) => ({ ...one, difference: tested[at] ?? one.difference }))
}

function findingOf(run: Run, lead: RunValues, than: RunValues): readonly RunFinding[] {
  const pair = pairOf(than, lead)
  if (!pair) return []
  const drawn = drawnOf(pair)
  const ratio = ratioOf(pair, drawn)
  const better = run.metrics.find(({ name, of }) => name === lead.metric && of === lead.of)?.better
  return [
    {
      ...{ metric: lead.metric, of: lead.of, than: than.of },
      means: [mean(pair.other), mean(pair.base)],
      difference: differenceOf(pair, drawn),
      ...(better ? { better } : {}),
      ...(ratio ? { ratio } : {}),
    },
  ]
}
