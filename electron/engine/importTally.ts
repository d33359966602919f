/** What an import has read so far: rows waiting to be stored, rows refused, and how far it is. */
import { performance } from 'node:perf_hooks'
import type { ImportItem, ImportSource } from '../../datasets/importers/types'
import type { ImportEvent } from '../../shared/contract/events'
import type { Interaction, Product, RefusedRow, Shopper } from '../../shared/domain/catalogue'
import type { RefusedItem } from '../store/types'

/** Rows handed to the store at a time. */
const BATCH = 400
/** Refused rows that are listed; all are counted. */
const REFUSED_LISTED = 1000
const PROGRESS_MS = 120

/** Where a row stands. */
interface Place {
  readonly row: number
  readonly file?: string
}

/** What has been read so far of sources that are imported one after the other. */
export class Tally {
  readonly products: (Place & { readonly product: Product })[] = []
  readonly shoppers: (Place & { readonly shopper: Shopper })[] = []
  readonly interactions: (Place & { readonly interaction: Interaction })[] = []
  readonly refused: RefusedRow[] = []
  refusedTotal = 0
  /** Rows of the source at hand that were taken. */
  accepted = 0
  /** Rows of the source at hand that were not. */
  refusedHere = 0
  firstRefused: RefusedRow | undefined
  private file: string | undefined
  private rows = 0
  private toldMs = 0
  private readonly sources: readonly ImportSource[]

  constructor(sources: readonly ImportSource[]) {
    this.sources = sources
  }

  /** Begins with the next source. Refused rows of it that name no file are said to be of `file`. */
  begin(file: string | undefined): void {
    this.file = file
    this.accepted = 0
    this.refusedHere = 0
    this.firstRefused = undefined
  }

  /** Notes an item; true when a batch is full. */
  take(item: ImportItem): boolean {
    if (item.type === 'joined') {
      this.rows += item.rows
      return false
    }
    this.rows += item.type === 'shopper' && item.implied ? 0 : 1
    if (item.type === 'refused') {
      this.refuse(item.refused)
      return false
    }
    this.accepted += 1
    if (item.type === 'product') this.products.push(item)
    else if (item.type === 'shopper') this.shoppers.push(item)
    else this.interactions.push(item)
    return this.products.length + this.shoppers.length + this.interactions.length >= BATCH
  }

  /** Rows of a batch that the store would not have. */
  reject(batch: readonly Place[], items: readonly RefusedItem[]): void {
    this.accepted -= items.length
    for (const { index, field, reason } of items) {
      const { row = 0, file } = batch[index] ?? {}
      this.refuse({ row, field, reason, ...(file === undefined ? {} : { file }) })
    }
  }

  /** Whether it is time to tell. */
  due(): boolean {
    return performance.now() - this.toldMs > PROGRESS_MS
  }

  progress(): ImportEvent {
    this.toldMs = performance.now()
    const sum = (of: (source: ImportSource) => number) =>
      this.sources.reduce((total, source) => total + of(source), 0)
    return {
      type: 'progress',
      rows: this.rows,
      refused: this.refusedTotal,
      bytes: sum((source) => source.bytesRead()),
      totalBytes: sum((source) => source.totalBytes),
    }
  }

  private refuse(row: RefusedRow): void {
    const named = this.file === undefined ? row : { file: this.file, ...row }
    this.refusedTotal += 1
    this.refusedHere += 1
    this.firstRefused ??= named
    if (this.refused.length < REFUSED_LISTED) this.refused.push(named)
  }
}
