/**
 * Sentences with their facts marked where they stand: `{kind:words}`, or `{kind.number:words}` where the number matters (`one`, `many`).
 * Everything not marked must not be read as a fact.
 */
import { describe, expect, it } from 'vitest'
import type { Aisle } from '../../../shared/domain/aisles'
import type { Fact } from '../../../shared/domain/facts'
import { extractFacts } from './extract'

interface Marked {
  readonly text: string
  readonly facts: readonly string[]
}

/** The plain sentence and its facts as `kind.number start-end words`, in order of place. */
function unmark(marked: string): Marked {
  let text = ''
  const facts: string[] = []
  for (const part of marked.split(/(\{[^}]+\})/)) {
    const mark = /^\{(\w+)(?:\.(\w+))?:([^}]+)\}$/.exec(part)
    const words = mark?.[3] ?? part
    if (mark)
      facts.push(
        `${mark[1] ?? ''}.${mark[2] ?? 'mass'} ${text.length}-${text.length + words.length} ${words.toLowerCase()}`,
      )
    text += words
  }
  return { text, facts }
}

const told = (fact: Fact) =>
  `${fact.kind}.${fact.number} ${fact.source.start ?? -1}-${fact.source.end ?? -1} ${fact.text.toLowerCase()}`
const byPlace = (a: Fact, b: Fact) => (a.source.start ?? 0) - (b.source.start ?? 0)

function read(noun: string, aisle: Aisle | undefined, text: string, festive = false): readonly Fact[] {
  const facts = extractFacts({
    texts: [
      { field: 'name', text: 'Thing' },
      { field: 'description', text },
    ],
    noun,
    aisle,
    festive,
    listed: [],
  })
  return [...facts].sort(byPlace)
}

const sentences: readonly (readonly [string, Aisle, string])[] = [
  // Parts after "features", "with", "boasts", in lists and as subjects.
  [
    'backpack',
    'bags',
    'This pack features {feature.many:multiple pockets} and {feature.many:adjustable leather straps} for versatility.',
  ],
  [
    'backpack',
    'bags',
    'It features a sleek {feature.one:curved design} with {feature.many:gold-toned zipper accents}.',
  ],
  [
    'chair',
    'furniture',
    'This fantastic chair features a smooth, {feature.one:curved backrest} and {feature.many:sturdy legs}, offering style.',
  ],
  [
    'desk',
    'furniture',
    'This charming desk features a spacious {feature.one:solid wood top}, perfect for all your essentials.',
  ],
  ['watch', 'jewellery', 'The {feature.one:black leather strap} complements the outfit.'],
  [
    'guitar',
    'music',
    'Its {feature.one:cutaway design} promises easy access to higher frets, while the contrasting {feature.one:white bridge} adds elegance.',
  ],
  [
    'sandals',
    'footwear',
    'Featuring {feature.many:adjustable buckle straps} and a {feature.one:contoured footbed}, they offer both comfort and style.',
  ],
  ['sofa', 'furniture', 'The {feature.mass:light gray upholstery} complements any decor.'],
  [
    'clock',
    'homedecor',
    'Featuring a pristine {feature.one:white face} adorned with bold {feature.many:Roman numerals}, it suits anyone.',
  ],
  [
    'headphones',
    'electronics',
    'These headphones boast supple {feature.many:leather earcups} and a {feature.one:durable metal frame}.',
  ],
  [
    'sneakers',
    'footwear',
    'These eye-catching shoes feature a vibrant {feature.one:blue sock-like upper}, complemented by praise.',
  ],
  ['sneaker', 'footwear', 'It comes with premium materials and {feature.one:cushioned sole}.'],
  ['lamp', 'homedecor', 'This fixture features a crisp {feature.one:white shade}.'],
  ['glasses', 'clothing', 'The {feature.many:water-resistant lenses} repel raindrops.'],
  ['bag', 'bags', "The bag's standout {feature.one:circular metal clasp} adds a modern touch."],
  ['kettle', 'kitchen', 'Featuring a {feature.one:gooseneck spout} for controlled pouring.'],
  ['lamp', 'homedecor', 'Its {feature.one:flexible arm} allows for precise light positioning.'],
  [
    'jacket',
    'clothing',
    'Its {material:breathable fabric} and {feature.one:adjustable hood} ensure comfort.',
  ],
  // Shared heads.
  [
    'pillow',
    'homedecor',
    'This cushion features a striking {feature.one:black and white geometric pattern}, expertly tufted.',
  ],
  [
    'shirt',
    'clothing',
    "This garment features a vibrant {feature.one:red, white, and blue checkered pattern} that's a joy.",
  ],
  ['garland', 'homedecor', 'It features {feature.many:white and black skeleton cutouts}.'],
  [
    'ratchet',
    'tools',
    'It features a comfortable {feature.one:red and black rubber handle} for enhanced grip.',
  ],
  // What tells nothing, or speaks of something else.
  ['jacket', 'clothing', 'It offers comfort with stunning style and a sleek design.'],
  ['bag', 'bags', 'It combines rugged durability with classic charm.'],
  ['jacket', 'clothing', 'The {feature.one:plush collar} frames your face beautifully.'],
  ['ring', 'jewellery', 'It is made with care and pairs well with silver buckles.'],
  ['pillow', 'homedecor', 'Set against a backdrop with wooden panels, it invites rest.'],
  ['skirt', 'clothing', 'It goes well with leather straps.'],
  // Materials.
  ['bag', 'bags', 'Crafted from durable khaki {material:canvas}, it lasts.'],
  ['scarf', 'clothing', 'Crafted from premium {material:wool blend}, it warms.'],
  ['bracelet', 'jewellery', 'Made of {material:sterling silver}.'],
  ['vase', 'homedecor', '{craft:Handcrafted} from {material:reclaimed teak wood}, it is one of a kind.'],
  ['bag', 'bags', 'Made from leather straps and hope.'],
  ['shirt', 'clothing', 'Crafted from crisp, high-quality fabric.'],
  ['shirt', 'clothing', 'Crafted from soft, {material:breathable fabric}.'],
  ['toy', 'pets', "Crafted from {material:pet-safe materials}, it's good fun."],
  ['sofa', 'furniture', 'This supple {material:leather} sofa invites you in.'],
  ['glasses', 'clothing', 'The durable {material:metal} construction ensures longevity.'],
  // Colours.
  [
    'daypack',
    'bags',
    'This stylish {colour:mauve} {material:leather} daypack combines elegance with functionality.',
  ],
  ['camera', 'electronics', 'This sleek {colour:black and silver} beauty takes pictures.'],
  ['scarf', 'clothing', 'It comes in a rich {colour:caramel} hue.'],
  ['sneakers', 'footwear', 'These are sneakers in vibrant red trim.'],
  ['jacket', 'clothing', 'This {colour:dark olive} jacket keeps you warm.'],
  ['wine glass', 'kitchen', 'This wine glass is a classic.'],
  ['sofa', 'furniture', 'This green, red and blue sofa stands out.'],
  ['apple', 'grocery', 'This green apple is a treat.'],
  // Styles, patterns, crafts, fits, finishes, closures.
  ['dresser', 'furniture', 'Its {style:minimalist} design suits any home.'],
  ['bowl', 'kitchen', 'This {style:rustic} bowl brings warmth.'],
  ['scarf', 'clothing', 'This luxurious {pattern:houndstooth} scarf is timeless.'],
  ['mules', 'footwear', 'These {craft:handcrafted} {material:woven leather} mules are artisanal.'],
  ['shirt', 'clothing', 'It offers a {fit:relaxed} fit.'],
  ['lamp', 'homedecor', 'Featuring a {finish.one:matte black finish}, it blends in.'],
  ['guitar', 'music', 'Its classic {finish.one:gold finish} adds a touch of elegance.'],
  ['backpack', 'bags', 'It features a classic {closure.one:drawstring closure}, too.'],
  // Uses and rooms.
  ['backpack', 'bags', 'Perfect for {use:beach days} or {use:casual outings}, it adds flair.'],
  ['jacket', 'clothing', 'Ideal for {use:hiking}, {use:camping}, or adding a pop of color.'],
  ['shirt', 'clothing', "It's perfect for both {use:casual and formal occasions}."],
  ['shoes', 'footwear', 'They are suited for {use:special occasions}.'],
  ['lounge chair', 'furniture', 'Perfect for contemporary {room:offices} or chic {use:waiting areas}.'],
  ['desk', 'furniture', 'Perfect for {use:organizing your gear}.'],
  ['backpack', 'bags', 'It is an ideal companion for {use:day trips} or campus life.'],
  ['guitar', 'music', 'Perfect for both seasoned musicians and beginners alike.'],
  ['vase', 'homedecor', 'Perfect for any room or as a gift.'],
  ['locket', 'jewellery', 'Perfect for {use:holding your cherished photos} or secrets.'],
  ['chair', 'furniture', 'Perfect for adding elegance, creating ambiance, or making a statement.'],
  // Sets.
  [
    'desk set',
    'furniture',
    'This ensemble features a sleek {includes.one:white desk}, paired with a {includes.one:matching chair}.',
  ],
  ['tool kit', 'tools', 'The kit includes {includes.many:pliers} and a {includes.one:hammer}.'],
  ['outfit set', 'clothing', 'This set features {includes.many:high-waisted jeans}.'],
  ['knife set', 'kitchen', "The set includes a versatile {includes.one:chef's knife} and a paring idea."],
  ['vase', 'homedecor', 'It includes a side table.'],
  // Food.
  [
    'cake',
    'grocery',
    'Topped with {ingredient:fluffy pink frosting} and {ingredient:chocolate sprinkles}, it delights.',
  ],
  [
    'cookies',
    'grocery',
    'Each is studded with rich {ingredient:chocolate chips} and a hint of {ingredient:vanilla}.',
  ],
  ['onions', 'grocery', 'These onions boast a {feature.one:sweet, mellow flavor} that is ideal.'],
  ['crab', 'grocery', 'These crabs promise {feature.mass:tender meat}.'],
  ['apples', 'grocery', '{craft:Hand-picked} at peak ripeness, they are perfect for {use:snacking}.'],
  ['steak', 'grocery', 'It is adorned with a sprig of fresh rosemary.'],
  // Flowers.
  [
    'bouquet',
    'garden',
    'Featuring a blend of pristine {feature.many:white roses} and {feature.mass:lush greenery}.',
  ],
  ['bouquet', 'garden', 'Delicate {feature.many:white peonies} are carefully wrapped in paper.'],
  ['plant', 'garden', 'This plant features {feature.many:dark green leaves}.'],
  // Opening parts, with their verb behind them.
  ['tent', 'outdoor', '{feature.many:Aluminium poles} and a {feature.one:zipped window} keep out the wind.'],
  ['tent', 'outdoor', 'Enjoy sturdy poles and a zipped window on every hill.'],
  ['jacket', 'clothing', 'The {feature.one:padded hood} and {feature.many:ribbed cuffs} keep out drizzle.'],
  // What it stands or hangs on, and what is in a case.
  ['stool', 'furniture', 'It rests on {feature.many:tapered oak legs}.'],
  ['pendant', 'jewellery', 'It hangs from a {feature.one:braided chain}.'],
  ['vase', 'homedecor', 'It is displayed on a wooden table.'],
  ['succulent', 'garden', 'Our small friend lives in a {feature.one:blue clay pot}.'],
  // A list goes on behind "across the toes".
  [
    'sandals',
    'footwear',
    'They feature a {feature.one:clear strap} across the toes, a {feature.one:chunky cork sole}, and a {feature.one:brass buckle}.',
  ],
  // Verbs that look like nouns end a phrase.
  // A build or a shape in a plain word.
  ['wrench', 'tools', 'It has a {feature.one:sturdy build} and {feature.many:clean lines}.'],
  ['wrench', 'tools', 'It has a stunning build and a timeless silhouette.'],
  // Materials it is said to have.
  ['boots', 'footwear', 'They feature {material:buttery-soft leather}.'],
  ['boots', 'footwear', 'They feature premium {feature.many:leather accents}.'],
  // Making, care and colour in an adjective right before the noun.
  ['basket', 'homedecor', 'This {craft:woven} basket holds a week of post.'],
  ['jacket', 'clothing', 'This {care:waterproof} jacket shrugs off the monsoon.'],
  ['jacket', 'clothing', 'This waterproof lining jacket is odd.'],
  ['mug', 'kitchen', 'This {colour:teal}-colored mug is a cheerful thing.'],
  ['sweater', 'clothing', 'It comes in shades of {colour:charcoal and light gray}.'],
  ['basket', 'homedecor', 'Say hello to our Woven Dream Basket.'],
  ['jacket', 'clothing', 'It offers warmth and protection.'],
  ['scarf', 'clothing', 'This plaid scarf has a {feature.one:red plaid pattern}.'],
  // Rooms, occasions, seasons.
  ['lamp', 'homedecor', 'It brings warmth to {room:your home office}.'],
  ['lamp', 'homedecor', 'It looks like something from your kitchen.'],
  ['tent', 'outdoor', 'It is a friend on {use:any camping trip}.'],
  ['tent', 'outdoor', 'It is a friend on any occasion.'],
  ['headphones', 'electronics', 'The {feature.many:pads} stay soft during {use:long listening sessions}.'],
  ['coat', 'clothing', 'It belongs in your {season:winter} wardrobe.'],
  ['coat', 'clothing', 'It captures the spirit of summer days.'],
  // Smells.
  ['candle', 'homedecor', 'It fills the hall with notes of {scent:cedar and orange}.'],
  ['chair', 'homedecor', 'A scent of cedar is nowhere near.'],
  // Pictures show their subject.
  ['poster', 'homedecor', 'It features a {feature.one:red signal box}.'],
  ['poster', 'homedecor', 'It features the magic of the hills.'],
  // Bare parts, and things of no listed name, stand in where little is said.
  ['wreath', 'garden', 'It is adorned with beautiful {feature.many:pinecones}.'],
  ['backpack', 'bags', 'It features a striking {feature.one:tin-plated medal}.'],
  ['backpack', 'bags', 'It features a striking companion.'],
  // Single things in a set.
  ['tea set', 'kitchen', 'The set includes a {includes.one:teapot}.'],
  // Measures.
  ['bottle', 'kitchen', 'It holds {capacity:750 ml} and weighs {weight:1.2 kg}.'],
  ['speaker', 'electronics', 'It runs for {battery:40 hours} of play.'],
  ['tv', 'electronics', 'It offers {feature.mass:4K resolution}.'],
  ['socket set', 'tools', 'A {pack.one:46-piece socket set} for the workshop.'],
  ['bowl', 'kitchen', 'It is {care:dishwasher-safe}.'],
  ['box', 'homedecor', 'It measures {size:42 x 30 x 18 cm}.'],
]

describe('extractFacts', () => {
  it.each(sentences)('%s (%s): %s', (noun, aisle, marked) => {
    const { text, facts } = unmark(marked)
    expect(read(noun, aisle, text).map(told)).toEqual(facts)
  })

  it('holds at least sixty sentences', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(60)
  })

  it('reads the feast of a festive thing only', () => {
    const text = 'Bring the magic of Christmas into your home.'
    expect(read('wreath', 'garden', text, true).map(told)).toEqual(['season.mass 19-28 christmas'])
    expect(read('wreath', 'garden', text)).toEqual([])
  })

  it('numbers facts of a kind and keeps eight', () => {
    const text =
      'This pack features multiple pockets, padded straps, a roomy hood and a metal buckle. Perfect for day trips, city walks, and beach days.'
    const facts = read('backpack', 'bags', text)
    expect(facts.map((fact) => fact.id)).toEqual([
      'feature',
      'feature.2',
      'feature.3',
      'feature.4',
      'use',
      'use.2',
      'use.3',
    ])
  })

  it('leaves out what the title says, and plain parts where there is enough', () => {
    const facts = (title: string, description: string) =>
      extractFacts({
        texts: [
          { field: 'name', text: title },
          { field: 'description', text: description },
        ],
        noun: 'backpack',
        aisle: 'bags',
        listed: [],
      }).map(({ text }) => text)
    const said =
      'It features a rope handle, a hood, steel buckles, cotton lining, mesh panels and cork patches.'
    expect(facts('Plain Pack', 'It features a rope handle and a hood.')).toEqual(['rope handle', 'hood'])
    expect(facts('Rope Handle Pack', 'It features a rope handle and a hood.')).toEqual(['hood'])
    expect(facts('Plain Pack', said)).toEqual([
      'rope handle',
      'steel buckles',
      'cotton lining',
      'mesh panels',
      'cork patches',
    ])
  })

  it('adds nothing of a kind that a column states', () => {
    const listed: Fact = {
      id: 'colour',
      kind: 'colour',
      text: 'mauve',
      number: 'mass',
      source: { field: 'hue', start: 0, end: 5 },
    }
    const facts = extractFacts({
      texts: [
        { field: 'name', text: 'Thing' },
        { field: 'description', text: 'This black leather bag is light.' },
      ],
      noun: 'bag',
      aisle: 'bags',
      listed: [listed],
    })
    expect(facts.map(({ id, text }) => [id, text])).toEqual([
      ['colour', 'mauve'],
      ['material', 'leather'],
    ])
  })

  it('reads a title where the description agrees', () => {
    const facts = (title: string, description: string) =>
      extractFacts({
        texts: [
          { field: 'name', text: title },
          { field: 'description', text: description },
        ],
        noun: 'sofa',
        aisle: 'furniture',
        listed: [],
      }).map(({ kind, text, source }) => `${kind} ${source.field} ${text}`)
    expect(facts('Crimson Leather Sofa', 'Its crimson look is bold.')).toEqual([
      'material name leather',
      'colour name crimson',
    ])
    expect(facts('Crimson Leather Sofa', 'It is bold.')).toEqual(['material name leather'])
    expect(facts('Rustic Crystal Sofa', 'It is bold.')).toEqual(['style name rustic'])
  })
})
