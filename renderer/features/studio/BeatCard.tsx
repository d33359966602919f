import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { ChevronLeft, ChevronRight, GripVertical, PencilLine, Pin, PinOff, RefreshCw, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Beat, SlotName } from '../../../shared/domain/beats'
import type { SentenceOrigin } from '../../../shared/domain/narrative'
import type { Run } from '../../api/run'
import { useDesk } from '../../api/useDesk'
import { IconButton } from '../../ui/Button'
import { Tip } from '../../ui/Tip'
import { classes } from '../../ui/classes'
import { beatLabel, moveLabel, moveMeaning, slotLabel, slotProduct } from '../../ui/format'
import { SentenceEditor } from './SentenceEditor'
import { dropWithUndo, editBoard, editByHand, rewrite, stepAlternative } from './actions'
import { useSession } from './session'
import { setPinned } from './storyboard'

const origins: Readonly<Record<SentenceOrigin, readonly [label: string, meaning: string] | undefined>> = {
  model: undefined,
  resampled: ['second try', 'The first try of the model did not pass its check'],
  fallback: ['stand-in', 'No try passed its check; an authored sentence stands here'],
  edited: ['edited', 'Changed by a person'],
}

interface BeatProps {
  readonly beat: Beat
  readonly run: Run
}

/** One beat: what it does, the facts it says, its sentence, and what can be done with it. Arrow keys show alternatives. */
export function BeatCard({ beat, run }: BeatProps) {
  const desk = useDesk()
  const selected = useSession((state) => state.selected === beat.id)
  const [editing, setEditing] = useState(false)
  const { setNodeRef, attributes, listeners, transform, transition, isDragging } = useSortable({
    id: beat.id,
  })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'ArrowRight' || event.key === 'ArrowLeft') {
      event.preventDefault()
      stepAlternative(desk, beat.id, event.key === 'ArrowRight' ? 1 : -1)
    } else if (event.key === 'Delete') dropWithUndo(desk, beat.id, beatLabel(beat))
  }
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes(
        'group relative flex rounded-md border bg-surface has-[[role=group]:focus-visible]:outline-2 has-[[role=group]:focus-visible]:outline-accent-text',
        selected ? 'border-control' : 'border-line',
        isDragging && 'z-10 shadow-float',
      )}
    >
      <button
        type="button"
        {...attributes}
        {...listeners}
        aria-label={`Move ${beatLabel(beat)}`}
        className="flex w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-l-md text-ink-3 opacity-40 group-hover:opacity-100 focus-visible:opacity-100"
      >
        <GripVertical className="size-3.5" aria-hidden />
      </button>
      <div
        tabIndex={0}
        role="group"
        aria-label={`${beatLabel(beat)}. Left and right arrows show alternatives.`}
        onKeyDown={onKeyDown}
        onFocus={() => useSession.setState({ selected: beat.id })}
        className="min-w-0 flex-1 rounded-md py-2 pr-2 outline-none"
      >
        <CardHead beat={beat} run={run} onEdit={() => setEditing(true)} />
        <SentenceArea beat={beat} run={run} editing={editing} onEditing={setEditing} />
      </div>
    </li>
  )
}

interface SentenceAreaProps extends BeatProps {
  readonly editing: boolean
  readonly onEditing: (editing: boolean) => void
}

/** The sentence as it is read, or as it is edited; a double click begins. */
function SentenceArea({ beat, run, editing, onEditing }: SentenceAreaProps) {
  const desk = useDesk()
  const sentence = run.sentences[beat.id]
  if (editing && sentence && run.phase !== 'writing') {
    const done = (text: string | undefined) => {
      onEditing(false)
      if (text !== undefined) editByHand(desk, beat.id, text)
    }
    return <SentenceEditor text={sentence.text} label={`Sentence: ${beatLabel(beat)}`} onDone={done} />
  }
  return (
    <p
      onDoubleClick={() => sentence?.written && onEditing(true)}
      className={classes(
        'min-h-[21px] font-serif text-14 leading-[21px]',
        run.writing === beat.id && 'caret',
      )}
    >
      {sentence?.text ?? (
        <span className="font-sans text-13 text-ink-3">
          {run.phase === 'writing' ? 'to be written' : 'not written'}
        </span>
      )}
    </p>
  )
}

interface CardHeadProps extends BeatProps {
  readonly onEdit: () => void
}

function CardHead({ beat, run, onEdit }: CardHeadProps) {
  const desk = useDesk()
  const busy = run.phase === 'writing'
  const origin = origins[run.sentences[beat.id]?.written?.origin ?? 'model']
  return (
    <div className="-mt-1 flex h-6 items-center gap-2 text-12">
      <Tip text={moveMeaning(beat.move)}>
        <span className="font-medium text-ink-2">{moveLabel(beat.move)}</span>
      </Tip>
      <span className="flex min-w-0 flex-1 items-center gap-2 overflow-hidden text-ink-3">
        {beat.pinned && <Pin className="size-3 shrink-0" aria-label="pinned" />}
        {beat.slots
          .filter((slot) => slotLabel(slot) !== moveLabel(beat.move))
          .map((slot) => (
            <Slot key={slot} slot={slot} />
          ))}
        {origin && (
          <Tip text={origin[1]}>
            <span className="shrink-0 text-amber">{origin[0]}</span>
          </Tip>
        )}
      </span>
      <span className="flex items-center opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
        <AlternativeButtons beat={beat} busy={busy} />
        <IconButton
          label="Edit this sentence by hand"
          small
          disabled={busy || !run.sentences[beat.id]?.written}
          onClick={onEdit}
        >
          <PencilLine className="size-3.5" aria-hidden />
        </IconButton>
        <IconButton
          label="Rewrite this sentence"
          small
          disabled={busy}
          onClick={() => rewrite(desk, beat.id)}
        >
          <RefreshCw className="size-3.5" aria-hidden />
        </IconButton>
        <IconButton
          label={beat.pinned ? 'Unpin: a new plan may leave it out' : 'Pin: a new plan keeps it'}
          small
          disabled={busy}
          onClick={() => editBoard(desk, (board) => setPinned(board, beat.id, !beat.pinned))}
        >
          {beat.pinned ? (
            <PinOff className="size-3.5" aria-hidden />
          ) : (
            <Pin className="size-3.5" aria-hidden />
          )}
        </IconButton>
        <IconButton
          label="Drop this beat"
          small
          disabled={busy}
          onClick={() => dropWithUndo(desk, beat.id, beatLabel(beat))}
        >
          <X className="size-3.5" aria-hidden />
        </IconButton>
      </span>
    </div>
  )
}

function AlternativeButtons({ beat, busy }: { readonly beat: Beat; readonly busy: boolean }) {
  const desk = useDesk()
  const known = useSession((state) => state.alternatives[beat.id])
  if (!known || known.list.length < 2) return null
  return (
    <span className="mr-1 flex items-center text-ink-3 tabular">
      <IconButton
        label="Previous alternative"
        small
        disabled={busy || known.at === 0}
        onClick={() => stepAlternative(desk, beat.id, -1)}
      >
        <ChevronLeft className="size-3.5" aria-hidden />
      </IconButton>
      {known.at + 1}/{known.list.length}
      <IconButton
        label="Next alternative"
        small
        disabled={busy}
        onClick={() => stepAlternative(desk, beat.id, 1)}
      >
        <ChevronRight className="size-3.5" aria-hidden />
      </IconButton>
    </span>
  )
}

function Slot({ slot }: { readonly slot: SlotName }) {
  return (
    <span className="fact min-w-0 truncate leading-6" data-product={slotProduct(slot)}>
      {slotLabel(slot).toLowerCase()}
    </span>
  )
}
