/** Cleaning of text as shops export it: entities, tags, control characters, broken escapes. */

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  deg: '°',
  times: '×',
  eacute: 'é',
  egrave: 'è',
  frac12: '½',
  reg: '®',
  trade: '™',
  copy: '©',
  bull: '•',
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? whole
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10)
  return code >= 32 && code <= 0x10ffff ? String.fromCodePoint(code) : ' '
}

function unescape(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8}\d{0,2});/gi, entity)
}

/**
 * Plain text of one field: entities decoded (twice, for the doubly escaped), tags and style blocks dropped, a lost backslash in `cafxE9`
 * mended, white space folded. Cut at `max` characters.
 */
export function cleanText(raw: string, max = 8000): string {
  let text = raw.slice(0, max * 4)
  if (text.includes('&')) text = unescape(unescape(text))
  if (text.includes('<')) {
    text = text
      .replace(/<(style|script)\b[\s\S]*?(<\/\1\s*>|$)/gi, ' ')
      .replace(/<\/?[a-z][^<>]*>/gi, ' ')
      .replace(/<\/?[a-z]+[^<>]*$/i, ' ')
  }
  return text
    .replace(/(?<=[a-z])x([CEF][0-9A-F])(?=[a-z]*\b)/g, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    )
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u2028-\u202f\ufeff]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, max)
    .trim()
}

/** True for the ways exports say "nothing". */
export function isBlank(text: string | undefined): boolean {
  return (
    text === undefined || /^\s*(?:n\/?a|null|none|nil|undefined|nan|\[object object\]|-+)?\s*$/i.test(text)
  )
}
