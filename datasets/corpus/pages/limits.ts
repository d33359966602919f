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
      '[It is|They are] made for {season}, and we would not promise more than that.',
      'Before you fall for [it|them], know the care: {care}.',
    ],
    'limit crisp': [
      'The limit: {care}.',
      'Note the care: {care}. If that is a problem, (choose something else/this is the wrong choice).',
      'Constraint: {size}. Measure.',
      'Works with {compatibility}; (assume nothing else/do not assume more than that).',
      'Season: {season}. Outside that, no promises.',
      'Compatibility ends at {compatibility}.',
    ],
    'limit playful': [
      'Small print, read aloud: {care}. (There, not so scary/We have nothing else to confess).',
      'Yes, [it is|they are] {care}. (Nobody is perfect/We all have our needs).',
      'Before the (happy dance/victory lap), a tape measure: {size}.',
      '[It gets|They get] along with {compatibility}. Anything else, and (you are on your own/we look at our shoes).',
      'Made for {season}. The rest of the year, [it naps|they nap].',
      'Terms and conditions, the fun version: {care}.',
    ],
    'limit luxury': [
      '{care}; [it asks|they ask] that much of you, and (should/ought to) be (given/granted) that.',
      'A caution, (given once/no more): {care}.',
      '{size}. Have the place (ready/in mind) before the piece.',
      'For {compatibility}, and (one should not ask for more/for that company alone).',
      'For {season}, and then to be put away.',
      'What [it asks|they ask] in return: {care}.',
    ],
    'limit value': [
      '[It is|They are] {care}: if the upkeep (would bother you/is a chore), the price is not the whole cost.',
      'At {size}, check for room first; a thing that does not fit is (a poor buy/money wasted).',
      'Unless you own {compatibility}, (save your money/keep your money), since [it was|they were] made to work with that.',
      'Made for {season}: if that is a small part of your year, count fewer uses in the sums.',
      'The upkeep, which nobody puts on the ticket: {care}.',
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
      'At {battery} to a charge, [it runs|they run] for less time than most, so keep a charger near.',
      '[It holds|They hold] {capacity}, less than most of [its|their] kind, so do think of what you need.',
    ],
    'limit crisp @low': [
      'Running time is short for the type: {battery}. Plan the charging.',
      'Capacity is on the small side: {capacity}. Check first.',
    ],
    'limit playful @low': [
      'After {battery}, [it needs|they need] a lie-down sooner than most. (Who does not/We relate).',
      'Small print, small thing: {capacity}, less than most. Pack like a monk.',
    ],
    'limit luxury @low': [
      '{battery} to a charge: shorter than most, and best known beforehand.',
      '{capacity}: less than is usual, for those who need less.',
    ],
    'limit value @low': [
      'You get {battery} to a charge, less than most; think how often you would have to charge.',
      'At {capacity}, you get less room than most give, so check what you need before you pay.',
    ],
  },
}
