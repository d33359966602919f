import { useQuery } from '@tanstack/react-query'
import { useEngine } from '../../api/client'
import { useBrief } from '../../state/brief'
import type { Figured } from './figured'
import { otherCatalogueWords, shownCatalogue } from './figured'

/** Said where figures are of another catalogue than the top bar shows, or of another version of it. */
export function OtherCatalogue({ of }: { readonly of: Figured }) {
  const chosen = useBrief((state) => state.catalogue)
  const catalogues = useQuery(useEngine().catalogues.queryOptions()).data ?? []
  const words = otherCatalogueWords(of, shownCatalogue(catalogues, chosen))
  if (words === undefined) return null
  return <p className="mt-2 w-fit rounded-md bg-amber-soft px-2.5 py-1 text-12 text-ink-2">{words}</p>
}
