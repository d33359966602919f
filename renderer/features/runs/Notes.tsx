import { useEffect, useRef, useState } from 'react'
import type { Run } from '../../../shared/domain/run'
import { RUN_NOTES_MAX } from '../../../shared/domain/run'
import { inputLook } from '../../ui/Field'
import { classes } from '../../ui/classes'
import { changeRun } from './actions'
import { useRunDesk } from './useRunDesk'

/** Typing that has paused this long is saved. */
const PAUSE_MS = 800

/** Notes, edited where they stand and saved by themselves: after a pause, and when they are left. */
export function Notes({ run }: { readonly run: Run }) {
  const desk = useRunDesk()
  const [draft, setDraft] = useState<string>()
  const [state, setState] = useState<'saved' | 'saving' | 'typing' | undefined>()
  const latest = useRef<string>(undefined)
  const save = async (notes: string) => {
    setState('saving')
    const saved = await changeRun(desk, { id: run.id, notes })
    if (latest.current === notes) setState(saved ? 'saved' : 'typing')
  }
  const saveRef = useRef(save)
  useEffect(() => {
    saveRef.current = save
  })
  useEffect(() => {
    latest.current = draft
    if (draft === undefined) return undefined
    const timer = setTimeout(() => void saveRef.current(draft), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [draft])
  // What was typed a moment before another run was chosen is saved too.
  useEffect(() => () => void (latest.current !== undefined && saveRef.current(latest.current)), [])
  const readOnly = run.deletedAtMs !== undefined
  return (
    <div className="max-w-[68ch]">
      <textarea
        aria-label="Notes"
        rows={4}
        maxLength={RUN_NOTES_MAX}
        readOnly={readOnly}
        placeholder={readOnly ? '' : 'What you make of it'}
        value={draft ?? run.notes}
        onChange={(event) => {
          setDraft(event.target.value)
          setState('typing')
        }}
        onBlur={() => draft !== undefined && draft !== run.notes && void save(draft)}
        className={classes(inputLook, 'field-sizing-content min-h-20 resize-y py-2')}
      />
      <p role="status" className="mt-0.5 h-4 text-12 text-ink-3">
        {state === 'saved' && 'Saved'}
        {state === 'saving' && 'Saving…'}
      </p>
    </div>
  )
}
