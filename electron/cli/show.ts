/** Results in words, for a terminal. */
import type { ImportResult } from '../../shared/contract/events'
import type { Narrative } from '../../shared/domain/narrative'

const WIDTH = 78

/** `text` in lines of at most 78 characters, each after `indent`. */
export function wrapped(text: string, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > WIDTH - indent.length) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].map((one) => indent + one).join('\n')
}

/** `1 fact`, `2 facts`. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}

/** A narrative with its products and its checks. */
export function narrativeText(narrative: Narrative): string {
  const { checks, timing } = narrative
  const products = narrative.products.map(
    ({ title, id, reason, rules = [] }) => `  ${title} (${id}): ${[reason, ...rules].join('; ')}`,
  )
  const bad = checks.unsupported.map(
    ({ text, reason }) => `  Not supported by the catalogue: "${text}" (${reason})`,
  )
  const facts = [
    `${counted(checks.verifiedFacts, 'fact')} verified`,
    ...(checks.fallbackSentences > 0
      ? [`${counted(checks.fallbackSentences, 'sentence')} from the phrasebook`]
      : []),
    counted(narrative.words, 'word'),
    `${Math.round(timing.totalMs)} ms`,
    `seed ${narrative.seed}`,
    narrative.model,
    ...narrative.adapters.map(({ name, scale }) => `${name}:${scale}`),
  ]
  return [wrapped(narrative.text), '', ...products, ...bad, `  ${facts.join(' · ')}`].join('\n')
}

/** What an import took and what it did not. */
export function importText(result: ImportResult): string {
  const { catalogue, version, products, shoppers, interactions, refused, refusedTotal, ms } = result
  const shown = refused
    .slice(0, 10)
    .map(
      ({ file, row, field, reason }) =>
        `  ${file === undefined ? '' : `${file} `}row ${row}${field === '' ? '' : `, ${field}`}: ${reason}`,
    )
  const more =
    refusedTotal > shown.length ? [`  and ${refusedTotal - shown.length} more; --json lists them`] : []
  const taken = [
    counted(products, 'product'),
    counted(shoppers, 'shopper'),
    counted(interactions, 'interaction'),
  ].join(', ')
  const head = `Imported ${taken} as "${catalogue}", version ${version} (${(ms / 1000).toFixed(1)} s).`
  return refusedTotal === 0
    ? head
    : [head, `${counted(refusedTotal, 'row')} refused:`, ...shown, ...more].join('\n')
}

/** Rows under each other; the last column is cut where the line ends. */
export function tableText(rows: readonly (readonly string[])[], empty: string): string {
  if (rows.length === 0) return empty
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  return rows
    .map((row) => {
      const line = row
        .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join('  ')
      return line.length > 118 ? `${line.slice(0, 117)}…` : line
    })
    .join('\n')
}
