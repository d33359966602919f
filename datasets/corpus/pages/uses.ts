import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** What a product is made for, for every aisle; the use may be singular, plural or a gerund ("day hikes", "everyday use"). */
export const uses: PhrasePage = {
  aisles: [],
  patterns: {
    'fact warm': [
      'We asked ourselves what you would (actually/really) do with [it|them], and since [it is|they are] meant for {use}, the answer (came quickly/was not hard to find).',
      '[It was|They were] (made/meant) for {use}, (and we thought that sounded like you/which may sound familiar).',
      'Should {use} ever come up in your plans, (you will know where to look/remember we said so/these shelves have an answer).',
      'We would keep [it|them] for {use}, though (you may know better/you will find your own reasons).',
      'Think of {use}, and you will (see/know) why we (put [it|them] aside/chose [it|them]).',
      'For {use} you will want something (chosen/made) with that in mind, and [this is|these are].',
      'When you next (think of/have a mind for) {use}, (remember/come back to) [this|these].',
      'The {title} [is|are] meant for {use}, so you can stop wondering what to (use/choose).',
      'Made with {use} in mind, [it is|they are] for the days (you already plan/you look forward to/as you actually spend them).',
    ],
    'fact crisp': [
      'A thing made for everything has to be judged on everything; the {title} [is|are] made for {use}, (which makes the judging shorter/and can be judged on that).',
      'Made for {use}. (Buy/Choose) [it|them] for that.',
      'Intended use: {use}.',
      '[It is|They are] meant for {use}; (judge/rate) [it|them] on that and (nothing else/little else).',
      'Match [it|them] to the job: {use}.',
      'If you (need/want) something for {use}, [this qualifies|these qualify]. If not, (move on/keep looking).',
      'The description (says/states) {use}, (and that is the test to apply/so apply that test first).',
      'Best judged on one thing, {use}, because that is what the {title} [is|are] made for.',
    ],
    'fact playful': [
      '[It has|They have] one job, and the job is {use}.',
      "Made for {use}, though (we won't tell/nobody checks) if you (improvise/wander off script).",
      'If {use} had a (uniform/mascot), [this|these] would be (in the running/on the shortlist).',
      "[It's|They're] for {use}. (Naps are optional/Snacks not mentioned, but encouraged).",
      'You bring the (enthusiasm/good mood); [it was|they were] (made/built/dreamt up) for {use} and can take it from there.',
      'Somewhere, someone is (already dreaming/thinking fondly) of {use}. (Is it you/Would that be you)?',
      'Say {use} out loud (and/, then) tell us you are not (tempted/already half decided).',
    ],
    'fact luxury': [
      'One can make do, of course, as one always could; but for {use}, something (chosen/made) with that in mind is a (different/quieter) pleasure.',
      'For {use}, and for the (hour/pause) before.',
      'Conceived for {use}; (content/happy) to be (kept/saved) for that alone.',
      '{use}: the (purpose is plain/purpose is stated), the choice (yours/personal).',
      'To each thing its (moment/place). To the {title}, {use}.',
      'Reserve [it|them] for {use}, and let (the habit form/a habit form).',
      '[It was|They were] (made/drawn) with {use} in mind, and (with nothing to prove/for little else).',
      'There is a (quiet/certain) pleasure in having the right thing for {use}.',
    ],
    'fact value': [
      'If you expect {use} to come round often, the price (spreads thin/divides down quickly).',
      'Made for {use}, which is (where your money goes/what you are paying for).',
      'Count how often you would need [it|them] for {use}, then (divide the price by that/do the sums).',
      'Buy [it|them] for {use} (or leave [it|them]/or not at all): that is what the money is for.',
      '[This is|These are] for {use}; if you already own something that (does/manages) that, (keep your money/you may not need another).',
      'You pay for something (made/meant) for {use}, not for (a little of everything/extras you never asked for).',
      'The more you use the {title} for {use}, the less each time (costs/works out at).',
    ],
  },
}
