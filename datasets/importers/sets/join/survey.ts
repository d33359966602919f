/** What must be known of a join before its first row is taken: which way round its dates are, how recent it is, how incomes spread. */
import { ShelftalkError } from '../../../../shared/contract/errors'
import { dayOrderOf, parseDate } from '../../dates'
import type { DayOrder } from '../../dates'
import { readRecords } from '../../records/read'
import { incomeAmount, incomeCuts } from '../../segments'
import { isRefusal } from '../../types'
import type { ImportItem, SourceRecord } from '../../types'
import { readable } from '../files'
import type { JoinPlan, TableFile } from './plan'

/** Dates that can only be read one way after which no more are looked at. */
const ENOUGH = 100
/** Cells without any date in figures after which none is expected. */
const OTHER_FORMS = 5000

/** What was found. */
export interface Survey {
  /** Order of day and month in the interactions' dates; undefined where they leave nothing open. */
  readonly at: DayOrder | undefined
  /** The same for dates of birth. */
  readonly born: DayOrder | undefined
  /** The newest interaction, for ages; now where none has a date. */
  readonly nowMs: number
  /** Where incomes are cut into bands; see `incomeCuts`. */
  readonly cuts: readonly number[]
}

/** A sign of life, so that a long look can be stopped. */
const ALIVE: ImportItem = { type: 'joined', rows: 0 }
const ALIVE_ROWS = 2000

type Looking<Value = void> = AsyncGenerator<ImportItem, Value>

/** Reads all records of some files until `look` has seen enough. */
async function* scan(files: readonly TableFile[], look: (record: SourceRecord) => boolean): Looking {
  let rows = 0
  for (const file of files) {
    for await (const record of readRecords(readable(file, file.format), () => undefined)) {
      if (!isRefusal(record) && look(record)) return
      if ((rows += 1) % ALIVE_ROWS === 0) yield ALIVE
    }
  }
}

/** Votes on the order of a column's dates. */
class Orders {
  private readonly votes = { 'day-first': 0, 'month-first': 0, open: 0, none: 0 }

  add(text: string): void {
    this.votes[dayOrderOf(text) ?? 'none'] += 1
  }

  get enough(): boolean {
    const decided = this.votes['day-first'] + this.votes['month-first']
    return decided >= ENOUGH || (decided + this.votes.open === 0 && this.votes.none >= OTHER_FORMS)
  }

  /** The order most dates that tell have; undefined when none tells. */
  get winner(): DayOrder | undefined {
    const { 'day-first': day, 'month-first': month } = this.votes
    if (day === 0 && month === 0) return undefined
    return day > month ? 'day-first' : 'month-first'
  }

  /** True where dates were seen that can be read both ways. */
  get undecided(): boolean {
    return this.votes.open > 0 && this.winner === undefined
  }
}

/** Orders and incomes of the shoppers' files. */
async function* surveyShoppers({ shoppers }: JoinPlan, born: Orders): Looking<readonly number[]> {
  const ageColumn = shoppers?.segments['ageBand']
  const incomeColumn = shoppers?.segments['incomeBand']
  const amounts: number[] = []
  if (!shoppers || (ageColumn === undefined && incomeColumn === undefined)) return amounts
  yield* scan(shoppers.files, ({ fields }) => {
    if (ageColumn !== undefined) born.add(fields[ageColumn] ?? '')
    const amount = incomeColumn === undefined ? undefined : incomeAmount(fields[incomeColumn] ?? '')
    if (amount !== undefined) amounts.push(amount)
    return incomeColumn === undefined && born.enough
  })
  return amounts
}

/** The newest date of the interactions, not after now. */
async function* newest({ interactions }: JoinPlan, order: DayOrder | undefined): Looking<number | undefined> {
  const column = interactions?.fields['at']
  if (!interactions || column === undefined) return undefined
  const now = Date.now()
  let latest: number | undefined
  yield* scan(interactions.files, ({ fields }) => {
    const ms = parseDate(fields[column] ?? '', order)
    if (ms !== undefined && ms <= now && ms > (latest ?? -Infinity)) latest = ms
    return false
  })
  return latest
}

function bothWays(column: string): ShelftalkError {
  return new ShelftalkError(
    'BAD_INPUT',
    `The dates in "${column}" can be read both ways: none has a day after the 12th.`,
    'Say which it is with --map dates=day-first or --map dates=month-first.',
  )
}

/** Rows of a file that are looked at to foresee what its dates will say. */
const AHEAD = 5000
/** The same of dates that leave nothing open so far. */
const SETTLED = 100

/** Votes on the first dates of a column until one tells; true where these were all. */
async function glance(files: readonly TableFile[], column: string, orders: Orders): Promise<boolean> {
  let rows = 0
  let whole = true
  const look = scan(files, ({ fields }) => {
    orders.add(fields[column] ?? '')
    rows += 1
    const enough = orders.winner !== undefined || rows >= AHEAD || (rows >= SETTLED && !orders.undecided)
    if (enough) whole = false
    return enough
  })
  for await (const alive of look) void alive
  return whole
}

/** What the first rows foretell of a join's dates: their order where it is told, and what a person should hear where it is not. */
export interface Outlook {
  readonly order: DayOrder | undefined
  /** What `survey` will throw. */
  readonly problem?: ShelftalkError
  /** That it may throw, where the rows below do not tell either. */
  readonly warning?: string
}

/** Looks at the first thousands of dates at most. */
export async function foresee({ interactions, shoppers, dates }: JoinPlan): Promise<Outlook> {
  const column = interactions?.fields['at']
  if (!interactions || column === undefined || dates !== undefined) return { order: dates }
  const at = new Orders()
  const whole = await glance(interactions.files, column, at)
  if (!at.undecided) return { order: at.winner }
  const born = new Orders()
  const birth = shoppers?.segments['ageBand']
  const all = shoppers && birth !== undefined ? await glance(shoppers.files, birth, born) : true
  if (born.winner !== undefined) return { order: born.winner }
  if (whole && all) return { order: undefined, problem: bothWays(column) }
  const warning = `The first dates in “${column}” can be read both ways: where no later one tells, the import asks for dates=day-first or dates=month-first.`
  return { order: undefined, warning }
}

/**
 * Looks through a join's files where that is needed, with signs of life. Throws ShelftalkError `BAD_INPUT` when every date could be read both ways: a guess would
 * put a year's events out of order.
 */
export async function* survey(plan: JoinPlan): Looking<Survey> {
  const { interactions, shoppers } = plan
  const at = new Orders()
  const born = new Orders()
  const column = interactions?.fields['at']
  const amounts = yield* surveyShoppers(plan, born)
  if (interactions && column !== undefined && plan.dates === undefined) {
    yield* scan(interactions.files, ({ fields }) => {
      at.add(fields[column] ?? '')
      return at.enough
    })
  }
  // Files of one house write dates one way: where one column does not tell, the other may.
  const order = plan.dates ?? at.winner ?? born.winner
  if (at.undecided && order === undefined) {
    throw bothWays(column ?? '')
  }
  const dated = shoppers?.segments['ageBand'] !== undefined
  return {
    at: order,
    born: plan.dates ?? born.winner ?? at.winner,
    nowMs: (dated ? yield* newest(plan, order) : undefined) ?? Date.now(),
    cuts: incomeCuts(amounts),
  }
}
