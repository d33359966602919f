/** The repository tests itself: banned texts with what to do instead, files nobody uses, and what may lie at the top. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const here = 'build/tests/tidy.test.ts'
const files = execFileSync('git', ['ls-files'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)))
const read = (file: string) => readFileSync(join(root, file), 'utf8')
const isSource = (file: string) =>
  /\.(ts|tsx|mjs|js|css|html|py|sh|md|json|yml|yaml)$/.test(file) && file !== 'package-lock.json'
const sources = files.filter(
  (file) => isSource(file) && file !== here && statSync(join(root, file)).size < 1_000_000,
)

/** Assembled from halves so that a search for the ban does not find the ban. */
const BANS: readonly { readonly text: RegExp; readonly where: RegExp; readonly instead: string }[] = [
  {
    text: /\b(TODO|FIXME|XXX|HACK)\b/,
    where: /\.(ts|tsx|mjs|py|css)$/,
    instead: 'open an issue and name it',
  },
  {
    text: /eslint-disable|@ts-ignore|@ts-nocheck|@ts-expect-error/,
    where: /\.(ts|tsx|mjs)$/,
    instead: 'change the code or the rule',
  },
  { text: /\b(it|describe|test)\.only\(/, where: /\.test\.tsx?$/, instead: 'run one file instead' },
  { text: /\bdebugger\b/, where: /\.(ts|tsx|mjs)$/, instead: 'take it out' },
  {
    text: /(^|[^\w.])\/(home|Users|root|work)\/\w/,
    where: /./,
    instead: 'name paths relative to the repository',
  },
  {
    text: /\.(toMatchSnapshot|toMatchInlineSnapshot)\(\)/,
    where: /\.test\.tsx?$/,
    instead: 'state the expected value',
  },
]

const TOP = new Set(
  'package.json package-lock.json electron renderer shared models datasets build tsconfig.json README.md LICENSE CHANGELOG.md NOTICE'.split(
    ' ',
  ),
)

/** Files that something other than an import starts: tools, scripts, processes. */
const ENTRIES = [
  /^build\//,
  /^electron\/(main|preload|cli)\.ts$/,
  /^electron\/engine\/process\.ts$/,
  /^renderer\/(main\.tsx|vite-env\.d\.ts)$/,
  /\.d\.ts$/,
  /\.test\.tsx?$/,
  /\.bench\.ts$/,
]

describe('tidy', () => {
  it.each(BANS)('nobody writes $text; $instead', ({ text, where }) => {
    const found = sources.filter((file) => where.test(file) && text.test(read(file)))
    expect(found).toEqual([])
  })

  it('the top level is the fixed one', () => {
    const top = new Set(files.map((file) => file.split('/')[0] ?? '').filter((name) => !name.startsWith('.')))
    expect([...top].filter((name) => !TOP.has(name))).toEqual([])
  })

  it('every module is imported by another or is an entry', () => {
    const modules = files.filter((file) => /\.tsx?$/.test(file))
    const known = new Set(modules)
    const imported = new Set(modules.flatMap((file) => importsOf(file, known)))
    const scripts = sources
      .filter((file) => /\.(md|mjs|json|sh)$/.test(file))
      .map(read)
      .join('\n')
    const dead = modules.filter(
      (file) => !imported.has(file) && !ENTRIES.some((entry) => entry.test(file)) && !scripts.includes(file),
    )
    expect(dead).toEqual([])
  })

  it('source ends in one newline and has no tabs or trailing blanks', () => {
    const code = sources.filter((file) => /\.(ts|tsx|mjs|css|py)$/.test(file))
    expect(code.filter((file) => /\t|[ \t]\n/.test(read(file)) || !/[^\n]\n$/.test(read(file)))).toEqual([])
  })

  it('the lock file names no download address of one machine', () => {
    const addresses = read('package-lock.json').match(
      /"resolved": "(?!https:\/\/registry\.npmjs\.org\/)[^"]*"/g,
    )
    expect(addresses ?? []).toEqual([])
  })
})

/** Modules of ours that `file` imports, by path from the root. */
function importsOf(file: string, known: ReadonlySet<string>): string[] {
  const names = [...read(file).matchAll(/(?:from|import|import\()\s*['"](\.[^'"]+)['"]/g)].map(
    (match) => match[1] ?? '',
  )
  return names.flatMap((name) => {
    const base = join(dirname(file), name).split('\\').join('/')
    const candidates = extname(base) ? [base] : []
    return [...candidates, `${base}.ts`, `${base}.tsx`, `${base}/index.ts`, `${base}/index.tsx`].filter(
      (path) => known.has(path),
    )
  })
}
