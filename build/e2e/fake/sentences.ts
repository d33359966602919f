/** Canned sentences by move; enough variety that another seed reads differently. */
import type { Beat } from '../../../shared/domain/beats'
import { splitSlot } from '../../../shared/domain/beats'
import { slotToken } from '../../../shared/domain/tokens'
import { seededRandom } from '../../../shared/util/random'

const table: Readonly<Record<string, readonly string[]>> = {
  hook: [
    'Some weeks ask more of what you carry.',
    'A little preparation goes a long way here.',
    'You already know what the weather will do.',
  ],
  occasion: [
    'For # you want something that is ready before you are.',
    'Nothing fussy survives #, so we kept the list short.',
    'We thought of # first and of the shelf second.',
  ],
  history: [
    'It will sit happily beside your #.',
    'Your # has earned some company by now.',
    'If the # still goes everywhere with you, this will too.',
  ],
  interest: ['It was made with # in mind.', 'Anyone who loves # will see the point of it.'],
  introduce: [
    'Have a look at the #.',
    'That is where the # comes in.',
    'The # is the one we would put in your hands.',
  ],
  fact: [
    'There is #, and you will notice it on the second day rather than the first.',
    'You get #, which is one thing fewer to think about.',
    'It comes down to #, the kind of detail that keeps on being useful.',
  ],
  price: ['It is #.', 'All of it comes to #.', 'The price is #, nothing to add.'],
  rating: ['Buyers gave it #.', 'It stands at # with the people who own one.'],
  limit: ['Mind that it is #, which not everyone enjoys.', 'One thing to know: #.'],
  close: [
    'Take it along once and decide then.',
    'The rest is up to you.',
    'No hurry; it will be here on Monday too.',
  ],
}

/** A sentence for a beat, slots as tokens, every slot once. */
export function cannedSentence(beat: Beat, seed: number): string {
  const random = seededRandom(
    seed * 131 + beat.id.length * 17 + (beat.id.charCodeAt(beat.id.length - 1) || 0),
  )
  random.next()
  const pattern = random.pick(table[beat.move] ?? ['It brings #.'])
  const said = [...beat.slots].sort(
    (a, b) => Number(splitSlot(a).field === 'title') - Number(splitSlot(b).field === 'title'),
  )
  const list = said.map((slot) => slotToken(slot)).join(' and ')
  return list === '' ? pattern.replace(/#/, 'this') : pattern.replace('#', list)
}
