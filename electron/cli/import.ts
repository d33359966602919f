/** `shelftalk import`. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { ImportEvent } from '../../shared/contract/events'
import type { CurrencyFinding } from '../../shared/domain/importing'
import { importFile } from '../transports/operations'
import { checked, strictImportSchema } from '../transports/validate'
import type { CliContext, CommonOptions } from './command'
import { common, withEngine } from './shared'
import { previewText } from './importPreview'
import { counted, importText } from './show'

interface Options extends CommonOptions {
  readonly format?: string
  readonly name?: string
  readonly map?: readonly string[]
  readonly preview?: boolean
}

const HELP = `
Files by themselves: CSV, TSV, JSON, JSON lines, YAML, Shopify's CSV, product feeds (XML), Parquet.
Folders, or several files, known by what is in them (--format names one):
  movielens-100k, movielens-1m, movielens-csv   films, people, every rating
  amazon-reviews   2014, 2018 or 2023: metadata and reviews, a folder or two paths
  retailrocket     events, item properties, category tree
  dummyjson        products with reviews, users, carts
  tables           files of products, shoppers and orders, joined by their columns
  retail-demo-store   products.yaml with users.json
How tables join is guessed from their columns; --map says otherwise, "-" for no column:
  --map products.file=Items.csv,products.title=Label
  --map interactions.file=Sales_*.csv,interactions.shopper=CustomerKey,interactions.product=ItemKey
  --map interactions.at=OrderDate,dates=day-first,interactions.kind=purchase
  --map segments.region=Country,segments.ageBand=BirthDate,segments.incomeBand=-`

/** Adds the command. */
export function importCommand(program: Command, context: CliContext): void {
  common(
    program
      .command('import')
      .description(
        'Imports a catalogue, with shoppers and what they bought where the files have them, as a new version; nothing is changed when it cannot be read.',
      )
      .addHelpText('after', HELP),
  )
    .argument(
      '<path...>',
      'a file of products, a folder of files that belong together, or several such files; gzipped or not',
    )
    .option('--format <NAME>', 'how to read it (default: found out by what is in it)')
    .option('--name <NAME>', "the catalogue's name (default: after the file)")
    .option(
      '--map <MEANING=COLUMN,...>',
      'which column is what, such as title=Name,price=Cost',
      (value: string, before: readonly string[] | undefined) => [...(before ?? []), value],
    )
    .option('--preview', 'show what the first rows would become, and store nothing')
    .action(async (paths: readonly string[], options: Options) => {
      for (const path of paths) await mustExist(path)
      const [path = '', ...others] = paths.map((given) => resolve(given))
      const map = options.map === undefined ? undefined : columns(options.map)
      const request = checked(
        strictImportSchema,
        { path, ...(others.length > 0 ? { others } : {}), format: options.format, name: options.name, map },
        'The command',
      )
      await withEngine(context, options, async (services) => {
        if (options.preview) {
          const preview = await services.previewImport(request)
          return { json: preview, text: previewText(preview) }
        }
        const clear = progressLine(context)
        try {
          const result = await importFile(services, request, context.signal, clear.show)
          const told = map?.['currency'] ?? map?.['products.currency']
          const note = told === undefined && result.currency ? `\n${currencyNote(result.currency)}` : ''
          return { json: result, text: `${importText(result)}${note}` }
        } finally {
          clear.end()
        }
      })
    })
}

/** A guess is said aloud: a price in the wrong currency is a false price. */
function currencyNote({ sure, note }: CurrencyFinding): string {
  return sure ? note : `${note} To say it yourself, import again with --map currency=GBP (or a column).`
}

/** Said before anything is opened: a path that is wrong is the commonest mistake. */
async function mustExist(path: string): Promise<void> {
  await stat(path).catch((cause: unknown) => {
    throw new ShelftalkError(
      'BAD_INPUT',
      `There is no file "${path}".`,
      'Give the path of the catalogue file.',
      { cause },
    )
  })
}

function columns(pairs: readonly string[]): Record<string, string> {
  const entries = pairs
    .flatMap((text) => text.split(','))
    .map((pair) => {
      const at = pair.indexOf('=')
      const meaning = pair.slice(0, at).trim()
      const column = pair.slice(at + 1).trim()
      if (at < 1 || meaning === '' || column === '') {
        throw new ShelftalkError(
          'BAD_INPUT',
          `--map cannot be read: "${pair}".`,
          'Write MEANING=COLUMN with commas between several, for example --map title=Name,price=Cost.',
        )
      }
      return [meaning, column] as const
    })
  return Object.fromEntries(entries)
}

/** One line that is written over and over, and wiped at the end. */
function progressLine({ progress }: CliContext): {
  readonly show: (event: ImportEvent) => void
  readonly end: () => void
} {
  if (!progress) return { show: () => undefined, end: () => undefined }
  const write = (text: string) => progress(`\r\u001b[2K${text}`)
  return {
    show: (event) => {
      if (event.type === 'indexing') write('Indexing')
      if (event.type !== 'progress') return
      const share =
        event.totalBytes > 0 ? `, ${Math.min(100, Math.round((100 * event.bytes) / event.totalBytes))} %` : ''
      write(`${counted(event.rows, 'row')}, ${event.refused.toLocaleString('en-GB')} refused${share}`)
    },
    end: () => write(''),
  }
}
