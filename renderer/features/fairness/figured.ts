/** Whether figures are of the catalogue that is worked with now. Pure. */

/** A catalogue at a version. */
export interface CatalogueState {
  readonly name: string
  readonly version: number
}

/** What figures are of. */
export interface Figured {
  readonly catalogue: string
  readonly version: number
}

/** The catalogue that the top bar shows: the chosen one, else the first there is. */
export function shownCatalogue<Catalogue extends CatalogueState>(
  catalogues: readonly Catalogue[],
  chosen: string | undefined,
): Catalogue | undefined {
  return catalogues.find(({ name }) => name === chosen) ?? catalogues[0]
}

/** Said of figures of another catalogue, or of another version, than the one on show; undefined where they are of that. */
export function otherCatalogueWords(
  { catalogue, version }: Figured,
  shown: CatalogueState | undefined,
): string | undefined {
  if (!shown) return undefined
  if (shown.name !== catalogue)
    return `These figures are of “${catalogue}”; the top bar shows “${shown.name}”.`
  if (shown.version === version) return undefined
  return `These figures are of version ${version} of “${catalogue}”, which has come to version ${shown.version} since.`
}
