import { useQuery } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { useEngine } from '../../api/client'
import { isUnderWay, useImport } from '../../api/imports'
import { useDesk } from '../../api/useDesk'
import { useBrief } from '../../state/brief'
import { Button, IconButton } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'
import { Tabs } from '../../ui/Tabs'
import { count, plural } from '../../ui/format'
import { DeleteCatalogue } from './DeleteCatalogue'
import { ProductsTab } from './ProductsTab'
import { RulesTab } from './RulesTab'
import { VersionsTab } from './VersionsTab'
import { chooseFilesAgain, importAgain } from './actions'
import { TABS, useCatalogueView } from './session'
import type { Tab } from './session'

const tabLabels: Readonly<Record<Tab, string>> = {
  products: 'Products',
  rules: 'Rules',
  versions: 'Versions',
}

interface DetailProps {
  readonly catalogue: CatalogueSummary
}

/** One catalogue: where it came from, and its products, rules and versions. */
export function CatalogueDetail({ catalogue }: DetailProps) {
  const tab = useCatalogueView((state) => state.tab)
  return (
    <div className="flex h-full min-w-0 flex-col">
      <Head catalogue={catalogue} />
      <Tabs
        label="Parts of the catalogue"
        className="px-6"
        value={tab}
        tabs={TABS.map((value) => ({ value, label: tabLabels[value] }))}
        onChange={(next) => useCatalogueView.setState({ tab: next })}
      >
        {tab === 'products' && <ProductsTab catalogue={catalogue} />}
        {tab === 'rules' && <RulesTab catalogue={catalogue} />}
        {tab === 'versions' && <VersionsTab catalogue={catalogue} />}
      </Tabs>
    </div>
  )
}

function Head({ catalogue }: DetailProps) {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions())
  const inUse = useBrief((state) => state.catalogue) ?? catalogues.data?.[0]?.name
  const choose = useBrief((state) => state.setCatalogue)
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' }).format(catalogue.createdAtMs)
  const { products, shoppers, interactions, version, currency, origin } = catalogue
  return (
    <div className="px-6 pt-4 pb-3">
      <div className="flex items-center gap-3">
        <h2 className="min-w-0 truncate font-serif text-20">{catalogue.name}</h2>
        <span className="flex-1 shrink-0 text-13 text-ink-3">
          version {version}, {day}
        </span>
        {inUse === catalogue.name ? (
          <span className="shrink-0 text-13 text-ink-3">In use</span>
        ) : (
          <Button onClick={() => choose(catalogue.name)}>Use this catalogue</Button>
        )}
        <MoreMenu catalogue={catalogue} />
      </div>
      <p className="mt-0.5 truncate text-12 text-ink-3" title={origin}>
        {origin}
      </p>
      <p className="mt-1 text-13 text-ink-2 tabular">
        {plural(products, 'product')}, {plural(shoppers, 'shopper')}, {count(interactions)}{' '}
        {interactions === 1 ? 'interaction' : 'interactions'}; prices in {currency}
      </p>
    </div>
  )
}

function againNote(from: string, importing: boolean): string {
  if (from === '') return 'It is not known from which file it came.'
  return importing ? 'Another import is under way.' : from
}

function MoreMenu({ catalogue }: DetailProps) {
  const engine = useEngine()
  const desk = useDesk()
  const [deleting, setDeleting] = useState(false)
  const versions = useQuery(engine.catalogueVersions.queryOptions({ catalogue: catalogue.name }))
  const { files = [], sent = false } =
    versions.data?.find(({ version }) => version === catalogue.version) ?? {}
  const from = files.join(', ')
  const importing = isUnderWay(useImport())
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={`More for ${catalogue.name}`}>
            <Ellipsis className="size-4" aria-hidden />
          </IconButton>
        }
      >
        {sent ? (
          <MenuItem
            note={`${from}: what a window sent is not kept. Choose it again.`}
            onSelect={() => chooseFilesAgain(desk)}
          >
            Import again…
          </MenuItem>
        ) : (
          <MenuItem
            disabled={files.length === 0 || importing}
            note={againNote(from, importing)}
            onSelect={() => importAgain(desk, catalogue.name, from)}
          >
            Import again
          </MenuItem>
        )}
        <MenuItem
          disabled={catalogue.invented}
          note={
            catalogue.invented ? 'It ships with Shelftalk.' : 'For good, with every version and its rules.'
          }
          onSelect={() => setDeleting(true)}
        >
          Delete…
        </MenuItem>
      </Menu>
      <DeleteCatalogue catalogue={catalogue} open={deleting} onOpenChange={setDeleting} />
    </>
  )
}
