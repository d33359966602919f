/** What the Catalogue page shows, and how to stop an import. View state only. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { ProductFilter } from '../../../shared/domain/productFilter'
import type { ProductSort, StockState } from '../../../shared/domain/productSearch'
import type { RuleForm } from './ruleForm'

/** What one looks for in a catalogue. */
export interface Search {
  readonly text: string
  readonly filter: ProductFilter
  readonly stock: readonly StockState[]
}

interface Session {
  /** A catalogue's name; undefined for the one in use. */
  readonly chosen?: string | undefined
  readonly importing: boolean
  readonly stop: () => void
  /** What was last looked for, by catalogue. */
  readonly searches: Readonly<Record<string, Search>>
  /** The product on show, by catalogue. */
  readonly products: Readonly<Record<string, string | undefined>>
  /** The rule being edited, by catalogue. */
  readonly drafts: Readonly<Record<string, RuleForm | undefined>>
  /** The draft that is being saved, by catalogue. */
  readonly saving: Readonly<Record<string, RuleForm | undefined>>
}

/** The page's session; outlives it. */
export const useCatalogueSession = create<Session>()((): Session => ({
  importing: false,
  stop: () => undefined,
  searches: {},
  products: {},
  drafts: {},
  saving: {},
}))

/** Nothing looked for. */
export const NO_SEARCH: Search = { text: '', filter: {}, stock: [] }

/** Changes what is looked for in a catalogue. */
export function setSearch(catalogue: string, change: Partial<Search>): void {
  useCatalogueSession.setState(({ searches }) => ({
    searches: { ...searches, [catalogue]: { ...NO_SEARCH, ...searches[catalogue], ...change } },
  }))
}

/** Shows a product of a catalogue, or none. */
export function showProduct(catalogue: string, id: string | undefined): void {
  useCatalogueSession.setState(({ products }) => ({ products: { ...products, [catalogue]: id } }))
}

/** Edits a rule of a catalogue; undefined ends it. */
export function setDraft(catalogue: string, draft: RuleForm | undefined): void {
  useCatalogueSession.setState(({ drafts }) => ({ drafts: { ...drafts, [catalogue]: draft } }))
}

/** Ends the editing of a draft, unless another has taken its place. */
export function closeDraft(catalogue: string, draft: RuleForm): void {
  if (useCatalogueSession.getState().drafts[catalogue] === draft) setDraft(catalogue, undefined)
}

/** Does `save`, which keeps a draft; the draft counts as being saved meanwhile, and is not saved twice. */
export async function whileSaving(
  catalogue: string,
  draft: RuleForm,
  save: () => Promise<void>,
): Promise<void> {
  const current = () => useCatalogueSession.getState().saving[catalogue]
  const set = (next: RuleForm | undefined) =>
    useCatalogueSession.setState(({ saving }) => ({ saving: { ...saving, [catalogue]: next } }))
  if (current() === draft) return
  set(draft)
  try {
    await save()
  } finally {
    if (current() === draft) set(undefined)
  }
}

/** Parts of a catalogue's page. */
export const TABS = ['products', 'rules', 'versions'] as const
/** One of them. */
export type Tab = (typeof TABS)[number]

/** The element of the form that edits a rule, for the page's one action. */
export const RULE_FORM = 'rule-form'

interface View {
  readonly tab: Tab
  readonly sort: ProductSort
  /** For whom rules are previewed: a persona, by id; the first when absent or gone. */
  readonly persona?: string | undefined
  /** What for. */
  readonly occasion: string
}

/** How the page is looked at; kept between starts. */
export const useCatalogueView = create<View>()(
  persist((): View => ({ tab: 'products', sort: 'relevance', occasion: '' }), {
    name: 'shelftalk.catalogue-view',
    version: 1,
  }),
)
