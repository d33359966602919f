/** Products of one title: to a reader they are one thing, whatever their ids. */

/** A title as it is compared: upper and lower case are one, and so are spaces. */
export function plainTitle(title: string): string {
  return title.trim().replace(/\s+/g, ' ').toLowerCase()
}

/** A list parted: those whose title none before them bears, and the others. Upper and lower case are one, and so are spaces. */
export function byTitle<Item>(
  list: readonly Item[],
  titleOf: (item: Item) => string,
): { readonly first: readonly Item[]; readonly again: readonly Item[] } {
  const known = new Set<string>()
  const [first, again]: [Item[], Item[]] = [[], []]
  for (const item of list) {
    const title = plainTitle(titleOf(item))
    const place = known.has(title) ? again : first
    place.push(item)
    known.add(title)
  }
  return { first, again }
}
