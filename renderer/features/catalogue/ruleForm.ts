/** A rule as a form holds it, and the way to and from a rule. Pure. */
import type { RuleDraft } from '../../../shared/contract/ruleSchemas'
import { ruleDraftSchema } from '../../../shared/contract/ruleSchemas'
import { moneyDigits } from '../../../shared/domain/money'
import type { Exposure } from '../../../shared/domain/fairness'
import type { PriceRange, ProductFilter } from '../../../shared/domain/productFilter'
import type { Rule, RuleAction, RuleKind } from '../../../shared/domain/rules'

/** Every field of the form; numbers as they are typed. */
export interface RuleForm {
  /** Undefined for a new rule. */
  readonly id?: string | undefined
  readonly name: string
  readonly enabled: boolean
  readonly kind: RuleKind
  readonly position: string
  readonly factor: string
  readonly atLeast: string
  /** The price band, in major units. */
  readonly bandMin: string
  readonly bandMax: string
  /** What is evened out, and the factor of each class. */
  readonly parityBy: Exposure
  readonly parityFactors: readonly { readonly value: string; readonly factor: string }[]
  readonly filter: Omit<ProductFilter, 'priceMinor'>
  /** Prices of the products meant, in major units. */
  readonly priceMin: string
  readonly priceMax: string
  readonly from: string
  readonly until: string
  readonly occasion: readonly string[]
  readonly segmentField: string
  readonly segmentValue: string
}

/** A new rule's form. */
export const NEW_RULE: RuleForm = {
  name: '',
  enabled: true,
  kind: 'boost',
  position: '1',
  factor: '2',
  atLeast: '1',
  bandMin: '',
  bandMax: '',
  parityBy: 'priceTier',
  parityFactors: [],
  filter: {},
  priceMin: '',
  priceMax: '',
  from: '',
  until: '',
  occasion: [],
  segmentField: '',
  segmentValue: '',
}

/** The form of a rule; `currency` is the catalogue's. */
export function formOf(rule: Rule, currency: string): RuleForm {
  const { id, name, enabled, action, products, from, until, when } = rule
  const { priceMinor, ...filter } = products
  const [priceMin, priceMax] = typedRange(priceMinor, currency)
  return {
    ...NEW_RULE,
    ...{ id, name, enabled, filter, priceMin, priceMax },
    ...typedAction(action, currency),
    from: from ?? '',
    until: until ?? '',
    occasion: when?.occasion ?? [],
    segmentField: when?.segment?.field ?? '',
    segmentValue: when?.segment?.value ?? '',
  }
}

function typedAction(action: RuleAction, currency: string): Partial<RuleForm> {
  switch (action.kind) {
    case 'pin':
      return { kind: 'pin', position: String(action.position) }
    case 'boost':
    case 'bury':
      return { kind: action.kind, factor: String(action.factor) }
    case 'exclude':
      return { kind: 'exclude' }
    case 'stock':
      return { kind: 'stock', atLeast: String(action.atLeast) }
    case 'priceBand': {
      const [bandMin, bandMax] = typedRange(action.priceMinor, currency)
      return { kind: 'priceBand', bandMin, bandMax }
    }
    case 'parity':
      return {
        kind: 'parity',
        parityBy: action.by,
        parityFactors: Object.entries(action.factors).map(([value, factor]) => ({
          value,
          factor: String(factor),
        })),
      }
  }
}

function typedRange(range: PriceRange | undefined, currency: string): readonly [string, string] {
  const typed = (minor: number | undefined) =>
    minor === undefined ? '' : String(minor / 10 ** moneyDigits(currency))
  return [typed(range?.min), typed(range?.max)]
}

/** A rule, or what is wrong with it, by the field of the form that says so. */
export interface ReadForm {
  readonly rule?: RuleDraft
  readonly problems: Readonly<Partial<Record<keyof RuleForm, string>>>
}

/** Reads a form; `currency` is the catalogue's. */
export function readForm(form: RuleForm, currency: string): ReadForm {
  const draft = {
    ...(form.id === undefined ? {} : { id: form.id }),
    name: form.name,
    enabled: form.enabled,
    ...(form.from === '' ? {} : { from: form.from }),
    ...(form.until === '' ? {} : { until: form.until }),
    ...condition(form),
    products: {
      ...withoutEmpty(form.filter),
      ...range('priceMinor', form.priceMin, form.priceMax, currency),
    },
    action: actionOf(form, currency),
  }
  const parsed = ruleDraftSchema.safeParse(draft)
  if (parsed.success) return { rule: parsed.data, problems: {} }
  const problems: Partial<Record<keyof RuleForm, string>> = {}
  for (const { path, message } of parsed.error.issues) {
    const field = fieldOf(path, form.kind)
    problems[field] ??= words(message)
  }
  return { problems }
}

function condition({ occasion, segmentField, segmentValue }: RuleForm) {
  const when = {
    ...(occasion.length > 0 ? { occasion } : {}),
    ...(segmentField === '' ? {} : { segment: { field: segmentField, value: segmentValue } }),
  }
  return Object.keys(when).length > 0 ? { when } : {}
}

function withoutEmpty(filter: RuleForm['filter']): RuleForm['filter'] {
  const { ids, title, brands, categories, nouns, aisles } = filter
  return {
    ...(ids?.length ? { ids } : {}),
    ...(title?.trim() ? { title } : {}),
    ...(brands?.length ? { brands } : {}),
    ...(categories?.length ? { categories } : {}),
    ...(nouns?.length ? { nouns } : {}),
    ...(aisles?.length ? { aisles } : {}),
  }
}

function actionOf(form: RuleForm, currency: string) {
  switch (form.kind) {
    case 'pin':
      return { kind: 'pin', position: typedNumber(form.position) }
    case 'boost':
    case 'bury':
      return { kind: form.kind, factor: typedNumber(form.factor) }
    case 'exclude':
      return { kind: 'exclude' }
    case 'stock':
      return { kind: 'stock', atLeast: typedNumber(form.atLeast) }
    case 'priceBand':
      return {
        kind: 'priceBand',
        priceMinor: {},
        ...range('priceMinor', form.bandMin, form.bandMax, currency),
      }
    case 'parity':
      return {
        kind: 'parity',
        by: form.parityBy,
        factors: Object.fromEntries(
          form.parityFactors.map(({ value, factor }) => [value, typedNumber(factor)]),
        ),
      }
  }
}

/** What is typed as a number; NaN, which no schema takes, where it is none. */
const typedNumber = (text: string) => (text.trim() === '' ? NaN : Number(text.replace(/[\s,]/g, '')))

function range(name: 'priceMinor', low: string, high: string, currency: string) {
  const minor = (text: string) => Math.round(typedNumber(text) * 10 ** moneyDigits(currency))
  const ends = {
    ...(low.trim() === '' ? {} : { min: minor(low) }),
    ...(high.trim() === '' ? {} : { max: minor(high) }),
  }
  return Object.keys(ends).length > 0 ? { [name]: ends } : {}
}

/** The field of the form that a complaint of the schema is about. */
function fieldOf(path: readonly PropertyKey[], kind: RuleKind): keyof RuleForm {
  const [head, next] = path.map(String)
  if (head === 'action') return kind === 'priceBand' ? 'bandMin' : kindField[kind]
  if (head === 'products') return next === 'priceMinor' ? 'priceMin' : 'filter'
  if (head === 'when') return next === 'segment' ? 'segmentValue' : 'occasion'
  if (head === 'from' || head === 'until') return head
  return 'name'
}

const kindField: Readonly<Record<RuleKind, keyof RuleForm>> = {
  pin: 'position',
  boost: 'factor',
  bury: 'factor',
  exclude: 'kind',
  stock: 'atLeast',
  priceBand: 'bandMin',
  parity: 'parityFactors',
}

/** Zod's own words for what is not typed yet say nothing to a merchandiser. */
function words(message: string): string {
  if (/received NaN/.test(message)) return 'write a number'
  if (/^Too (?:small|big): expected number/.test(message)) return 'write a number from 0.1 to 10'
  return /^Too small|^Invalid input/.test(message) ? 'write something here' : message
}
