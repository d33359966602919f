/** What the Catalogue page can do. */
import type { QueryClient } from '@tanstack/react-query'
import { toast } from 'sonner'
import type { ImportResult } from '../../../shared/contract/events'
import type { ImportPlace } from '../../api/catalogueFiles'
import { errorWords } from '../../api/errors'
import { clearImport, isImporting, startImportAgain } from '../../api/imports'
import type { Desk } from '../../api/streams'
import { useBrief } from '../../state/brief'
import { plural } from '../../ui/format'
import { chooseAnother } from './importSetup'
import { useCatalogueSession } from './session'

/** Says what went wrong with something that was asked for. */
export function complain(cause: unknown): void {
  const { message, hint } = errorWords(cause)
  toast.error(message, { description: hint })
}

/** Imports a catalogue's files anew and shows how far it is. One import at a time: where another is under way, that one is shown. */
export function importAgain(desk: Desk, catalogue: string, path: string): void {
  if (isImporting(desk.queries)) {
    useCatalogueSession.setState({ importing: true })
    return
  }
  const done = (result: ImportResult) => {
    void desk.queries.invalidateQueries()
    toast(`Imported ${plural(result.products, 'product')} into “${result.catalogue}”`)
  }
  useCatalogueSession.setState({
    importing: true,
    stop: startImportAgain(desk, { catalogue, path }, done),
  })
}

/** Has files chosen again that a window sent, for those are not kept; an import under way stays on show. */
export function chooseFilesAgain({ queries }: Desk): void {
  if (!isImporting(queries)) {
    clearImport(queries)
    chooseAnother()
  }
  useCatalogueSession.setState({ importing: true })
}

/** Has the engine forget files that a window sent; those of a path are nobody's to forget. */
export async function dropUpload({ client }: Desk, { upload }: Pick<ImportPlace, 'upload'>): Promise<void> {
  if (upload === undefined) return
  try {
    await client.dropCatalogueUpload.mutate({ upload })
  } catch (cause) {
    complain(cause)
  }
}

/** Deletes a catalogue for good; true when it is gone. `refresh` has the list of catalogues asked for again, and nothing about this one. */
export async function deleteCatalogue(
  desk: Desk,
  catalogue: string,
  refresh: (queries: QueryClient) => Promise<void>,
): Promise<boolean> {
  try {
    await desk.client.deleteCatalogue.mutate({ catalogue })
    useCatalogueSession.setState({ chosen: undefined })
    await refresh(desk.queries)
    toast(`Deleted “${catalogue}”`)
    return true
  } catch (cause) {
    complain(cause)
    return false
  }
}

/** Makes an old version current again and offers the way back, which is one more version. */
export async function rollBack(
  desk: Desk,
  catalogue: string,
  { to, from }: { readonly to: number; readonly from: number },
): Promise<void> {
  try {
    const { version } = await desk.client.rollBack.mutate({ catalogue, version: to })
    await desk.queries.invalidateQueries()
    toast(`Version ${to} is current again, as version ${version}`, {
      action: {
        label: 'Undo',
        onClick: () => void rollBack(desk, catalogue, { to: from, from: version }),
      },
    })
  } catch (cause) {
    complain(cause)
  }
}

/** Fixes a product for the Studio, which then writes about it. */
export function writeAbout(catalogue: string, id: string): void {
  useBrief.getState().fixProducts(catalogue, [id])
}

/** Copies text; says so. */
export async function copy(text: string, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    toast(`Copied ${what}`)
  } catch (cause) {
    complain(cause)
  }
}
