import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { exposureClasses } from '../../models/fairness/merchandise'
import type { Product } from '../../shared/domain/catalogue'
import { shelfClassOf } from '../../shared/domain/exposure'
import { along, product } from './fixtures'
import { openStore } from './store'

const inr = (minor: number) => ({ minor, currency: 'INR' })

/** As untidy as imports can be. */
const shelf: readonly Product[] = [
  product('pack', 'Pack', { noun: 'backpack', brand: ' Fenmoor ', price: inr(5000), wasPrice: inr(8000) }),
  product('mug', 'Mug', { category: '', aisle: 'kitchen', brand: '', price: inr(900) }),
  product('lamp', 'Lamp', { category: 'Home > Lamps > Reading', brand: 'Brae' }),
  product('tent', 'Tent', { category: ' Outdoor ', price: { minor: 100, currency: 'USD' } }),
]

it('gives products as columns whose classes are those that rules see', async () => {
  const home = await mkdtemp(join(tmpdir(), 'shelftalk-merchandise-'))
  const store = await openStore(home)
  try {
    const staged = await store.beginImport('shop', { origin: 'a test', currency: 'INR' })
    await staged.addProducts(
      shelf,
      shelf.map((_, at) => along(at)),
    )
    await staged.commit()
    const catalogue = await store.catalogue('shop')
    const { ids } = await catalogue.productColumns()
    const merchandise = await catalogue.merchandise()
    expect(ids).toEqual(shelf.map(({ id }) => id))
    expect(merchandise.kinds).toEqual(['backpack', 'thing', 'thing', 'thing'])
    expect([...merchandise.priceMinor]).toEqual([5000, 900, Number.NaN, Number.NaN])
    expect([...merchandise.wasMinor]).toEqual([8000, Number.NaN, Number.NaN, Number.NaN])
    expect([...merchandise.vectors]).toEqual(shelf.flatMap((_, at) => [...along(at)]))
    expect(await catalogue.merchandise()).toBe(merchandise)
    const classes = exposureClasses(merchandise)
    for (const by of ['aisle', 'category', 'brand'] as const) {
      const { of, values } = classes[by]
      const found = Array.from(of, (at) => values[at])
      expect(found).toEqual(shelf.map((one) => shelfClassOf(one, by)))
    }
    expect(classes.brand.values).toEqual(['Brae', 'Fenmoor'])
    expect(classes.category.values).toEqual(['Home', 'Outdoor', 'Things'])
  } finally {
    await store.close()
    await rm(home, { recursive: true, force: true })
  }
})
