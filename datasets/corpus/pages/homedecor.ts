import type { PhrasePage } from '../../../shared/domain/phrasebook'

/** Facts about home decor: lamps, cushions, clocks, vases, frames, rugs; where they stand, what they go with. */
export const homedecor: PhrasePage = {
  aisles: ['homedecor'],
  patterns: {
    'fact warm': [
      'You know which corner of the house has been waiting for something, and before you walk there with a tape measure, here is the figure you need: {size}.',
      'We can picture [it|them] in {room}, (near where you sit/where you would see [it|them] every day).',
      'In {colour}, (so hold something you own beside it/and it helps to think of your curtains first).',
      'Made of {material}, (which the afternoon light may have something to say about/as your fingers will find).',
      '[It is|They are] {craft}, (so look closely when it arrives/and you may find yourself turning it over to see how).',
      'In {pattern}, among plain things, (you get to set the tone/it will be noticed).',
      'A {style} piece, (and you have a good idea already where it goes/and you will know if your room says yes).',
      'There is {feature}, which (you see every time you pass/visitors may ask about).',
      'For {season}, when the house (changes its mood/is looked at more).',
    ],
    'fact crisp': [
      'Most decorating mistakes are mistakes of scale: mark {size} on the wall, shelf or floor with tape, step back to the door, and look again in the evening.',
      'Size: {size}. (Tape it out first/Check sight lines from the door).',
      'Finish: {finish}. (Match the metals and woods you have/Compare under your own light).',
      'Style: {style}. (Repeat it twice in a room or leave it alone/Check what stands near).',
      'Colour: {colour}. (Judge at home, in daylight and at night/Compare under warm light).',
      'Light: {light}. (Read by that, or live by it/Compare with the lamp you have).',
      'Needs {power}. (Check the socket near/Measure the cable run).',
      'Made for {room}. (Look at heat and light there/Measure there first).',
      'Care: {care}. (Dust to suit/Plan for it).',
    ],
    'fact playful': [
      'Every house has a shelf with one brave object on it and a lot of cables; put {colour} there and let the cables (sulk/hide).',
      'In {pattern}, (because magnolia had its chance/so the wall can stop shrugging).',
      '{style} and unashamed. (Your sofa is looking over/The curtains have noticed).',
      'There is {feature}, (a word for when the conversation stalls/so guests can stop asking about your job).',
      'Put [it|them] in {room} and (walk past slowly/pretend it was always there).',
      'All {material}, (so hands off at parties/tap it gently and nod).',
      'The {title}, {craft}, (in case anyone doubted/for the shelf that needed a story).',
      '{light}, which is (flattering to everyone/plenty for hide and seek).',
    ],
    'fact luxury': [
      'Rooms are made of what one leaves out, and of a few things kept; in {colour}, (with space around it/a little apart), one more may stay.',
      '{material}, and the (shadow it keeps/hour the sun comes round to it).',
      '{craft}: (no hurry in it/one sees the hand).',
      'A {style} note, (held, then let go/heard once).',
      'In {room}, (beside nothing much/where the light falls last).',
      'With {finish}, (best seen at dusk/when lamps are lit).',
      '{light}, (kept for evenings/gathered, not scattered).',
      'From {origin}, (set down quietly/and kept where one can look).',
    ],
    'fact value': [
      'Before you pay, walk round the room and count what {colour} would sit with, because (buying twice costs more/a wrong colour is the dearest kind).',
      'You get {size}, so (check the spot/measure twice and send nothing back).',
      'As {pack}, (divide before comparing/compare each with singles).',
      'You pay for {craft} work; (compare with the same, not with factory prices/look at others done the same way).',
      'Running at {power}: (count the evenings/think of the hours in winter).',
      'You get {finish}; (compare with others like that/see what others ask for that).',
      'Will {style} still please you (next year/in another flat)? If so, the sum is good.',
      'Care matters to the sum: {care}. (A cloth costs little/Cleaning bills add up).',
    ],
    'fact warm @low': [
      'At {weight}, lighter than most, [it|they] can be moved (about the room/from shelf to shelf) until you are happy.',
    ],
    'fact crisp @low': ['{weight}, below the usual. (Easy on the shelf or hook/Simple to reposition).'],
    'fact crisp @high': [
      '{weight}, above the usual. (Check the shelf or fixing/Choose the spot before lifting).',
    ],
  },
}
