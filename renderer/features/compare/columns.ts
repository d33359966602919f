/** The columns of a comparison. View state only; kept between starts. */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Strategy } from '../../../shared/domain/narrative'
import { STRATEGIES } from '../../../shared/domain/narrative'
import { voiceLabel } from '../../../shared/domain/voices'
import type { VariantDraft } from '../../state/brief'
import { DEFAULT_DECODING } from '../../state/brief'
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

interface Columns {
  readonly columns: readonly Column[]
  /** The comparison on show and how to stop it. */
  readonly comparisonId?: string
  /** Ids of the columns it was started with, in order. */
  readonly written: readonly string[]
  readonly stop: () => void
}

const plainVariant = (strategy: Strategy): VariantDraft => ({
  strategy,
  adapters: [],
  decoding: DEFAULT_DECODING,
})

/** The columns and the comparison on show. */
export const useColumns = create<Columns>()(
  persist(
    (): Columns => ({
      columns: STRATEGIES.map((strategy) => ({ id: strategy, variant: plainVariant(strategy) })),
      written: [],
      stop: () => undefined,
    }),
    { name: 'shelftalk.columns', version: 1, partialize: ({ columns }) => ({ columns }) },
  ),
)

/** Adds a column at the end; does nothing at the limit. */
export function addColumn(variant: VariantDraft): void {
  const { columns } = useColumns.getState()
  if (columns.length >= MAX_COLUMNS) return
  useColumns.setState({ columns: [...columns, { id: crypto.randomUUID().slice(0, 8), variant }] })
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
  useColumns.setState({
    columns: STRATEGIES.map((strategy) => ({ id: strategy, variant: plainVariant(strategy) })),
  })
}

/** What tells a column from the others beside its strategy, in words; empty for a plain one. */
export function columnNote(variant: VariantDraft, templateName: (id: string) => string | undefined): string {
  const { voice, channel, templateId, adapters, decoding } = variant
  const parts = [
    templateId === undefined ? undefined : (templateName(templateId) ?? templateId),
    voice && voiceLabel(voice),
    channel && channelLabel(channel),
    ...adapters.map(({ name, scale }) => `${name} × ${scale}`),
    decoding.temperature === DEFAULT_DECODING.temperature ? undefined : `temperature ${decoding.temperature}`,
    decoding.seed === DEFAULT_DECODING.seed ? undefined : `seed ${decoding.seed}`,
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

/** A column's heading: its own label, or its strategy. */
export function columnLabel(variant: VariantDraft): string {
  return variant.label ?? strategyLabel(variant.strategy)
}
