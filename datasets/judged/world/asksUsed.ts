/**
 * How shoppers ask for what is used, sat on, looked at and read: authored, in the words of India, Britain and the United States alike.
 * Notation: see `asks.ts`.
 */
import type { AskTable } from './asks'

/** Electronics, furniture, home, outdoors, sport and stationery. */
export const used: AskTable = {
  headphones: [
    'earbuds',
    'over-ear cans | noise-cancelling headset',
    'block out noise on a plane | headset for music | hedphones',
  ],
  earbuds: ['headphones', 'in-ears for the gym | wireless buds', 'earpieces for running | tws pods'],
  speaker: [
    'headphones',
    'boombox=speaker | sound system for a party | tv audio=soundbar',
    'play music out loud | transistor for the news=radio | hi-fi',
  ],
  'power-bank': [
    'usb-cable',
    'portable battery | my phone dies by noon',
    'charge my mobile on the go | spare battery for travel | powerbank',
  ],
  'smart-watch': ['watch', 'fitness tracker | wrist heart-rate monitor', 'count my steps | activity tracker'],
  camera: [
    'memory-card',
    'photography kit | something to take pictures with | polaroid=instant camera',
    'take photos on holiday | point and shoot=compact camera/camera | film my surfing=action camera',
  ],
  keyboard: [
    'usb-hub',
    'something for typing | clicky typing board=mechanical keyboard/keyboard',
    'typing on a tablet | keybord',
  ],
  'usb-hub': [
    'usb-cable',
    'port adapter | dongle | more ports for a laptop',
    'connect a monitor and a mouse to one laptop | dock for my macbook',
  ],
  'memory-card': [
    'usb-hub',
    'sd card=memory card | pen drive=thumb drive | back up my files=portable drive/thumb drive',
    'storage for photos | external hard disk=portable drive',
  ],
  'phone-case': [
    '',
    'mobile cover=phone case | protect my phone from drops=phone case | holder for a phone while driving=car mount',
    'back cover for a smartphone=phone case | prop up my mobile on a table=phone stand | cellphone accessories',
  ],
  'usb-cable': [
    'power-bank',
    'charger | fast charging cord=charging cable | charge in a taxi=car charger',
    'plug to charge my mobile=wall charger | type-c wire=charging cable',
  ],
  sofa: [
    'armchair',
    'settee | couch | three-seater',
    'living-room seating for guests | davenport | spare bed for visitors=sofa bed',
  ],
  armchair: [
    'sofa',
    'easy chair | comfy seat by the fire',
    'somewhere to sit with a novel | chair for nursing a baby=rocking chair/armchair',
  ],
  'dining-table': [
    'dining-chair',
    'table for six people | somewhere for family meals',
    'kitchen table | where eight of us can eat',
  ],
  'dining-chair': [
    'stool',
    'seats round a table | kitchen chairs',
    'seating for dinner guests | extra chairs that put away=folding chairs/stacking chairs',
  ],
  bed: ['', 'bedstead | cot for the guest room', 'something to put a mattress on | queen-size sleeper'],
  bookcase: [
    'chest-of-drawers',
    'bookshelf | where to keep my novels',
    'shelving unit | display for paperbacks',
  ],
  desk: [
    '',
    'study table | work surface for a home office',
    'table for my computer | place to do homework | sit-stand table=standing desk',
  ],
  'desk-chair': [
    'armchair',
    'office chair | seat for a bad back',
    'computer chair | swivel seat for long hours',
  ],
  'coffee-table': [
    '',
    'centre table=coffee table | nightstand=bedside table | low table for the lounge',
    'table in front of the couch=coffee table/nesting tables | teapoy',
  ],
  'chest-of-drawers': [
    'bookcase',
    'dresser=chest of drawers/tallboy | cupboard for clothes=wardrobe/almirah | shoe rack=shoe cabinet',
    'somewhere to put folded clothes | closet=wardrobe/almirah | credenza=sideboard',
  ],
  stool: [
    'dining-chair',
    'high seat for a kitchen counter=bar stool | footrest=ottoman | pouffe=ottoman/moodha',
    'perch for the breakfast bar=bar stool | something to sit on while tying shoes=bench/stool | steps to reach a shelf=step stool',
  ],
  cushion: [
    'throw',
    'pillow cover | throw pillow',
    'scatter pillows for the settee | soft furnishings | takiya',
  ],
  throw: [
    'cushion',
    'something to curl up under | razai=quilt | bedspread=bedcover/quilt',
    'warm cover for the sofa | comforter=quilt/blanket | chadar',
  ],
  rug: [
    '',
    'carpet | floor mat | for a cold hallway floor=runner/rug',
    'floor covering | galicha | something soft under my feet',
  ],
  candles: [
    '',
    'room fragrance | aromatherapy | agarbatti=incense sticks',
    'make the room smell nice | wax lights=candle/pillar candle/taper candles/tealights/travel candle | joss sticks=incense sticks',
  ],
  vase: [
    'planter',
    'flower holder=vase/bud vase/floor vase | ornament for a sideboard',
    'pot for cut stems=vase/bud vase/floor vase | bowl for apples=fruit bowl | uruli=brass urli',
  ],
  'picture-frame': [
    '',
    'photo frame=picture frame/picture frames/box frame | wall art=art print/wall hanging | something for a bare wall',
    'hang my photographs=picture frame/picture frames | painting for the lounge=art print/wall hanging | poster=art print',
  ],
  'wall-clock': [
    '',
    'tell the time in the kitchen | something to wake me=alarm clock',
    'timepiece for the hall | ghadi for the living room | clok',
  ],
  mirror: ['', 'looking glass | see my whole outfit=full-length mirror', 'glass for the hallway | aaina'],
  'desk-lamp': [
    'lantern',
    'table light | night light=bedside lamp/rechargeable lamp/lamp | reading light',
    'light for studying late=desk lamp/clip lamp/lamp | standing light for a corner=floor lamp | bedside lighting',
  ],
  'table-runner': [
    '',
    'table linen | cloth for the dining room | serviettes=napkins',
    'something to dress a table | mats under plates=placemats | dishcloth=tea towels',
  ],
  tent: [
    'sleeping-bag',
    'camping shelter | dome for four',
    'somewhere to sleep on a campsite | canvas home for a festival',
  ],
  'sleeping-bag': [
    'tent',
    'bedding for camping | sleep on the ground=sleeping mat',
    'keep warm in the wild at night=sleeping bag/camping quilt | bedroll',
  ],
  'water-bottle': [
    '',
    'thermos=flask/water bottle/tumbler | sipper | hydration for a hike',
    'keep drinks cold | canteen | keep tea hot till noon=flask/tumbler/water bottle',
  ],
  lantern: [
    'desk-lamp',
    'flashlight=torch/head torch/lantern | camping light | light for my bicycle=bike lights',
    'headlamp=head torch | light for a power cut=lantern/torch/head torch | see the path at night=torch/head torch/lantern',
  ],
  'camp-stove': [
    '',
    'gas burner=camp stove | cook outdoors | mess tins=cook set',
    'portable cooker=camp stove | boil water on a trek | pots for backpacking=cook set/camp kettle',
  ],
  'camp-chair': [
    'stool',
    'foldable seat for fishing=camp chair/camp stool | swing between two trees=hammock',
    'portable chair for a festival=camp chair/camp stool | something to nap in outdoors=hammock | table for a picnic=folding table',
  ],
  'picnic-blanket': [
    'throw',
    'sit on the grass=picnic blanket/picnic rug/picnic throw/beach mat | cooler=cool bag | hamper=picnic basket',
    'mat for the park=picnic blanket/picnic rug/picnic throw/beach mat | keep sandwiches cold=cool bag | esky=cool bag',
  ],
  umbrella: ['rain-jacket', 'brolly | chhata', 'keep the rain off my head | parasol | umbrela'],
  'trekking-poles': [
    '',
    'hiking sticks=trekking poles/walking stick | nordic walking',
    'support for my knees downhill=trekking poles/walking stick | grip on ice=snow spikes | crampons=snow spikes',
  ],
  binoculars: [
    'camera',
    'field glasses=binoculars | see birds far away=binoculars/spotting scope',
    'monocular=spotting scope/binoculars | watch tigers on safari=binoculars/spotting scope | find north=compass',
  ],
  'yoga-mat': [
    'foam-roller',
    'exercise mat | for asanas',
    'floor mat for stretching | something soft for push-ups',
  ],
  dumbbells: [
    'skipping-rope',
    'hand weights | free weights | home gym iron',
    'lift at home | build muscle | weights for my legs=ankle weights',
  ],
  'skipping-rope': [
    '',
    'jump rope | cardio in a small space',
    'jumping cord | rope for boxers | burn calories at home',
  ],
  'foam-roller': [
    'yoga-mat',
    'massage tool for sore muscles | ease tight calves',
    'recovery after a long run | muscle massager',
  ],
  'cricket-bat': ['', 'gully cricket gear | willow', 'something to hit sixes with | kit for a batsman'],
  'badminton-racket': [
    '',
    'racquet | shuttle sports',
    'ping-pong paddle=table-tennis bat | smash a shuttlecock=badminton racket/badminton rackets | badmintan',
  ],
  football: [
    '',
    'soccer ball=football/futsal ball | shoot hoops=basketball',
    'kick about in the park=football/futsal ball | ball for beach games=volleyball/football',
  ],
  'swim-goggles': [
    '',
    'pool eyewear | see under water',
    'swimming glasses | gear for laps | look at fish by the reef=snorkel mask',
  ],
  'bike-helmet': [
    '',
    "cyclist's head protection | bicycle gear",
    'head guard for commuting on two wheels | bike safety | helmut',
  ],
  'running-belt': [
    'sling',
    'waist pouch | bum bag | carry keys while jogging',
    'fanny pack | hydration for a marathon=running vest/running belt',
  ],
  notebook: [
    'planner',
    'journal=journal/notebook | jotter',
    'blank pages for thoughts | writing pad | drawing pad=sketchbook',
  ],
  'fountain-pen': [
    'ink pencils',
    'ink pen | something elegant to sign with',
    'pen for beautiful handwriting | calligraphy=dip pen/fountain pen | biro',
  ],
  ink: [
    'fountain-pen',
    'refill for a nib=bottled ink/shimmer ink/document ink/calligraphy ink | paints=watercolours/gouache paints',
    'something to fill my pen with=bottled ink/shimmer ink/document ink | aquarelle=watercolours',
  ],
  pencils: [
    'fountain-pen',
    'sketching leads | colours for a child=colouring pencils/wax crayons',
    'art supplies for shading=graphite pencils/sketching pencils/charcoal sticks/pencils | HB',
  ],
  'letter-set': [
    'notebook',
    'greeting cards=folded cards/notecards/birthday cards/cards/thank-you cards | stationery for writing to friends',
    'say thanks=thank-you cards/notecards/cards | write to my grandmother | notelets',
  ],
  planner: [
    'notebook',
    'agenda=planner/diary | organiser for the year',
    'schedule my week=planner/diary | appointment book=diary/planner | dates on the wall=wall calendar',
  ],
  'desk-organiser': [
    '',
    'pen stand=pen pot/desk organiser/desk tidy | tidy for stationery',
    'clear clutter from my table | pencil holder=pen pot/pencil roll/desk organiser/desk tidy | hold papers down=paperweight',
  ],
  novel: [
    '',
    'fiction | paperback for a flight | whodunnit=mystery/thriller',
    'something good to read on holiday | page-turner | crime story=mystery/thriller',
  ],
  cookbook: [
    '',
    'recipes=cookbook/baking book | craft manual=knitting book/woodworking book/block-printing book',
    'learn to cook=cookbook/baking book | learn a hobby from a book=knitting book/woodworking book/block-printing book | cookery',
  ],
  'field-guide': [
    '',
    'nature handbook | book about birds=field guide/pocket guide | guidebook=travel guide/walking guide',
    'identify trees=tree guide/field guide/pocket guide | constellations=star atlas | where to go in a new city=travel guide',
  ],
  'picture-book': [
    '',
    "children's storybook | bedtime story | learn letters=alphabet book",
    'read aloud to my daughter | illustrated tales for a toddler | learn numbers=counting book',
  ],
}
