import { Popover } from '@base-ui/react/popover'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { Product } from '../../shared/domain/catalogue'
import { useEngine } from '../api/client'
import { errorWords } from '../api/errors'
import { useBrief } from '../state/brief'
import { IconButton } from './Button'
import { Marked } from './Marked'
import { SkeletonLines, Trouble } from './Notices'
import type { Placed } from './beside'
import { beside } from './beside'
import { classes } from './classes'
import { fieldLabel } from './format'
import type { FactRef, SourceLine } from './source'
import { sourceLines } from './source'

type ShowSource = (anchor: Element, fact: FactRef) => void

const SourceContext = createContext<ShowSource>(() => undefined)

/** Opens the catalogue row behind a fact, beside the element that was clicked. */
export function useShowSource(): ShowSource {
  return useContext(SourceContext)
}

interface Shown {
  readonly anchor: Element
  readonly fact: FactRef
  readonly placed: Placed
}

/** The running text an element stands in. */
const textOf = (element: Element) => element.closest('p[lang]')

/** Beside running text, so that it can be read on; below anything else, no wider than what a side pane leaves. */
function placeOf(anchor: Element): Placed {
  const text = textOf(anchor)
  if (!text) return { side: 'bottom', width: Math.min(360, window.innerWidth - 24) }
  return beside(text.getBoundingClientRect(), window.innerWidth)
}

/** A fact of running text stands for the whole line it is on; without room beside the text it stands for itself. */
function anchorOf(element: Element) {
  const text = textOf(element)
  if (!text || placeOf(element).side === 'bottom') return element
  const getBoundingClientRect = () => {
    const [line, block] = [element.getBoundingClientRect(), text.getBoundingClientRect()]
    return new DOMRect(block.left, line.top, block.width, line.height)
  }
  return { getBoundingClientRect, contextElement: element }
}

/** Lets everything below it open catalogue rows with `useShowSource`. */
export function SourceProvider({ children }: { readonly children: ReactNode }) {
  const [shown, setShown] = useState<Shown>()
  const [open, setOpen] = useState(false)
  const show = useCallback<ShowSource>((anchor, fact) => {
    setShown({ anchor, fact, placed: placeOf(anchor) })
    setOpen(true)
  }, [])
  const anchor = useMemo(() => shown && anchorOf(shown.anchor), [shown])
  return (
    <SourceContext value={show}>
      {children}
      <Popover.Root open={open} onOpenChange={setOpen}>
        <Popover.Portal>
          <Popover.Positioner
            anchor={anchor}
            side={shown?.placed.side ?? 'bottom'}
            align={shown && textOf(shown.anchor) ? 'start' : 'end'}
            sideOffset={shown?.placed.side === 'bottom' ? 8 : 12}
            collisionPadding={8}
            className="z-40"
          >
            <Popover.Popup
              finalFocus={() => (shown?.anchor instanceof HTMLElement ? shown.anchor : true)}
              style={{ width: shown?.placed.width }}
              className="flex max-h-[min(440px,var(--available-height))] flex-col rounded-md border border-line bg-surface shadow-float outline-none"
            >
              {shown && <SourceBody fact={shown.fact} />}
            </Popover.Popup>
          </Popover.Positioner>
        </Popover.Portal>
      </Popover.Root>
    </SourceContext>
  )
}

function SourceBody({ fact }: { readonly fact: FactRef }) {
  if (fact.productId === '') return <LentBody fact={fact} />
  return <RowBody fact={fact} />
}

function Head({ title, note }: { readonly title: string; readonly note: string }) {
  return (
    <div className="flex items-start gap-2 border-b border-line py-2.5 pr-2 pl-3">
      <div className="min-w-0 flex-1">
        <Popover.Title className="truncate text-13 font-medium">{title}</Popover.Title>
        <Popover.Description className="text-12 text-ink-3">{note}</Popover.Description>
      </div>
      <Popover.Close
        render={
          <IconButton label="Close">
            <X className="size-4" aria-hidden />
          </IconButton>
        }
      />
    </div>
  )
}

function LentBody({ fact }: { readonly fact: FactRef }) {
  const note =
    fact.field === 'occasion'
      ? 'From the occasion line above'
      : `From the shopper: ${fieldLabel(fact.field).toLowerCase()}`
  return <Head title={fact.text} note={note} />
}

function RowBody({ fact }: { readonly fact: FactRef }) {
  const engine = useEngine()
  const inUse = useBrief((state) => state.catalogue)
  const catalogue = fact.catalogue ?? inUse
  const product = useQuery(engine.product.queryOptions({ catalogue, id: fact.productId }))
  if (product.isPending) return <SkeletonLines lines={5} className="p-3" />
  if (product.isError) return <Trouble error={errorWords(product.error)} className="m-3" />
  return <Row product={product.data} fact={fact} />
}

function Row({ product, fact }: { readonly product: Product; readonly fact: FactRef }) {
  const lines = sourceLines(product, fact)
  const cited = lines.find((line) => line.cited)
  return (
    <>
      <Head
        title={product.title}
        note={cited ? `Catalogue row ${product.id}, field “${cited.field}”` : `Catalogue row ${product.id}`}
      />
      <dl className="min-h-0 overflow-y-auto py-1" tabIndex={0} aria-label="Source row">
        {lines.map((line) => (
          <Line key={line.field} line={line} product={fact.productIndex + 1} />
        ))}
      </dl>
    </>
  )
}

function Line({ line, product }: { readonly line: SourceLine; readonly product: number }) {
  const { field, value, cited, mark } = line
  const reveal = useCallback(
    (element: HTMLDivElement | null) => {
      if (cited) element?.scrollIntoView({ block: 'nearest' })
    },
    [cited],
  )
  return (
    <div ref={reveal} className={classes('grid grid-cols-[96px_1fr] gap-3 px-3 py-1', cited && 'bg-sunken')}>
      <dt className={classes('truncate pt-px font-mono text-12', cited ? 'text-ink' : 'text-ink-3')}>
        {field}
      </dt>
      <dd className={classes('min-w-0 text-13 break-words', cited ? 'text-ink' : 'text-ink-2')}>
        {mark ? <Marked text={value} mark={mark} product={product} /> : value}
      </dd>
    </div>
  )
}
