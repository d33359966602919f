import { useMemo } from 'react'
import type { DiffLine, DiffPiece, Fate } from '../../shared/util/textDiff'
import { diffRows, lineDiff, phraseDiff, wordDiff } from '../../shared/util/textDiff'
import { classes } from './classes'

interface TwoTexts {
  readonly before: string
  readonly after: string
}

/** Words that came are underlined on a tint, words that went are struck out, as phrases; `show` has one of the two alone, word by word. */
export function WordDiff({ before, after, show }: TwoTexts & { readonly show?: 'before' | 'after' }) {
  const pieces = useMemo(
    () => (show === undefined ? phraseDiff : wordDiff)(before, after),
    [before, after, show],
  )
  const left = show === 'before' ? 'added' : show === 'after' ? 'removed' : undefined
  return pieces.filter(({ fate }) => fate !== left).map((piece, index) => <Piece key={index} piece={piece} />)
}

function Piece({ piece: { fate, text } }: { readonly piece: DiffPiece }) {
  if (fate === 'same') return text
  if (fate === 'added')
    return (
      <ins className="rounded-[2px] bg-accent-soft text-accent-text decoration-1 underline-offset-4 [del+&]:ml-1">
        {text}
      </ins>
    )
  return <del className="text-ink-3 decoration-1">{text}</del>
}

const signs: Readonly<Record<Fate, string>> = { same: ' ', added: '+', removed: '−' }
const spoken: Readonly<Record<Fate, string>> = { same: '', added: 'added: ', removed: 'removed: ' }

/** Lines one under the other, numbered as in the new text, with the words that changed within a changed line. */
export function InlineDiff({ before, after }: TwoTexts) {
  const rows = useMemo(() => diffRows(lineDiff(before, after)), [before, after])
  return (
    <ol aria-label="What changed, line by line" className="font-mono text-12">
      {rows.flatMap((row, index) =>
        row.before?.fate === 'same'
          ? [<Line key={index} line={row.before} number={row.after?.after} />]
          : [
              row.before && <Line key={`${index}-`} line={row.before} facing={row.after} />,
              row.after && (
                <Line key={`${index}+`} line={row.after} facing={row.before} number={row.after.after} />
              ),
            ],
      )}
    </ol>
  )
}

/** The two texts beside each other, a changed line beside what became of it. */
export function SideBySideDiff({ before, after }: TwoTexts) {
  const rows = useMemo(() => diffRows(lineDiff(before, after)), [before, after])
  return (
    <ol
      aria-label="The two versions side by side"
      className="grid grid-cols-2 gap-x-px bg-line font-mono text-12"
    >
      {rows.map((row, index) => (
        <li key={index} className="contents">
          <Cell line={row.before} facing={row.after} />
          <Cell line={row.after} facing={row.before} />
        </li>
      ))}
    </ol>
  )
}

function Cell({
  line,
  facing,
}: {
  readonly line: DiffLine | undefined
  readonly facing: DiffLine | undefined
}) {
  if (!line) return <div aria-hidden className="min-h-[22px] bg-sunken" />
  return (
    <div className="bg-surface">
      <LineBody line={line} facing={facing} number={line.fate === 'added' ? line.after : line.before} />
    </div>
  )
}

interface LineProps {
  readonly line: DiffLine
  readonly facing?: DiffLine | undefined
  readonly number?: number | undefined
}

function Line(props: LineProps) {
  return (
    <li>
      <LineBody {...props} />
    </li>
  )
}

function LineBody({ line: { fate, text }, facing, number }: LineProps) {
  const changed = facing && fate !== 'same'
  return (
    <div
      className={classes(
        'grid min-h-[22px] grid-cols-[28px_16px_1fr] items-baseline py-0.5 pr-2 leading-[18px]',
        fate === 'added' && 'bg-accent-soft/60',
        fate === 'removed' && 'bg-sunken',
      )}
    >
      <span aria-hidden className="pr-1.5 text-right text-ink-3 tabular select-none">
        {number}
      </span>
      <span aria-hidden className="text-ink-3 select-none">
        {signs[fate]}
      </span>
      <span className={classes('break-words whitespace-pre-wrap', fate === 'removed' && 'text-ink-2')}>
        <span className="sr-only">{spoken[fate]}</span>
        {changed && fate === 'added' ? (
          <WordDiff before={facing.text} after={text} show="after" />
        ) : changed ? (
          <WordDiff before={text} after={facing.text} show="before" />
        ) : (
          text
        )}
      </span>
    </div>
  )
}
