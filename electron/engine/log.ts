/** The log of a process that has no terminal: one JSON object a line in the home folder. */
import { mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { destination, pino } from 'pino'
import { localFolder } from './resources'

/** A log longer than this starts anew; one older is kept beside it. */
const BYTES_MAX = 4_000_000

/** Path of the log called `name` in a home folder; makes the folder, and puts a long log aside. */
export function logFile(home: string, name: string): string {
  const folder = join(localFolder(home), 'logs')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${name}.log`)
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size > BYTES_MAX) renameSync(file, `${file}.old`)
  return file
}

/** Opens the log called `name`. Every line is on disk when the call returns: a crash comes without notice. */
export function openLog(home: string, name: string): Logger {
  const log = pino(
    { base: { pid: process.pid }, timestamp: () => `,"time":"${new Date().toISOString()}"` },
    destination({ dest: logFile(home, name), sync: true }),
  )
  return log
}
