/** Products of one title: to a reader they are one thing, whatever their ids. */

/** A list parted: those whose title none before them bears, and the others. Upper and lower case are one, and so are spaces. */
export function byTitle<Item>(
  list: readonly Item[],
  titleOf: (item: Item) => string,
): { readonly first: readonly Item[]; readonly again: readonly Item[] } {
  const known = new Set<string>()
  const [first, again]: [Item[], Item[]] = [[], []]
  for (const item of list) {
    const title = titleOf(item).trim().replace(/\s+/g, ' ').toLowerCase()
    const place = known.has(title) ? again : first
    place.push(item)
    known.add(title)
  }
  return { first, again }
}
