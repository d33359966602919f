import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about seasonal and festive things: lights, wraps, ornaments, sweets boxes and tableware for any festival. */
export const festive: PhrasePage = {
  aisles: ['festive'],
  patterns: {
    'fact warm': [
      'Every family does {season} its own way, and we thought [this|these] might fit into yours.',
      'The evening before, you will be glad to have counted: you get {pack}.',
      'In {colour}, beside the things that come out of the box every year.',
      'Think of {room} with people in it, and [it|them] (somewhere near the door/where they will look up).',
      '[It is|They are] {craft}, and (in a house full of guests/over the washing up) somebody will ask.',
      'Made of {material}, in {colour}, and you may (already know the place/have a place in mind).',
      'For {season}, with {scent} in the air as people come in.',
    ],
    'fact crisp': [
      'Season: {season}. (Check the date against delivery/Store dry until the next).',
      'Count first: {pack}. (Tables, windows, guests/Then add a few).',
      'Size: {size}. (Measure the window or the table/A string and a ruler will do).',
      'Brightness: {light}. (Low for company, higher for work/Compare with the lamp beside it).',
      'Put up in {room}; check hooks and sockets beforehand.',
      'Care and storing: {care}. (Label the box/Note it on the box).',
      'Material: {material}. Size: {size}. (Both matter when packing away/Check the box you keep such things in).',
      'Note {pack} and {includes}: (that is what you need not buy/tick those off the list).',
    ],
    'fact playful': [
      'For {season} there is no such thing as too much {colour}.',
      'You get {pack}, (hang some high for the tall relatives/so even the doorbell can dress up).',
      "Made of {material}, unlike your (aunt's/cousin's) jokes, which are made of old ones.",
      '[It smells|They smell] of {scent}, so (people may stay for dinner/nobody need know about the burnt batch).',
      '{feature}, for when the conversation (turns to your job/needs rescuing).',
      'In {pattern}, because subtle can (wait till next month/have the rest of the year).',
      'Dressed in {colour} and meant for {season}, so (your living room can stop sulking/the plain cushions may look away).',
    ],
    'fact luxury': [
      'For {season}, when one lights things early.',
      '{craft}, (brought out once a year/unwrapped slowly).',
      'Lamps low, {colour}, and a door opening.',
      '{material}, kept in tissue (between times/till the next time).',
      'From {origin}, to a table with (too many chairs/everyone at it).',
      '{scent}, before anyone has (spoken/come in).',
      'In {colour}, in {material}, and (candles, and time/the table says the rest).',
    ],
    'fact value': [
      'Bought once and brought out every year, anything for {season} spreads its price.',
      'Divide by {pack}, then compare with singles.',
      'Storing is the hidden cost; {size} has to live somewhere for the rest of the year.',
      'You pay for {material}, so ask (how many years you would use [it|them]/what others charge for the same).',
      'Everything in the price: {includes}. (Take it off your list/One errand less).',
      'Check {care} before you buy for a party; (a stain is a second purchase/what cleans is what comes back next year).',
      'For {pack} in {material}, line up others of both, then look at the price.',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] can hang or stand nearly anywhere you like.',
    ],
    'fact crisp @high': ['{light}, above the usual: (for a garden or a stair/brighter than most).'],
  },
}
