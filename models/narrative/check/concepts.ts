/**
 * What a text can claim of a product, as a table: surface forms of each concept and what it implies. Implication runs one way: oak is
 * wood, wood need not be oak. Forms are regular expressions, case apart, `~` for a hyphen, a space or nothing; whole words only.
 */

/** One thing that may be said of a product. */
export interface Concept {
  readonly id: string
  readonly forms: string
  /** Concepts that follow. */
  readonly entails: readonly string[]
  /** Concepts that cannot also hold: vegan shoes have no leather. */
  readonly excludes: readonly string[]
  /** Wider forms that support it in a row, besides `forms`. */
  readonly rows?: string
  /** Substances may stand in similes ("soft as silk"), which claim nothing. */
  readonly substance: boolean
}

type Extra = Partial<Pick<Concept, 'excludes' | 'rows' | 'substance'>>

const concept = (id: string, forms: string, entails = '', more: Extra = {}): Concept => ({
  id,
  forms,
  entails: entails.split(' ').filter(Boolean),
  excludes: [],
  substance: false,
  ...more,
})

/** A substance; its name is its form where none is given. */
const stuff = (id: string, entails = '', forms = id.replaceAll('-', '~'), more: Extra = {}): Concept =>
  concept(id, forms, entails, { substance: true, ...more })

const HAND = '(?:made|crafted|built|worked)'

const weather: readonly Concept[] = [
  concept('waterproof', 'water~proof(?:ed)?|water~tight|impermeable|IPX?[78]|IPX?6[78]', 'water-resistant'),
  concept(
    'water-resistant',
    'water~(?:resist\\w*|repellent|repelling)|(?:shower|rain|splash)~(?:proof|resist\\w*|repellent)|(?:resists?|repels?) (?:water|rain|showers)|IPX?[3-6]',
    'for-rain',
  ),
  concept(
    'for-rain',
    '(?:shrugs? off|takes?|handles?|fit for|built for|stands? up to|(?:keeps?|keeping) (?:off|out)|keeps you dry in|meant for) (?:the |a )?(?:rain|showers?|wet|drizzle|downpours?|storms?)(?! (?:winters?|summers?|days?|weeks?|seasons?|months?|boots?))|(?:keeps?|keeping) the (?:rain|wet) (?:off|out)',
  ),
  concept('weatherproof', '(?:weather|storm)~proof|all~weather', 'windproof waterproof'),
  concept('windproof', 'wind~(?:proof|resistant)|(?:blocks?|stops?) the wind'),
  concept('ipx3', 'IPX?3'),
  concept('ipx4', 'IPX?4', 'ipx3'),
  concept('ipx5', 'IPX?5', 'ipx4'),
  concept('ipx6', 'IPX?6', 'ipx5'),
  concept('ipx7', 'IPX?7', 'ipx6 waterproof'),
  concept('ipx8', 'IPX?8', 'ipx7'),
  concept('leakproof', "(?:leak|spill)~proof|(?:will not|never|does not|doesn['’]t) (?:leak|spill)"),
  concept('fireproof', 'fire~(?:proof|resistant|retardant)|flame~(?:proof|resistant|retardant)'),
  concept('insulated', 'insulat(?:ed|ing)|thermal lining|double~walled'),
  concept('breathable', 'breathable'),
  concept('reflective', '(?:hi~vis|reflective)'),
  concept('uv', 'UV~(?:protect\\w*|proof|resistant)|sun~proof|(?:SPF|UPF) ?\\d+'),
]

const wood = 'wood'
const fabricNatural = 'natural-fibre'
const materials: readonly Concept[] = [
  stuff(
    'full-grain',
    'leather',
    '(?:full|top)~grain(?: leather)?|(?:genuine|real|authentic|true) (?:leather|hide)',
    { rows: '(?:full|top)~grain leather' },
  ),
  stuff('leather', 'animal', 'leathers?|cowhide|calfskin'),
  stuff('suede', 'animal', 'suede|nubuck'),
  stuff(
    'faux-leather',
    '',
    '(?:faux|vegan|imitation|artificial|synthetic|mock|fake|PU)~leather|leather~look|leatherette|pleather',
  ),
  stuff('faux-fur', '', '(?:faux|fake|imitation)~fur'),
  stuff('fur', 'animal', 'fur|sheepskin|shearling'),
  stuff('all-cotton', 'cotton', '(?:100 ?%|pure) cotton|all~cotton(?= ?(?:[,.;]|$))'),
  stuff('cotton', fabricNatural, 'cotton', { rows: 'denim|canvas|corduroy|muslin|poplin|gingham' }),
  stuff('linen', fabricNatural),
  stuff('hemp', fabricNatural),
  stuff('jute', fabricNatural),
  stuff('silk', `${fabricNatural} animal`, 'silk'),
  stuff('merino', 'wool', 'merino(?: wool)?'),
  stuff('cashmere', 'wool'),
  stuff('mohair', 'wool'),
  stuff('alpaca', 'wool'),
  stuff('lambswool', 'wool', "lamb['’]?s~?wool"),
  stuff('wool', `${fabricNatural} animal`, 'wool(?:len|ly)?'),
  stuff('tweed', 'wool'),
  stuff('natural-fibre', '', 'natural (?:fibres?|fibers?|fabrics?|cloth)'),
  stuff('denim'),
  stuff('velvet'),
  stuff('satin'),
  stuff('canvas'),
  stuff('fleece', '', 'fleece'),
  stuff('flannel'),
  stuff('corduroy'),
  stuff('nylon', 'synthetic', 'nylon|cordura|ripstop'),
  stuff('polyester', 'synthetic'),
  stuff('acrylic', 'synthetic'),
  stuff('elastane', 'synthetic', 'elastane|spandex|lycra'),
  stuff('synthetic', '', 'synthetics?|man~made fib(?:re|er)s?'),
  stuff('microfibre', 'synthetic', 'micro~fib(?:re|er)'),
  stuff('solid-oak', 'oak solid-wood', 'solid oak'),
  stuff('solid-wood', wood, 'solid (?:wood|hardwood)', {
    rows: 'solid (?:oak|walnut|teak|pine|beech|ash|mahogany|acacia|birch|maple)',
  }),
  stuff('oak', wood, 'oak(?:en)?'),
  stuff('teak', wood),
  stuff('walnut', '', 'walnut', { rows: 'walnuts?' }),
  stuff('mahogany', wood),
  stuff('pine', wood, 'pine~wood|solid pine'),
  stuff('beech', wood),
  stuff('birch', wood),
  stuff('acacia', wood),
  stuff('bamboo'),
  stuff('rattan', '', 'rattan|wicker'),
  stuff('wood', '', 'wood(?:en)?|timber|hardwood', { rows: 'walnut|pine|maple|cherry|ash|mango wood|cedar' }),
  stuff('plywood', wood, 'ply~?wood|MDF'),
  stuff('cork'),
  stuff('stainless', 'steel', 'stainless(?: steel)?'),
  stuff('steel', 'metal', 'steel'),
  stuff('iron', 'metal', 'cast~iron|wrought~iron'),
  stuff('aluminium', 'metal', 'alumini?um'),
  stuff('titanium', 'metal'),
  stuff('brass', 'metal'),
  stuff('copper', 'metal'),
  stuff('bronze', 'metal'),
  stuff('pewter', 'metal'),
  stuff('plated', '', '(?:gold|silver)~(?:plated|tone|toned)'),
  stuff('gold', 'metal', '(?:solid |\\d+~?carat |\\d+k )?gold|gold vermeil'),
  stuff('silver', 'metal', '(?:sterling )?silver'),
  stuff('platinum', 'metal'),
  stuff('metal', '', 'metal(?:lic)?'),
  stuff('porcelain', 'ceramic', 'porcelain|bone china'),
  stuff('stoneware', 'ceramic'),
  stuff('earthenware', 'ceramic', 'earthenware|terracotta'),
  stuff('ceramic', '', 'ceramics?|pottery'),
  stuff('crystal', 'glass', 'crystal(?: glass)?', { rows: 'crystals?' }),
  stuff('borosilicate', 'glass', 'borosilicate(?: glass)?'),
  stuff('glass'),
  stuff('marble', 'stone'),
  stuff('granite', 'stone'),
  stuff('slate', 'stone'),
  stuff('stone', '', '(?:natural|real|solid) stone|stone (?:top|base)'),
  stuff('diamond', '', 'diamonds?'),
  stuff('pearl', '', 'pearls?'),
  stuff('rubber'),
  stuff('silicone'),
  stuff('plastic'),
]

const makings: readonly Concept[] = [
  concept('hand-thrown', 'hand~thrown|thrown by hand|wheel~thrown', 'handmade'),
  concept('hand-stitched', 'hand~(?:stitched|sewn)|(?:stitched|sewn) by hand', 'handmade'),
  concept('hand-woven', 'hand~woven|woven by hand', 'handmade'),
  concept('hand-knitted', 'hand~knit(?:ted)?|knitted by hand', 'handmade'),
  concept('hand-painted', 'hand~painted|painted by hand', 'hand-worked'),
  concept('hand-blown', '(?:hand|mouth)~blown', 'handmade'),
  concept('hand-carved', 'hand~carved|carved by hand', 'handmade'),
  concept('hand-poured', 'hand~poured|poured by hand', 'handmade'),
  concept(
    'hand-finished',
    'hand~(?:finished|polished|dyed|printed|oiled|glazed)|(?:finished|oiled|glazed) by hand',
    'hand-worked',
    {
      rows: 'made by hand|hand~made',
    },
  ),
  concept('handmade', `hand~${HAND}|${HAND} by hand|artisan(?:al)?`, 'hand-worked'),
  concept('hand-worked', 'hand~worked|worked by hand'),
  concept('bespoke', 'bespoke|made~to~(?:order|measure)|custom~made'),
  concept('vintage', 'antique|heirloom|vintage(?! (?:look|style|feel))', '', { rows: 'vintage' }),
  concept('one-off', 'one~of~a~kind|limited~edition|one-off|exclusive to us'),
  concept(
    'genuine',
    '(?:genuine|authentic)(?! (?:leather|hide|article|pleasure|question|interest|reason|use|need))',
    '',
    {
      rows: 'genuine|authentic|real|full~grain',
    },
  ),
]

const green: readonly Concept[] = [
  concept('organic', 'organic(?:ally)?(?: grown| farmed)?', 'no-pesticides'),
  concept('no-pesticides', 'pesticide~free'),
  concept(
    'all-natural',
    'all~natural|100 ?% natural|natural (?:ingredients?|rubber|dyes?|oils?|wax|extracts?|origin)|naturally (?:derived|sourced)',
  ),
  concept('vegan', 'vegans?|plant~based|animal~free', 'vegetarian', {
    excludes: [
      'animal',
      'leather',
      'suede',
      'wool',
      'silk',
      'fur',
      'beeswax',
      'dairy',
      'egg',
      'honey',
      'gelatine',
    ],
  }),
  concept('vegetarian', 'vegetarians?|meat~free', '', { excludes: ['gelatine'] }),
  concept('cruelty-free', 'cruelty~free|(?:not|never) tested on animals'),
  concept('animal', 'animal products?'),
  concept('recycled', 'recycled|upcycled|reclaimed'),
  concept('recyclable', 'recyclable'),
  concept('biodegradable', 'bio~degradable'),
  concept('compostable', 'compostable', 'biodegradable'),
  concept('carbon-neutral', 'carbon~(?:neutral|negative)|climate~neutral|net~zero'),
  concept(
    'sustainable',
    'sustainabl[ey]|eco~friendly|environmentally friendly|planet~friendly|green credentials|ethical(?:ly)?(?: made| sourced)?',
  ),
  concept('fairtrade', 'fair~?trade'),
  concept('certified', 'certified', '', { rows: 'certif\\w*|fairtrade|organic|GOTS|FSC|OEKO' }),
  concept('fsc', 'FSC', 'certified'),
  concept('halal', 'halal'),
  concept('kosher', 'kosher'),
  concept('raw', 'raw (?:food|honey)|cold~pressed|unpasteurised'),
]

const contents: readonly Concept[] = [
  concept('fragrance', 'fragrances?|perfumes?(?! counter)|scented', '', { rows: 'scent' }),
  concept('parabens', 'parabens?'),
  concept('sulphates', 'sul(?:ph|f)ates?'),
  concept('alcohol', 'alcohol'),
  concept('silicones', 'silicones'),
  concept('bpa', 'BPA'),
  concept('gluten', 'gluten'),
  concept('added-sugar', 'added sugar'),
  concept('sugar', 'sugar', 'sweetened'),
  concept('sweetened', 'sweetened'),
  concept('dairy', 'dairy|lactose', '', { rows: 'milk|butter(?!fly)|cream cheese' }),
  concept('nuts', 'nuts'),
  concept('egg', 'eggs?'),
  concept('honey', 'honey'),
  concept('gelatine', 'gelatin[e]?'),
  concept('soy', 'soya?'),
  concept('palm-oil', 'palm~oil'),
  concept('caffeine', 'caffeine|caffeinated'),
  concept('preservatives', 'preservatives?|additives?'),
  concept('colourings', 'artificial (?:colou?rs?|colou?rings?|flavou?rs?|flavou?rings?)'),
  concept('pesticides', 'pesticides?'),
  concept('chemicals', '(?:harsh |nasty )?chemicals'),
  concept('beeswax', 'beeswax', 'animal'),
  concept('varnish', 'varnish(?:ed)?|lacquer(?:ed)?'),
  concept('plastic-free', 'plastic~free'),
]

const workings: readonly Concept[] = [
  concept('bluetooth', 'bluetooth', 'wireless'),
  concept('wifi', 'wi~?fi', 'wireless'),
  concept('wireless', 'wireless(?:ly)?'),
  concept(
    'cordless',
    'cordless|no (?:cord|lead|cable|wires?)(?! (?:to|and|in) (?:spare|need))|without (?:a )?(?:cord|lead|cable|wires?)',
    '',
    {
      rows: 'battery~powered|rechargeable|runs on batteries|wireless|bluetooth',
    },
  ),
  concept('battery', 'batter(?:y|ies)', '', { rows: 'battery|rechargeable' }),
  concept('rechargeable', 'rechargeable|(?:re)?charges (?:by|from|over) (?:a )?USB', 'battery', {
    rows: 'battery \\d[^\\n]*hours?|hours? (?:on|to) a charge|USB~?C? charging|lithium',
  }),
  concept('fast-charging', '(?:fast|quick|rapid)~charg(?:ing|er|e)'),
  concept('solar', 'solar(?:~powered)?'),
  concept('noise-cancelling', 'noise~cancel\\w*|cancels? (?:the |out )?(?:\\w+ )?noise|ANC', 'noise'),
  concept('noise', 'noise~(?:isolat|reduc)\\w*'),
  concept('voice', 'voice~(?:control(?:led)?|activated|assistant)'),
  concept('touch', 'touch~(?:screen|controls?|sensitive)'),
  concept('smart', 'smart~home|app~controlled|works with an app'),
  concept('dimmable', 'dimmable'),
  concept('adjustable', 'adjustable|(?<=\\b(?:it|that|which|and) )adjusts|height~adjust\\w*', 'adjusts', {
    rows: 'adjust\\w*',
  }),
  concept('adjusts', '(?:arm|head|shade|back|seat|strap) that (?:moves|bends|turns|tilts|swivels)'),
  concept(
    'foldable',
    'foldable|folding (?:frame|design|legs?|stand|handle|seat|model|version)|(?<!to )folds? (?:flat|up|away)|collapsible|collapses',
    '',
    {
      rows: 'fold\\w*|collaps\\w*',
    },
  ),
  concept('reversible', 'reversible'),
  concept('stackable', 'stackable|stacks (?:up|neatly)', '', { rows: 'stack\\w*' }),
  concept('detachable', '(?:detachable|removable)', '', { rows: 'detach\\w*|remov\\w*' }),
  concept('padded', 'padded', '', { rows: 'padd\\w*|cushion\\w*' }),
  concept('orthopaedic', 'orthopa?edic|ergonomic'),
  concept('lightweight', 'light~weight|feather~light|ultra~light', '', {
    rows: 'light(?:weight)?|feather\\w*',
  }),
  concept('unbreakable', 'unbreakable|indestructible|shatter~(?:proof|resistant)|break~proof'),
  concept(
    'scratch-resistant',
    '(?:scratch|stain|rust|crease|wrinkle|tear|slip)~(?:proof|resistant|free)|non~slip',
  ),
  concept('non-stick', 'non~stick'),
  concept('induction', 'induction~(?:safe|ready|compatible)', '', { rows: 'induction' }),
]

const caring: readonly Concept[] = [
  concept(
    'machine-washable',
    '(?:machine|washing machine)~(?:wash\\w*)|(?:go(?:es)? in|wash (?:it |them )?(?:in|by)|safe in) (?:the |a )?(?:washing )?machine',
  ),
  concept('hand-wash', 'hand~wash(?:able|ed)?(?: only)?|wash(?:ed)? by hand', '', {
    excludes: ['machine-washable'],
  }),
  concept('dry-clean', 'dry~clean(?:ed|ing)?(?: only)?', '', { excludes: ['machine-washable'] }),
  concept('tumble', 'tumble~(?:dry|dried|drying|dryer)'),
  concept(
    'dishwasher',
    'dishwasher~(?:safe|proof|friendly)|(?:go(?:es)?|put|safe|fine|happy|at home) (?:it |them )?in (?:the |a )?dishwasher',
  ),
  concept('oven', 'oven~(?:safe|proof)|(?:go(?:es)?|put|safe|fine|happy) (?:it |them )?in (?:the |an )?oven'),
  concept(
    'microwave',
    'microwave~(?:safe|able|proof)|(?:go(?:es)?|put|safe|fine) (?:it |them )?in (?:the |a )?microwave',
  ),
  concept('freezer', 'freezer~(?:safe|proof)'),
  concept('non-iron', 'non~iron|iron~free|needs no ironing'),
]

const terms: readonly Concept[] = [
  concept(
    'lifetime',
    '(?:lifetime|life~long) (?:guarantee|warranty|cover)|guaranteed for life|for life',
    'warranty',
  ),
  concept('warranty', 'warrant(?:y|ies)|guaranteed?|guarantees', '', {
    rows: 'warranty|guarantee\\w*|cover',
  }),
  concept(
    'offer',
    '(?:heavily )?discount(?:ed)?|on (?:sale|offer)|bargain|clearance|marked down|reduced in price|price cut',
  ),
  concept('half-price', 'half~price|two for one|buy one get one'),
  concept('free-delivery', 'free (?:shipping|delivery|returns?|postage|gift)s?'),
  concept('money-back', 'money~back'),
]

/** Every concept. */
export const CONCEPTS: readonly Concept[] = [
  ...weather,
  ...materials,
  ...makings,
  ...green,
  ...contents,
  ...workings,
  ...caring,
  ...terms,
]
