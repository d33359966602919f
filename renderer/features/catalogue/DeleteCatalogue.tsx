import { AlertDialog } from '@base-ui/react/alert-dialog'
import { useState } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { useEngine } from '../../api/client'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { plural } from '../../ui/format'
import { deleteCatalogue } from './actions'

interface DeleteCatalogueProps {
  readonly catalogue: CatalogueSummary
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
}

/** Asks before a catalogue is deleted: it is the one thing here that cannot be taken back. */
export function DeleteCatalogue({ catalogue, open, onOpenChange }: DeleteCatalogueProps) {
  const engine = useEngine()
  const desk = useDesk()
  const [busy, setBusy] = useState(false)
  const { name, products, shoppers } = catalogue
  const remove = async () => {
    setBusy(true)
    const gone = await deleteCatalogue(desk, name, (queries) =>
      queries.invalidateQueries(engine.catalogues.queryFilter()),
    )
    setBusy(false)
    if (gone) onOpenChange(false)
  }
  return (
    <AlertDialog.Root open={open} onOpenChange={onOpenChange}>
      <AlertDialog.Portal>
        <AlertDialog.Backdrop className="fixed inset-0 z-30 bg-[#14110e]/30" />
        <AlertDialog.Popup className="fixed top-[22vh] left-1/2 z-30 w-[440px] max-w-[calc(100vw-32px)] -translate-x-1/2 rounded-md border border-line bg-surface p-5 shadow-float outline-none">
          <AlertDialog.Title className="font-serif text-20">Delete “{name}”?</AlertDialog.Title>
          <AlertDialog.Description className="mt-2 text-13 text-ink-2">
            {plural(products, 'product')}
            {shoppers > 0 && ` and ${plural(shoppers, 'shopper')}`} go, with every version and the rules. This
            cannot be undone. The file it was imported from is not touched.
          </AlertDialog.Description>
          <div className="mt-5 flex justify-end gap-2">
            <AlertDialog.Close render={<Button>Keep it</Button>} />
            <Button className="border-bad! text-bad!" disabled={busy} onClick={() => void remove()}>
              Delete for good
            </Button>
          </div>
        </AlertDialog.Popup>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
