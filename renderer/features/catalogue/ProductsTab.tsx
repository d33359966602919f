import { Search as SearchIcon, SlidersHorizontal } from 'lucide-react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import { useSettings } from '../../state/settings'
import { IconButton } from '../../ui/Button'
import { inputLook } from '../../ui/Field'
import { classes } from '../../ui/classes'
import { useSettled } from '../../ui/useSettled'
import { Facets } from './Facets'
import { FilterChips } from './FilterChips'
import { ProductCard } from './ProductCard'
import { ProductList } from './ProductList'
import { NO_SEARCH, setSearch, showProduct, useCatalogueSession, useCatalogueView } from './session'

const FACETS = 'Catalogue facets'

/** The products of a catalogue: searched by words and meaning, narrowed down, sorted; the one chosen with all its facts beside them. */
export function ProductsTab({ catalogue }: { readonly catalogue: CatalogueSummary }) {
  const { name, version, currency } = catalogue
  const search = useCatalogueSession((state) => state.searches[name]) ?? NO_SEARCH
  const shown = useCatalogueSession((state) => state.products[name])
  const sort = useCatalogueView((state) => state.sort)
  const facets = useSettings((state) => state.open[FACETS] ?? true)
  const setOpen = useSettings((state) => state.setOpen)
  // Only what is typed is waited for; a choice holds at once.
  const asked = { ...search, text: useSettled(search.text) }
  return (
    <div className="@container flex h-full min-w-0">
      {facets && (
        <section
          aria-label="Narrow down"
          className={classes(
            'w-52 shrink-0 overflow-y-auto border-r border-line',
            shown !== undefined && '@max-[1000px]:hidden',
          )}
        >
          <Facets catalogue={name} currency={currency} search={search} asked={asked} />
        </section>
      )}
      <section aria-label="Products" className="flex min-w-0 flex-1 flex-col">
        <div className="flex items-center gap-2 px-4 pt-2.5 pb-2">
          <IconButton
            label={facets ? 'Hide what can be narrowed down' : 'Narrow down'}
            aria-expanded={facets}
            onClick={() => setOpen(FACETS, !facets)}
          >
            <SlidersHorizontal className="size-4" aria-hidden />
          </IconButton>
          <label className="relative block min-w-0 flex-1">
            <SearchIcon className="absolute top-2 left-2.5 size-4 text-ink-3" aria-hidden />
            <input
              type="search"
              aria-label="Search products"
              placeholder="Words, or what it is for"
              spellCheck={false}
              maxLength={200}
              value={search.text}
              onChange={(event) => setSearch(name, { text: event.target.value })}
              className={classes(inputLook, 'h-8 pl-8')}
            />
          </label>
        </div>
        <FilterChips catalogue={name} search={search} currency={currency} />
        <ProductList catalogue={name} version={version} search={asked} sort={sort} shown={shown} />
      </section>
      {shown !== undefined && (
        <section
          aria-label="Product"
          className="w-[400px] max-w-[56%] shrink-0 overflow-y-auto border-l border-line"
        >
          <ProductCard key={shown} catalogue={name} id={shown} onClose={() => showProduct(name, undefined)} />
        </section>
      )}
    </div>
  )
}
