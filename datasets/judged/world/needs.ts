/**
 * Occasions, tastes and needs that several kinds of things serve: what serves them best and what will do, by kind. A judgement of the
 * house, written before any search was tried on it.
 */

/** One wish: the words, the kinds that serve it best, the kinds that will do. */
export type Need = readonly [ask: string, best: string, fair: string]

/** Wishes to train on. */
export const trainingNeeds: readonly Need[] = [
  [
    'a rainy week in the hills',
    'rain-jacket umbrella boots',
    'backpack sweater trekking-poles socks water-bottle',
  ],
  [
    'camping with the children',
    'tent sleeping-bag lantern camp-stove',
    'camp-chair water-bottle picnic-blanket',
  ],
  [
    'a first flat',
    'sofa dinner-set saucepan frying-pan bed',
    'kettle mug rug desk-lamp houseplant chopping-board',
  ],
  [
    'gifts for a gardener',
    'secateurs planter seeds watering-can',
    'bulbs potting-mix houseplant herb-pot hand-cream',
  ],
  ['working from home', 'desk desk-chair keyboard', 'desk-lamp usb-hub headphones desk-organiser'],
  ['Diwali at home', 'candles chocolate table-runner', 'kurta bangles earrings cushion dinner-set'],
  ['a birthday dinner', 'dinner-set table-runner candles', 'bouquet chocolate cheese letter-set'],
  [
    'the gym before work',
    'dumbbells skipping-rope duffel water-bottle',
    'shoes-running earbuds foam-roller tshirt',
  ],
  ['for a coffee lover', 'coffee-beans coffee-maker mug', 'cookies kettle'],
  ['for somebody who bakes', 'cookbook mixer-grinder', 'spice-blend storage-jars chocolate'],
  ['a wedding guest in Udaipur', 'kurta earrings flats stole', 'bangles necklace heels perfume cufflinks'],
  ['a long-haul flight', 'headphones suitcase', 'earbuds novel wash-bag packing-cubes stole'],
  ['a picnic by the river', 'picnic-blanket', 'cheese water-bottle camp-chair cookies'],
  ['morning yoga', 'yoga-mat', 'foam-roller water-bottle'],
  ['strength training', 'dumbbells', 'skipping-rope foam-roller'],
  ['badminton', 'badminton-racket', 'socks water-bottle'],
  ['home baking', 'cookbook', 'mixer-grinder chocolate'],
  ['birdwatching', 'binoculars field-guide', 'camera'],
  ['silver jewellery', 'ring earrings necklace bracelet anklet', 'bangles brooch'],
  ['film photography', 'camera', 'memory-card'],
  ['a new baby in the family', 'picture-book throw', 'armchair shoes-kids letter-set'],
  ['back to school', 'shoes-kids backpack notebook pencils', 'water-bottle planner desk-organiser'],
  ['hot summer days', 'sandals water-bottle dress', 'tshirt umbrella'],
  ['a cold winter', 'sweater throw boots slippers', 'stole socks sleeping-bag'],
  ['skincare routines', 'face-wash moisturiser face-oil', 'hand-cream soap'],
  ['travelling light', 'backpack packing-cubes duffel', 'wash-bag sling suitcase'],
  ['regional Indian cooking', 'spice-blend lentils mixer-grinder', 'saucepan frying-pan cookbook'],
  ['a small balcony', 'planter herb-pot seeds', 'watering-can potting-mix camp-chair'],
  ['keep the house smelling good', 'candles', 'bouquet'],
  ['art class', 'pencils ink notebook', 'fountain-pen'],
]

/** Wishes to measure on, worded apart from those. */
export const heldOutNeeds: readonly Need[] = [
  ['monsoon walks', 'rain-jacket umbrella', 'boots'],
  ['street cricket with friends', 'cricket-bat', 'football'],
  ['our first night under canvas', 'tent sleeping-bag', 'lantern camp-stove camp-chair'],
  [
    'moving into my own apartment',
    'sofa bed saucepan dinner-set',
    'frying-pan kettle rug desk-lamp mug dining-table',
  ],
  [
    'present for an aunt with green fingers',
    'planter secateurs seeds',
    'watering-can bulbs houseplant herb-pot potting-mix succulent',
  ],
  ['set up a home office', 'desk desk-chair', 'keyboard desk-lamp usb-hub desk-organiser'],
  ['the festival of lights', 'candles', 'chocolate kurta table-runner'],
  ['hosting dinners', 'dinner-set table-runner dining-table', 'candles dining-chair cheese'],
  [
    'sunrise at the fitness club',
    'dumbbells skipping-rope',
    'duffel water-bottle shoes-running yoga-mat foam-roller',
  ],
  ['for a man who loves espresso', 'coffee-beans coffee-maker', 'mug'],
  ['dressing for a sangeet', 'kurta earrings bangles', 'necklace stole flats heels dress'],
  ['swimming', 'swim-goggles', ''],
  ['trail running', 'shoes-running running-belt', 'socks water-bottle'],
  ['cycling to work', 'bike-helmet', 'backpack rain-jacket lantern'],
  ['loose-leaf tea', 'tea', 'kettle mug'],
  ['fermenting and pickling', 'storage-jars honey', 'spice-blend'],
  ['fountain pens', 'fountain-pen ink', 'notebook'],
  ['watercolour sketching', 'ink pencils notebook', ''],
  ['houseplants', 'houseplant succulent', 'planter potting-mix watering-can herb-pot'],
  ['growing herbs', 'herb-pot seeds', 'planter potting-mix'],
  ['book clubs', 'novel', 'cookies tea cookbook field-guide'],
  ['weekend hiking', 'boots backpack trekking-poles', 'water-bottle socks rain-jacket field-guide'],
  ['natural perfume', 'perfume', 'candles soap'],
  ['home audio', 'speaker headphones', 'earbuds'],
  ['vintage denim', 'jeans', ''],
  ['a safari in Kenya', 'binoculars camera', 'field-guide backpack boots'],
  ['a night of storms and no electricity', 'lantern power-bank', 'candles desk-lamp'],
  ['snow in Manali', 'boots sweater', 'socks stole sleeping-bag trekking-poles throw'],
  ['beach holiday', 'sandals swim-goggles', 'dress picnic-blanket tote camera'],
  ['a romantic anniversary', 'bouquet chocolate necklace ring', 'earrings perfume candles bracelet'],
  ['first day at nursery', 'shoes-kids picture-book', 'backpack pencils water-bottle'],
  ['grooming without fuss', 'hair-brush face-wash', 'soap moisturiser shampoo'],
  ['a stiff neck after the office', 'foam-roller desk-chair', 'yoga-mat'],
  ['sleep better', 'bed candles', 'throw tea'],
  ['old friends coming for breakfast', 'dinner-set tea coffee-beans honey', 'mug cookies kettle frying-pan'],
]
