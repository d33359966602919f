/** What a reader of an audit must know beside its figures. */
import type { Merchandise } from '../../../models/fairness/merchandise'
import { pricedByOthers } from '../../../models/fairness/merchandise'
import type { AuditFairnessRequest } from '../../../shared/contract/parts/fairness'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { FairnessReport } from '../../../shared/domain/fairness'
import { SMALL_GROUP } from '../../../shared/domain/fairness'
import { segmentWords } from '../../../shared/domain/fairnessWords'
import type { Read } from './ground'
import type { SegmentsAsked } from './segments'
import type { RankedLists } from './shelf'
import { DEEP, DEPTH } from './tasks'

/** What notes are taken of. */
export interface Noted {
  readonly read: Read
  readonly request: AuditFairnessRequest
  readonly ranked: RankedLists
  readonly asked: SegmentsAsked
  readonly reports: readonly FairnessReport[]
  /** Names of the rules that hold for somebody. */
  readonly rules: readonly string[]
  /** Shoppers to whom rules leave fewer products than a list shows. */
  readonly short: number
  /** Why each text that could not be written was not. */
  readonly unwritten: readonly string[]
}

/** The notes, in sentences. */
export function auditNotes(noted: Noted): readonly string[] {
  return [
    ...groundNotes(noted),
    ...ruleNotes(noted),
    ...segmentNotes(noted),
    ...priceNotes(noted.read),
    ...textNotes(noted),
    'A difference is no proof of its cause: groups can want different things. Miscalibration and price beside own history say how lists differ from what the same shoppers did themselves.',
  ]
}

function groundNotes({ read, ranked }: Noted): readonly string[] {
  const { summary, shoppers } = read
  const { users, standIn } = ranked
  return [
    ...(summary.invented ? [`"${summary.name}" is an invented shop; so are its shoppers.`] : []),
    `Tested are the ${count(users.length)} of ${count(shoppers.length)} shoppers with a product to hold out. Their lists are ranked from their history over every product, as in an evaluation: for no occasion, and whatever is in stock.`,
    ...(standIn ? [`${standIn.name} stood in for ${ranked.strategy}: ${standIn.reason}`] : []),
    ...undated(read),
  ]
}

/** Without dates "next" goes by the order of the file. */
function undated({ events: { atMs } }: Read): readonly string[] {
  const without = atMs.reduce((sum, at) => sum + (at === 0 ? 1 : 0), 0)
  if (without === 0) return []
  return [
    `${without === atMs.length ? 'No interaction has' : `${count(without)} of ${count(atMs.length)} interactions have no`} date; what a shopper took last goes by the order of import.`,
  ]
}

function ruleNotes({ request, rules, short, ranked }: Noted): readonly string[] {
  if (!request.rules) return ['Business rules were left out.']
  if (rules.length === 0) return []
  return [
    `Business rules were applied to every list, as they hold without an occasion: ${rules.join(', ')}. They reach the first ${count(DEPTH)} places of a ranking, and the first ${count(DEEP)} where more than those could be shown.`,
    ...(short > 0
      ? [
          `To ${count(short)} of ${count(ranked.users.length)} shoppers they leave fewer than ${request.k} products of those; the lists are shorter.`,
        ]
      : []),
  ]
}

function segmentNotes({ asked, reports }: Noted): readonly string[] {
  const small = reports.flatMap(({ fields, groups }) => {
    const found = groups.filter((group) => group.small)
    return found.length > 0
      ? `${found.length} of ${groups.length} groups by ${segmentWords(fields)} have fewer than ${SMALL_GROUP} shoppers: their figures say little.`
      : []
  })
  const left = asked.leftOut
  return [
    ...small,
    ...(left.length > 0 ? [`Not audited, because there are too many attributes: ${left.join(', ')}.`] : []),
  ]
}

/** Of prices that are not known, and of those that have nothing alike to be held against. */
export function priceNotes({
  merchandise,
  summary,
}: {
  readonly merchandise: Pick<Merchandise, 'kinds' | 'priceMinor'>
  readonly summary: Pick<CatalogueSummary, 'currency'>
}): readonly string[] {
  return [...unpricedNotes(merchandise, summary), ...unlikeNotes(merchandise)]
}

/** Beside a whole catalogue a cap is cheap and a bicycle dear, whoever is shown them. */
function unlikeNotes(merchandise: Pick<Merchandise, 'kinds' | 'priceMinor'>): readonly string[] {
  const { priced, byOthers } = pricedByOthers(merchandise)
  if (byOthers <= priced / 2) return []
  return [
    `${count(byOthers)} of ${count(priced)} products with a price are of a kind with fewer than six prices, or of none that is known, and are measured against their category or the whole catalogue: "price for its kind" and the tiers of prices compare unlike things there, so only differences between groups mean anything.`,
  ]
}

function unpricedNotes(
  { priceMinor }: Pick<Merchandise, 'priceMinor'>,
  summary: Pick<CatalogueSummary, 'currency'>,
): readonly string[] {
  const without = priceMinor.reduce((sum, price) => sum + Number(Number.isNaN(price)), 0)
  if (without === 0) return []
  const of =
    without === priceMinor.length
      ? 'No product has'
      : `${count(without)} of ${count(priceMinor.length)} products have no`
  return [`${of} price in ${summary.currency}; measures of prices leave them out.`]
}

function textNotes({ request, asked, unwritten }: Noted): readonly string[] {
  if (request.texts === 0) return []
  const by = segmentWords(asked.wanted[0] ?? [])
  const [first] = unwritten
  return [
    `Texts were written for as many shoppers of each group by ${by} as there were, up to ${count(request.texts)} in all. Voices, channels and ways to close are balanced within every group, and groups by ${by} have the same occasions, templates and seeds as far as they reach; products are picked for the occasion, as in the Studio.`,
    ...(first === undefined
      ? []
      : [`${count(unwritten.length)} of them could not be planned and are left out: ${first}`]),
  ]
}

const count = (number: number) => number.toLocaleString('en-GB')
