/**
 * How shoppers ask for what is worn, carried and put on: authored, in the words of India, Britain and the United States alike.
 * Notation: see `asks.ts`.
 */
import type { AskTable } from './asks'

/** Bags, beauty, clothing, footwear and jewellery. */
export const worn: AskTable = {
  backpack: [
    'duffel sling tote',
    'rucksack | school bag for a teenager | something to carry on both shoulders | bag for a day in the mountains',
    'knapsack | daypack | bag to wear on my back',
  ],
  tote: [
    'sling backpack',
    'shopping bag | shopper for the market | big shoulder bag | carryall',
    'reusable grocery bag | jhola | bag for vegetables and a newspaper',
  ],
  sling: [
    'tote wallet',
    'crossbody purse | small bag for phone and keys | shoulder bag with a long strap',
    'handbag to wear across the chest | little bag for a night out',
  ],
  duffel: [
    'suitcase backpack',
    'holdall | gym bag | luggage for two nights',
    'weekender | kit bag | bag for a short trip',
  ],
  suitcase: [
    'duffel',
    'trolley bag | wheeled luggage | carry-on | cabin baggage',
    'hand luggage with wheels | case for a fortnight away | check-in bag',
  ],
  wallet: [
    'sling',
    'billfold | purse for cards and coins | card holder=card case',
    'something to keep cash and cards in | pocketbook',
  ],
  'packing-cubes': [
    'wash-bag suitcase',
    'luggage dividers | pouches to sort clothes in a case',
    'keep my suitcase tidy | travel pouches set',
  ],
  'laptop-sleeve': [
    'backpack',
    'computer case | macbook cover | padded pouch for a notebook computer',
    'protect my laptop in a bag | 13 inch laptop cover',
  ],
  'wash-bag': [
    'packing-cubes',
    'toiletry bag | sponge bag | cosmetics bag=make-up pouch',
    'toilet kit for travelling | pouch for shampoo and toothbrush',
  ],
  'face-wash': [
    'soap',
    'facial cleanser | something to clean my face',
    'cleaner for my face in the morning | remove make-up and dirt=cleansing balm/micellar water/cream cleanser',
  ],
  moisturiser: [
    'face-oil hand-cream',
    'face cream=moisturiser/day cream/night cream/cold cream | lotion for dry skin',
    'hydrating cream | moisturizer for winter',
  ],
  'face-oil': [
    'moisturiser',
    'glow drops=face oil/serum | overnight treatment for skin | face pack=clay mask/sheet masks',
    'something for glowing skin | mask for a pamper evening=clay mask/sheet masks',
  ],
  soap: [
    'face-wash',
    'bathing bar | handmade cleansing bar | body bar for the shower',
    'something to wash with in the bath | sabun',
  ],
  shampoo: [
    'hair-oil',
    'hair wash | something for an itchy scalp | treatment for damaged hair=conditioner/hair mask/leave-in cream',
    'lather for greasy hair=shampoo/shampoo bar | to wash my hair',
  ],
  'hair-oil': [
    'shampoo',
    'champi | oil for scalp massage | treatment for frizzy hair',
    'tel for long hair | something to stop hair going dry',
  ],
  'hand-cream': [
    'moisturiser',
    'lotion for cracked knuckles | balm for chapped lips=lip balm | something for cracked heels=foot cream',
    "something for a gardener's rough hands | chapstick=lip balm",
  ],
  perfume: [
    'candles',
    'fragrance | scent to wear | ittar=attar/roll-on perfume',
    'eau de toilette | something to smell nice on a date',
  ],
  'lip-colour': [
    '',
    'lip colour=lipstick/lip tint/lip crayon | make-up for a party | nail polish=nail lacquer',
    'lippy=lipstick/lip tint/lip crayon | eyeliner=kajal | cosmetics for a bride | blusher=cheek balm',
  ],
  'hair-brush': [
    '',
    'detangler=hairbrush/comb | shaving kit=safety razor/shaving brush | manicure=nail kit',
    'to untangle my curls=hairbrush/comb | for a wet shave=safety razor/shaving brush | grooming gift for a bearded man=beard oil',
  ],
  shirt: [
    'kurta tshirt',
    'button-down | formal top for the office | something with a collar',
    'smart top to wear to work | button-up',
  ],
  kurta: [
    'shirt stole dress',
    'long tunic | ethnic wear | festive top for men',
    'traditional outfit for puja | kurti',
  ],
  trousers: ['jeans', 'pants for work | slacks', 'formal bottoms | dress pants | khakis=chinos'],
  tshirt: [
    'shirt',
    'tee | casual cotton top',
    'plain everyday top with short sleeves | undershirt you can show',
  ],
  jeans: ['trousers', 'denims | rugged denim pants', 'blue denim bottoms | dungarees in denim'],
  dress: ['kurta', 'frock | gown | one-piece for summer', 'something to wear to a garden party | sundress'],
  sweater: [
    'stole',
    'pullover | woolly for winter | knitted jersey',
    'knitwear for cold mornings | warm woollen top | swetter',
  ],
  'rain-jacket': [
    'umbrella',
    'waterproof coat | windcheater | poncho=rain cape',
    'mac for wet weather | slicker | jacket for riding a scooter in the monsoon',
  ],
  stole: [
    'kurta sweater',
    'shawl | dupatta | wrap for cool evenings',
    'muffler=scarf | something to throw over my shoulders',
  ],
  socks: [
    'slippers',
    'hosiery | something for cold feet in boots',
    'footwear liners | ankle-length knitwear for my feet',
  ],
  'shoes-running': [
    'shoes-sneaker',
    'trainers for jogging | marathon footwear',
    'sports shoes for the treadmill | shoes for a 10k | joggers',
  ],
  'shoes-sneaker': [
    'shoes-running loafers',
    'trainers | casual kicks',
    'everyday lace-ups to wear with jeans | gym shoes | canvas shoes',
  ],
  'shoes-derby': [
    'loafers',
    'formal lace-ups | oxfords | dress shoes for men',
    'office footwear with laces | smart leather shoes for an interview',
  ],
  boots: [
    'shoes-sneaker',
    'wellies=rubber boots | walking footwear for mud=hiking boots/rubber boots/work boots | chelseas=boots/ankle boots',
    'gumboots=rubber boots | footwear for snow=winter boots/hiking boots | high footwear for a motorcycle=biker boots',
  ],
  sandals: [
    'flats slippers',
    'chappals | open-toe summer footwear | thongs for the beach=flip-flops/slides',
    'airy footwear for hot days | floaters=trekking sandals/sandals | hawai chappal=flip-flops/slides',
  ],
  loafers: [
    'shoes-derby flats',
    'slip-ons | shoes for a yacht=boat shoes',
    'shoes without laces for the office | easy formals',
  ],
  flats: [
    'sandals loafers',
    'ballerinas=ballet pumps/flats/foldable flats | ethnic shoes for a bride=juttis/mojaris',
    'ballet shoes for every day=ballet pumps/flats/foldable flats | comfortable shoes for a wedding',
  ],
  heels: [
    'flats',
    'stilettos | high-heeled shoes | pumps for a party',
    'party footwear that makes me taller | court shoes',
  ],
  slippers: ['socks', 'house shoes | bedroom footwear', 'something for cold floors | indoor footwear'],
  'shoes-kids': [
    'shoes-sneaker',
    "children's footwear | shoes for a six year old",
    'shoes for my son going to class one | footwear for a toddler=first shoes',
  ],
  earrings: [
    'necklace',
    'ear rings | danglers=jhumkas/chandbalis/drop earrings | studs for piercings=stud earrings',
    'ear jewellery for a sari | something sparkly for my ears',
  ],
  necklace: ['earrings', 'pendant | haar | neck jewellery', 'something to wear round the neck | neckpiece'],
  ring: [
    'bracelet',
    'finger jewellery | band for an engagement | bichhiya=toe rings',
    'stackable bands for my fingers | angoothi',
  ],
  bangles: [
    'bracelet',
    'choodiyan | wrist hoops for a bride | chura=bridal bangles',
    'kangan | hoops for the wrist',
  ],
  bracelet: [
    'bangles anklet',
    'wrist chain | something for the wrist that jingles=charm bracelet',
    'wristlet | wristband to share with a friend=friendship bands',
  ],
  anklet: ['bracelet', 'ankle chain | foot jewellery', 'payal for dancing | pajeb'],
  brooch: [
    '',
    'badge for a coat=brooch/lapel pin/enamel pins | fastener for a shawl=shawl pin/scarf ring/brooch',
    'decorative pin | clip to hold my pallu=sari pin/brooch',
  ],
  cufflinks: [
    'watch',
    "men's formal jewellery | accessories for a groom | tie clip=tie bar",
    'links for a double cuff=cufflinks | gift for a man who wears suits',
  ],
  watch: ['smart-watch', 'wristwatch | timepiece', 'ticker for my wrist | analogue dial'],
  'watch-strap': [
    'watch',
    'replacement band for a timepiece | leather band',
    'new belt for my wristwatch | spare wrist band',
  ],
}
