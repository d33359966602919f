/** Units that a table keeps out of its cells: in the header ("Weight (kg)", "Variant Grams") or in a column of their own. */
import type { FactKind } from '../../shared/domain/facts'

type Dimension = 'mass' | 'volume' | 'length' | 'time' | 'power' | 'storage' | 'noise' | 'light' | 'speed'

interface Unit {
  readonly dimension: Dimension
  /** As it stands after a figure. */
  readonly text: string
  /** From how many on the next larger unit is said, and which. */
  readonly larger?: readonly [from: number, unit: string]
}

/** Spellings in lower case; plurals and the like stand for themselves. */
const units: Readonly<Record<string, Unit>> = {
  g: { dimension: 'mass', text: 'g', larger: [1000, 'kg'] },
  kg: { dimension: 'mass', text: 'kg' },
  lb: { dimension: 'mass', text: 'lb' },
  oz: { dimension: 'mass', text: 'oz' },
  ml: { dimension: 'volume', text: 'ml', larger: [1000, 'litres'] },
  cl: { dimension: 'volume', text: 'cl' },
  l: { dimension: 'volume', text: 'litres' },
  mm: { dimension: 'length', text: 'mm' },
  cm: { dimension: 'length', text: 'cm' },
  m: { dimension: 'length', text: 'm' },
  in: { dimension: 'length', text: 'inches' },
  ft: { dimension: 'length', text: 'feet' },
  hours: { dimension: 'time', text: 'hours' },
  months: { dimension: 'time', text: 'months' },
  years: { dimension: 'time', text: 'years' },
  w: { dimension: 'power', text: 'W' },
  gb: { dimension: 'storage', text: 'GB' },
  tb: { dimension: 'storage', text: 'TB' },
  db: { dimension: 'noise', text: 'dB' },
  lm: { dimension: 'light', text: 'lumens' },
  rpm: { dimension: 'speed', text: 'rpm' },
}
const otherSpellings: Readonly<Record<string, string>> = {
  gram: 'g',
  grams: 'g',
  gr: 'g',
  kilogram: 'kg',
  kilograms: 'kg',
  kgs: 'kg',
  lbs: 'lb',
  pound: 'lb',
  pounds: 'lb',
  ounce: 'oz',
  ounces: 'oz',
  litre: 'l',
  litres: 'l',
  liter: 'l',
  liters: 'l',
  ltr: 'l',
  inch: 'in',
  inches: 'in',
  feet: 'ft',
  hour: 'hours',
  hr: 'hours',
  hrs: 'hours',
  h: 'hours',
  month: 'months',
  year: 'years',
  watt: 'w',
  watts: 'w',
  lumens: 'lm',
}

const dimensions: Readonly<Partial<Record<FactKind, Dimension>>> = {
  weight: 'mass',
  capacity: 'volume',
  size: 'length',
  battery: 'time',
  warranty: 'time',
  power: 'power',
  storage: 'storage',
  noise: 'noise',
  light: 'light',
  reach: 'length',
  speed: 'speed',
}

/** Singulars that are said of one: "1 hour", but "1 kg". */
const singulars: Readonly<Record<string, string>> = {
  litres: 'litre',
  inches: 'inch',
  feet: 'foot',
  hours: 'hour',
  months: 'month',
  years: 'year',
}

function unitOf(spelling: string, kind: FactKind): Unit | undefined {
  const plain = spelling.toLowerCase().replace(/[.\s]/g, '')
  const unit = units[otherSpellings[plain] ?? plain]
  return unit && unit.dimension === dimensions[kind] ? unit : undefined
}

/** A header without its unit, and the unit; undefined where it names none that measures `kind`. */
export function headerUnit(
  name: string,
  kind: FactKind,
): { readonly name: string; readonly unit: string } | undefined {
  const match = /^(.+?)[\s_([]+(?:in[\s_]+)?(\p{L}{1,9})[.)\]]*$/u.exec(name.trim())
  const unit = unitOf(match?.[2] ?? '', kind)
  return match?.[1] !== undefined && unit ? { name: match[1], unit: match[2] ?? '' } : undefined
}

/**
 * A bare figure with its unit, as a reader says it: `1250` and `Grams` give `1.25 kg`, `42x30` and `CM` give `42 × 30 cm`. Undefined where
 * the text is no figure above zero or the unit does not measure `kind`.
 */
export function withUnit(text: string, spelling: string, kind: FactKind): string | undefined {
  const unit = unitOf(spelling, kind)
  const figures = text.trim().split(/\s*[x×*]\s*/i)
  if (!unit || figures.length > 3 || !figures.every((figure) => /^\d{1,7}(?:\.\d{1,4})?$/.test(figure)))
    return undefined
  const values = figures.map(Number)
  if (values.some((value) => value === 0)) return undefined
  const [only = 0] = values
  if (values.length > 1) return `${values.join(' × ')} ${unit.text}`
  if (unit.larger && only >= unit.larger[0]) return `${only / 1000} ${unit.larger[1]}`
  return `${only} ${only === 1 ? (singulars[unit.text] ?? unit.text) : unit.text}`
}
