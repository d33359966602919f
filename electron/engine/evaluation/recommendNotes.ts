/** What a reader of an evaluation of recommenders must know beside its figures. */
import type { Summary } from '../../../models/evaluate/summary'
import type { EvaluateRecommendRequest } from '../../../shared/contract/parts/recommend'
import type { InteractionColumns } from '../../../shared/domain/columns'
import type { Parted } from './recommendTasks'

/** What notes are taken of. */
interface Noted {
  readonly events: InteractionColumns
  readonly request: EvaluateRecommendRequest
  readonly parted: Parted
  readonly summary: Summary
}

/** The notes, in sentences. */
export function recommendNotes({ events, request, parted, summary }: Noted): readonly string[] {
  const standIns = summary.results.flatMap(({ strategy, standIn }) =>
    standIn ? `${standIn.strategy} stood in for ${strategy}: ${standIn.reason}` : [],
  )
  return [
    ...(request.protocol === 'leave-last-out' ? undated(events) : []),
    ...(request.users !== undefined && request.users <= parted.users.length
      ? [`Tested on a random sample of ${count(parted.users.length)} users; everybody was learnt from.`]
      : []),
    ...standIns,
    ...(summary.results.some(({ strategy }) => strategy === 'personalised') ? [MEASURED] : []),
  ]
}

/** What is measured of personal picks, and what is shown beside it. */
const MEASURED =
  'personalised is measured by its scores alone; where texts are written, what fits the occasion and the interests, diversity, the budget, turns among equals, what was bought lately, stock and business rules come on top.'

/** Without dates "last" goes by the order of the file. */
function undated({ atMs }: InteractionColumns): readonly string[] {
  const without = atMs.reduce((sum, at) => sum + (at === 0 ? 1 : 0), 0)
  if (without === 0) return []
  if (without === atMs.length)
    return ['No interaction has a date: the last product of a user is the last one in the order of import.']
  return [
    `${count(without)} of ${count(atMs.length)} interactions have no date and count as the oldest, in the order of import.`,
  ]
}

const count = (number: number) => number.toLocaleString('en-GB')
