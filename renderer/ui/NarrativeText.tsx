import { Fragment } from 'react'
import type { KeyboardEvent } from 'react'
import type { Span } from '../../shared/domain/narrative'
import type { Run, Sentence } from '../api/run'
import { runSentences } from '../api/run'
import { useShowSource } from './SourcePopover'
import { Tip } from './Tip'
import { classes } from './classes'
import type { Piece } from './spans'
import { pieces } from './spans'

interface NarrativeTextProps {
  readonly run: Run
  readonly className?: string
  /** The beat whose sentence is singled out. */
  readonly selected?: string
  readonly onSelect?: (beat: string) => void
}

/** A narrative as print: sentences in order, facts underlined in their product's colour, unsupported claims in amber. */
export function NarrativeText({ run, className, selected, onSelect }: NarrativeTextProps) {
  return (
    <p className={classes('text-pretty text-ink', className)} lang="en">
      {runSentences(run).map(({ beat, sentence }, index) => (
        <Fragment key={beat.id}>
          {index > 0 && ' '}
          <span
            onClick={onSelect && (() => onSelect(beat.id))}
            className={classes(
              'rounded-[3px] box-decoration-clone transition-colors duration-100',
              selected === beat.id && 'bg-accent-soft',
              run.writing === beat.id && 'caret',
            )}
          >
            <SentenceText sentence={sentence} />
          </span>
        </Fragment>
      ))}
    </p>
  )
}

function SentenceText({ sentence }: { readonly sentence: Sentence }) {
  const { text, spans = [], unsupported = [] } = sentence
  return pieces(text, { start: 0, end: text.length }, { spans, unsupported }).map((piece) => (
    <PieceText key={piece.start} piece={piece} />
  ))
}

function PieceText({ piece }: { readonly piece: Piece }) {
  const { text, span, unsupported } = piece
  if (unsupported) {
    return (
      <Tip text={`Not in the catalogue: ${unsupported.reason}`}>
        <span tabIndex={0} className="unsupported">
          {span ? <FactText span={span} text={text} /> : text}
        </span>
      </Tip>
    )
  }
  return span ? <FactText span={span} text={text} /> : text
}

/** A fact in running text; a click or Enter opens the row it came from. */
export function FactText({ span, text }: { readonly span: Span; readonly text: string }) {
  const show = useShowSource()
  const open = (element: Element) => show(element, span)
  const onKeyDown = (event: KeyboardEvent<HTMLSpanElement>) => {
    if (event.key !== 'Enter' && event.key !== ' ') return
    if (event.ctrlKey || event.metaKey) return
    event.preventDefault()
    open(event.currentTarget)
  }
  return (
    <span
      role="button"
      tabIndex={0}
      aria-haspopup="dialog"
      className="fact"
      data-product={span.productIndex + 1}
      onClick={(event) => {
        event.stopPropagation()
        open(event.currentTarget)
      }}
      onKeyDown={onKeyDown}
    >
      {text}
    </span>
  )
}
