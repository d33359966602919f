/**
 * The shop must reward a recommender that looks at the shopper: item-to-item neighbours against popularity, last product left out,
 * asked for every third shopper.
 */
import { expect, it } from 'vitest'
import type { Interaction } from '../../shared/domain/catalogue'
import { readWorld } from './read'

/** Different products of each shopper, by the last time she met them. */
function sequences(events: readonly Interaction[]): readonly (readonly string[])[] {
  const byShopper = new Map<string, Set<string>>()
  for (const { shopperId, productId } of events) {
    const met = byShopper.get(shopperId) ?? new Set()
    byShopper.set(shopperId, met)
    met.delete(productId)
    met.add(productId)
  }
  return [...byShopper.values()].filter((met) => met.size >= 3).map((met) => [...met])
}

function best(scores: ReadonlyMap<string, number>, seen: ReadonlySet<string>): readonly string[] {
  return [...scores]
    .filter(([id]) => !seen.has(id))
    .sort((a, b) => b[1] - a[1])
    .slice(0, 10)
    .map(([id]) => id)
}

function hitRates(events: readonly Interaction[]): {
  readonly popularity: number
  readonly neighbours: number
} {
  const all = sequences(events)
  const train = all.map((sequence) => sequence.slice(0, -1))
  const owners = new Map<string, number[]>()
  for (const [user, items] of train.entries()) {
    for (const id of items) {
      const users = owners.get(id)
      if (users) users.push(user)
      else owners.set(id, [user])
    }
  }
  const popularity = new Map([...owners].map(([id, users]) => [id, users.length]))
  const hits = { popularity: 0, neighbours: 0 }
  const asked = [...train.entries()].filter(([user]) => user % 3 === 0)
  for (const [user, items] of asked) {
    const seen = new Set(items)
    const scores = new Map<string, number>()
    for (const id of items) {
      for (const other of owners.get(id) ?? []) {
        for (const candidate of train[other] ?? []) {
          const norm = Math.sqrt(((popularity.get(id) ?? 0) + 10) * ((popularity.get(candidate) ?? 0) + 10))
          scores.set(candidate, (scores.get(candidate) ?? 0) + 1 / norm)
        }
      }
    }
    const target = all[user]?.at(-1) ?? ''
    if (best(popularity, seen).includes(target)) hits.popularity++
    if (best(scores, seen).includes(target)) hits.neighbours++
  }
  return { popularity: hits.popularity / asked.length, neighbours: hits.neighbours / asked.length }
}

it('lets neighbours of purchases beat popularity by half and more', async () => {
  const { interactions } = await readWorld()
  const rates = hitRates(interactions.filter((event) => event.kind === 'purchase'))
  expect(rates.popularity).toBeGreaterThan(0.02)
  expect(rates.neighbours).toBeGreaterThan(rates.popularity * 1.5)
})
