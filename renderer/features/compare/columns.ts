/** The columns of a comparison. View state only; kept between starts. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { STRATEGIES } from '../../../shared/domain/narrative'
import { voiceLabel } from '../../../shared/domain/voices'
import type { VariantDraft } from '../../state/brief'
import { DEFAULT_DECODING } from '../../state/brief'
import type { Handover } from '../../state/comparisonHandover'
import { strategyLabel } from '../../ui/StrategyMark'
import { channelLabel } from '../../ui/format'

/** A column: a variant with an id of its own. */
export interface Column {
  readonly id: string
  readonly variant: VariantDraft
}

/** As many variants as the engine writes in one comparison. */
export const MAX_COLUMNS = 6

/** The narrowest a column gets, pixels. */
export const COLUMN_PX = 272

/** Type of a column's text: pixels a character takes on average, and pixels a line. Narrow columns are set smaller. */
const TYPE = { wide: { charPx: 8.2, linePx: 27 }, narrow: { charPx: 7.3, linePx: 24 } } as const

/** Columns narrower than this are set in the smaller type, pixels. */
const NARROW_PX = 340

/**
 * Height in pixels that keeps room for `words` of text in a column `width` pixels wide, so that nothing below moves while the text is
 * written. Six characters a word with its space.
 */
export function textHeight(words: number, width: number): number {
  const { charPx, linePx } = width < NARROW_PX ? TYPE.narrow : TYPE.wide
  const measure = Math.max(width, COLUMN_PX) - 40
  return Math.ceil((words * 6 * charPx) / measure) * linePx + 36
}

/** What is kept between starts. */
interface Kept {
  readonly columns: readonly Column[]
  /** The comparison's seed; a column's own is this and an offset. */
  readonly seed: number
  /** Every column is written with the comparison's seed, whatever its own. */
  readonly sameSeed: boolean
  /** What another page asked to compare. */
  readonly title?: string | undefined
  /** The columns that made room for it. */
  readonly setAside?: Pick<Kept, 'columns' | 'seed' | 'sameSeed'> | undefined
}

interface Columns extends Kept {
  /** The comparison on show and how to stop it. */
  readonly comparisonId?: string | undefined
  /** Ids of the columns it was started with, in order. */
  readonly written: readonly string[]
  readonly stop: () => void
  /** The column whose words the others are compared with; undefined while they are not. */
  readonly against?: string | undefined
}

/** The largest seed the engine takes. */
export const SEED_MAX = 0xffffffff

const withinRange = (seed: number) => Math.min(Math.max(seed, 0), SEED_MAX)
const seeded = (variant: VariantDraft, seed: number): VariantDraft => ({
  ...variant,
  decoding: { ...variant.decoding, seed: withinRange(seed) },
})

/** The three strategies, each with a seed of its own: with one seed for all they tend to open alike. */
function plainColumns(): readonly Column[] {
  return STRATEGIES.map((strategy, offset) => ({
    id: strategy,
    variant: seeded({ strategy, adapters: [], decoding: DEFAULT_DECODING }, DEFAULT_DECODING.seed + offset),
  }))
}

const plainKept = (): Kept => ({
  columns: plainColumns(),
  seed: DEFAULT_DECODING.seed,
  sameSeed: false,
  title: undefined,
  setAside: undefined,
})

/** Columns of before had no seeds of their own to speak of: where all are the same they are told apart by their place. */
export function migrateColumns(kept: unknown): Kept {
  const { columns = [] } = kept as Partial<Kept>
  if (columns.length === 0) return plainKept()
  const seeds = columns.map(({ variant }) => variant.decoding.seed)
  const seed = seeds[0] ?? DEFAULT_DECODING.seed
  const alike = seeds.every((one) => one === seed)
  return {
    ...plainKept(),
    seed,
    columns: alike
      ? columns.map((column, offset) => ({ ...column, variant: seeded(column.variant, seed + offset) }))
      : columns,
  }
}

/** The columns and the comparison on show. */
export const useColumns = create<Columns>()(
  persist((): Columns => ({ ...plainKept(), written: [], stop: () => undefined }), {
    name: 'shelftalk.columns',
    version: 2,
    migrate: (kept) => migrateColumns(kept),
    partialize: ({ columns, seed, sameSeed, title, setAside }): Kept => ({
      columns,
      seed,
      sameSeed,
      title,
      setAside,
    }),
  }),
)

/** A column's variant with the seed it is written with. */
export function writtenVariant({ variant }: Column, { seed, sameSeed }: Pick<Kept, 'seed' | 'sameSeed'>) {
  return sameSeed ? seeded(variant, seed) : variant
}

/** How far a column's own seed is from the comparison's. */
export function seedOffset({ variant }: Column, seed: number): number {
  return variant.decoding.seed - seed
}

/** Another seed for the comparison; the columns keep their offsets. */
export function changeSeed(to: number): void {
  const seed = withinRange(to)
  useColumns.setState(({ columns, seed: from }) => ({
    seed,
    columns: columns.map((column) => ({
      ...column,
      variant: seeded(column.variant, column.variant.decoding.seed + seed - from),
    })),
  }))
}

/** Another offset for one column. */
export function changeOffset(id: string, offset: number): void {
  useColumns.setState(({ columns, seed }) => ({
    columns: columns.map((column) =>
      column.id === id ? { ...column, variant: seeded(column.variant, seed + offset) } : column,
    ),
  }))
}

const newColumn = (variant: VariantDraft): Column => ({ id: crypto.randomUUID().slice(0, 8), variant })

/**
 * Adds a column at the end; does nothing at the limit. One that does not say its seed gets the next that is free, so that it does not
 * open like its neighbour; with `exact` it keeps the one it has.
 */
export function addColumn(variant: VariantDraft, exact = false): void {
  const { columns, seed } = useColumns.getState()
  if (columns.length >= MAX_COLUMNS) return
  const own = exact || variant.decoding.seed !== DEFAULT_DECODING.seed
  const next = Math.max(seed - 1, ...columns.map((column) => column.variant.decoding.seed)) + 1
  useColumns.setState({ columns: [...columns, newColumn(own ? variant : seeded(variant, next))] })
}

/** Shows what another page asked to compare, with one seed for all; the columns there were are set aside. */
export function showHandover({ title, variants }: Handover): void {
  const { columns, seed, sameSeed, title: before, setAside, stop } = useColumns.getState()
  stop()
  useColumns.setState({
    columns: variants.map(newColumn),
    seed: variants[0]?.decoding.seed ?? DEFAULT_DECODING.seed,
    sameSeed: true,
    title,
    setAside: before === undefined ? { columns, seed, sameSeed } : setAside,
    comparisonId: undefined,
    written: [],
    against: undefined,
  })
}

/** Back to the columns that made room for another page's comparison. */
export function takeColumnsBack(): void {
  const { setAside, stop } = useColumns.getState()
  stop()
  useColumns.setState({
    ...plainKept(),
    ...setAside,
    comparisonId: undefined,
    written: [],
    against: undefined,
  })
}

/** Takes a column away; the last one stays. */
export function removeColumn(id: string): void {
  const { columns } = useColumns.getState()
  if (columns.length > 1) useColumns.setState({ columns: columns.filter((column) => column.id !== id) })
}

/** Changes a column's variant. */
export function changeColumn(id: string, change: Partial<VariantDraft>): void {
  useColumns.setState(({ columns }) => ({
    columns: columns.map((column) =>
      column.id === id ? { ...column, variant: { ...column.variant, ...change } } : column,
    ),
  }))
}

/** Back to the three strategies. */
export function resetColumns(): void {
  useColumns.setState({ ...plainKept(), against: undefined })
}

/** What tells a column from the others beside its strategy and its seed, in words; empty for a plain one. */
export function columnNote(variant: VariantDraft, templateName: (id: string) => string | undefined): string {
  const { diversity, calibration, voice, channel, adapters, decoding } = variant
  const parts = [
    diversity === undefined ? undefined : `diversity ${diversity}`,
    calibration === undefined ? undefined : `calibration ${calibration}`,
    templateNote(variant, templateName),
    voice && voiceLabel(voice),
    channel && channelLabel(channel),
    ...adapters.map(({ name, scale }) => `${name} × ${scale}`),
    decoding.temperature === DEFAULT_DECODING.temperature ? undefined : `temperature ${decoding.temperature}`,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

function templateNote(
  { templateId, templateVersion, templateText }: VariantDraft,
  templateName: (id: string) => string | undefined,
): string | undefined {
  const title = templateId === undefined ? undefined : (templateName(templateId) ?? templateId)
  if (templateText !== undefined) return title === undefined ? 'a template not saved' : `${title}, edited`
  if (title === undefined || templateVersion === undefined) return title
  return `${title}, version ${templateVersion}`
}

/** A column's heading: its own label, or its strategy. */
export function columnLabel(variant: VariantDraft): string {
  return variant.label ?? strategyLabel(variant.strategy)
}
