/** What every file of a join is, and what its columns become: said by a person, the rest guessed and checked. */
import { ShelftalkError } from '../../../../shared/contract/errors'
import { NO_COLUMN } from '../../../../shared/domain/importing'
import type { DayOrder } from '../../dates'
import { detectFormat } from '../../detect'
import { ImportFileError } from '../../errors'
import { isCurrency } from '../../price'
import { guessDelimiter, headerNames } from '../../records/csv'
import { readRecords } from '../../records/read'
import { IMPORT_FORMATS, isRefusal } from '../../types'
import type { FileFormat, RecordOrRefusal } from '../../types'
import type { SetFile, SetFiles } from '../files'
import { readable } from '../files'
import { readLookups, withNames } from './lookups'
import type { Lookup } from './lookups'
import { guessInteractions, guessProducts, guessRole, guessShoppers } from './guess'
import { INTERACTION_FIELDS, ROLES, SHOPPER_FIELDS, isKindWord } from './spec'
import type { JoinSpec, Role } from './spec'

/** Records looked at to learn a file's columns. */
const PEEK = 50

/** A file whose columns are known. */
export interface TableFile extends SetFile {
  readonly format: FileFormat
  readonly columns: readonly string[]
  /** The first records, at most fifty. */
  readonly first: readonly RecordOrRefusal[]
}

type Names = Readonly<Record<string, string>>

/** The files of one part and what their columns mean. */
export interface Part {
  readonly files: readonly TableFile[]
  readonly fields: Names
}

/** A whole join, ready to be read. */
export interface JoinPlan {
  readonly products: Part
  /** Tables that name what products have a key of; the products' files have their columns already. */
  readonly lookups: readonly Lookup[]
  readonly shoppers?: Part & { readonly segments: Names }
  readonly interactions?: Part
  readonly dates?: DayOrder
}

/** The columns that the first line of a delimited text names. */
function headerOf({ name, sniffed: { sample } }: SetFile) {
  const line = sample.split(/\r?\n|\r/)[0] ?? ''
  return {
    name,
    columns: headerNames(line.split(guessDelimiter(line)).map((cell) => cell.replaceAll('"', ''))),
  }
}

/** A file's columns among its first records; undefined where it is no table. Throws ImportFileError for one of the join's that cannot be read. */
async function tableOf(file: SetFile): Promise<TableFile | undefined> {
  const format = detectFormat(file.path, file.sniffed)
  const first: RecordOrRefusal[] = []
  try {
    for await (const record of readRecords(readable(file, format), () => undefined))
      if (first.push(record) === PEEK) break
  } catch (cause) {
    // A text that is no table is passed over; a table of the join that cannot be read is not.
    if (cause instanceof ImportFileError && guessRole(headerOf(file)) === undefined) return undefined
    throw cause
  }
  const columns = new Set(first.flatMap((record) => (isRefusal(record) ? [] : Object.keys(record.fields))))
  return columns.size === 0 ? undefined : { ...file, format, columns: [...columns], first }
}

function matches(pattern: string, name: string): boolean {
  const parts = pattern.split('*').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`, 'i').test(name)
}

function bad(message: string, hint: string): ShelftalkError {
  return new ShelftalkError('BAD_INPUT', message, hint)
}

function listed(files: readonly TableFile[]): string {
  return files
    .slice(0, 12)
    .map(({ name, columns }) => `${name} (${columns.slice(0, 20).join(', ')})`)
    .join('; ')
}

/** Files whose columns are the same, the group with the most bytes first. */
function groups(files: readonly TableFile[]): readonly (readonly TableFile[])[] {
  const byHeader = new Map<string, TableFile[]>()
  for (const file of files) {
    const header = [...file.columns].sort().join('\u0001')
    byHeader.set(header, [...(byHeader.get(header) ?? []), file])
  }
  const bytes = (group: readonly TableFile[]) => group.reduce((sum, file) => sum + file.sniffed.totalBytes, 0)
  return [...byHeader.values()].sort((a, b) => bytes(b) - bytes(a))
}

/** The name, with stars, of the files that a person gave to a part. */
function patternOf(role: Role, spec: JoinSpec): string | undefined {
  return (spec[role] as Names)['file']
}

/** True for a file that a person gave to another part. */
function isElsewhere(role: Role, { name }: TableFile, spec: JoinSpec): boolean {
  return ROLES.some((other) => other !== role && matches(patternOf(other, spec) ?? NO_COLUMN, name))
}

/** The files of a part: as named, else the largest group that looks like it; `wanted` prefers files that have that column. */
function filesOf(
  role: Role,
  tables: readonly TableFile[],
  spec: JoinSpec,
  wanted?: string,
): readonly TableFile[] {
  const pattern = patternOf(role, spec)
  if (pattern === NO_COLUMN) return []
  if (pattern !== undefined) {
    const named = tables.filter(({ name }) => matches(pattern, name))
    if (named.length > 0) return named
    throw bad(
      `The mapping says ${role}.file=${pattern}, and there is no such table.`,
      `Tables are: ${listed(tables)}.`,
    )
  }
  const alike = tables.filter((file) => guessRole(file) === role && !isElsewhere(role, file, spec))
  const found = groups(alike)
  return found.find((group) => wanted !== undefined && group[0]?.columns.includes(wanted)) ?? found[0] ?? []
}

/** Every column named must be in every file of its part. */
function checkColumns(role: string, files: readonly TableFile[], fields: Names): void {
  for (const [field, column] of Object.entries(fields)) {
    const lacking = files.find(({ columns }) => !columns.includes(column))
    if (
      lacking === undefined ||
      (field === 'kind' && isKindWord(column)) ||
      (field === 'currency' && isCurrency(column))
    )
      continue
    throw bad(
      `The mapping ${role}.${field}=${column} names a column that "${lacking.name}" does not have.`,
      `Its columns: ${lacking.columns.slice(0, 40).join(', ')}.`,
    )
  }
}

/** What was said over what was guessed; `-` takes a guess back. */
function merged(guessed: Names, said: Names): Names {
  const all = Object.entries({ ...guessed, ...said })
  return Object.fromEntries(all.filter(([field, column]) => field !== 'file' && column !== NO_COLUMN))
}

function mustHave(role: Role, fields: Names, needed: readonly string[], files: readonly TableFile[]): void {
  const missing = needed.find((field) => fields[field] === undefined)
  if (missing === undefined) return
  throw bad(
    `Which column of the ${role} is "${missing}" could not be told.`,
    `Say it with --map ${role}.${missing}=COLUMN. ${listed(files.slice(0, 1))}.`,
  )
}

function interactionPart(files: readonly TableFile[], spec: JoinSpec): Part | undefined {
  const [file] = files
  if (!file) return undefined
  const fields = merged(guessInteractions(file.columns), spec.interactions)
  mustHave('interactions', fields, INTERACTION_FIELDS.slice(0, 2), files)
  checkColumns('interactions', files, fields)
  return { files, fields }
}

function shopperPart(files: readonly TableFile[], spec: JoinSpec): JoinPlan['shoppers'] {
  const [file] = files
  if (!file) return undefined
  const guessed = guessShoppers(file.columns)
  const fields = merged(guessed.fields, spec.shoppers)
  const segments = merged(guessed.segments, spec.segments)
  mustHave('shoppers', fields, SHOPPER_FIELDS.slice(0, 1), files)
  checkColumns('shoppers', files, fields)
  checkColumns('segments', files, segments)
  return { files, fields, segments }
}

/** The mapping of the products, with the id that interactions refer to. */
function productPart(files: readonly TableFile[], spec: JoinSpec, referred: string | undefined): Part {
  const [file] = files
  const said = Object.entries(spec.products as Names).filter(([field]) => field !== 'file')
  const given = new Set(said.map(([, column]) => column))
  const guessed = Object.entries(guessProducts(file?.columns ?? [], referred))
  const fields: Names = Object.fromEntries([...guessed.filter(([, column]) => !given.has(column)), ...said])
  if (referred !== undefined) mustHave('products', fields, ['id'], files)
  const named = Object.entries(fields).filter(([, column]) => column !== NO_COLUMN)
  checkColumns('products', files, Object.fromEntries(named))
  return { files, fields }
}

/** A file of products with the columns that its keys lead to. */
function looked(file: TableFile, lookups: readonly Lookup[]): TableFile {
  const columns = [...new Set([...file.columns, ...lookups.flatMap(({ gives }) => Object.values(gives))])]
  return { ...file, columns, first: file.first.map((record) => withNames(record, lookups)) }
}

/** Settles a join over the files of a set. Throws ShelftalkError `BAD_INPUT` where no file holds products, or a mapping names what is not there. */
export async function planJoin(set: SetFiles, spec: JoinSpec): Promise<JoinPlan> {
  const tables: TableFile[] = []
  for (const file of set.files) {
    const table = await tableOf(file)
    if (table) tables.push(table)
  }
  const chosen = (role: Role, wanted?: string) => filesOf(role, tables, spec, wanted)
  const interactions = interactionPart(chosen('interactions'), spec)
  const referred = interactions?.fields['product']
  const catalogue = chosen('products', referred)
  if (catalogue.length === 0) throw noProducts(set.path, tables)
  const shoppers = shopperPart(chosen('shoppers', interactions?.fields['shopper']), spec)
  const used = new Set([...catalogue, ...(shoppers?.files ?? []), ...(interactions?.files ?? [])])
  const rest = tables.filter((table) => !used.has(table))
  const lookups = await readLookups(rest, catalogue[0]?.columns ?? [])
  const named = catalogue.map((file) => looked(file, lookups))
  return {
    products: productPart(named, spec, referred),
    lookups,
    ...(shoppers ? { shoppers } : {}),
    ...(interactions ? { interactions } : {}),
    ...(spec.dates ? { dates: spec.dates } : {}),
  }
}

function noProducts(path: string, tables: readonly TableFile[]): ShelftalkError {
  if (tables.length === 0)
    return new ImportFileError(path, 'holds no table', `Formats: ${IMPORT_FORMATS.join(', ')}.`)
  return bad(
    `No file of "${path}" looks like products: a title and an id, and no shopper.`,
    `Say which it is with --map products.file=NAME,products.title=COLUMN. Tables are: ${listed(tables)}. Formats: ${IMPORT_FORMATS.join(', ')}.`,
  )
}
