/**
 * How shoppers ask for what is grown, cooked and eaten: authored, in the words of India, Britain and the United States alike.
 * Notation: see `asks.ts`.
 */
import type { AskTable } from './asks'

/** Plants, food and the kitchen. */
export const grown: AskTable = {
  houseplant: [
    'succulent herb-pot',
    'indoor greenery | plant for a dark corner | pothos=money plant',
    'something green for my flat | air-purifying plant | leafy gift for the office',
  ],
  succulent: [
    'houseplant',
    'plant that needs little water | hard to kill',
    'prickly plant=cactus | tiny low-maintenance plant | drought-proof greenery',
  ],
  'herb-pot': [
    'seeds',
    'kitchen herbs | holy basil=tulsi plant | grow my own cooking leaves',
    'edible plant for the windowsill | pudina=mint plant',
  ],
  bouquet: [
    '',
    'fresh flowers | bunch for my wife | flower delivery',
    'blooms for an anniversary | flowers to say sorry | genda phool=marigolds',
  ],
  seeds: [
    'bulbs herb-pot',
    'things to sow in spring | grow from scratch',
    'packets for sowing | grow my own salad=salad seeds/coriander seeds/seeds | food for bees=wildflower seeds/sunflower seeds/seed balls',
  ],
  bulbs: [
    'seeds',
    'spring flowers to plant in autumn | something to bury before winter',
    'flowers that come back every year | narcissus=daffodil bulbs',
  ],
  planter: [
    '',
    'plant pot | container for a fern',
    'gamla | pot for repotting | troughs for a balcony=window box/railing planter/planter',
  ],
  'watering-can': [
    '',
    'can with a long spout | spray for ferns=plant mister',
    'give my plants a drink | jhari',
  ],
  secateurs: [
    '',
    'pruning shears=secateurs | garden tools | small spade=hand trowel/khurpi',
    'pruners for roses=secateurs | snip basil=herb scissors | weeding by hand=hand fork/khurpi/hand trowel',
  ],
  'potting-mix': [
    '',
    'compost=vermicompost/seed compost/potting mix | soil for pots | fertiliser=vermicompost/neem cake',
    'earth for planting | plant food=vermicompost/neem cake | growing medium',
  ],
  tea: [
    'coffee-beans',
    'chai | loose leaf | cuppa',
    'morning brew with milk | something calming to steep=herbal infusion/green tea | infusion',
  ],
  'coffee-beans': [
    'tea',
    'filter kaapi | espresso roast | something to wake me up',
    'java | beans for my machine | cofee',
  ],
  'spice-blend': [
    'lentils',
    'masala | curry powder | haldi=turmeric | mirchi=chilli powder',
    'seasoning | heat for a curry=chilli powder/garam masala | spices for rice=biryani masala/spice blend',
  ],
  cookies: [
    'chocolate',
    'cookies | something to go with chai',
    'sweet bakes to dunk | for a cheese plate=crackers',
  ],
  almonds: [
    'cookies',
    'dry fruits | badam=almonds | healthy snack',
    'protein nibble | kaju=cashews | something crunchy for a train | fox nuts=makhana',
  ],
  chocolate: [
    'cookies',
    'cocoa treat | mithai=barfi | hot cocoa=drinking chocolate',
    'candy bar | sweets for a host | pralines=truffles',
  ],
  honey: [
    '',
    'spread for toast=honey/jam/peanut butter/marmalade/preserve | achar=mango pickle/lime pickle | shahad=honey',
    'jar for breakfast | relish for dal and rice=mango pickle/lime pickle | natural sweetener=honey | jelly=jam/preserve',
  ],
  lentils: [
    'spice-blend',
    'dal=lentils | chawal=basmati rice/red rice | store-cupboard staples',
    'pulses=lentils/kidney beans | atta=wheat flour/ragi flour | porridge=rolled oats | rajma=kidney beans',
  ],
  cheese: [
    'honey',
    'dairy for a sandwich=cheese/mozzarella/paneer | deli snacks | antipasti=olives/cheese/mozzarella',
    'for a wine evening=cheese/olives | cottage cheese=paneer | topping for pizza=mozzarella/cheese/olives | chickpea dip=hummus',
  ],
  'frying-pan': [
    'saucepan',
    'pan for eggs | dosa griddle=tawa | non-stick cookware',
    'make omelettes | something for searing meat=skillet/grill pan/sauté pan/frying pan | frypan',
  ],
  saucepan: [
    'frying-pan',
    'pot for soup=saucepan/stockpot/casserole/dutch oven | patila=handi/saucepan/milk pan | cooking pot',
    'boil pasta=saucepan/stockpot | slow stews=dutch oven/casserole/stockpot | cooker with a whistle=pressure cooker',
  ],
  knife: [
    'chopping-board',
    'kitchen blade | chop vegetables fast',
    'sharp tool for a cook | slice a loaf=bread knife | peel fruit=paring knife',
  ],
  mug: ['', 'coffee cup | something to drink cocoa from', 'beaker for hot drinks | teacup'],
  'dinner-set': [
    'mug',
    'crockery | dinnerware | dishes for a dinner party',
    'china for guests | tableware | katori=small bowls/bowls | something for cereal=bowls',
  ],
  kettle: [
    'coffee-maker',
    'boil water quickly | hot water for tea',
    'water boiler | heat water for a cuppa | ketle',
  ],
  'mixer-grinder': [
    '',
    'mixie=mixer grinder/wet grinder | grind chutney=mixer grinder/wet grinder/blender | smoothie maker=blender',
    'make dosa batter=wet grinder/mixer grinder | liquidiser=blender/stick blender | puree soup=stick blender/blender',
  ],
  'coffee-maker': [
    'kettle',
    'cafetiere=french press | stovetop brewer=moka pot | brew filter coffee at home',
    'make a flat white=espresso machine/moka pot | plunger=french press | coffee machine',
  ],
  'chopping-board': [
    'knife',
    'cutting board | wooden block',
    'surface for cutting vegetables | board to serve cheese on=serving board/bread board/chopping board',
  ],
  'storage-jars': [
    '',
    'airtight containers | masala dabba=spice box | keep rice and dal fresh',
    'pantry containers | tupperware=fridge boxes/canisters | leftovers=fridge boxes | barni=pickle jars/storage jars',
  ],
}
