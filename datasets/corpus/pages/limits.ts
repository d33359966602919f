import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Honest limits, for every aisle: care, size, weight, stock, what it works with, and a price over the usual. `@stock` says
 * that few are left.
 */
export const limits: PhrasePage = {
  aisles: [],
  patterns: {
    'limit warm': [
      'Looking after [it|them] comes down to this: {care}. (See if that suits how you live/You will know if that suits you).',
      'We should say, before you (order/decide), that [it is|they are] {care}.',
      'Do measure before you fall for [it|them]: {size}.',
      'One thing to check before you (order/decide): [it works|they work] with {compatibility}, so (have a look at what you own/ask us if you are unsure).',
      'One honest word on size: {size} is all [it is|they are], so (have a tape measure ready/do check).',
      'Before you fall for [it|them], know the care: {care}.',
    ],
    'limit crisp': [
      'Check the care before ordering: {care}.',
      'Note the care: {care}. If that does not suit your routine, (choose something else/keep looking).',
      'Constraint: {size}. Measure.',
      'Works with {compatibility}; (assume nothing else/do not assume more than that).',
      'Compatibility ends at {compatibility}.',
    ],
    'limit playful': [
      'Small print, read aloud: {care}. (There, not so scary/We have nothing else to confess).',
      'House rules: {care}. (We did not make them/Signed, the label).',
      'Before the (happy dance/victory lap), a tape measure: {size}.',
      '[It gets|They get] along with {compatibility}. Anything else, and (you are on your own/we look at our shoes).',
      'Terms and conditions, the fun version: {care}.',
    ],
    'limit luxury': [
      'A word on care, and no more: {care}.',
      'Said once, on keeping [it|them] well: {care}.',
      '{size}. Have the place (ready/in mind) before the piece.',
      'For {compatibility}, and (one should not ask for more/for that company alone).',
      'To keep [it|them] as [it is|they are]: {care}.',
    ],
    'limit value': [
      'Upkeep belongs in the sums, and here that means {care}.',
      'At {size}, check for room first; a thing that does not fit is (a poor buy/money wasted).',
      'Unless you own {compatibility}, (save your money/keep your money), since [it was|they were] made to work with that.',
      'The upkeep, which nobody puts on the ticket: {care}.',
    ],
    'limit warm @high': [
      'At {weight}, [it is|they are] heavier than most of [its|their] kind, (and we would rather you knew/in case that matters to you).',
    ],
    'limit crisp @high': [
      '{weight}: heavier than typical for the type. (Compare before you order/Decide if that matters).',
    ],
    'limit playful @high': [
      'The catch is {weight}, which is more than most of [its|their] kind. (You heard it here/Now you know).',
    ],
    'limit luxury @high': [
      '{weight}: more than is usual for [its|their] kind, and (better said/one should know).',
    ],
    'limit value @high': [
      'At {weight}, [it is|they are] heavier than most of [its|their] kind; (count that for or against/only you know if that is a drawback).',
    ],
    'limit warm @over': ['We will be (frank/open) with you: at {price}, [it is|they are] above the usual.'],
    'limit crisp @over': ['The drawback is the price: {price}, above the usual.'],
    'limit playful @over': ['The one thing we mumble: {price}, which is over the usual.'],
    'limit luxury @over': ['At {price}, [it is|they are] above the usual, and that should be said.'],
    'limit value @over': [
      'The honest snag: {price}, over the usual, and only you know (if the facts are worth that/what the rest of the money was meant to do).',
    ],
    'limit warm @stock': [
      'We have only a few left, (so we thought you should know/and would rather you heard that from us).',
    ],
    'limit crisp @stock': ['Stock is low: a few left.', 'Only a few left.'],
    'limit playful @stock': [
      'There are only a few left, (huddled/keeping each other company) at the back of the shelf.',
    ],
    'limit luxury @stock': [
      'Few remain.',
      'Only a few are left, (and that is simply a fact/said without haste).',
    ],
    'limit value @stock': [
      'Only a few are left; that is no reason to buy (what you do not need/unless you wanted one before).',
    ],
    'limit warm @low': [
      'At {battery} to a charge, [it runs|they run] for less time than most, so think how often you would charge [it|them].',
      '[It holds|They hold] {capacity}, less than most of [its|their] kind, so do think of what you need.',
    ],
    'limit crisp @low': [
      'Running time is short for the type: {battery}. Plan the charging.',
      'Capacity is on the small side: {capacity}. Check first.',
    ],
    'limit playful @low': [
      'After {battery}, [it needs|they need] a lie-down sooner than most. (Who does not/We relate).',
      'Small print, small thing: {capacity}, less than most. (Think small/Bring less).',
    ],
    'limit luxury @low': [
      '{battery} to a charge: shorter than most, and best known beforehand.',
      '{capacity}: less than is usual, for those who need less.',
    ],
    'limit value @low': [
      'You get {battery} to a charge, less than most; think how often you would have to charge.',
      'At {capacity}, you get less than with most of [its|their] kind, so check what you need before you pay.',
    ],
  },
}
