import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about toys and games: playing together and alone, ages, pieces, putting away. The shopper is seldom the one who plays. */
export const toys: PhrasePage = {
  aisles: ['toys'],
  patterns: {
    'fact warm': [
      'You know the child and we know the label, which says {ages}, so between us we should get it right.',
      'Rainy afternoons are long, and we like [it|them] for {use}.',
      'Small hands will be all over [it|them], so you may want to know that the material is {material}.',
      'Count the cousins before you decide, because the number given is {capacity}.',
      'Everything in the box comes to {pack}, so you might think of a shelf for [it|them] now.',
      'Made for {ages}, in {material}, and you will know whose face to picture.',
      'Made for {use}, with {feature} for the children to find on the first day.',
    ],
    'fact crisp': [
      'Stated age is {ages}.',
      'In the box: {pack}.',
      'Material is {material}.',
      'Running time is {battery}; charge before the party.',
      'The mark to look for is {certification}.',
      'Remember that [it is|they are] {care}, useful after jam.',
      'Size is {size}, for {ages}.',
      'Made for {capacity}, with {pack} in the box.',
    ],
    'fact playful': [
      'For {ages}, which rounds up to grandads quite nicely.',
      'You get {pack}, at least until something rolls under the sofa.',
      'For {use}, and for grown-ups who say they are only helping.',
      'In {colour}, so you know what to look for under the sofa.',
      'Nobody reads rules, but everybody will find {feature}.',
      'Made of {material}, and about to be tested by experts.',
      'With {feature}, and {ages} on the label, so you may supervise from the good chair.',
    ],
    'fact luxury': [
      'A child will find {feature} first, and then show you.',
      '[It is|They are] {craft}, in {material}, and could be passed on one day.',
      'In {colour}, to be remembered with affection.',
      'All one needs is an afternoon, a carpet and {use}.',
      'From {origin}, and soon given a name.',
      '[It is|They are] {craft}, and all the better for being held.',
    ],
    'fact value': [
      'Meant for {ages}, so count the years still to come and divide the price by those.',
      'Count how often you would bring [it|them] out for {use}, and you have the cost of an afternoon.',
      'Here you get {pack}, so work out the price of each piece when you compare.',
      'Since the number given is {capacity}, you can divide the price by heads.',
      'The box already includes {includes}, so check that before you buy anything more.',
      'What you pay for is {material}, so compare with others in the same.',
      'For {ages} you get {pack}, so there is a good deal of play in the price.',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] can come along to grandparents and on trains.',
    ],
    'fact crisp @high': ['Running time is {battery}, above the usual, so fewer breaks to charge.'],
    'fact playful @high': ['You get {battery}, longer than most! Yours may run out first.'],
  },
}
