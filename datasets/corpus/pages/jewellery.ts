import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about jewellery and watches: wearing, fastening, giving, keeping. */
export const jewellery: PhrasePage = {
  aisles: ['jewellery'],
  patterns: {
    'fact warm': [
      'People will ask, because they always do, and you can tell them in two words or a whole story that [it is|they are] made of {material}.',
      'We can see [it|them] on you for {use}, (and then on an ordinary day, for no reason/and long after, too).',
      'In {colour}, [it|they] might (pick up/answer) something you (already wear/have worn for years).',
      'You fasten [it|them] with {closure}, (which we mention for anyone dressing alone/so try that once in good light).',
      '[It is|They are] {craft}, (and close to, you may see it/which you can tell people when they lean in to look).',
      'Small things are easily misjudged on a screen, so (hold a ruler to your wrist/find a ruler): {size}.',
      'There is {feature}, (a detail you might share with whoever leans in/which you will see each time you put [it|them] on).',
      'Look after [it|them] as the label says: {care}, (and you will know what to do/a small promise to make).',
    ],
    'fact crisp': [
      'Photographs flatter small objects, so (measure against your own hand/check against something you wear) before you decide; the listing gives {size}.',
      'Material: {material}. (Ask that first of anything worn on skin/Check it against any allergy).',
      'Fastening: {closure}. (Check you can close it alone/Test it one-handed).',
      'Dimensions first: {size}. (Cut a paper copy/Scale is the usual surprise).',
      'Weight: {weight}. (Ears and wrists notice/Compare with what you wear now).',
      'Water: {water}. (Take off for more/Go no further than that).',
      'Stated: {certification}. (Keep the paper/File it with the receipt).',
      'Surface: {finish}. (Match it to what you wear/Compare with your other pieces).',
    ],
    'fact playful': [
      'Nobody ever said "you are wearing too little {colour}" and yet somehow (we all know it is true/here we are).',
      '{material}, for (waving about while making a point/people who talk with their hands).',
      'There is {feature}, so (roll up your sleeve/tuck back your hair) and (gesture wildly/wait for gasps).',
      '{style}, (and only slightly dramatic/with a raised eyebrow).',
      'For {use}, or (doing the dishes like royalty/making pyjamas an event).',
      'With {closure}, (and no cousin needed to help/try it before the taxi comes).',
      'Somebody made [it|them] {craft}, and (all you have to do is show off/you get the compliments).',
      '[It arrives|They arrive] with {includes}, (for hiding from sisters/so leave that lying where people will see).',
    ],
    'fact luxury': [
      'There are pieces that speak when one enters a room and others that wait to be asked; in {material}, this (choice/quietness) is yours to make.',
      '{material}, (close to the skin/held to the light).',
      '{finish}, and the light (does the rest/comes to it).',
      '{craft}: the hand, (still present/not quite hidden).',
      'From {origin}, (worn close/carried lightly).',
      'A {style} line, (and nothing to explain/kept simple).',
      '{colour}, against (black, or bare skin/whatever the evening asks).',
      '{feature}, for the one who (looks closely/comes near enough).',
    ],
    'fact value': [
      'What you wear every day costs less than what waits in a drawer, so ask how often {colour} goes with (your clothes/what you put on), then look at the price.',
      'Price follows material: {material}. (Compare with the same/Set it beside others in the same).',
      '{certification} is stated; (ask for the same/look for it) elsewhere before you compare prices.',
      'Included is {includes}, (so skip buying one/one thing you need not add).',
      'Covered for {warranty}; (repairs elsewhere cost/clasps and straps are what fail), so read what that includes.',
      'If {use} comes round (twice a year/rarely), divide accordingly; if (weekly/often), the sum looks kinder.',
      'At {size}, check you like the scale first, because (postage back/a return) eats any saving.',
      'Care is a cost too: {care}. (Do that yourself and pay nothing/Learn it once).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] may have you checking that [it is|they are] still on.',
    ],
    'fact luxury @low': ['{weight}: (scarcely felt/lightly worn).'],
  },
}
