import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Opening sentences, for every aisle. Those without a slot are for a stranger: something most people recognise in themselves. The others
 * start from the occasion, from an interest, or from the kind of thing the shopper once bought; none says anything of a product.
 */
export const hooks: PhrasePage = {
  aisles: [],
  patterns: {
    'hook warm': [
      'Some things you only notice on the day you are without them.',
      'We all have (a drawer/a shelf/a corner) of things that were nearly right.',
      'There is (usually/often) one thing you keep meaning to (see to/sort out), and (usually/mostly) a good reason why you have not.',
      'The things we use most are (seldom/rarely) the ones we thought about longest.',
      'Nobody has quite as much time to choose as a good choice (deserves/asks for).',
      'It is a small pleasure to choose one thing well and then, for (years/months/a long while), not have to think about choosing at all.',
      'Making do is (a fine habit/a kind of talent), up to a point.',
    ],
    'hook crisp': [
      'Decide what matters first; the rest (is noise/can wait).',
      'A long list of features (settles nothing/answers nobody).',
      'Good choices (start/begin) with what you will actually use.',
      'Comparing is dull work, (which is why it gets skipped/and most people skip it).',
      'What gets used is what was easy to (reach for/live with).',
      'Every purchase is a trade, and the (only/useful) question is what you give up for what you get.',
      'Most (people/buyers) decide on the first thing they notice and check the thing that matters (last/only afterwards/never).',
    ],
    'hook playful': [
      'Somewhere in your home is a drawer that no longer closes. We (all have one/are not asking).',
      'Growing up is mostly having opinions about things you (used to ignore/never noticed before).',
      'Only looking, (of course/naturally). That is how it (always/usually) starts.',
      'Everyone has a chair that is really a wardrobe. (No judgement/We said nothing/Carry on).',
      'There are sensible decisions, and then there are the ones you (tell your friends about/remember).',
      'The first rule of shopping is never on an empty stomach. The second rule (escapes us/is also about lunch).',
      'You came here for one thing and have now (forgotten which/opened four tabs). (Same/Happens to the best of us).',
    ],
    'hook luxury': [
      'Taste is mostly patience.',
      'A life, like a sentence, is (often better/improved) for what is left out.',
      'The eye (tends to know/often knows) before one has finished asking.',
      'Quiet things stay longest in the (memory/mind).',
      'To choose slowly is (a pleasure/a kind of luxury) in itself.',
      'Few things, and each of them (meant/chosen): there are worse ways to live.',
      'One (learns/notices), with the years, that the things one keeps are seldom the ones that (asked for attention/made an entrance).',
    ],
    'hook value': [
      'The (dearest/costliest) thing you can buy is the one you never use.',
      'Most overspending is done in a hurry.',
      'Money spent on what gets used is (rarely/seldom) missed.',
      'A fair test of any purchase is which you would miss (more/longer), the money or the thing.',
      'Paying twice for the same thing is the oldest mistake (there is/in the household books).',
      'Nobody minds paying for what they use every week; what stings is the money that (went into a cupboard/nobody got any good of).',
      'Do the sum once, (properly/with a clear head), and you can leave it alone afterwards.',
    ],
    'hook warm crisp': [
      'Before the details, {u.occasion}.',
      'Getting ready for {u.occasion} is easier with one thing (settled/decided/off the list).',
    ],
    'hook warm playful': [
      'You have {u.occasion} to think about, and (probably/no doubt) plenty besides.',
      'By now your {h.noun} will have (heard/seen) a thing or two.',
    ],
    'hook warm luxury': [
      'A love of {u.interest} has a way of (shaping/finding its way into) the rest of the week.',
      'A little thought now can make {u.occasion} (easier/lighter) later.',
    ],
    'hook crisp value': [
      'With the {h.noun} settled, there is less left to decide.',
      'Preparing for {u.occasion} comes down to a few decisions; take them (singly/one at a time).',
    ],
  },
}
