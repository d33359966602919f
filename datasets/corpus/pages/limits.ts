import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Honest limits, for every aisle: care, size, weight, stock, what it works with, and a price over the usual. `@stock` says
 * that few are left.
 */
export const limits: PhrasePage = {
  aisles: [],
  patterns: {
    'limit warm': [
      '[It is|They are] {care}, which you may mind, (so we would rather say so now/and better to know now).',
      'We should tell you that [it is|they are] {care}, (in case that does not suit how you live/as not everyone wants to look after things that way).',
      'Do measure before you fall for [it|them]: {size}.',
      'One thing to check before you (order/decide): [it works|they work] with {compatibility}, so (have a look at what you own/ask us if you are unsure).',
    ],
    'limit crisp': [
      'The limit: {care}.',
      'Note the care: {care}. If that is a problem, (choose something else/this is the wrong choice).',
      'Constraint: {size}. Measure.',
      'Works with {compatibility}; (assume nothing else/do not assume more than that).',
    ],
    'limit playful': [
      'Small print, read aloud: {care}. (There, not so scary/We have nothing else to confess).',
      'Yes, [it is|they are] {care}. (Nobody is perfect/We all have our needs).',
      'Before the (happy dance/victory lap), a tape measure: {size}.',
      '[It gets|They get] along with {compatibility}. Anything else, and (you are on your own/we look at our shoes).',
    ],
    'limit luxury': [
      '{care}; [it asks|they ask] that much of you, and (should/ought to) be (given/granted) that.',
      'A caution, (given once/no more): {care}.',
      '{size}. Have the place (ready/in mind) before the piece.',
      'For {compatibility}, and (one should not ask for more/for that company alone).',
    ],
    'limit value': [
      '[It is|They are] {care}: if the upkeep (would bother you/is a chore), the price is not the whole cost.',
      'At {size}, check for room first; a thing that does not fit is (a poor buy/money wasted).',
      'Unless you own {compatibility}, (save your money/keep your money), because that is what [it works|they work] with.',
    ],
    'limit warm @high': [
      'At {weight}, [it is|they are] heavier than most, so (do ask for a hand/please think about who will lift [it|them]).',
    ],
    'limit crisp @high': [
      '{weight}: heavier than typical. (If you carry far, look elsewhere/Check who has to lift [it|them]).',
    ],
    'limit playful @high': ['The catch is {weight}. (Bend your knees/Bring a friend with arms).'],
    'limit luxury @high': ['{weight}; [it is|they are] not (made/meant) to be hurried from place to place.'],
    'limit value @high': [
      'At {weight}, [it is|they are] heavier than most; (factor in the carrying/if you have to carry [it|them], think again).',
    ],
    'limit warm @over': ['We will be (frank/open) with you: at {price}, [it is|they are] above the usual.'],
    'limit crisp @over': ['The drawback is the price: {price}, above the usual.'],
    'limit playful @over': ['The one thing we mumble: {price}, which is over the usual.'],
    'limit luxury @over': ['At {price}, [it is|they are] above the usual, and that should be said.'],
    'limit value @over': [
      'The honest snag: {price}, over the usual, and only you know (if the facts are worth that/what the rest of the money was for).',
    ],
    'limit warm @stock': [
      'We have only a few left, (so we thought you should know/and would rather you heard that from us).',
    ],
    'limit crisp @stock': [
      'Stock is low: a few left.',
      'Only a few left.',
    ],
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
  },
}
