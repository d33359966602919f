import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about bags, luggage and small carried things: packing, carrying, opening and being seen with them. */
export const bags: PhrasePage = {
  aisles: ['bags'],
  patterns: {
    'fact warm': [
      'On the mornings when your hands are full and the (bus/train/lift) is early, it helps to know how [it fastens|they fasten]: with {closure}.',
      'Think of what you carry on an ordinary day; [it holds|they hold] {capacity}, and you will know (at once/better than we do) whether that is enough.',
      'In {colour}, [it|they] should be (easy to spot by the door/easy to pick out in a crowded hall).',
      'Made of {material}, [it|they] will be in your hands often, so that is worth (knowing/a moment of thought).',
      'We think of [it|them] for {use}, (though/but) you will surely find other (outings/errands/journeys) too.',
      'Things that travel with us lead a hard life, and (here/this time) you have {warranty} of cover (to lean on/behind you).',
      'You get {feature}, and we would (mention/show you) that before you had (packed/put in) a thing.',
      'Given {water}, (a sudden shower/a wet walk home) is one thing less to (fret about/plan around).',
      'Before you pack anything, try {size} against (the one you carry now/the one by your door), and you will (feel/see) the difference.',
    ],
    'fact crisp': [
      'Lay out what you carry, then compare that with {capacity}; a bag that is too small is (replaced/regretted) sooner than one that is too dear.',
      'Capacity: {capacity}. (Lay out what you carry/Pack on paper) first.',
      'Check {size} against (the shelf, the locker or the carrier rules/the space you have and the rules where you travel).',
      'Opens and shuts with {closure}. (Try that with one hand/Easy to judge at the counter).',
      'Carried empty, the {title} [weighs|weigh] {weight}; (add/count) your things on top.',
      'Shell and body: {material}. (Look after that/Clean to suit that).',
      'Intended for {use}; (pack/choose) accordingly.',
      'Rain: {water}. (Know the rating/Read the rating) before you trust the (weather/forecast).',
    ],
    'fact playful': [
      "You know the person who finds everything at the first try? With {capacity} to fill, that won't be you, (but it will be fun/but you'll have snacks).",
      'Holds {capacity}, (or one jumper folded by an optimist/not counting receipts).',
      'In {colour}, [it|they] may well get more compliments than you do at the (station/office/coat hooks).',
      'The way in is {closure}, (and your sandwich knows it/so fidgeters, rejoice).',
      'Thank whoever came up with {feature}; (your keys/your elbows) may (write a letter/send flowers).',
      'For {use}, and (for running away from dull meetings/for looking busy in corridors).',
      '{material}, (slung over a chair/dropped by the door) like you own the place.',
      'It rains on every outing, naturally. You have {water} and (a smug look/no further comment).',
    ],
    'fact luxury': [
      'Much is said of what a bag carries and little of what [it is|they are] made from; here, {material}, and one carries (that, too/that first).',
      'To be carried, and looked at: {colour}.',
      '{closure}. A small sound, (heard many times a day/known only to its owner).',
      'Inside, {feature}, (kept for the owner to find/which nobody else need know about).',
      'With {finish}, (quiet from across a room/and a hand that lingers).',
      'Proportions of {size}, (which sit/settled) easily beside a coat.',
      'For {use}, and the (unhurried/slower) journeys (between/after).',
      '{craft}, as (one notices at the second look/a hand soon notices).',
    ],
    'fact value': [
      'Divide the price by the days you would carry [it|them] and you may be surprised; {warranty} of cover tells you how long (somebody else shares the risk/you can count on help).',
      'You pay for {capacity}; (buying more than you fill/paying for empty space) is how (bags get dear/money goes astray).',
      'For {use} alone, (borrow/think again); for that and the working week, the sums (look better/change).',
      'With {feature} there already, see (what you would otherwise add/whether that spares you an extra purchase).',
      'A bag is only as useful as the days you reach for it. {colour} should go with (most of what you wear/what you wear most).',
      'Compare [it|them] with others in {material}, (not with whatever hangs nearest/or you are comparing two different things).',
      'Covered for {warranty}: (keep the receipt/put the date in your diary).',
      'You get {water} at this price, (which spares a cover/so check what others charge for the same).',
    ],
    'fact warm @low': [
      'At {weight}, [it adds|they add] little to what is already (on your shoulder/in your arms), and on the way home you will (thank yourself/notice that).',
      'Only {weight}, so (the weight is mostly yours to choose/what you carry is up to you).',
    ],
    'fact crisp @low': [
      '{weight} empty, below the usual. (More of the load is yours/Nothing wasted before packing).',
    ],
    'fact playful @low': ['{weight}! (Your lunch weighs more/Your keys are jealous).'],
    'fact luxury @low': ['{weight}: (carried, then forgotten/present only when needed).'],
    'fact value @low': [
      'At {weight}, below the usual, (you carry your things and not much else/the load is yours, not [its|their] own).',
    ],
    'fact warm @high': [
      '[It weighs|They weigh] {weight} before you put a thing inside, so (pack lightly/do try the weight) if your walk is long.',
    ],
    'fact crisp @high': ['{weight} empty, above the usual. (Short carries only/Consider the walk).'],
  },
}
