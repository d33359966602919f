import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about musical instruments and what goes with them: practising, carrying, tuning, playing to others. */
export const music: PhrasePage = {
  aisles: ['music'],
  patterns: {
    'fact warm': [
      'An instrument that is out in the room gets played, so think where {size} could (stand/hang) at your place.',
      'We thought of {use} when we set [it|them] aside, (though where you take it from there is yours/and of whoever might be listening).',
      'People who play will ask you about one thing before the rest: {material}.',
      'You begin with {includes} in the box, so the first evening can go to (playing/finding the notes).',
      'For a young player, the label says {ages}; (their teacher may have a view too/you know the player best).',
      '[It is|They are] {craft}, in {material}, and that is worth a slow look before you play a note.',
      'Should lessons be across town, you will want both figures: {weight}, and {size}.',
    ],
    'fact crisp': [
      'Made of {material}: (listen before you look/compare with others in the same).',
      'For the size, {size}: check reach and case before you decide.',
      'Connection: {connectivity}. (Check the other end/Match that to what you already plug in).',
      'Setup comes first, so note what is included: {includes}.',
      'Made for {use}; (practice and stage ask different things/judge the sound by that).',
      'Output is {power}. (A bedroom needs little, a hall more/Think of the neighbours, then of the hall).',
      'Surface: {finish}. Body: {material}. (One is taste, one is sound/Look at the first, listen for the second).',
      'Check {compatibility} against what you own, then look at {includes}.',
    ],
    'fact playful': [
      'Your neighbours have asked us to mention {feature}. (They sound hopeful/We suspect earplugs).',
      'Made for {use}, and for one song played (badly and often/until everyone knows it).',
      'In {colour}, because half of being in a band is (the photo/looking the part).',
      "You'll need a space of {size} and a forgiving family.",
      '{includes} in the box, so all you bring is (rhythm/nerve).',
      '{material}, in {colour}: (half the applause is for the looks/already famous in your hallway).',
      'At {weight}, made for {use}, and best when (nobody else is home/the dog approves).',
    ],
    'fact luxury': [
      'Before the first note, {material}.',
      'The hand knows {finish} (long before the ear is asked/in the dark).',
      '{craft}, and then the ear (decides/has its say).',
      'Made in {origin}, for whichever room one plays in.',
      'For {use}, with the door (open/closed).',
      '{material} with {finish}; (one looks, then listens/the rest is for the ear).',
      'From {origin}, {craft}, and (kept within reach/left where one can take [it|them] up).',
    ],
    'fact value': [
      'An instrument unplayed is the dearest of all, so be honest about {use} before you look at the price.',
      'Add up what you would need on day one; the price takes in {includes}.',
      'Covered for {warranty}, so you know how long a fault is not yours alone.',
      'Children grow and lessons stop, so for {ages} ask what [it|they] would fetch (later/second-hand).',
      'You pay for {material}; compare the sound of others in the same before you pay more.',
      'Count {includes} and {warranty} of cover into the price, then compare.',
      'Going by {material} and {craft}, look for others with both before you call a lower price better.',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it is|they are] kind to whoever carries [it|them] to a lesson.',
    ],
    'fact crisp @low': ['{weight}, below the usual: easier on the (shoulder/walk to rehearsal).'],
    'fact playful @high': [
      'All of {weight}, more than most! (Befriend the drummer with a van/Roadies welcome).',
    ],
  },
}
