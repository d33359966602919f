/** The queries against the real catalogue, where a checkout keeps it in `../shared/data` beside the repository. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'
import { importAll } from '../../importers/testing'
import { judgedRetail } from './judge'
import { heldOutQueries, tuningQueries } from './queries'

const file = resolve(import.meta.dirname, '../../../../shared/data/retail-demo-store/products.yaml')
const present = existsSync(file)
const name = 'every query has a best answer among the products of the retail demo store'

it.skipIf(!present)(
  present ? name : `${name} (skipped: ../shared/data/retail-demo-store is not there)`,
  { timeout: 120_000 },
  async () => {
    const products = (await importAll(file)).flatMap((item) =>
      item.type === 'product' ? [item.product] : [],
    )
    const queries = [...tuningQueries, ...heldOutQueries]
    const answered = judgedRetail(queries, products)
      .filter(({ grades }) => [...grades.values()].includes(2))
      .map(({ query }) => query)
    expect(queries.map(([query]) => query).filter((query) => !answered.includes(query))).toEqual([])
  },
)
