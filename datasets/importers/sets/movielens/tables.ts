/** The files of a MovieLens release as tables; what its READMEs call the columns of files without a header. */
import type { SourceTable } from '../../types'
import type { SetFile } from '../files'
import type { Uses } from '../fixed'
import { cellTable, field, headedTable, segment } from '../fixed'
import type { FileShape, Release } from './releases'
import { GENRES } from './releases'

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'u.item': ['movie id', 'movie title', 'release date', 'video release date', 'IMDb URL', ...GENRES],
  'u.user': ['user id', 'age', 'gender', 'occupation', 'zip code'],
  'u.data': ['user id', 'item id', 'rating', 'timestamp'],
  'movies.dat': ['MovieID', 'Title', 'Genres'],
  'users.dat': ['UserID', 'Gender', 'Age', 'Occupation', 'Zip-code'],
  'ratings.dat': ['UserID', 'MovieID', 'Rating', 'Timestamp'],
}

const USES: Readonly<Record<'films' | 'users' | 'ratings', Uses>> = {
  films: {
    'movie id': field('id'),
    'movie title': field('title'),
    'release date': field('listedOn'),
    ...Object.fromEntries(GENRES.slice(1).map((genre) => [genre, field('category')])),
    MovieID: field('id'),
    Title: field('title'),
    Genres: field('category'),
    movieId: field('id'),
    title: field('title'),
    genres: field('category'),
  },
  users: {
    'user id': field('id'),
    age: segment('ageBand'),
    gender: segment('gender'),
    occupation: segment('occupation'),
    UserID: field('id'),
    Gender: segment('gender'),
    Age: segment('ageBand'),
    Occupation: segment('occupation'),
  },
  ratings: {
    'user id': field('shopper'),
    'item id': field('product'),
    timestamp: field('at'),
    UserID: field('shopper'),
    MovieID: field('product'),
    Timestamp: field('at'),
    userId: field('shopper'),
    movieId: field('product'),
  },
}

function tableOf(file: SetFile, shape: FileShape, uses: Uses): SourceTable {
  const names = NAMES[shape.name]
  return names ? cellTable(file, shape.separator, names, uses) : headedTable(file, shape.separator, uses)
}

/** The files of a release that are read, films first. */
export function releaseTables(
  release: Release,
  files: Readonly<Record<'films' | 'users' | 'ratings', SetFile | undefined>>,
): readonly SourceTable[] {
  return (['films', 'users', 'ratings'] as const).flatMap((part) => {
    const [file, shape] = [files[part], release[part]]
    return file && shape ? [tableOf(file, shape, USES[part])] : []
  })
}
