/** An import that is being set up: where from, what columns mean, what it will be called. View state only; outlives the page. */
import { create } from 'zustand'
import type { ImportPlace } from '../../api/catalogueFiles'
import type { Mapping } from './mapping'

/** Found out by content. */
export const AUTO = 'auto'

interface Setup {
  /** The path as it is typed, before anything is read. */
  readonly path: string
  /** What is being looked at; undefined while a file is being chosen. */
  readonly place?: ImportPlace | undefined
  readonly format: string
  readonly mapping: Mapping
  /** As typed, in capitals: an ISO 4217 code, or what is none yet; empty where what was found holds. */
  readonly currency: string
  /** Empty where the proposed name holds. */
  readonly name: string
  /** Whether the person, or what is remembered of such files, has said anything yet. */
  readonly touched: boolean
}

const EMPTY: Setup = {
  path: '',
  format: AUTO,
  mapping: {},
  currency: '',
  name: '',
  touched: false,
  place: undefined,
}

/** The setup. */
export const useImportSetup = create<Setup>()((): Setup => EMPTY)

/** Looks at a place; whatever was set up for another is forgotten. */
export function lookAt(place: ImportPlace, format: string): void {
  useImportSetup.setState({ ...EMPTY, path: place.upload === undefined ? place.path : '', place, format })
}

/** Changes what was set up; what is remembered of such files is then no longer taken over. */
export function setUp(change: Partial<Pick<Setup, 'mapping' | 'currency' | 'name'>>): void {
  useImportSetup.setState({ ...change, touched: true })
}

/** Back to choosing a file; the path stays as it was typed. */
export function chooseAnother(): void {
  useImportSetup.setState(({ path }) => ({ ...EMPTY, path }))
}

/** Codes of currencies, ISO 4217. */
export const CURRENCY_CODES: readonly string[] = Intl.supportedValuesOf('currency')

/** What is wrong with a currency as it is typed; undefined for a code and for nothing. */
export function currencyProblem(typed: string): string | undefined {
  if (typed === '' || CURRENCY_CODES.includes(typed)) return undefined
  return typed.length < 3
    ? 'Three letters, such as GBP.'
    : `“${typed}” is no currency’s code. Take one of the list, or clear the field.`
}

/** What the engine is asked with; a currency that is none is not said to it. */
export function requestOf({ place, format, mapping, currency }: Setup) {
  const isCode = currency !== '' && currencyProblem(currency) === undefined
  const map = { ...mapping, ...(isCode ? { currency } : {}) }
  return {
    path: place?.path ?? '',
    ...(place && place.others.length > 0 ? { others: [...place.others] } : {}),
    ...(format === AUTO ? {} : { format }),
    ...(Object.keys(map).length > 0 ? { map } : {}),
  }
}
