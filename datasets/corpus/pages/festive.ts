import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about seasonal and festive things: lights, wraps, ornaments, sweets boxes and tableware for any festival. */
export const festive: PhrasePage = {
  aisles: ['festive'],
  patterns: {
    'fact warm': [
      'Every family does {season} its own way, and we thought you might like [this|these] for (yours/a new corner of the house/your table, your way).',
      'You get {pack}, which is good to have counted (the evening before/before the guests ring/while the house is still quiet).',
      'In {colour}, [it|they] would (look well beside/be at home with/cheer up) the things that come out of the box every year.',
      'Think of {room} full of people, and [it|them] (where everyone will see/just by the light/among the coats and laughter).',
      '[It is|They are] {craft}, and in a house full of guests somebody is sure to (ask/pick [it|them] up/say so aloud).',
      'Made of {material}, in {colour}, and you may (already know the place for [it|them]/hear the house fill as you put [it|them] up/think of home).',
      'For {season}, with {scent} in the air as (people come in/the lamps are lit/you set the table).',
      '(Take [it|them] out early/Put a kettle on first/Ask the children to help): you have {pack} to hang, set or share.',
      'With {feature}, and with {season} on the way, [it|they] (may be out before the guests/could begin a habit of your own/had us humming).',
      'In {pattern}, (because the room should look like joy/and the sofa will forgive you/and the neighbours will smile).',
    ],
    'fact crisp': [
      'Meant for {season}; (check the date against delivery/order ahead/plan the storage too).',
      'You get {pack}; (count tables, windows and guests first/compare with what you own/note the number per box).',
      'Size is {size}; (measure the window or the table/check the storage box/allow a margin).',
      'Brightness is {light}; (compare with the lamp beside it/judge by the room, not the box).',
      'Put up in {room}; (check hooks and sockets beforehand/measure the height/keep ladders in mind).',
      'For care, [it is|they are] {care}; (note that on the storage box/clean before you pack away/check before first use).',
      'Made of {material}, at {size}. (Compare with what you own/Both matter for storage/Measure before you hang).',
      'You get {pack} and {includes}. (Count on arrival/Check both/List made).',
      '{feature}, for {season}. (Order in time/Compare by that/Decide on use first)(, then on looks/).',
    ],
    'fact playful': [
      'For {season} (there is no such thing as too much/we say yes to/our doctor recommends) {colour}.',
      'You get {pack}, so (hang some high for the tall relatives/hide one for next year/there is one for the dog to admire).',
      "Made of {material}, unlike your uncle's jokes, which are made of (old ones/older ones/hope).",
      '[It smells|They smell] of {scent}, so (people may stay for dinner/expect queues at the door/the cat will pretend not to care).',
      'With {feature}, for when the conversation needs (rescuing/a push/a getaway car).',
      'In {pattern}, because subtle can have (the rest of the year/Tuesday/the quiet cupboard).',
      'Dressed in {colour} and meant for {season}, so your living room can (come out and dance/do the twirl/blush).',
      'Put [it|them] out for {season}, take [it|them] down (some time in spring, officially/when the neighbours hint/never, we do not judge).',
    ],
    'fact luxury': [
      'Made for {season}, when (the lamps are lit early/the door stands open/one waits for footsteps).',
      '{craft}, and unwrapped slowly, (once a year/by candlelight/as every year).',
      'In {colour}, with the (lamps low and the door opening/table laid and no one yet come/first guests at the gate).',
      'Of {material}, kept in tissue (till the next time/between the years/and remembered).',
      'From {origin}, to a table with (everyone at it/a place kept/candles at both ends).',
      'A scent of {scent} (meets you at the door/fills the stair/stays in the curtains).',
      'In {colour} and {material}, and lovely (by candlelight/in a quiet hall/before anyone comes down/as evening comes on).',
      'With {finish}, (and the candles do the rest/for the hour when all is ready/held to the light).',
    ],
    'fact value': [
      'Bought once and brought out every year, anything for {season} (spreads its price/pays back slowly/need not be bought again).',
      'Your money buys {pack}, so divide the price and (compare with singles/count the cost of each/see what the set works out at).',
      'At {size}, think of where you would keep [it|them] afterwards, because (stored well means used again/a crushed one is money gone/storage is part of the cost).',
      'You pay for {material}, so (divide the price by the years you would use [it|them]/buy for more than one year/count next year in the sum).',
      '(Included/In the price/Part of the sum): {includes}, so that is (one errand less/one line off the list/one thing you need not pay for twice).',
      '[It is|They are] {care}, and what cleans well (comes back next year at no cost/need not be bought twice/saves you the next one).',
      '(For the price/For one sum/Altogether) you get {pack} in {material}(, so compare per piece/, to use again/).',
      'For {season} you pay once, with {feature} (in the price/counted in/as part of the sum)(, and use again next year/, so store well/).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most of [its|their] kind, [it|they] (may go up with less trouble/can be moved on a whim/should not test the ladder or your patience).',
    ],
    'fact crisp @high': [
      'Brightness is {light}, above the usual, so (good for a stair or a garden/place with care indoors/fewer may do).',
    ],
  },
}
