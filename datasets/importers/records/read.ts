/** A file of any format to its records. */
import { decodeText, lines, readBytes } from '../decode'
import type { Sniffed } from '../detect'
import type { FileFormat, RecordOrRefusal } from '../types'
import { csvRecords, guessDelimiter } from './csv'
import { jsonlRecords, jsonRecords, recordDepth } from './json'
import { yamlRecords } from './yaml'

/** A file that was looked at, and what it is to be read as. */
export interface ReadableFile {
  readonly path: string
  readonly sniffed: Sniffed
  readonly format: FileFormat
}

function recordsOf(
  path: string,
  format: FileFormat,
  sample: string,
  text: AsyncIterable<string>,
): AsyncIterable<RecordOrRefusal> {
  switch (format) {
    case 'csv':
      return csvRecords(path, text, guessDelimiter(sample))
    case 'tsv':
      return csvRecords(path, text, '\t')
    case 'jsonl':
      return jsonlRecords(lines(path, text))
    case 'json':
    case 'retail-demo-users':
      return jsonRecords(path, text, recordDepth(sample))
    case 'yaml':
    case 'retail-demo-store':
      return yamlRecords(path, lines(path, text))
  }
}

/** Streams a file's records; `onBytes` hears of every chunk read from disk. Throws ImportFileError when the file stops being readable. */
export function readRecords(
  { path, sniffed, format }: ReadableFile,
  onBytes: (count: number) => void,
): AsyncIterable<RecordOrRefusal> {
  return recordsOf(path, format, sniffed.sample, decodeText(readBytes(path, sniffed.gzip, onBytes)))
}
