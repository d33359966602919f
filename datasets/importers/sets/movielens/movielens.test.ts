/**
 * Files in the layout that the READMEs of the MovieLens releases describe, with films, people and ratings made up here:
 *
 * - 100k: `u.data` is `user id | item id | rating | timestamp`, tab-separated; `u.item` has 24 fields separated by bars, the last 19 genre flags from
 *   "unknown" to "Western", in latin-1; `u.user` is `user id | age | gender | occupation | zip code`. Splits such as `u1.base` lie beside it.
 * - 1M: `ratings.dat`, `movies.dat` (genres separated by bars) and `users.dat` (age and occupation as codes), fields separated by `::`, in latin-1.
 * - 20M and later: `ratings.csv` with half stars and `movies.csv`, where titles with commas are quoted and a film may have "(no genres listed)".
 */
import { gzipSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { openImport } from '../../open'
import { importAll, outline, scratch } from '../../testing'

const files = scratch()
afterAll(files.remove)

const latin1 = (text: string) => Buffer.from(text, 'latin1')
const flags = (...set: readonly number[]) =>
  Array.from({ length: 19 }, (_, at) => (set.includes(at) ? '1' : '0')).join('|')

const hundred = {
  'u.item': latin1(
    [
      `1|The Paper Lighthouse (1994)|01-Jan-1994||http://us.imdb.com/M/title-exact?Paper|${flags(3, 4, 5)}`,
      `2|Fl\xfcsterpost (1995)|14-Feb-1995||http://us.imdb.com/M/title-exact?Fl|${flags(8)}`,
      `3|unknown||||${flags(0)}`,
      `4|Leather Moon, The (1996)|23-Aug-1996||http://us.imdb.com/M/title-exact?Leather|${flags(18)}`,
    ].join('\n'),
  ),
  'u.user': '1|24|M|technician|85711\n2|53|F|other|94043\n3|17|F|none|15213\n',
  'u.data': '1\t2\t3\t881250949\n2\t1\t1\t891717742\n1\t1\t5\t878887116\n3\t4\t4\t880606923\n',
  'u1.base': '1\t2\t3\t881250949\n2\t1\t1\t891717742\n',
  'u.genre': 'unknown|0\nAction|1\n',
  README: 'SUMMARY & USAGE LICENSE\n',
}
const million = {
  'movies.dat': latin1(
    "1::The Paper Lighthouse (1994)::Animation|Children's|Comedy\n2::Fl\xfcsterpost (1995)::Drama\n",
  ),
  'users.dat': '1::F::1::10::48067\n2::M::56::16::70072\n',
  'ratings.dat': '1::2::5::978300760\n1::1::3::978302109\n2::1::4::978298413\n',
}
const latest = {
  'movies.csv':
    'movieId,title,genres\r\n1,"Lighthouse, The Paper (1994)",Animation|Comedy\r\n2,Flüsterpost (1995),(no genres listed)\r\n',
  'ratings.csv': 'userId,movieId,rating,timestamp\r\n1,1,0.5,964982703\r\n2,2,4.0,964981247\r\n',
  'tags.csv': 'userId,movieId,tag,timestamp\r\n2,1,quiet,1445714994\r\n',
}

describe('100k', () => {
  it('reads films, people and every rating, whatever its stars', async () => {
    const source = await openImport(files.folder(hundred))
    expect([source.format, source.origin]).toEqual([
      'movielens-100k',
      'u.item + u.user + u.data (movielens-100k; not used: README, u.genre, u1.base)',
    ])
    expect(await outline(files.folder(hundred))).toEqual([
      'The Paper Lighthouse (1994)',
      'Flüsterpost (1995)',
      'unknown',
      'Leather Moon, The (1996)',
      'Shopper 1',
      'Shopper 2',
      'Shopper 3',
      '1 purchase 2',
      '2 purchase 1',
      '1 purchase 1',
      '3 purchase 4',
    ])
  })
  it('makes a film with its genres and date, and no facts from its title', async () => {
    const [first, , , moon] = await importAll(files.folder(hundred))
    expect(first).toMatchObject({
      product: { id: '1', noun: 'film', category: "Animation, Children's, Comedy", listedOn: '1994-01-01' },
    })
    expect(moon).toMatchObject({
      product: { category: 'Western', facts: [], source: { released: '23-Aug-1996' } },
    })
  })
  it('gives shoppers segments and ratings their moment', async () => {
    const items = await importAll(files.folder(hundred))
    expect(items.flatMap((item) => (item.type === 'shopper' ? [item.shopper.segments] : []))).toEqual([
      { ageBand: 'under 25', gender: 'man', occupation: 'technician' },
      { ageBand: '45-54', gender: 'woman', occupation: 'other' },
      { ageBand: 'under 25', gender: 'woman' },
    ])
    expect(items.at(7)).toMatchObject({ row: 1, file: 'u.data', interaction: { atMs: 881_250_949_000 } })
  })
  it('refuses what is damaged, with file and row', async () => {
    const rows = [
      '1\t2\t3\t881250949',
      '1\t2\t3',
      '1\t99\t3\t881250949',
      '9\t1\t3\t881250949',
      '2\t1\tten\t881250949',
      '2\t1\t3\tnoon',
      '1\t2\t3\t881250950',
    ]
    const people =
      '1|24|M|technician|85711\n2|old|F|other|94043\n1|30|F|artist|55555\n4|40|F|writer|11111\n5|41|F|writer|11111\n6|42|F|writer|1\n7|43|M|writer|1\n8|44|M|writer|1\n9|45|M|writer\n10|46|M|writer|1\n'
    const items = await importAll(files.folder({ ...hundred, 'u.user': people, 'u.data': rows.join('\n') }))
    expect(items.flatMap((item) => (item.type === 'refused' ? [item.refused] : []))).toEqual([
      { file: 'u.user', row: 2, field: 'age', reason: '"old" is no age' },
      { file: 'u.user', row: 3, field: 'id', reason: 'the id "1" repeats row 1' },
      { file: 'u.user', row: 9, field: '', reason: 'the row has 4 fields instead of 5' },
      { file: 'u.data', row: 2, field: '', reason: 'the row has 3 fields instead of 4' },
      { file: 'u.data', row: 3, field: 'movie', reason: 'there is no product "99"' },
      { file: 'u.data', row: 4, field: 'user', reason: 'there is no shopper "9"' },
      { file: 'u.data', row: 5, field: 'rating', reason: '"ten" is no rating' },
      { file: 'u.data', row: 6, field: 'timestamp', reason: '"noon" is no Unix time' },
      { file: 'u.data', row: 7, field: '', reason: 'the same event as an earlier row' },
    ])
  })
  it('reads packed files of other names by what is in them', async () => {
    const packed = { 'a.gz': gzipSync(hundred['u.data']), b: hundred['u.item'], c: hundred['u.user'] }
    expect((await importAll(files.folder(packed))).length).toBe(11)
  })
  it.each([
    ['a folder', () => files.folder({ 'u.data': hundred['u.data'] })],
    ['a file', () => files.write('u.data', hundred['u.data'])],
  ])('says what is missing beside %s of ratings alone', async (_, path) => {
    await expect(openImport(path())).rejects.toThrow(
      /holds MovieLens ratings without their films \(u\.item\)/,
    )
  })
  it('takes films alone', async () => {
    expect((await outline(files.write('u.item', hundred['u.item']))).length).toBe(4)
  })
})

describe('1M', () => {
  it('reads films, people and ratings', async () => {
    const path = files.folder(million)
    expect((await openImport(path)).format).toBe('movielens-1m')
    expect(await outline(path)).toEqual([
      'The Paper Lighthouse (1994)',
      'Flüsterpost (1995)',
      'Shopper 1',
      'Shopper 2',
      '1 purchase 2',
      '1 purchase 1',
      '2 purchase 1',
    ])
  })
  it('spells out the codes for ages and occupations', async () => {
    const items = await importAll(files.folder(million))
    expect(items.flatMap((item) => (item.type === 'shopper' ? [item.shopper.segments] : []))).toEqual([
      { ageBand: 'under 18', gender: 'woman', occupation: 'K-12 student' },
      { ageBand: '56 and over', gender: 'man', occupation: 'self-employed' },
    ])
  })
  it('makes shoppers of those who rated where no file tells of them, as in 10M', async () => {
    const rest = { 'movies.dat': million['movies.dat'], 'ratings.dat': million['ratings.dat'] }
    expect((await outline(files.folder(rest))).slice(2)).toEqual([
      'Shopper 1',
      '1 purchase 2',
      '1 purchase 1',
      'Shopper 2',
      '2 purchase 1',
    ])
  })
})

describe('CSV', () => {
  it('reads quoted titles, half stars and films without genres', async () => {
    const path = files.folder(latest)
    expect((await openImport(path)).format).toBe('movielens-csv')
    const items = await importAll(path)
    expect(
      items.map((item) =>
        item.type === 'product' ? [item.product.title, item.product.category] : item.type,
      ),
    ).toEqual([
      ['Lighthouse, The Paper (1994)', 'Animation, Comedy'],
      ['Flüsterpost (1995)', ''],
      'shopper',
      'interaction',
      'shopper',
      'interaction',
    ])
  })
  it('shows its files, and takes a currency but no columns', async () => {
    const source = await openImport(files.folder(latest), { map: { currency: 'EUR' } })
    expect([source.currency, source.currencyFound?.how]).toEqual(['EUR', 'given'])
    expect(
      source.tables?.map(({ file, first, uses }) => [file, first[0], Object.keys(uses ?? {}).length > 0]),
    ).toEqual([
      [
        'movies.csv',
        {
          row: 2,
          fields: { movieId: '1', title: 'Lighthouse, The Paper (1994)', genres: 'Animation|Comedy' },
        },
        true,
      ],
      [
        'ratings.csv',
        { row: 2, fields: { userId: '1', movieId: '1', rating: '0.5', timestamp: '964982703' } },
        true,
      ],
    ])
    const hundredTables = (await openImport(files.folder(hundred))).tables
    expect(hundredTables?.map(({ first }) => first[0])).toMatchObject([
      { row: 1, fields: { 'movie id': '1', Animation: '1', Western: '0' } },
      { row: 1, fields: { 'user id': '1', age: '24' } },
      { row: 1, fields: { 'user id': '1', 'item id': '2' } },
    ])
    await expect(openImport(files.folder(latest), { map: { title: 'genres' } })).rejects.toThrow(
      /names "title", and the columns of movielens-csv are fixed/,
    )
  })
  it('is forced by name, and then says what is missing', async () => {
    const path = files.folder({ 'a.csv': 'title,price\nOak Table,1\n' })
    await expect(openImport(path, { format: 'movielens-csv' })).rejects.toThrow(
      /without their films \(movies\.csv\)/,
    )
  })
})
