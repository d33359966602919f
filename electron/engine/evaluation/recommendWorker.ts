/** A thread of an evaluation of recommenders: parts the catalogue for itself, then fits, ranks and sums up as it is told. */
import { workerData } from 'node:worker_threads'
import { readWorldTruth } from '../../../datasets/world/read'
import type { Ranking } from '../../../models/evaluate/rankUsers'
import { LIST_COLUMNS, rankUsers } from '../../../models/evaluate/rankUsers'
import { heldOutPairs, openStudy } from '../../../models/evaluate/study'
import type { Ranked } from '../../../models/evaluate/summary'
import { summarise } from '../../../models/evaluate/summary'
import { serveTasks } from './crewMember'
import type { RecommendData, RecommendOutcome, RecommendTask } from './recommendTasks'
import { sharedFloats, sharedInts } from './shared'
import type { ClickWorld } from './worldClicks'
import { clickWorld, worldClicks } from './worldClicks'

const { events, products, request, worldFolder } = workerData as RecommendData
const study = openStudy(events, products, request)
let world: Promise<ClickWorld> | undefined

serveTasks(async (task: RecommendTask, onProgress): Promise<RecommendOutcome> => {
  switch (task.kind) {
    case 'part': {
      const { users, training } = study
      return {
        ...{ kind: 'part', users },
        ...{ trainingPairs: training.matrix.item.length, heldOutPairs: heldOutPairs(study) },
      }
    }
    case 'rank':
      return { kind: 'rank', ranking: await clicked(rankUsers(study, task.strategy, onProgress)) }
    case 'summarise':
      return { kind: 'summarise', summary: summarise(study, task.rankings, task.clicks) }
  }
})

/** The lists in shared memory, with what the shop's click model makes of them where it is to be asked. */
async function clicked(ranking: Ranking): Promise<Ranked> {
  const columns = LIST_COLUMNS.map((column) => [column, sharedFloats(ranking.columns[column])])
  const shared = {
    ...ranking,
    lists: sharedInts(ranking.lists),
    columns: Object.fromEntries(columns) as Ranking['columns'],
  }
  if (worldFolder === undefined) return shared
  world ??= readWorldTruth(worldFolder).then((truth) => clickWorld(study, events, truth))
  return { ...shared, modelClicks: sharedFloats(worldClicks(study, ranking, await world)) }
}
