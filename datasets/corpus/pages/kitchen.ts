import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about kitchen and dining things, from knives to kettles: cooking, serving, washing up, storing. */
export const kitchen: PhrasePage = {
  aisles: ['kitchen'],
  patterns: {
    'fact warm': [
      'In most kitchens the good things are the ones within reach, so before you make room for the {title}, (open the cupboard/fetch a tape measure) and picture {size}.',
      'Made of {material}, (which you will get to know at the sink/and you know from your own kitchen how that behaves).',
      'Think of how many you usually feed, and (set that against/hold that next to) {capacity}.',
      'Do look under your pans first: [it works|they work] with {compatibility}.',
      'After the meal comes the washing up, and here the word is {care}, (which may decide it/you will want to know).',
      '[It is|They are] {craft}, and (on the table/between the plates) someone is bound to ask.',
      'We thought of you and {use}, (with the radio on/with the window steamed up).',
      'In {colour}, (to leave out on the worktop/to be seen and not shut in a cupboard).',
      'You get {feature}, (and the cook in you will know why we mention that/a thing we would show you first).',
      'You get {pack}, (which is how many hands reach across a table/so count the chairs).',
    ],
    'fact crisp': [
      'Kitchens are short of space and long on gadgets; check {size} against the cupboard (shelf/door), not the worktop, because that is where things live.',
      'Capacity: {capacity}. (Cook for that number/Count your usual guests).',
      'Material: {material}. (Care and heat follow from it/Check against your hob and your sink).',
      'Cleaning: {care}. (Plan the washing up/Match it to your routine).',
      'Works on {compatibility}. (Check your own first/If yours is another, stop).',
      'Draws {power}. (Check the socket and the circuit/One socket to itself).',
      'Dimensions: {size}. (Measure the shelf, then the cupboard/Compare with what you own).',
      'Sold as {pack}. (Count heads first/Check how many you need).',
      'Weight: {weight}. (Check the shelf it goes on/Lift it full in your mind).',
    ],
    'fact playful': [
      'You could make toast for dinner again (and nobody would say a word/, of course), but with {use} in mind, the {title} [has|have] other ideas.',
      '{capacity}: (fill it and see/so soup for days, or a brave amount of tea).',
      'Plays well with {compatibility}, (unlike the last guests/and with leftovers).',
      '[It is|They are] {care}, (so let the guests offer/so the washing up has no excuse).',
      '{colour} on the worktop: (your toaster will feel plain/toast never looked so good beside anything).',
      'There is {feature}, which (somebody at the table will want explained/gets a round of applause at breakfast).',
      '{pack}. (Count them again after guests/Hide one).',
      'In {material}, (ready for its close-up on the draining board/for people who tap things).',
    ],
    'fact luxury': [
      'A table remembers: {craft}, and in time (someone will ask/a chair will be drawn up) where the {title} came from.',
      '{material}, (set down, and lit from the side/warm or cool under the hand).',
      'With {finish}, (seen as the light comes over the table/noticed between courses).',
      'For {use}, and an unhurried (supper/afternoon) after.',
      '{colour}, (against white cloth/on a bare board).',
      'From {origin}, (and at home at your table/and made to be used).',
      '{feature}: (the hand learns it/the kind of thing a cook notices).',
      '{size}: (a place for it/the proportions of the table, respected).',
    ],
    'fact value': [
      'A cupboard full of things used once costs more than any of them; if {use} comes round (most weeks/every week), [it earns its|they earn their] place.',
      'Cost per meal: divide by {capacity} if you (feed/cook for) many, and by habit if you do not.',
      'Running cost: {power}. (Short bursts, or long ones/Think of the hours).',
      '[It is|They are] {care}, so (count the time at the sink/your own hands are not on the bill).',
      'Works with {compatibility}. If you own that, (you buy nothing more/nothing else is needed).',
      'For {pack}, divide the price, (then compare a set with singles/then check what one costs alone).',
      'Cover: {warranty}. (Kitchens are hard on things/Keep the receipt in the recipe book).',
      'You pay for {material}, so (compare like with like/look after it and it stays worth that).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it comes|they come] down from a high shelf without a second thought.',
    ],
    'fact crisp @low': ['{weight}, below the usual. (Easy to lift from a shelf/Less to lift at the sink).'],
    'fact warm @high': [
      'At {weight}, heavier than most, so (choose a low shelf/give it a spot where it can stay) and lift with both hands.',
    ],
    'fact playful @high': ['{weight}! (Skip the gym/Call it a workout) when the cupboard is high.'],
  },
}
