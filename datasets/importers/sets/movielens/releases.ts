/** How the MovieLens releases write their files, as their READMEs say. */
import type { Shopper } from '../../../../shared/domain/catalogue'
import { ageBand, genderOf } from '../../segments'
import { cleanText } from '../../text'
import { looksLike } from '../cells'
import type { SetFile } from '../files'

/** The field of a line that is wrong, and why. */
export interface Fault {
  readonly field: string
  readonly reason: string
}

/** What a line says, or what is wrong with it. */
export type Read<Value> = Value | Fault

/** A film as its line states it. */
export interface Film {
  readonly id: string
  readonly title: string
  readonly genres: readonly string[]
  /** As the file spells it; empty when it does not say. */
  readonly released: string
}

/** A file of a release. */
export interface FileShape {
  /** What it is usually called. */
  readonly name: string
  /** What a line looks like, in files without a header. */
  readonly line?: RegExp
  readonly header?: RegExp
  /** What stands between cells; cells may be quoted where there is a header. */
  readonly separator: string
}

/** One release. */
export interface Release {
  readonly ratings: FileShape
  readonly films: FileShape
  readonly users?: FileShape
  readonly readFilm: (cells: readonly string[]) => Read<Film>
  readonly readUser: (cells: readonly string[]) => Read<Pick<Shopper, 'id' | 'segments'>>
}

/** The flags of `u.item`, in their order. */
export const GENRES =
  "unknown|Action|Adventure|Animation|Children's|Comedy|Crime|Documentary|Drama|Fantasy|Film-Noir|Horror|Musical|Mystery|Romance|Sci-Fi|Thriller|War|Western".split(
    '|',
  )

/** Age codes of `users.dat`. */
const AGES: Readonly<Record<string, string>> = {
  '1': 'under 18',
  '18': '18-24',
  '25': '25-34',
  '35': '35-44',
  '45': '45-49',
  '50': '50-55',
  '56': '56 and over',
}

/** Occupation codes of `users.dat`, from 0. */
const OCCUPATIONS =
  'other|academic/educator|artist|clerical/admin|college/grad student|customer service|doctor/health care|executive/managerial|farmer|homemaker|K-12 student|lawyer|programmer|retired|sales/marketing|scientist|self-employed|technician/engineer|tradesman/craftsman|unemployed|writer'.split(
    '|',
  )

const wrong = (field: string, reason: string) => ({ field, reason })
const fewCells = (cells: readonly string[], needed: number) =>
  wrong('', `the row has ${cells.length} fields instead of ${needed}`)

/** `id|title|release date|video release date|IMDb address|19 flags`. */
function itemLine(cells: readonly string[]): Read<Film> {
  if (cells.length !== 5 + GENRES.length) return fewCells(cells, 5 + GENRES.length)
  const [id = '', title = '', released = ''] = cells
  const flags = cells.slice(5).map((flag) => flag.trim())
  const odd = flags.findIndex((flag) => flag !== '0' && flag !== '1')
  if (odd >= 0) return wrong(GENRES[odd] ?? '', `"${(flags[odd] ?? '').slice(0, 20)}" is no flag`)
  return { id, title, released, genres: GENRES.filter((_, at) => at > 0 && flags[at] === '1') }
}

/** `id, title, genres with bars`. */
function filmLine(cells: readonly string[]): Read<Film> {
  if (cells.length !== 3) return fewCells(cells, 3)
  const [id = '', title = '', genres = ''] = cells
  const listed = genres.split('|').map((genre) => genre.trim())
  return {
    id,
    title,
    released: '',
    genres: listed.filter((genre) => genre !== '' && genre !== '(no genres listed)'),
  }
}

function occupation(text: string): Readonly<Record<string, string>> {
  const clean = cleanText(text, 60)
  return clean === '' || clean === 'none' ? {} : { occupation: clean }
}

/** `id|age|gender|occupation|zip code`; where somebody lives is not kept. */
function userLine100k(cells: readonly string[]): Read<Pick<Shopper, 'id' | 'segments'>> {
  if (cells.length !== 5) return fewCells(cells, 5)
  const [id = '', age = '', gender = '', job = ''] = cells
  const years = /^\d{1,3}$/.test(age.trim()) ? Number(age) : 0
  if (years < 1 || years > 120) return wrong('age', `"${age.slice(0, 20)}" is no age`)
  return { id, segments: { ageBand: ageBand(years), gender: genderOf(gender), ...occupation(job) } }
}

/** `id::gender::age code::occupation code::zip code`. */
function userLine1m(cells: readonly string[]): Read<Pick<Shopper, 'id' | 'segments'>> {
  if (cells.length !== 5) return fewCells(cells, 5)
  const [id = '', gender = '', age = '', job = ''] = cells
  const band = AGES[age.trim()]
  if (band === undefined)
    return wrong('Age', `"${age.slice(0, 20)}" is none of the codes ${Object.keys(AGES).join(', ')}`)
  const named = /^\d{1,2}$/.test(job.trim()) ? (OCCUPATIONS[Number(job)] ?? '') : ''
  return { id, segments: { ageBand: band, gender: genderOf(gender), ...occupation(named) } }
}

/** Text without `::`. */
const CELL = '(?:(?!::).)'

/** Every release: 100k, 1M (and 10M, which has no users), and the CSV files of 20M, 25M and "latest". */
export const RELEASES = {
  'movielens-100k': {
    ratings: { name: 'u.data', line: /^\d+\t\d+\t[0-5]\t\d{9,10}$/, separator: '\t' },
    films: { name: 'u.item', line: /^\d+\|[^|]*\|[^|]*\|[^|]*\|[^|]*(?:\|[01]){19}$/, separator: '|' },
    users: { name: 'u.user', line: /^\d+\|\d+\|[MF]\|[^|]*\|[^|]*$/, separator: '|' },
    readFilm: itemLine,
    readUser: userLine100k,
  },
  'movielens-1m': {
    ratings: { name: 'ratings.dat', line: /^\d+::\d+::[0-5](?:\.\d)?::\d{9,10}$/, separator: '::' },
    films: {
      name: 'movies.dat',
      line: new RegExp(`^\\d+::(?!\\d+::)${CELL}+::${CELL}*$`),
      separator: '::',
    },
    users: { name: 'users.dat', line: new RegExp(`^\\d+::[MF]::\\d+::\\d+::${CELL}*$`), separator: '::' },
    readFilm: filmLine,
    readUser: userLine1m,
  },
  'movielens-csv': {
    ratings: {
      name: 'ratings.csv',
      header: /^userId,movieId,rating,timestamp$/,
      separator: ',',
    },
    films: { name: 'movies.csv', header: /^movieId,title,genres$/, separator: ',' },
    readFilm: filmLine,
    readUser: userLine1m,
  },
} as const satisfies Readonly<Record<string, Release>>

/** The name of a release. */
export type ReleaseName = keyof typeof RELEASES

/**
 * The file of a shape: the one of the usual name where any line fits (the splits of 100k look like `u.data`, and that may be damaged), else the
 * largest of those that look like it.
 */
export function fileLike(files: readonly SetFile[], shape: FileShape | undefined): SetFile | undefined {
  if (!shape) return undefined
  const usual = files.find(({ name }) => name.replace(/\.(?:gz|zip)$/i, '').toLowerCase() === shape.name)
  if (usual && looksLike(usual, shape, 0)) return usual
  const alike = files.filter((file) => looksLike(file, shape))
  return alike.sort((a, b) => b.sniffed.totalBytes - a.sniffed.totalBytes)[0]
}
