import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { useEngine } from '../api/client'
import { plural } from './format'

/** Says which stored personas, templates or runs are left out of a list because they cannot be read; nothing where all can be. */
export function UnreadableNote({ kind }: { readonly kind: 'persona' | 'template' | 'run' }) {
  const engine = useEngine()
  const unreadable = useQuery(engine.unreadable.queryOptions())
  const items = unreadable.data?.filter((item) => item.kind === kind) ?? []
  if (items.length === 0) return null
  return (
    <details className="mt-2 rounded-md bg-amber-soft px-2 py-1.5 text-12 text-ink-2">
      <summary className="flex gap-1.5 text-amber">
        <TriangleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
        {plural(items.length, `stored ${kind}`)} cannot be read and {items.length === 1 ? 'is' : 'are'} left
        out
      </summary>
      <ul className="mt-1 space-y-0.5">
        {items.map(({ id, version, reason }) => (
          <li key={`${id}@${version ?? ''}`} className="break-words">
            {id}
            {version !== undefined && `, version ${version}`}: {reason}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-ink-3">
        Nothing was lost or changed. {kind === 'run' ? 'Restore' : 'Save it anew, or restore'} the home folder
        from a copy.
      </p>
    </details>
  )
}
