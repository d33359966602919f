/** The thread of fairness audits: parts the catalogue for itself, then ranks, rules, measures and re-ranks as it is told. */
import { workerData } from 'node:worker_threads'
import { rankUsers } from '../../../models/evaluate/rankUsers'
import type { Study } from '../../../models/evaluate/study'
import { heldOutOf, openStudy, profilePopularity } from '../../../models/evaluate/study'
import { auditSegments } from '../../../models/fairness/audit'
import { measureLists } from '../../../models/fairness/listMeasures'
import { exposureClasses, priceLevels } from '../../../models/fairness/merchandise'
import { largestClasses } from '../../../models/fairness/tradedClasses'
import { tradeOffCurve } from '../../../models/fairness/tradeOff'
import { placeDithers } from '../../../models/recommend/dither'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { Exposure } from '../../../shared/domain/fairness'
import { serveTasks } from '../evaluation/crewMember'
import { sharedFloats, sharedInts } from '../evaluation/shared'
import { tiersIn } from '../tiers'
import { ruledLists } from './ruledLists'
import type {
  AuditTask,
  FairnessData,
  FairnessOutcome,
  FairnessTask,
  RankTask,
  RuleTask,
  TradeOffTask,
} from './tasks'
import { DEPTH } from './tasks'

const { events, products, merchandise, seed } = workerData as FairnessData
const study = openStudy(events, products, { protocol: 'leave-last-out', k: DEPTH, seed })

serveTasks((task: FairnessTask, onProgress): FairnessOutcome => {
  switch (task.kind) {
    case 'part':
      return {
        ...{ kind: 'part', users: study.users },
        taken: study.users.map((user) => heldOutOf(study, user)[0] ?? -1),
      }
    case 'rank': {
      const { lists, standIn } = rankUsers(studyFor(task), task.strategy, onProgress)
      return { kind: 'rank', lists: sharedInts(lists), ...(standIn ? { standIn } : {}) }
    }
    case 'rule':
      return ruled(task, onProgress)
    case 'audit':
      return audited(task)
    case 'tradeOff':
      return traded(task, onProgress)
  }
})

/** The study, for those and as deep as is asked. */
function studyFor({ deeper }: RankTask): Study {
  if (!deeper) return study
  const users = deeper.places.map((place) => study.users[place] ?? -1)
  return { ...study, users, request: { ...study.request, k: deeper.depth } }
}

function ruled(task: RuleTask, onProgress: (done: number) => void): FairnessOutcome {
  const { matrix } = study.training
  const historyOf = (at: number) => {
    const user = study.users[task.places[at] ?? -1] ?? -1
    return matrix.item.subarray(matrix.start[user], matrix.start[user + 1])
  }
  const tiers = tiersIn(products.ids, merchandise)
  const { lists, open } = ruledLists({ ...task, historyOf, tiers }, onProgress)
  return { kind: 'rule', lists: sharedInts(lists), open: sharedInts(open) }
}

function audited({ lists, k, segments, wanted, texts, draws }: AuditTask): FairnessOutcome {
  const columns = measureLists({ study, lists, depth: DEPTH, k, merchandise })
  const popularity = profilePopularity(study)
  const outcome = auditSegments(
    {
      shoppers: study.users.length,
      segmentsOf: (at) => segments[at] ?? {},
      ...{ columns, lists, depth: DEPTH, k, seed, draws },
      classes: exposureClasses(merchandise),
      items: products.ids.length,
      profilePopularity: popularity,
      ...(texts ? { texts } : {}),
    },
    wanted,
  )
  const entries = Object.entries(columns).map(([measure, column]) => [measure, sharedFloats(column)])
  return {
    kind: 'audit',
    columns: Object.fromEntries(entries) as typeof columns,
    profilePopularity: sharedFloats(popularity),
    outcome,
  }
}

const noClass = (by: Exposure) =>
  new ShelftalkError(
    'BAD_INPUT',
    `No product has ${by === 'priceTier' ? "a price in the catalogue's currency" : `a known ${by}`}.`,
    'Even something else out: price tiers, aisles, categories or brands.',
  )

function traded(task: TradeOffTask, onProgress: (done: number) => void): FairnessOutcome {
  const { of, values } = largestClasses(exposureClasses(merchandise)[task.by], task.by)
  if (!of.some((at) => at >= 0)) throw noClass(task.by)
  const { n, others, points, own, wished } = tradeOffCurve(
    {
      ...task,
      ...{ study, depth: DEPTH, seed, classOf: of, classes: values.length },
      levels: priceLevels(merchandise),
      dither: placeDithers(products.ids),
    },
    onProgress,
  )
  return { kind: 'tradeOff', curve: { n, others, points, own, wished }, values }
}
