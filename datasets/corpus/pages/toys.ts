import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about toys and games: playing together and alone, ages, pieces, putting away. The shopper is seldom the one who plays. */
export const toys: PhrasePage = {
  aisles: ['toys'],
  patterns: {
    'fact warm': [
      'You know the child and we know the label, which says {ages}; between us we should get it right.',
      'Rainy afternoons are long, and we like [it|them] for {use}.',
      'Small hands will be all over [it|them], so you may want to know the material: {material}.',
      'Count the cousins before you decide; the number given is {capacity}.',
      'Everything in the box comes to {pack}, so (choose the drawer now/think of a box for them).',
      'For {ages}, in {material}, and (we would be glad to hear who claims [it|them] first/you will know whose face to picture).',
      'Made for {use}, with {feature} to be found (on the first day/before long).',
    ],
    'fact crisp': [
      'Start with age: {ages}. (Buy for now, not for later/Younger siblings count too).',
      'Contents: {pack}. (Count them back into the box/Check the storage).',
      'Material: {material}. (Wipe or wash to suit/The first thing to ask of any toy).',
      'Running time: {battery}. (Charge before the party/Plan for the moment it stops).',
      'Check the mark: {certification}.',
      'Cleaning: {care}. (It will be needed/Plan for jam).',
      'Size: {size}. Ages: {ages}. (One for the shelf, one for the child/Both on the box, both worth reading).',
      'Count {capacity} and {pack} before the guests arrive.',
    ],
    'fact playful': [
      'For {ages}, which rounds up to (uncles/grandads) quite nicely.',
      'You get {pack}, at least until something rolls under the (sofa/fridge).',
      'Made for {use}, and for grown-ups who (just want a turn/say they are only helping).',
      'In {colour}, so you know what to look for (under the sofa/behind the curtains).',
      'Nobody reads rules, but everybody notices {feature}.',
      '{material}, and about to be (loved/tested) by experts.',
      'With {feature}, and {ages} on the label: (you may supervise, closely, in the good chair/bedtime may slip).',
    ],
    'fact luxury': [
      'Childhood is short, and a child will find {feature} (before we do/first).',
      'One could imagine passing [it|them] on: {craft}, in {material}.',
      'In {colour}, to be remembered later.',
      'An afternoon, a carpet, and {use}.',
      'From {origin}, and (soon given a name/at home on any shelf).',
      '{craft}, and (meant for small hands/all the better for being held).',
    ],
    'fact value': [
      'Children move on, so divide the price by the years in {ages} that are still to come.',
      'Cost per afternoon is the fair measure, so count how often you would bring [it|them] out for {use}.',
      'You get {pack}; compare the price of each piece with a smaller set.',
      'Since the number given is {capacity}, divide by heads and compare.',
      'Buy nothing more before you check what is in the box: {includes}.',
      'In {material}, look for others in the same; (a lower price in something else is a different toy/compare those).',
      'Set {ages} against {pack}: (too young and pieces vanish, too old and interest does/both decide how much use you get).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] can come along to grandparents and on trains.',
    ],
    'fact crisp @high': ['{battery}, above the usual: fewer protests, fewer charges.'],
    'fact playful @high': ['{battery}, longer than most! (Yours will run out first/Make coffee).'],
  },
}
