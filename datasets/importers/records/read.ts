/** A file of any format to its records. */
import { decodeText, lines, readBytes } from '../decode'
import type { Sniffed } from '../detect'
import type { FileFormat, RecordOrRefusal } from '../types'
import { zipBytes } from '../zip'
import { csvRecords, guessDelimiter } from './csv'
import { feedRecords } from './feed'
import { jsonlRecords, jsonRecords, recordDepth } from './json'
import { parquetRecords } from './parquet'
import { yamlRecords } from './yaml'

/** A file that was looked at, and what it is to be read as. */
export interface ReadableFile {
  readonly path: string
  readonly sniffed: Sniffed
  readonly format: FileFormat
}

/** The text of a file, unpacked and decoded. */
export function textOf(
  { path, sniffed }: ReadableFile,
  onBytes: (count: number) => void,
): AsyncIterable<string> {
  const { gzip, zip } = sniffed
  return decodeText(zip ? zipBytes(path, zip, onBytes) : readBytes(path, gzip, onBytes))
}

/** Streams a file's records; `onBytes` hears of every chunk read from disk. Throws ImportFileError when the file stops being readable. */
export function readRecords(
  file: ReadableFile,
  onBytes: (count: number) => void,
): AsyncIterable<RecordOrRefusal> {
  const { path, format } = file
  const { sample } = file.sniffed
  switch (format) {
    case 'parquet':
      return parquetRecords(path, onBytes)
    case 'csv':
    case 'shopify':
      return csvRecords(path, textOf(file, onBytes), guessDelimiter(sample))
    case 'tsv':
      return csvRecords(path, textOf(file, onBytes), '\t')
    case 'merchant-feed':
      return feedRecords(path, textOf(file, onBytes), sample)
    case 'jsonl':
      return jsonlRecords(lines(path, textOf(file, onBytes)))
    case 'json':
    case 'retail-demo-users':
      return jsonRecords(path, textOf(file, onBytes), recordDepth(sample))
    case 'yaml':
    case 'retail-demo-store':
      return yamlRecords(path, lines(path, textOf(file, onBytes)))
  }
}
