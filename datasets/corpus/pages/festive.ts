import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about seasonal and festive things: lights, wraps, ornaments, sweets boxes and tableware for any festival. */
export const festive: PhrasePage = {
  aisles: ['festive'],
  patterns: {
    'fact warm': [
      'Every family does {season} its own way, and we thought you might like [this|these] for yours.',
      'You get {pack}, which is good to have counted the evening before.',
      'In {colour}, [it|they] would look well beside the things that come out of the box every year.',
      'Think of {room} full of people, and [it|them] where everyone will see.',
      '[It is|They are] {craft}, and in a house full of guests somebody is sure to ask.',
      'Made of {material}, in {colour}, and you may already know the place for [it|them].',
      'For {season}, with {scent} in the air as people come in.',
    ],
    'fact crisp': [
      'Meant for {season}; check the date against delivery.',
      'You get {pack}; count tables, windows and guests first.',
      'Size is {size}; measure the window or the table.',
      'Brightness is {light}; compare it with the lamp beside it.',
      'Put up in {room}; check hooks and sockets beforehand.',
      'For care, [it is|they are] {care}; note that on the storage box.',
      'Made of {material}, at {size}.',
      'You get {pack} and {includes}.',
    ],
    'fact playful': [
      'For {season} there is no such thing as too much {colour}.',
      'You get {pack}, so hang some high for the tall relatives.',
      "Made of {material}, unlike your uncle's jokes, which are made of old ones.",
      '[It smells|They smell] of {scent}, so people may stay for dinner.',
      'With {feature}, for when the conversation needs rescuing.',
      'In {pattern}, because subtle can have the rest of the year.',
      'Dressed in {colour} and meant for {season}, so your living room can come out and dance.',
    ],
    'fact luxury': [
      'Made for {season}, when the lamps are lit early.',
      '{craft}, and unwrapped slowly, once a year.',
      'In {colour}, with the lamps low and the door opening.',
      'Of {material}, kept in tissue till the next time.',
      'From {origin}, to a table with everyone at it.',
      'A scent of {scent} meets you at the door.',
      'In {colour} and {material}, and lovely by candlelight.',
    ],
    'fact value': [
      'Bought once and brought out every year, anything for {season} spreads its price.',
      'Your money buys {pack}, so divide the price and compare with singles.',
      'At {size}, think of where you would keep [it|them] afterwards, because stored well means used again.',
      'You pay for {material}, so divide the price by the years you would use [it|them].',
      'Included is {includes}, so that is one errand less.',
      '[It is|They are] {care}, and what cleans well comes back next year at no cost.',
      'For the price you get {pack} in {material}.',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] can hang or stand nearly anywhere you like.',
    ],
    'fact crisp @high': ['Brightness is {light}, above the usual, so good for a stair or a garden.'],
  },
}
