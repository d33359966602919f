import { useQuery } from '@tanstack/react-query'
import { RotateCcw } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useState } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { CatalogueVersion } from '../../../shared/domain/versions'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { SkeletonLines, Trouble } from '../../ui/Notices'
import { Select } from '../../ui/Select'
import { classes } from '../../ui/classes'
import { plural } from '../../ui/format'
import { VersionChanges } from './VersionChanges'
import { rollBack } from './actions'

/** The versions that are kept: what each changed against any other, and the way back to it. */
export function VersionsTab({ catalogue }: { readonly catalogue: CatalogueSummary }) {
  const engine = useEngine()
  const versions = useQuery(engine.catalogueVersions.queryOptions({ catalogue: catalogue.name }))
  if (versions.isPending) return <SkeletonLines lines={6} className="p-6" />
  if (versions.isError)
    return (
      <Trouble error={errorWords(versions.error)} onRetry={() => void versions.refetch()} className="m-6" />
    )
  return <Versions key={catalogue.version} versions={versions.data} />
}

const numberOf = ({ version }: CatalogueVersion) => String(version)

function Versions({ versions }: { readonly versions: readonly CatalogueVersion[] }) {
  const [picked, setPicked] = useState<string>()
  const [against, setAgainst] = useState<string>()
  const [current] = versions
  const at = Math.max(
    0,
    versions.findIndex((one) => numberOf(one) === picked),
  )
  const shown = versions[at]
  const other =
    versions.find((one) => numberOf(one) === against && one !== shown) ?? versions[at + 1] ?? versions[at - 1]
  if (!shown || !current) return null
  return (
    <div className="@container flex h-full min-w-0">
      <VersionList versions={versions} shown={shown} onPick={setPicked} />
      <section aria-label="What changed" className="flex min-w-0 flex-1 flex-col">
        {other ? (
          <Compared
            versions={versions}
            shown={shown}
            other={other}
            onAgainst={setAgainst}
            current={current}
          />
        ) : (
          <p className="max-w-[60ch] p-6 text-13 text-ink-2">
            This is the only version so far. Import the catalogue anew, under the same name, and what changed
            appears here; the newest five versions are kept.
          </p>
        )}
      </section>
    </div>
  )
}

interface VersionListProps {
  readonly versions: readonly CatalogueVersion[]
  readonly shown: CatalogueVersion
  readonly onPick: (version: string) => void
}

const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** Arrow keys move through the versions; what is looked at follows. */
function VersionList({ versions, shown, onPick }: VersionListProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    const next = versions[versions.indexOf(shown) + step]
    if (step === 0 || !next) return
    event.preventDefault()
    onPick(numberOf(next))
    document.getElementById(`catalogue-version-${next.version}`)?.focus()
  }
  return (
    <ul
      role="listbox"
      aria-label="Versions, newest first"
      onKeyDown={onKeyDown}
      className="w-56 shrink-0 overflow-y-auto border-r border-line py-1.5 @max-[640px]:w-44"
    >
      {versions.map((version, index) => (
        <li
          key={version.version}
          id={`catalogue-version-${version.version}`}
          role="option"
          aria-selected={version === shown}
          tabIndex={version === shown ? 0 : -1}
          onClick={() => onPick(numberOf(version))}
          className={classes(
            'mx-1.5 rounded-md px-3 py-2 outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent-text',
            version === shown ? 'bg-accent-soft' : 'hover:bg-hover',
          )}
        >
          <span className="flex items-baseline gap-2 text-13">
            <span className="font-medium">Version {version.version}</span>
            {index === 0 && <span className="text-12 text-ink-3">current</span>}
          </span>
          <span className="block text-12 text-ink-3 tabular">{moment.format(version.createdAtMs)}</span>
          <span className="block text-12 text-ink-3 tabular">{plural(version.products, 'product')}</span>
          <span className="block truncate text-12 text-ink-3" title={version.origin}>
            {version.origin}
          </span>
        </li>
      ))}
    </ul>
  )
}

interface ComparedProps {
  readonly versions: readonly CatalogueVersion[]
  readonly shown: CatalogueVersion
  readonly other: CatalogueVersion
  readonly current: CatalogueVersion
  readonly onAgainst: (version: string) => void
}

function Compared({ versions, shown, other, current, onAgainst }: ComparedProps) {
  const desk = useDesk()
  const [busy, setBusy] = useState(false)
  // What is older stands first, whichever was picked first.
  const [before, after] = other.version < shown.version ? [other, shown] : [shown, other]
  const goBack = async () => {
    setBusy(true)
    await rollBack(desk, shown.name, { to: shown.version, from: current.version })
    setBusy(false)
  }
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-4 py-2.5">
        <span className="shrink-0 text-13">Version {shown.version} against</span>
        <div className="w-32">
          <Select
            label="Against"
            value={numberOf(other)}
            choices={versions
              .filter((one) => one !== shown)
              .map((one) => ({ value: numberOf(one), label: `Version ${one.version}` }))}
            onChange={onAgainst}
          />
        </div>
        {shown !== current && (
          <Button className="ml-auto" disabled={busy} onClick={() => void goBack()}>
            <RotateCcw className="size-3.5" aria-hidden />
            Go back to version {shown.version}
          </Button>
        )}
      </div>
      <VersionChanges
        key={`${before.version} ${after.version}`}
        catalogue={shown.name}
        before={before}
        after={after}
      />
    </>
  )
}
