import type { Announcements, DragEndEvent } from '@dnd-kit/core'
import {
  DndContext,
  KeyboardSensor,
  PointerSensor,
  closestCenter,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import type { Run } from '../../api/run'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { SkeletonLines } from '../../ui/Notices'
import { beatLabel } from '../../ui/format'
import { AddBeat } from './AddBeat'
import { BeatCard } from './BeatCard'
import { editBoard, undo, writeAll } from './actions'
import { useSession } from './session'
import { moveBeat } from './storyboard'

/** One card a beat, in order; dragging, dropping, pinning and rewriting change only what they touch. */
export function Storyboard({ run }: { readonly run: Run }) {
  const desk = useDesk()
  const edited = useSession((state) => state.edited)
  const undoable = useSession((state) => state.past.length > 0)
  const busy = run.phase === 'writing'
  return (
    <section aria-label="Storyboard" className="mt-8">
      <div className="-mr-2 mb-2 flex h-8 items-center gap-1">
        <h2 className="flex-1 text-13 font-medium">Storyboard</h2>
        {undoable && (
          <Button kind="quiet" small disabled={busy} onClick={() => undo(desk)}>
            <Undo2 className="size-3.5" aria-hidden />
            Undo
          </Button>
        )}
        {edited && (
          <Button kind="quiet" small disabled={busy} onClick={() => void writeAll(desk, true)}>
            Plan again
          </Button>
        )}
        <AddBeat run={run} disabled={busy} />
      </div>
      {run.beats.length === 0 && run.phase === 'writing' ? (
        <SkeletonLines lines={5} className="pt-2" />
      ) : (
        <Cards run={run} />
      )}
    </section>
  )
}

function Cards({ run }: { readonly run: Run }) {
  const desk = useDesk()
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const announcements = useMemo<Announcements>(() => {
    const name = (id: string | number) => {
      const beat = run.beats.find((one) => one.id === id)
      return beat ? beatLabel(beat) : 'beat'
    }
    const place = (id: string | number) => run.beats.findIndex((one) => one.id === id) + 1
    return {
      onDragStart: ({ active }) =>
        `Picked up ${name(active.id)}, ${place(active.id)} of ${run.beats.length}.`,
      onDragOver: ({ active, over }) =>
        over ? `${name(active.id)} is at place ${place(over.id)}.` : undefined,
      onDragEnd: ({ active, over }) =>
        over ? `${name(active.id)} now stands at place ${place(over.id)}.` : undefined,
      onDragCancel: ({ active }) => `${name(active.id)} stays where it was.`,
    }
  }, [run.beats])
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (over) editBoard(desk, (board) => moveBeat(board, String(active.id), String(over.id)))
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={onDragEnd}
      accessibility={{ announcements }}
    >
      <SortableContext items={run.beats.map((beat) => beat.id)} strategy={verticalListSortingStrategy}>
        <ol className="space-y-1.5">
          {run.beats.map((beat) => (
            <BeatCard key={beat.id} beat={beat} run={run} />
          ))}
        </ol>
      </SortableContext>
    </DndContext>
  )
}
