import type { KeyboardEvent } from 'react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../ui/Button'

interface SentenceEditorProps {
  readonly text: string
  readonly label: string
  /** Told the new text, or nothing when it is to stay as it was. */
  readonly onDone: (text: string | undefined) => void
}

/** A sentence as a person writes it: Enter keeps it, Escape leaves it as it was. */
export function SentenceEditor({ text, label, onDone }: SentenceEditorProps) {
  const [draft, setDraft] = useState(text)
  const ref = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    ref.current?.focus()
    ref.current?.setSelectionRange(text.length, text.length)
  }, [text])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(undefined)
    else if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault()
      // Ctrl-Enter writes the whole narrative; here it keeps the sentence, as Enter does.
      event.stopPropagation()
      onDone(draft)
    } else return
    event.stopPropagation()
  }
  return (
    <div className="mt-0.5">
      <textarea
        ref={ref}
        aria-label={label}
        value={draft}
        maxLength={800}
        rows={2}
        spellCheck
        onChange={(event) => setDraft(event.target.value.replaceAll('\n', ' '))}
        onKeyDown={onKeyDown}
        className="field-sizing-content w-full resize-none rounded-md border border-line-strong bg-paper px-2 py-1 font-serif text-14 leading-[21px] focus-visible:border-accent-text focus-visible:outline-1 focus-visible:outline-offset-0 focus-visible:outline-accent-text"
      />
      <div className="mt-1 flex items-center gap-1.5">
        <Button small disabled={draft.trim() === ''} onClick={() => onDone(draft)}>
          Keep
        </Button>
        <Button kind="quiet" small onClick={() => onDone(undefined)}>
          Cancel
        </Button>
        <span className="ml-1 min-w-0 text-12 text-ink-3">
          Values left as they are stay linked to the catalogue; the checker reads the rest.
        </span>
      </div>
    </div>
  )
}
