/**
 * Writes products with the text that is embedded of them and queries with the products that answer them, for Python:
 *
 *     npx tsx build/bench/judgedPairs.ts --out FILE                  what is trained on: of the invented shop, nothing held out
 *     npx tsx build/bench/judgedPairs.ts --out FILE --held-out       what is measured on, over the whole shop
 *     npx tsx build/bench/judgedPairs.ts --out FILE --retail PATH    what is measured on, over the retail demo store's products.yaml
 */
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { importAll } from '../../datasets/importers/testing'
import type { JudgedQuery } from '../../datasets/judged/judged'
import { judgedRetail } from '../../datasets/judged/retail/judge'
import { heldOutQueries as retailQueries } from '../../datasets/judged/retail/queries'
import { heldOutQueries, trainingQueries } from '../../datasets/judged/world/queries'
import { isHeldOut, readWorldProducts } from '../../datasets/world/read'
import { productText } from '../../models/embed/productText'
import type { Product } from '../../shared/domain/catalogue'

interface Judged {
  readonly products: readonly Product[]
  readonly queries: readonly JudgedQuery[]
}

const { values } = parseArgs({
  options: { out: { type: 'string' }, 'held-out': { type: 'boolean' }, retail: { type: 'string' } },
})
if (!values.out) throw new Error('Say where to write: --out FILE')

const { products, queries } = values.retail === undefined ? await ofShop() : await ofRetail(values.retail)
await writeFile(
  values.out,
  JSON.stringify({
    products: products.map((product) => ({ id: product.id, text: productText(product) })),
    queries: queries.map((one) => ({ query: one.query, best: graded(one, 2), fair: graded(one, 1) })),
  }),
)
console.log(`${queries.length} queries over ${products.length} products to ${values.out}`)

async function ofShop(): Promise<Judged> {
  const all = await readWorldProducts()
  return values['held-out']
    ? { products: all, queries: heldOutQueries(all) }
    : { products: all.filter(({ id }) => !isHeldOut(id)), queries: trainingQueries(all) }
}

async function ofRetail(path: string): Promise<Judged> {
  const items = await importAll(path)
  const all = items.flatMap((item) => (item.type === 'product' ? [item.product] : []))
  return { products: all, queries: judgedRetail(retailQueries, all) }
}

function graded({ grades }: JudgedQuery, wanted: number): readonly string[] {
  return [...grades].flatMap(([id, grade]) => (grade === wanted ? [id] : []))
}
