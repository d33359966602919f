import type { PhrasePage } from '../../../shared/domain/phrasebook'

/**
 * Material, craft, origin, certification and ingredient, for every aisle. The slot names the thing; the sentences never add a quality
 * the slot does not state, such as strength, softness, purity or age.
 */
export const makings: PhrasePage = {
  aisles: [],
  patterns: {
    'fact warm': [
      '[It is|They are] made of {material}, (which may be all you needed to hear/and you will know whether that is for you).',
      'The {title} [is|are] made of {material}, and knowing that (helps/makes a difference) when you come to look after [it|them].',
      'We asked about the material on your behalf: {material}.',
      '[It is|They are] {craft}, (and we thought you would want to know how [it was|they were] made/and that seemed worth telling you).',
      '[It comes|They come] from {origin}, (a thing worth mentioning/which is worth a mention) when somebody asks.',
      'From {origin}, and now (within your reach/a little nearer to you).',
      'If you (look for/care about) {certification}, you will (find that here/be glad to see that here).',
      'There is comfort in seeing {certification} on the (label/listing) before you have to ask.',
      'Made with {ingredient}, (in case you look for that/which some people ask us for by name).',
      'Should you be (hoping/looking) for {ingredient}, (you have come to the right place/this is the place).',
    ],
    'fact crisp': [
      'Material: {material}. (Care and feel follow from that/Judge by that).',
      '{material}. (Check the care notes/Check care and fit with what you own) before ordering.',
      'The listing gives the material as {material}; (compare on that/use that to compare).',
      'Construction: {craft}.',
      'How [it is|they are] made matters to some buyers. Here: {craft}.',
      'Origin: {origin}.',
      'Origin is stated, (not implied/not left open): {origin}.',
      'Certification listed: {certification}. If you (require/need) that, (the box is ticked/carry on).',
      'Where {certification} is a requirement, the {title} [stays|stay] on the list.',
      'Listed: {ingredient}. (Check the rest/Read the full list) if you (avoid anything/are sensitive to anything).',
    ],
    'fact playful': [
      'Made of {material}, (and proud of the fact/and not shy about that).',
      "Tap, stroke or squint: that's {material}. (The staff are used to people checking/Go on, we'll wait).",
      '[It is|They are] {craft}, so somebody (cared/took trouble), and (now you get to show off/you get the credit).',
      'Say {craft} slowly. (Impressive, yes/See, it works)?',
      'From {origin}, (without complaining once/and not so much as a postcard).',
      '[It has|They have] roots in {origin}, which is (more than we can say for our lunch/an excellent start to a story).',
      'Yes, {certification}. Somebody did the paperwork so you can (skip to the fun/get on with the fun).',
      'Go on, find the {ingredient}. (You may then look pleased/We thought that would get your attention).',
      'If you talk to your belongings, (compliment/mention) the {material}.',
      'Psst: {ingredient}. (Pass it on/You heard it here).',
    ],
    'fact luxury': [
      '{material}. (One knows by touch/Little else needs saying).',
      'In {material}, with the patience to let that (speak/be noticed).',
      'The {title}, in {material}: a choice of (substance before show/substance first).',
      '{craft}, and (the better for being told so/worth a slower look).',
      '{craft}: a word that (explains the rest/asks you to look again).',
      'From {origin}.',
      'From {origin}, with the name of the place (left to speak/to say the rest).',
      'Of {origin}, in a word; (the rest is detail/what more would one add).',
      'Bearing {certification}, (which needs no embellishment/said once and left there).',
      'With {ingredient}, (named plainly/and no need to dress up the word).',
    ],
    'fact value': [
      'You are paying for {material}; (compare like with like/set the price against others in the same).',
      'The same money can buy other materials. Here you get {material}, (so decide if that is the one you want/and that is the thing to weigh).',
      'At any price, ask what [it is|they are] made of. The answer here is {material}.',
      'For something {craft}, the (fair/honest) comparison is with others made the same way, (not with whatever costs least/whatever they cost).',
      '[It is|They are] {craft}; a (fair/true) price comparison would be with others that are, too.',
      'The origin is {origin}. If that is worth (paying for/something to you), add that to the sums; if not, leave that out.',
      'You get {certification} (in/within) the price, (so check whether others charge more for the same/so look for that on anything you compare).',
      'Before you (choose/settle on) something that costs less, check whether you would still get {certification}.',
      'Look for {ingredient} on the label of whatever you (compare/are comparing), (then look at the price/then at the price).',
      'You are buying {ingredient} among other things; (compare the lists before the prices/read the list, then the price).',
    ],
  },
}
