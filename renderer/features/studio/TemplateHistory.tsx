import { Dialog } from '@base-ui/react/dialog'
import { Columns2, History, RotateCcw, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { Template } from '../../../shared/domain/template'
import { lineDiff } from '../../../shared/util/textDiff'
import { useSettings } from '../../state/settings'
import { editTemplate } from '../../state/templateDrafts'
import { Button, IconButton } from '../../ui/Button'
import { Segmented } from '../../ui/Segmented'
import { Select } from '../../ui/Select'
import { InlineDiff, SideBySideDiff } from '../../ui/TextDiff'
import { classes } from '../../ui/classes'
import type { Side } from './abTest'
import { sideLabel, sideWords } from './abTest'
import type { TemplateAtHand } from './useTemplate'
import { useAbTest, useTemplateActions } from './useTemplate'

interface HistoryProps {
  readonly template: TemplateAtHand
  readonly chosen: Template
  readonly text: string
}

/** Every version of a template: when and by whom, what changed, and the way back to it. */
export function TemplateHistory(props: HistoryProps) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        render={
          <Button small kind="quiet" className="-mr-2">
            <History className="size-3.5" aria-hidden />
            Versions
          </Button>
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[#14110e]/30" />
        <Dialog.Popup className="fixed top-[8vh] left-1/2 z-30 flex h-[min(600px,84vh)] w-[920px] max-w-[calc(100vw-32px)] -translate-x-1/2 flex-col overflow-hidden rounded-md border border-line bg-surface shadow-float outline-none">
          <header className="flex items-baseline gap-3 border-b border-line py-3 pr-3 pl-5">
            <Dialog.Title className="font-serif text-20">{props.chosen.name}</Dialog.Title>
            <Dialog.Description className="flex-1 text-12 text-ink-3">
              Each save adds a version; nothing is overwritten.
            </Dialog.Description>
            <Dialog.Close
              render={
                <IconButton label="Close">
                  <X className="size-4" aria-hidden />
                </IconButton>
              }
            />
          </header>
          <Versions {...props} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** A version, or the text being edited, with what the list says of it. */
interface Entry extends Side {
  readonly key: string
  readonly template?: Template
}

const edited = 'edited'

function entriesOf({ template, text }: HistoryProps): readonly Entry[] {
  const saved = template.versions.map((one) => ({
    key: String(one.version),
    text: one.text,
    version: one.version,
    template: one,
  }))
  return template.edited ? [{ key: edited, text }, ...saved] : saved
}

function Versions(props: HistoryProps & { readonly close: () => void }) {
  const entries = entriesOf(props)
  const [picked, setPicked] = useState<string>()
  const [against, setAgainst] = useState<string>()
  const at = Math.max(
    0,
    entries.findIndex((entry) => entry.key === picked),
  )
  const shown = entries[at]
  const older = entries[at + 1]
  const other =
    entries.find((entry) => entry.key === against && entry.key !== shown?.key) ?? older ?? entries[at - 1]
  if (!shown) return <p className="p-5 text-13 text-ink-3">Reading the versions…</p>
  return (
    <div className="flex min-h-0 flex-1 max-[700px]:flex-col">
      <VersionList entries={entries} shown={shown} onPick={setPicked} />
      <section aria-label="What changed" className="flex min-w-0 flex-1 flex-col">
        {other ? (
          <Changes entries={entries} shown={shown} other={other} onAgainst={setAgainst} />
        ) : (
          <OnlyOne entry={shown} />
        )}
        <Footer {...props} shown={shown} other={other} />
      </section>
    </div>
  )
}

interface VersionListProps {
  readonly entries: readonly Entry[]
  readonly shown: Entry
  readonly onPick: (key: string) => void
}

/** Arrow keys move through the versions; what is looked at follows. */
function VersionList({ entries, shown, onPick }: VersionListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = entries[entries.indexOf(shown) + step]
    if (step === 0 || !next) return
    event.preventDefault()
    onPick(next.key)
    document.getElementById(`version-${next.key}`)?.focus()
  }
  return (
    <ul
      role="listbox"
      aria-label="Versions, newest first"
      onKeyDown={onKeyDown}
      className="w-60 shrink-0 overflow-y-auto border-r border-line py-1 max-[700px]:max-h-36 max-[700px]:w-auto max-[700px]:border-r-0 max-[700px]:border-b"
    >
      {entries.map((entry, index) => (
        <li
          key={entry.key}
          id={`version-${entry.key}`}
          role="option"
          aria-selected={entry === shown}
          tabIndex={entry === shown ? 0 : -1}
          onClick={() => onPick(entry.key)}
          className={classes(
            'mx-1 rounded-[4px] px-3 py-2 outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent-text',
            entry === shown ? 'bg-hover' : 'hover:bg-hover/60',
          )}
        >
          <span className="flex items-baseline gap-2 text-13">
            <span className="font-medium">{sideLabel(entry)}</span>
            {entry.template && entries.find((one) => one.template)?.key === entry.key && (
              <span className="text-12 text-ink-3">latest</span>
            )}
            <ChangeCount entry={entry} older={entries[index + 1]} />
          </span>
          <span className="block text-12 text-ink-3">{provenance(entry)}</span>
        </li>
      ))}
    </ul>
  )
}

function ChangeCount({ entry, older }: { readonly entry: Entry; readonly older: Entry | undefined }) {
  const lines = lineDiff(older?.text ?? '', entry.text)
  const [added, removed] = (['added', 'removed'] as const).map(
    (fate) => lines.filter((line) => line.fate === fate).length,
  )
  const words = `${added ?? 0} lines added, ${removed ?? 0} removed`
  return (
    <span className="ml-auto text-12 text-ink-3 tabular" aria-label={words} title={words}>
      +{added} −{removed}
    </span>
  )
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

function provenance({ template }: Entry): string {
  if (!template) return 'Not saved yet'
  const { savedAtMs, savedBy, restoredFrom } = template
  return [
    savedAtMs === undefined ? 'Saved before dates were kept' : moment.format(savedAtMs),
    savedBy && `by ${savedBy}`,
    restoredFrom === undefined ? undefined : `from version ${restoredFrom}`,
  ]
    .filter(Boolean)
    .join(', ')
}

interface ChangesProps {
  readonly entries: readonly Entry[]
  readonly shown: Entry
  readonly other: Entry
  readonly onAgainst: (key: string) => void
}

function Changes({ entries, shown, other, onAgainst }: ChangesProps) {
  const beside = useSettings((state) => state.open['Versions side by side'] ?? false)
  const setOpen = useSettings((state) => state.setOpen)
  // What is older stands on the left, whichever was picked first.
  const [before, after] = entries.indexOf(other) > entries.indexOf(shown) ? [other, shown] : [shown, other]
  return (
    <>
      <div className="flex items-center gap-2 border-b border-line px-4 py-2">
        <span className="shrink-0 text-13">{sideLabel(shown)} against</span>
        <div className="w-36">
          <Select
            label="Against"
            value={other.key}
            choices={entries
              .filter((entry) => entry !== shown)
              .map((entry) => ({ value: entry.key, label: sideLabel(entry) }))}
            onChange={onAgainst}
          />
        </div>
        <div className="ml-auto">
          <Segmented
            small
            label="Show changes"
            value={beside ? 'beside' : 'inline'}
            choices={[
              { value: 'inline', label: 'Inline' },
              { value: 'beside', label: 'Side by side' },
            ]}
            onChange={(view) => setOpen('Versions side by side', view === 'beside')}
          />
        </div>
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {before.text === after.text ? (
          <p className="p-5 text-13 text-ink-3">
            {sideLabel(before)} and {sideWords(after)} say the same.
          </p>
        ) : beside ? (
          <>
            <div className="grid grid-cols-2 border-b border-line text-12 text-ink-3">
              <span className="px-4 py-1">{sideLabel(before)}</span>
              <span className="px-4 py-1">{sideLabel(after)}</span>
            </div>
            <SideBySideDiff before={before.text} after={after.text} />
          </>
        ) : (
          <div className="py-2">
            <InlineDiff before={before.text} after={after.text} />
          </div>
        )}
      </div>
    </>
  )
}

function OnlyOne({ entry }: { readonly entry: Entry }) {
  return (
    <div className="min-h-0 flex-1 overflow-y-auto p-5">
      <p className="text-13 text-ink-3">
        This is the only version so far. Edit the template and save it: the next one appears here, with what
        changed.
      </p>
      <pre className="mt-3 font-mono text-12 leading-[18px] whitespace-pre-wrap">{entry.text}</pre>
    </div>
  )
}

interface FooterProps extends HistoryProps {
  readonly shown: Entry
  readonly other: Entry | undefined
  readonly close: () => void
}

function Footer({ chosen, shown, other, close }: FooterProps) {
  const { restore } = useTemplateActions()
  const compare = useAbTest()
  const old = shown.version !== undefined && shown.version !== chosen.version ? shown.version : undefined
  if (!other) return null
  const sides: readonly [Side, Side] =
    (other.version ?? Infinity) < (shown.version ?? Infinity) ? [other, shown] : [shown, other]
  return (
    <footer className="flex items-center justify-end gap-2 border-t border-line px-4 py-2.5">
      {old !== undefined && (
        <>
          <Button
            kind="quiet"
            onClick={() => {
              editTemplate(shown.text)
              close()
            }}
          >
            Edit from here
          </Button>
          <Button
            disabled={restore.isPending}
            onClick={() => restore.mutate({ id: chosen.id, version: old })}
          >
            <RotateCcw className="size-3.5" aria-hidden />
            Restore version {old}
          </Button>
        </>
      )}
      <Button kind="primary" onClick={() => compare(chosen, sides)}>
        <Columns2 className="size-3.5" aria-hidden />
        A/B: {sideWords(sides[0])} against {sideWords(sides[1])}
      </Button>
    </footer>
  )
}
