/** Catalogue. */
export function CataloguePage() {
  return null
}
