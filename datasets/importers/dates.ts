/** Dates and times as exports spell them, to milliseconds since the Unix epoch. What names no zone is read as UTC. */

/** Which of the two figures of 02/01/2019 comes first. */
export type DayOrder = 'day-first' | 'month-first'

/** Earliest and latest moment taken for a date: the years 1900 to 2100. */
const FIRST_MS = Date.UTC(1900, 0, 1)
const LAST_MS = Date.UTC(2101, 0, 1)

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** A month's name, short or long. */
const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'
const TIME =
  '(?:[ t,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?\\s*([ap]\\.?m\\.?)?\\s*(z|utc|gmt|[+-]\\d{2}:?\\d{2})?)?'

/** Year, month, day and what `TIME` captured, in the order of the pattern's groups. */
type Reader = (groups: readonly string[]) => readonly [year: string, month: string, day: string]

const forms: readonly (readonly [RegExp, Reader])[] = [
  // 2019-01-31, 2019/1/31, 2019.01.31, with or without a time.
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/, ([year = '', month = '', day = '']) => [year, month, day]],
  // 31-Jan-1995, 31 January 1995, 31st Jan 95.
  [
    new RegExp(`^(\\d{1,2})(?:st|nd|rd|th)?[- /]${MONTH}[-, /]*(\\d{4}|\\d{2})\\b`, 'i'),
    ([day = '', month = '', year = '']) => [year, month, day],
  ],
  // January 31, 1995.
  [
    new RegExp(`^${MONTH}[- ]*(\\d{1,2})(?:st|nd|rd|th)?[-, ]+(\\d{4})\\b`, 'i'),
    ([month = '', day = '', year = '']) => [year, month, day],
  ],
  // 07 16, 2014: Amazon's review times are month first.
  [/^(\d{1,2}) (\d{1,2}), (\d{4})\b/, ([month = '', day = '', year = '']) => [year, month, day]],
  // 20190131.
  [/^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)\b/, ([year = '', month = '', day = '']) => [year, month, day]],
]

/** 31/01/2019, 1-31-2019, 31.1.19: the figures leave open which is the day. */
const figures = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/
const timePattern = new RegExp(`^${TIME}$`, 'i')

/** The figures of an undecided date, and whether they can only be read one way; undefined for other spellings. */
function undecided(text: string) {
  const match = figures.exec(text)
  if (!match) return undefined
  const [whole, first = '', separator, second = '', year = ''] = match
  // Only German and its neighbours write dots, and they begin with the day.
  const only: DayOrder | undefined =
    separator === '.' || Number(first) > 12 ? 'day-first' : Number(second) > 12 ? 'month-first' : undefined
  return { whole, first, second, year, only }
}

/** What one date tells about the order of day and month: one order, either (`open`), or nothing (undefined). */
export function dayOrderOf(text: string): DayOrder | 'open' | undefined {
  const found = undecided(text.trim())
  if (!found) return undefined
  if (Number(found.first) > 12 && Number(found.second) > 12) return undefined
  return found.only ?? 'open'
}

function fullYear(text: string): number {
  const year = Number(text)
  if (text.length > 2) return year
  // POSIX: two figures from 69 on are of the last century.
  return year < 69 ? 2000 + year : 1900 + year
}

function monthNumber(text: string): number {
  const at = months.indexOf(text.slice(0, 3).toLowerCase())
  return at < 0 ? Number(text) : at + 1
}

/** Milliseconds of a day at midnight UTC; undefined for a 31st of February. */
function dayMs(year: number, month: number, day: number): number | undefined {
  const ms = Date.UTC(year, month - 1, day)
  const date = new Date(ms)
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? ms
    : undefined
}

/** Milliseconds of a time of day, its zone taken off; 0 where there is none, undefined where what follows the day is no time. */
function timeMs(rest: string): number | undefined {
  const match = timePattern.exec(rest.trimEnd())
  if (!match) return undefined
  const [, hour, minute = '0', second = '0', fraction = '', half = '', zone = ''] = match
  if (hour === undefined) return 0
  let hours = Number(hour)
  if (half !== '') hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  if (hours > 24 || Number(minute) > 59 || Number(second) > 60) return undefined
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  const shift = offset
    ? Number(`${offset[1] ?? '+'}1`) * (Number(offset[2]) * 60 + Number(offset[3])) * 60_000
    : 0
  const millis = Math.floor(Number(`0.${fraction === '' ? '0' : fraction}`) * 1000)
  return hours * 3_600_000 + Number(minute) * 60_000 + Number(second) * 1000 + millis - shift
}

/** Seconds, milliseconds or microseconds since 1970, told apart by their size: 10 (9 before 2001), 13 or 16 figures. */
function unixMs(text: string): number | undefined {
  if (!/^(?:\d{9,10}|\d{13}|\d{16})(?:\.\d+)?$/.test(text)) return undefined
  const value = Number(text)
  const size = text.split('.')[0]?.length ?? 0
  return Math.round(size <= 10 ? value * 1000 : size === 13 ? value : value / 1000)
}

/** 201901311230, 20190131123000, 20190131T123000Z: a moment without anything between its figures. */
function compactMs(text: string): number | undefined {
  const match = /^((?:19|20)\d{2})(\d{2})(\d{2})t?(\d{2})(\d{2})(\d{2})?(z?)$/i.exec(text)
  if (!match) return undefined
  const [, year = '', month = '', day = '', hour = '', minute = '', second = '00', zone = ''] = match
  return calendarMs(`${year}-${month}-${day} ${hour}:${minute}:${second}${zone}`, undefined)
}

function calendarMs(text: string, order: DayOrder | undefined): number | undefined {
  const open = undecided(text)
  if (open) {
    const used = open.only ?? order
    if (used === undefined) return undefined
    const [day, month] = used === 'day-first' ? [open.first, open.second] : [open.second, open.first]
    return sum(dayMs(fullYear(open.year), Number(month), Number(day)), timeMs(text.slice(open.whole.length)))
  }
  for (const [pattern, reader] of forms) {
    const match = pattern.exec(text)
    if (!match) continue
    const [year, month, day] = reader(match.slice(1))
    return sum(dayMs(fullYear(year), monthNumber(month), Number(day)), timeMs(text.slice(match[0].length)))
  }
  return undefined
}

function sum(day: number | undefined, time: number | undefined): number | undefined {
  return day === undefined || time === undefined ? undefined : day + time
}

/**
 * Milliseconds since the Unix epoch: ISO 8601, `31.1.2019`, `31-Jan-1995`, `January 31, 1995`, `07 16, 2014` (Amazon, month first), `20190131`,
 * `20190131123000`, Unix seconds, milliseconds and microseconds, and `02/01/2019` in the `order` given. Undefined for anything else, for days there are not, and
 * for years before 1900 or after 2100. An order that contradicts the figures (`01/31/2019` day-first) gives undefined too.
 */
export function parseDate(raw: string, order?: DayOrder): number | undefined {
  const text = raw.trim().replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
  const open = undecided(text)
  if (open?.only !== undefined && order !== undefined && open.only !== order && !text.includes('.'))
    return undefined
  const ms = unixMs(text) ?? compactMs(text) ?? calendarMs(text, order)
  return ms !== undefined && ms >= FIRST_MS && ms < LAST_MS ? ms : undefined
}
