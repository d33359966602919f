import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about musical instruments and what goes with them: practising, carrying, tuning, playing to others. */
export const music: PhrasePage = {
  aisles: ['music'],
  patterns: {
    'fact warm': [
      'An instrument that is out in the room gets played, so think where {size} could stand or hang at your place.',
      'We thought of {use} when we set [it|them] aside for you, and of whoever might be listening.',
      'People who play will ask you about one thing before the rest, and the answer is {material}.',
      'You begin with {includes} in the box, so the first evening can go to playing.',
      'For a young player, the label says {ages}, though you know the player best.',
      '[It is|They are] {craft}, in {material}, and worth a slow look before you play a note.',
      'If you travel to lessons or rehearsals, you will want both figures, {weight} and {size}.',
    ],
    'fact crisp': [
      'Made of {material}; compare the sound with others in the same.',
      'Size is {size}; check reach and case first.',
      'Connection is by {connectivity}.',
      'For setting up, the box includes {includes}.',
      'Best for {use}.',
      'Output is {power}; a bedroom needs little, a hall more.',
      'The body is {material}, with {finish}.',
      'Works with {compatibility}, and the box includes {includes}.',
    ],
    'fact playful': [
      'Your neighbours have asked us about {feature}, and they sound hopeful.',
      'For {use}, and for one song played until everyone knows it.',
      'In {colour}, because half of being in a band is the photo.',
      "You'll need a space of {size} and a patient family.",
      'With {includes} in the box, all you bring is rhythm.',
      'Made of {material}, in {colour}, and already famous in your hallway.',
      'At {weight}, made for {use}, and the dog approves.',
    ],
    'fact luxury': [
      'Before the first note, one notices {material}.',
      'Look for {finish}, which the hand soon knows in the dark.',
      '[It is|They are] {craft}, and then the ear has its say.',
      'Made in {origin}, for whichever room you play in.',
      'For {use}, with the door left open.',
      'In {material}, with {finish}, [it is|they are] a pleasure before a note is heard.',
      'From {origin}, {craft}, and kept where you can pick [it|them] up.',
    ],
    'fact value': [
      'The more evenings you give to {use}, the less each one costs you.',
      'Add up what you would need on day one, because the price takes in {includes}.',
      'Covered for {warranty}, so for that long a fault need not cost you a repair.',
      'Meant for {ages}, so count the years of lessons and divide the price by those.',
      'The price pays for {material}, so compare the sound of others in the same.',
      'Count {includes} and {warranty} of cover into the price when you compare.',
      'The price pays for {material} and for the making, {craft}.',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] kind to whoever carries [it|them] to a lesson.',
    ],
    'fact crisp @low': ['Weight is {weight}, below the usual, so easier to bring to rehearsal.'],
    'fact playful @high': ['All of {weight}, more than most! Befriend the drummer with a van.'],
  },
}
