import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Honest limits, for every aisle: care, size, weight, stock, what it works with, and a price over the usual. `@stock` says
 * that few are left.
 */
export const limits: PhrasePage = {
  aisles: [],
  patterns: {
    'limit warm': [
      'As for looking after [it|them], [it is|they are] {care}, so see if that suits how you live.',
      'We should say, before you decide, that [it is|they are] {care}.',
      'Do measure before you order: the size is {size}.',
      'One thing to check before you order: [it works|they work] with {compatibility}, so have a look at what you own.',
      'A word on size: allow {size}, and have a tape measure ready.',
      'Before you order, you should know that [it is|they are] {care}.',
    ],
    'limit crisp': [
      'Check the care before ordering: {care}.',
      'Note the care: {care}.',
      'Measure first: {size}.',
      'Works with {compatibility}, as listed.',
      'Before ordering, check that you have {compatibility}.',
    ],
    'limit playful': [
      'Small print, read aloud: [it is|they are] {care}. There, not so scary.',
      'House rules: {care}. Signed, the label.',
      'Before the happy dance, a tape measure: {size}.',
      '[It gets|They get] along with {compatibility}, so make sure that is what you have.',
      'Terms and conditions, the fun version: {care}.',
    ],
    'limit luxury': [
      'A word on care: [it is|they are] {care}.',
      'To keep [it|them] well, note that [it is|they are] {care}.',
      'Have a place in mind first: the size is {size}.',
      'Made for use with {compatibility}.',
      'For care, [it is|they are] {care}.',
    ],
    'limit value': [
      'Count the upkeep, too: [it is|they are] {care}.',
      'At {size}, check that you have room first, and save yourself a return.',
      'You will need {compatibility}, since that is what [it works|they work] with.',
      'The upkeep to plan for: {care}.',
    ],
    'limit warm @high': [
      'At {weight}, [it is|they are] heavier than most of [its|their] kind, in case that matters to you.',
    ],
    'limit crisp @high': ['At {weight}, [it is|they are] heavier than is typical for the type.'],
    'limit playful @high': [
      'The catch is {weight}, which is more than most of [its|their] kind. (You heard it here/Now you know).',
    ],
    'limit luxury @high': ['At {weight}, [it is|they are] heavier than most.'],
    'limit value @high': [
      'At {weight}, [it is|they are] heavier than most of [its|their] kind, so plan how you would carry [it|them].',
    ],
    'limit warm @over': ['We should tell you that at {price}, [it is|they are] above the usual.'],
    'limit crisp @over': ['The drawback is the price: {price}, above the usual.'],
    'limit playful @over': ['The one thing we mumble: {price}, which is over the usual.'],
    'limit luxury @over': ['At {price}, [it is|they are] above the usual, and we would rather say so.'],
    'limit value @over': [
      'The one snag is {price}, over the usual, so see if you like what you get for the extra.',
    ],
    'limit warm @stock': ['We have only a few left, so we thought you should know.'],
    'limit crisp @stock': ['Stock is low: a few left.', 'Only a few left.'],
    'limit playful @stock': [
      'There are only a few left, keeping each other company at the back of the shelf.',
    ],
    'limit luxury @stock': ['Few remain.', 'Only a few are left.'],
    'limit value @stock': ['Only a few are left, so if [it fits|they fit] the budget, do have a look soon.'],
    'limit warm @low': [
      'At {battery} to a charge, [it runs|they run] for less time than most, so think how often you would charge [it|them].',
      '[It holds|They hold] {capacity}, less than most of [its|their] kind, so do think of what you need.',
    ],
    'limit crisp @low': [
      'Running time is short for the type: {battery}.',
      'Capacity is on the small side: {capacity}.',
    ],
    'limit playful @low': [
      'After {battery}, [it needs|they need] a lie-down sooner than most. We know the feeling.',
      'Small but willing: {capacity}, less than most.',
    ],
    'limit luxury @low': [
      '{battery} to a charge: shorter than most, and best known beforehand.',
      'There is room for {capacity}, less than is usual, for those who need less.',
    ],
    'limit value @low': [
      'You get {battery} to a charge, less than most, so think how often you would need to charge.',
      'At {capacity}, you get less than with most of [its|their] kind, so check what you need before you pay.',
    ],
  },
}
