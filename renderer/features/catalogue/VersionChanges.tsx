import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { FieldChange, ProductChange, ProductFate, VersionDiff } from '../../../shared/domain/versions'
import { PRODUCT_FATES } from '../../../shared/domain/versions'
import { useEngineClient } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Segmented } from '../../ui/Segmented'
import { WordDiff } from '../../ui/TextDiff'
import { classes } from '../../ui/classes'
import { count, plural } from '../../ui/format'

/** Products asked for at a time. */
const PAGE = 50

interface VersionChangesProps {
  readonly catalogue: string
  readonly before: CatalogueSummary
  readonly after: CatalogueSummary
}

const SHOWN = ['all', ...PRODUCT_FATES] as const
type Shown = (typeof SHOWN)[number]
const labels: Readonly<Record<Shown, string>> = {
  all: 'All',
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

/** What differs between two versions: counts, and the products page by page. */
export function VersionChanges({ catalogue, before, after }: VersionChangesProps) {
  const client = useEngineClient()
  const [shown, setShown] = useState<Shown>('all')
  const fate = shown === 'all' ? undefined : shown
  const diff = useInfiniteQuery({
    queryKey: ['version diff', catalogue, before.version, after.version, fate],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      client.versionDiff.query(
        { catalogue, before: before.version, after: after.version, fate, limit: PAGE, offset: pageParam },
        { signal },
      ),
    getNextPageParam: (last, pages) => {
      const loaded = pages.reduce((sum, page) => sum + page.items.length, 0)
      return loaded < last.total && last.items.length > 0 ? loaded : undefined
    },
  })
  if (diff.isPending) return <SkeletonLines lines={8} className="px-4 pt-2" />
  if (diff.isError)
    return <Trouble error={errorWords(diff.error)} onRetry={() => void diff.refetch()} className="mx-4" />
  const [first] = diff.data.pages
  if (!first) return null
  const items = diff.data.pages.flatMap((page) => page.items)
  const left = first.total - items.length
  return (
    <>
      <div className="flex flex-wrap items-center gap-3 px-4 pb-2">
        <Segmented<Shown>
          small
          label="Show"
          value={shown}
          choices={SHOWN.map((value) => ({
            value,
            label: `${labels[value]} ${count(countOf(first.counts, value))}`,
          }))}
          onChange={setShown}
        />
        <span className="text-12 text-ink-3 tabular">{count(first.counts.same)} the same</span>
        <People before={before} after={after} />
      </div>
      <div
        aria-busy={diff.isPlaceholderData}
        className={classes(
          'min-h-0 flex-1 overflow-y-auto border-t border-line px-4 pt-1 pb-6',
          diff.isPlaceholderData && 'opacity-60',
        )}
      >
        {items.length === 0 ? (
          <p className="py-3 text-13 text-ink-2">{nothing(shown, before, after)}</p>
        ) : (
          <ul aria-label="Products that differ">
            {items.map((item) => (
              <Change key={item.id} item={item} />
            ))}
          </ul>
        )}
        {left > 0 && (
          <Button
            className="mt-3"
            disabled={diff.isFetchingNextPage}
            onClick={() => void diff.fetchNextPage()}
          >
            Show {count(Math.min(PAGE, left))} more of {count(left)}
          </Button>
        )}
      </div>
    </>
  )
}

function countOf(counts: VersionDiff['counts'], shown: Shown): number {
  return shown === 'all' ? counts.added + counts.removed + counts.changed : counts[shown]
}

function nothing(shown: Shown, before: CatalogueSummary, after: CatalogueSummary): string {
  const versions = `version ${before.version} and version ${after.version}`
  return shown === 'all' ? `No product differs between ${versions}.` : `None ${shown} between ${versions}.`
}

/** Shoppers and interactions, where there are other many. */
function People({ before, after }: Pick<VersionChangesProps, 'before' | 'after'>) {
  const parts = (
    [
      ['shopper', before.shoppers, after.shoppers],
      ['interaction', before.interactions, after.interactions],
    ] as const
  ).filter(([, was, is]) => was !== is)
  if (parts.length === 0) return null
  return (
    <span className="text-12 text-ink-3 tabular">
      {parts.map(([noun, was, is]) => `${count(was)} to ${plural(is, noun)}`).join(', ')}
    </span>
  )
}

const signs: Readonly<Record<ProductFate, string>> = { added: '+', removed: '−', changed: '~' }
/** Fields of a changed product that are shown before one asks for all. */
const FEW = 4

function Change({ item: { id, title, fate, fields } }: { readonly item: ProductChange }) {
  const [open, setOpen] = useState(false)
  const own = fields.filter(({ part }) => part !== 'source')
  const listed = open ? fields : (own.length > 0 ? own : fields).slice(0, FEW)
  const hidden = fields.length - listed.length
  return (
    <li className="border-b border-line py-2 last:border-b-0">
      <div className="flex items-baseline gap-2">
        <span aria-hidden className="w-3 shrink-0 text-center text-13 text-ink-3">
          {signs[fate]}
        </span>
        <span className={classes('min-w-0 text-13', fate === 'removed' && 'text-ink-3 line-through')}>
          {title}
        </span>
        <span className="sr-only">{fate}</span>
        <span className="min-w-0 flex-1 truncate text-right font-mono text-12 text-ink-3">{id}</span>
      </div>
      {listed.length > 0 && (
        <dl className="mt-1 space-y-0.5 pl-5">
          {listed.map((field) => (
            <Field key={`${field.part} ${field.field}`} change={field} />
          ))}
        </dl>
      )}
      {fate === 'changed' && fields.length === 0 && (
        <p className="pl-5 text-12 text-ink-3">Stored anew; nothing that is shown differs.</p>
      )}
      {(hidden > 0 || open) && fields.length > FEW && (
        <button
          type="button"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          className="ml-5 h-6 rounded-[3px] text-12 text-ink-3 hover:text-ink"
        >
          {open ? 'Show fewer' : plural(hidden, 'more field')}
        </button>
      )}
    </li>
  )
}

/** Values this short are shown one after the other; in longer ones only the words that differ are marked. */
const SHORT = 48

function Field({ change: { label, part, before = '', after = '' } }: { readonly change: FieldChange }) {
  const short = before.length <= SHORT && after.length <= SHORT
  return (
    <div className="grid grid-cols-[104px_1fr] gap-2 text-12">
      <dt className={classes('truncate text-ink-3', part === 'source' && 'font-mono')}>{label}</dt>
      <dd className="min-w-0 break-words text-ink-2">
        {short || before === '' || after === '' ? (
          <>
            {before !== '' && <del className="mr-1.5 text-ink-3 decoration-1">{before}</del>}
            {after !== '' && (
              <ins className="rounded-[2px] bg-accent-soft px-0.5 text-accent-text no-underline">{after}</ins>
            )}
          </>
        ) : (
          <WordDiff before={before} after={after} />
        )}
      </dd>
    </div>
  )
}
