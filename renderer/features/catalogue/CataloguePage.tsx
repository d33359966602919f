import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { useBrief } from '../../state/brief'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { Button } from '../../ui/Button'
import { Empty, SkeletonLines, Trouble } from '../../ui/Notices'
import { Panes } from '../../ui/Panes'
import { SourceProvider } from '../../ui/SourcePopover'
import { classes } from '../../ui/classes'
import { plural } from '../../ui/format'
import { CatalogueDetail } from './CatalogueDetail'
import { ImportPanel } from './ImportPanel'
import { RULE_FORM, TABS, useCatalogueSession, useCatalogueView } from './session'

const openImport = () => useCatalogueSession.setState({ importing: true })
const saveRule = () => {
  const form = document.getElementById(RULE_FORM)
  if (form instanceof HTMLFormElement) form.requestSubmit()
}

/** Catalogue: what is stored on the left, one of them or an import on the right. */
export function CataloguePage() {
  const editing = useEditing()
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'import',
        group: 'Catalogue',
        label: 'Import a catalogue',
        ...(editing ? {} : { primary: true, keys: 'mod+enter' }),
        run: openImport,
      },
      ...(editing
        ? [
            {
              id: 'save-rule',
              group: 'Catalogue',
              label: 'Save the rule',
              primary: true,
              keys: 'mod+enter',
              run: saveRule,
            },
          ]
        : []),
      ...TABS.map((tab) => ({
        id: `tab-${tab}`,
        group: 'Catalogue',
        label: `Show ${tab}`,
        run: () => useCatalogueView.setState({ tab }),
      })),
    ],
    [editing],
  )
  usePageCommands(commands)
  return (
    <SourceProvider>
      <Panes
        id="catalogue"
        main="detail"
        panes={[
          { id: 'list', label: 'Catalogues', size: 232, min: 180, max: 420, content: <List /> },
          { id: 'detail', label: 'Catalogue', min: 420, content: <Detail /> },
        ]}
      />
    </SourceProvider>
  )
}

function List() {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions())
  const shown = useShown(catalogues.data)
  const importing = useCatalogueSession((state) => state.importing)
  return (
    <div className="flex h-full flex-col">
      <div className="px-3 py-3">
        <Button kind="primary" className="w-full" onClick={openImport}>
          <Plus className="size-4" aria-hidden />
          Import a catalogue
        </Button>
      </div>
      {catalogues.isPending && <SkeletonLines lines={4} className="px-4" />}
      {catalogues.isError && (
        <Trouble
          error={errorWords(catalogues.error)}
          onRetry={() => void catalogues.refetch()}
          className="mx-3"
        />
      )}
      <ul className="min-h-0 flex-1 overflow-y-auto px-1.5">
        {catalogues.data?.map((catalogue) => (
          <li key={catalogue.name}>
            <button
              type="button"
              aria-pressed={!importing && shown?.name === catalogue.name}
              onClick={() => useCatalogueSession.setState({ chosen: catalogue.name, importing: false })}
              className={classes(
                'w-full rounded-md px-2.5 py-2 text-left outline-offset-[-2px]',
                !importing && shown?.name === catalogue.name ? 'bg-accent-soft' : 'hover:bg-hover',
              )}
            >
              <span className="flex items-baseline gap-2">
                <span className="min-w-0 truncate text-13 font-medium">{catalogue.name}</span>
                {catalogue.invented && <span className="shrink-0 text-12 text-ink-3">invented shop</span>}
              </span>
              <span className="block text-12 text-ink-3 tabular">
                {plural(catalogue.products, 'product')}, version {catalogue.version}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function useShown(catalogues: readonly CatalogueSummary[] | undefined): CatalogueSummary | undefined {
  const chosen = useCatalogueSession((state) => state.chosen)
  const inUse = useBrief((state) => state.catalogue)
  return catalogues?.find((one) => one.name === (chosen ?? inUse)) ?? catalogues?.[0]
}

/** Whether a rule is being edited, which is then what the page's one action is about. */
function useEditing(): boolean {
  const engine = useEngine()
  const shown = useShown(useQuery(engine.catalogues.queryOptions()).data)
  const drafted = useCatalogueSession(
    (state) => shown !== undefined && state.drafts[shown.name] !== undefined,
  )
  const importing = useCatalogueSession((state) => state.importing)
  const onRules = useCatalogueView((state) => state.tab === 'rules')
  return drafted && onRules && !importing
}

function Detail() {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions())
  const importing = useCatalogueSession((state) => state.importing)
  const shown = useShown(catalogues.data)
  if (importing) return <ImportPanel />
  if (shown) return <CatalogueDetail key={shown.name} catalogue={shown} />
  if (catalogues.isPending) return <SkeletonLines lines={6} className="p-6" />
  return (
    <Empty
      title="No catalogue yet"
      action={
        <Button kind="primary" onClick={openImport}>
          Import a catalogue
        </Button>
      }
    >
      A table of products is enough to begin: CSV, JSON, JSON lines or YAML.
    </Empty>
  )
}
