import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about clothes: wearing, matching, washing and packing them, for every garment and every body. */
export const clothing: PhrasePage = {
  aisles: ['clothing'],
  patterns: {
    'fact warm': [
      'You know your own wardrobe better than we do, so picture {colour} beside (the things you wear most/what hangs there now) and see whether that (makes you smile/feels right).',
      'The cut is {fit}, and you will know (from what you own/before we do) whether that is how you like to (wear things/dress).',
      'Next to you all day is {material}, so (it is fair to ask/we thought you would ask) what [it is|they are] made of.',
      '[It is|They are] {care}, (which you will be glad to know on laundry day/and we say so before you fall for [it|them]).',
      'For {season}, [it|they] could be the first thing you reach for (in the morning/on the rail).',
      'We imagined you in [it|them] for {use}, and (it was a good picture/the picture stayed with us).',
      'There is {feature}, which (a friend would point out/you might miss on the hanger).',
      'In {pattern}, with (something plain/a thing you love already) for company.',
      'The {title} [does|do] up with {closure}, (good to know/worth knowing) when you dress in a hurry.',
    ],
    'fact crisp': [
      'Sizes vary between makers and labels help only so far; what the cut tells you here is {fit}, so (choose/measure) with that in mind.',
      'Cut: {fit}. (Size for that/Layer accordingly).',
      'Fabric and make: {material}. (Check the label for the wash/Expect the feel you know from it).',
      'Wash routine: {care}. (Sort with the like/Follow the label).',
      'Wear in {season}; (outside that, layer or wait/out of season, store folded).',
      'Made for {use}. (Dress for that/The cut follows).',
      'One point to check on the rail: {feature}.',
      'Colour: {colour}. (Match in daylight/Compare in daylight), not under shop lamps.',
    ],
    'fact playful': [
      'Somewhere in your wardrobe there is a sad grey thing that gets worn far too often; (show/introduce) that to {colour} and (stand back/watch what happens).',
      "{pattern}! (The mirror will want a word/Your wardrobe wasn't expecting that).",
      'The fit is {fit}, (and so are we, after lunch/which is also our mood).',
      '[It is|They are] {care}, (a phrase to read twice/and yes, we checked) before you spill anything.',
      'Dress for {use}, then (do something else entirely/go for chips instead).',
      'There is {feature}, (so expect questions/and you will show everyone) within the hour.',
      'Made of {material}: (go on, stroke your own sleeve/expect to be patted by friends).',
      '{season} called. (You have nothing to wear/It wants you better dressed), apparently.',
    ],
    'fact luxury': [
      'Fashion hurries past; a good {colour} (stays/waits), and asks only to be worn with (a little nerve/an easy mind).',
      '{material}, (worn close/felt before seen).',
      'A {fit} line, (drawn once/and no argument).',
      'In {pattern}, (never loud/a conversation one need not start).',
      'For {season}, when (the light/the air) decides what one wears.',
      'With {finish}, (seen best in motion/best seen as one turns).',
      '{feature}: the (tailor would nod/eye goes there second, and stays).',
      '{craft}, (and worn the better for knowing/a thing one feels at the cuff).',
    ],
    'fact value': [
      'The dearest clothes are those that (stay on the hanger/never leave the rail), so before you buy, count how many things you own that go with {colour}.',
      'Count the wears, not the (ticket/tag): for {use}, how (many/often) in a year.',
      '[It is|They are] {care}; add the (cost/bother) of washing to what you pay.',
      'You pay for {material}; (compare labels/turn the label over) before you compare prices.',
      'If {fit} is the cut you (wear/like), you will wear [it|them] and (get your money back in days/the price spreads thin).',
      'Bought for {season}, (and put away carefully/and folded away after), [it|they] can come round again next time.',
      'For the money you also get {feature}, (so see who else offers it/which others may charge for).',
      'Something in {pattern} (earns its place/pays its way) only if three plain things you own go with it; count them.',
    ],
    'fact crisp @low': [
      'At {weight}, below the usual for [its|their] kind: (packs with room to spare/easy to layer or carry).',
    ],
    'fact warm @low': [
      'At {weight}, [it adds|they add] little to a (suitcase/bag), so there is (room/weight) left for something you love.',
    ],
  },
}
