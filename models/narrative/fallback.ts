/**
 * Authored sentences that stand in when the model fails a beat several times. They are plain on purpose; every use is counted and
 * shown. Notation as in `shared/domain/pattern.ts`.
 */
import type { Beat, SlotName } from '../../shared/domain/beats'
import { splitSlot } from '../../shared/domain/beats'
import { beatProduct } from '../../shared/domain/prompt'
import { slotToken } from '../../shared/domain/tokens'
import type { GrammaticalNumber } from '../../shared/domain/facts'

/** What a fact of each kind adds, after "it" or "they"; `#` is the slot. */
const clauses: Readonly<Record<string, string>> = {
  price: 'costs # | cost #',
  wasPrice: 'cost # before | cost # before',
  rating: 'is rated # by other buyers | are rated # by other buyers',
  brand: 'comes from # | come from #',
  noun: 'is the # in question | are the # in question',
  material: 'is made of # | are made of #',
  weight: 'weighs # | weigh #',
  capacity: 'holds # | hold #',
  battery: 'runs for # on a charge | run for # on a charge',
  power: 'runs at # | run at #',
  size: 'measures # | measure #',
  colour: 'comes in # | come in #',
  fit: 'has a # fit | have a # fit',
  care: 'is # | are #',
  origin: 'comes from # | come from #',
  certification: 'carries # certification | carry # certification',
  compatibility: 'works with # | work with #',
  warranty: 'has # of cover | have # of cover',
  pack: 'comes as # | come as #',
  flavour: 'tastes of # | taste of #',
  scent: 'smells of # | smell of #',
  skin: 'suits # | suit #',
  ages: 'is meant for # | are meant for #',
  season: 'is made for # | are made for #',
  room: 'suits # | suit #',
  noise: 'runs at # | run at #',
  water: 'has # | have #',
  speed: 'reaches # | reach #',
  temperature: 'is rated to # | are rated to #',
  connectivity: 'connects by # | connect by #',
  screen: 'has # | have #',
  pattern: 'comes in # | come in #',
  style: 'has a # look | have a # look',
  use: 'is made for # | are made for #',
  ingredient: 'contains # | contain #',
  storage: 'stores # | store #',
  light: 'gives # | give #',
  reach: 'reaches # | reach #',
  craft: 'is # | are #',
  finish: 'has # | have #',
  closure: 'closes with # | close with #',
  includes: 'comes with # | come with #',
  feature: 'comes with # | come with #',
}

/** A plain sentence for a beat, slots as tokens, every slot once. */
export function fallbackSentence(beat: Beat, numbers: readonly GrammaticalNumber[]): string {
  const owner = `p${beatProduct(beat)}`
  const many = numbers[beatProduct(beat) - 1] === 'many'
  const rest = beat.slots.filter(
    (slot) => !['title'].includes(splitSlot(slot).field) && slot.startsWith(owner),
  )
  const others = beat.slots.filter((slot) => !slot.startsWith(owner))
  const subject = subjectOf(beat, owner, many)
  const said = rest.map((slot) => clause(slot, many))
  const lead = leadIn(others)
  if (lead === '' && said.length === 0)
    return beat.slots.length > 0 ? `${subject} ${many ? 'are' : 'is'} here to see.` : standing(beat)
  const body =
    said.length > 0 ? `${subject} ${listed(said)}` : `${subject} ${many ? 'are' : 'is'} worth a look`
  return sentence(lead === '' ? body : `${lead}, ${lower(body)}`)
}

function subjectOf(beat: Beat, owner: string, many: boolean): string {
  const title = beat.slots.find((slot) => slot === `${owner}.title`)
  if (title) return `The ${slotToken(title)}`
  return many ? 'They' : 'It'
}

/** "a, b and c". */
const listed = (parts: readonly string[]) =>
  [parts.slice(0, -1).join(', '), parts.at(-1)].filter(Boolean).join(' and ')

function clause(slot: SlotName, many: boolean): string {
  const [one = '', several = ''] = (clauses[splitSlot(slot).field] ?? 'offers # | offer #').split(' | ')
  return (many ? several : one).replace('#', slotToken(slot))
}

/** The shopper's, history's and other products' slots as an opening phrase. */
function leadIn(slots: readonly SlotName[]): string {
  return slots
    .map((slot) => {
      const { owner, field } = splitSlot(slot)
      if (owner.startsWith('h')) return `beside your ${slotToken(slot)}`
      if (owner.startsWith('p'))
        return field === 'title' ? `next to the ${slotToken(slot)}` : `against ${slotToken(slot)}`
      return field === 'interest' ? `for anyone who loves ${slotToken(slot)}` : `for ${slotToken(slot)}`
    })
    .join(' and ')
}

/** Claims nothing. */
const PLAIN = 'Some choices are easier with the facts at hand.'

function standing(beat: Beat): string {
  switch (beat.move) {
    case 'close':
      return beat.relation === 'call' ? 'Have a look.' : 'The rest is up to you.'
    case 'limit':
      return beat.relation === 'stock' ? 'There are only a few left.' : PLAIN
    default:
      return PLAIN
  }
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
