/** A handful of canned products for looking at the pages without an engine. */
import type { Aisle } from '../../../shared/domain/aisles'
import type { Product } from '../../../shared/domain/catalogue'
import type { Fact, FactKind, GrammaticalNumber } from '../../../shared/domain/facts'

interface Sketch {
  readonly title: string
  readonly noun: string
  readonly aisle: Aisle
  readonly category: string
  readonly brand: string
  readonly rupees: number
  readonly was?: number
  readonly rating: readonly [mean: number, count: number]
  readonly stock: number
  readonly description: string
  /** Facts with a column of their own, as `kind: text`. */
  readonly columns: Partial<Record<FactKind, string>>
  /** Phrases of the description, as `phrase|kind`; a plain one is a feature. */
  readonly phrases: readonly string[]
  readonly number?: GrammaticalNumber
}

const sketches: readonly Sketch[] = [
  {
    title: 'Fenmoor Roll-top Pack',
    noun: 'backpack',
    aisle: 'bags',
    category: 'Bags > Backpacks',
    brand: 'Fenmoor',
    rupees: 4990,
    was: 6490,
    rating: [4.6, 212],
    stock: 34,
    description:
      'A roll-top backpack for wet commutes and long weekends. Taped seams, a padded laptop sleeve and a hidden passport pocket. Sits close to the back and stands up on its own.',
    columns: {
      material: 'waxed canvas',
      weight: '1.2 kg',
      capacity: '24 litres',
      colour: 'navy blue',
      closure: 'magnetic buckle',
    },
    phrases: ['padded laptop sleeve', 'hidden passport pocket'],
  },
  {
    title: 'Harrow Packable Rain Shell',
    noun: 'jacket',
    aisle: 'clothing',
    category: 'Clothing > Jackets',
    brand: 'Harrow',
    rupees: 3450,
    rating: [4.4, 96],
    stock: 12,
    description:
      'A light shell that folds into its own chest pocket. Two-way front zip, an adjustable storm hood and cuffs that close over gloves.',
    columns: {
      material: 'recycled nylon',
      weight: '310 g',
      fit: 'relaxed',
      care: 'machine-washable',
      colour: 'moss green',
    },
    phrases: ['adjustable storm hood', 'two-way front zip'],
  },
  {
    title: 'Ketmay Trail Kettle',
    noun: 'kettle',
    aisle: 'outdoor',
    category: 'Outdoor > Camp kitchen',
    brand: 'Ketmay',
    rupees: 1890,
    rating: [4.7, 430],
    stock: 58,
    description:
      'Boils fast on any small stove and packs flat against a bottle. Folding handle, a drip-free spout and a mesh storage bag.',
    columns: {
      material: 'hard-anodised aluminium',
      weight: '190 g',
      capacity: '0.9 litres',
      compatibility: 'gas and spirit stoves',
    },
    phrases: ['drip-free spout', 'mesh storage bag'],
  },
  {
    title: 'Solbrae Lantern',
    noun: 'lantern',
    aisle: 'outdoor',
    category: 'Outdoor > Lighting',
    brand: 'Solbrae',
    rupees: 2290,
    was: 2690,
    rating: [4.2, 61],
    stock: 5,
    description:
      'A rechargeable lantern with a warm glow setting for reading and a bright one for finding tent pegs. Carry loop and a USB-C charging port.',
    columns: { light: '400 lumens', battery: '32 hours', water: 'IPX5 water resistance', weight: '265 g' },
    phrases: ['warm glow setting', 'USB-C charging port|connectivity'],
  },
  {
    title: 'Orrin Stoneware Mugs',
    noun: 'mugs',
    aisle: 'kitchen',
    category: 'Kitchen > Mugs',
    brand: 'Orrin',
    number: 'many',
    rupees: 1290,
    rating: [4.8, 540],
    stock: 120,
    description:
      'Four mugs with a wide foot and a thumb rest. Each is glazed by hand, so no two are the same shade.',
    columns: {
      material: 'stoneware',
      capacity: '340 ml',
      care: 'dishwasher-safe',
      pack: 'set of 4',
      colour: 'oat white',
      origin: 'Khurja',
    },
    phrases: ['thumb rest'],
  },
  {
    title: 'Tavistock Wool Throw',
    noun: 'throw',
    aisle: 'homedecor',
    category: 'Home > Throws',
    brand: 'Tavistock',
    rupees: 3990,
    rating: [4.5, 88],
    stock: 20,
    description:
      'A soft, heavy throw for the end of the sofa. Brushed on one side, with a twisted fringe along the short edges.',
    columns: {
      material: 'lambswool',
      size: '130 × 180 cm',
      pattern: 'houndstooth',
      care: 'hand-wash only',
      origin: 'Kullu',
    },
    phrases: ['twisted fringe'],
  },
  {
    title: 'Veda Monsoon Tea',
    noun: 'tea',
    aisle: 'grocery',
    category: 'Food > Tea',
    brand: 'Veda',
    number: 'mass',
    rupees: 540,
    rating: [4.9, 1204],
    stock: 300,
    description:
      'Second-flush leaves with a malty body, blended for grey afternoons. Comes in a resealable tin.',
    columns: {
      flavour: 'ginger and black pepper',
      origin: 'Assam',
      weight: '250 g',
      certification: 'Fairtrade',
      season: 'the monsoon',
    },
    phrases: ['resealable tin|includes'],
  },
  {
    title: 'Lumo Noise-cancelling Headphones',
    noun: 'headphones',
    aisle: 'electronics',
    category: 'Electronics > Audio',
    brand: 'Lumo',
    number: 'many',
    rupees: 8990,
    was: 10990,
    rating: [4.3, 377],
    stock: 41,
    description:
      'Over-ear headphones that fold flat. Memory-foam cushions, a travel case with a cable pocket and a physical mute switch.',
    columns: {
      battery: '40 hours',
      connectivity: 'Bluetooth 5.3',
      weight: '248 g',
      colour: 'charcoal',
      warranty: '2 years',
    },
    phrases: ['physical mute switch', 'travel case with a cable pocket'],
  },
  {
    title: 'Pinewren Field Notebook',
    noun: 'notebook',
    aisle: 'stationery',
    category: 'Books > Notebooks',
    brand: 'Pinewren',
    rupees: 390,
    rating: [4.6, 702],
    stock: 510,
    description: 'Lies flat, takes a pencil in the rain. Numbered pages and an elastic band.',
    columns: { pack: 'set of 3', size: '9 × 14 cm', material: 'stone paper', certification: 'FSC' },
    phrases: ['elastic band'],
  },
  {
    title: 'Marlo Suede Desert Boots',
    noun: 'boots',
    aisle: 'footwear',
    category: 'Shoes > Boots',
    brand: 'Marlo',
    number: 'many',
    rupees: 5990,
    rating: [4.1, 154],
    stock: 9,
    description: 'Unlined boots that soften within a week. Crepe sole, two eyelets and a cork footbed.',
    columns: {
      material: 'calf suede',
      weight: '420 g',
      colour: 'sand',
      care: 'brush-clean only',
      origin: 'Agra',
    },
    phrases: ['cork footbed', 'crepe sole'],
  },
]

function phraseFact(sketch: Sketch, phrase: string, index: number): Fact {
  const [text = '', kind = 'feature'] = phrase.split('|')
  const start = sketch.description.toLowerCase().indexOf(text.toLowerCase())
  return {
    id: kind === 'feature' ? `feature.${index + 1}` : kind,
    kind: kind as FactKind,
    text,
    number: 'one',
    source: { field: 'description', start, end: start + text.length },
  }
}

function product(sketch: Sketch, index: number): Product {
  const id = `P-${1001 + index}`
  const { title, noun, brand, category, description, aisle } = sketch
  const number = sketch.number ?? 'one'
  const money = (rupees: number) => ({ minor: rupees * 100, currency: 'INR' })
  const columns = Object.entries(sketch.columns) as [FactKind, string][]
  return {
    id,
    title,
    titleNumber: number,
    noun,
    nounNumber: number,
    brand,
    category,
    aisle,
    description,
    price: money(sketch.rupees),
    ...(sketch.was ? { wasPrice: money(sketch.was) } : {}),
    rating: { mean: sketch.rating[0], count: sketch.rating[1] },
    stock: sketch.stock,
    facts: [
      ...columns.map(([kind, text]): Fact => ({
        id: kind,
        kind,
        text,
        number: 'mass',
        source: { field: kind },
      })),
      ...sketch.phrases.map((phrase, at) => phraseFact(sketch, phrase, at)),
    ],
    source: {
      id,
      title,
      brand,
      category,
      description,
      noun,
      price: sketch.rupees.toFixed(2),
      ...(sketch.was ? { wasPrice: sketch.was.toFixed(2) } : {}),
      rating: `${sketch.rating[0]} (${sketch.rating[1]} ratings)`,
      stock: String(sketch.stock),
      ...sketch.columns,
    },
  }
}

/** Ten products with facts whose sources are columns and stretches of the description. */
export const products: readonly Product[] = sketches.map(product)
