import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** What a product is made for, for every aisle; the use may be singular, plural or a gerund ("day hikes", "everyday use"). */
export const uses: PhrasePage = {
  aisles: [],
  patterns: {
    'fact warm': [
      'We asked ourselves what you would do with [it|them], and thought of {use} straight away.',
      '[It was|They were] made for {use}, and we thought that sounded like you.',
      'Should you need something for {use}, you will know where to look.',
      'We would keep [it|them] for {use}, though you will find your own reasons.',
      'Think of {use}, and you will see why we chose [it|them].',
      'For {use} you will want something made with that in mind, and [this is|these are].',
      'The next time you need something for {use}, remember [this|these].',
      'The {title} [is|are] meant for {use}, so you can stop wondering what to choose.',
      'Made with {use} in mind, [it is|they are] easy to put to good use.',
    ],
    'fact crisp': [
      'The {title} [is|are] made for {use}.',
      'Made for {use}.',
      'Intended use: {use}.',
      '[It is|They are] meant for {use}.',
      'Best suited to {use}.',
      'If you need something for {use}, [this qualifies|these qualify].',
      'Choose [it|them] for {use}.',
      'For {use}, the {title} [is|are] a good fit.',
    ],
    'fact playful': [
      '[It has|They have] one job, and the job is {use}.',
      'Made for {use}, though nobody checks if you improvise.',
      'If {use} had a mascot, [this|these] would be on the shortlist.',
      "[It's|They're] for {use}, snacks encouraged.",
      'You bring the good mood; [it was|they were] made for {use} and can take it from there.',
      'Somewhere, someone is already dreaming of {use}. Could that be you?',
      'Say {use} out loud and you have the whole idea.',
    ],
    'fact luxury': [
      'There is a quiet pleasure in having something made for {use}.',
      'For {use}, and the quiet pleasure of being prepared.',
      'Made for {use}, [it is|they are] a pleasure to have.',
      'Chosen with {use} in mind.',
      'For {use}, one would be glad of the {title}.',
      'Keep [it|them] for {use}.',
      '[It was|They were] made with {use} in mind.',
      'A good companion for {use}.',
    ],
    'fact value': [
      'If you often need [it|them] for {use}, the price spreads thin.',
      'Made for {use}, so you know what your money is for.',
      'Count how often you would use [it|them] for {use}, and the cost of each time comes down.',
      'Your money goes on something meant for {use}.',
      '[This is|These are] for {use}, so you pay for what you will use.',
      'You pay for something made for {use}.',
      'The more you use the {title} for {use}, the less each time works out at.',
    ],
  },
}
