/** Plants violations of the house rules and looks that each is reported, so that a silent rule cannot pass for a clean house. */
import { ESLint } from 'eslint'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../..')
let eslint: ESLint

beforeAll(() => {
  // Planted files do not exist on disk, so the rules that need types stay out; they are ESLint's own and tested there.
  const untyped = { languageOptions: { parserOptions: { projectService: false } } }
  eslint = new ESLint({
    cwd: root,
    overrideConfigFile: resolve(root, 'build/lint/eslint.config.mjs'),
    overrideConfig: [untyped],
    ruleFilter: ({ ruleId }) => !TYPED.has(ruleId),
  })
})

const TYPED = new Set(
  [
    'await-thenable',
    'no-floating-promises',
    'no-misused-promises',
    'no-unnecessary-condition',
    'no-unnecessary-type-assertion',
  ]
    .concat([
      'no-unsafe-argument',
      'no-unsafe-assignment',
      'no-unsafe-call',
      'no-unsafe-member-access',
      'no-unsafe-return',
    ])
    .concat([
      'only-throw-error',
      'prefer-promise-reject-errors',
      'return-await',
      'switch-exhaustiveness-check',
    ])
    .map((rule) => `@typescript-eslint/${rule}`),
)

async function faults(filePath: string, code: string): Promise<string[]> {
  const [result] = await eslint.lintText(code, { filePath: resolve(root, filePath) })
  return (result?.messages ?? []).map((message) => message.ruleId ?? message.message)
}

const PLANTED: readonly (readonly [file: string, code: string])[] = [
  ['shared/domain/planted.ts', "import '../../models/x'\n"],
  ['shared/domain/planted.ts', "import 'node:fs'\n"],
  ['shared/domain/planted.ts', "import 'fs'\n"],
  ['renderer/api/planted.ts', "import '../../electron/engine/x'\n"],
  ['renderer/api/planted.ts', "export * from '../../models/x'\n"],
  ['renderer/api/planted.ts', "import 'node:path'\n"],
  ['renderer/features/studio/planted.tsx', "import '../compare/x'\n"],
  ['models/language/planted.ts', "void import('../../electron/store/x')\n"],
  ['models/language/planted.ts', "import '../../datasets/world/x'\n"],
  ['models/language/planted.ts', "import 'onnxruntime-node'\n"],
  ['models/recommend/planted.ts', "export { connect } from '@lancedb/lancedb'\n"],
  ['models/recommend/planted.ts', "import 'react'\n"],
  ['datasets/world/planted.ts', "import '../../models/x'\n"],
  ['datasets/world/planted.ts', "import 'apache-arrow'\n"],
  ['electron/engine/planted.ts', "import 'electron'\n"],
  ['electron/engine/planted.ts', "import 'onnxruntime-node'\n"],
  ['electron/engine/planted.ts', "import '../../build/bundle/x'\n"],
  ['electron/engine/planted.ts', "import '../../renderer/x'\n"],
  [
    'electron/engine/planted.ts',
    "type Planted = import('../../renderer/x').X\nvoid (0 as unknown as Planted)\n",
  ],
  ['build/bench/planted.ts', "import 'onnxruntime-node/dist/x'\n"],
]

const ALLOWED: readonly (readonly [file: string, code: string])[] = [
  ['shared/domain/planted.ts', "import './beats'\n"],
  [
    'renderer/features/studio/planted.tsx',
    "import './x'\nimport '../../ui/y'\nimport 'react'\nimport '../../../shared/domain/beats'\n",
  ],
  ['models/runtime/planted.ts', "import 'onnxruntime-node'\n"],
  [
    'electron/store/planted.ts',
    "import '@lancedb/lancedb'\nimport '../../models/x'\nimport '../../datasets/y'\n",
  ],
  ['electron/shell/planted.ts', "import 'electron'\nimport 'node:path'\n"],
  ['electron/main.ts', "import 'electron'\n"],
]

describe('house/layers', () => {
  it.each(PLANTED)('reports %s: %s', async (file, code) => {
    expect(await faults(file, code)).toContain('house/layers')
  })
  it.each(ALLOWED)('lets %s pass: %s', async (file, code) => {
    expect(await faults(file, code)).not.toContain('house/layers')
  })
})

describe('the other rules', () => {
  it.each([
    ['house/docstring', 'export const planted = 1\n'],
    ['house/docstring', 'export function planted() {}\n'],
    ['@typescript-eslint/no-explicit-any', '/** Planted. */\nexport const planted: any = 1\n'],
    [
      'max-params',
      '/** Planted. */\nexport const planted = (a: 1, b: 1, c: 1, d: 1, e: 1) => [a, b, c, d, e]\n',
    ],
    ['max-lines-per-function', `/** Planted. */\nexport function planted() {\n${'  void 0\n'.repeat(71)}}\n`],
    ['max-lines', 'void 0\n'.repeat(401)],
    ['no-console', 'console.log(1)\n'],
  ])('%s bites', async (rule, code) => {
    expect(await faults('electron/engine/planted.ts', code)).toContain(rule)
  })
  it('lets nobody switch a rule off in place', async () => {
    const off = ['/* eslint', 'disable */'].join('-')
    expect(await faults('electron/engine/planted.ts', `${off}\nexport const planted = 1\n`)).toContain(
      'house/docstring',
    )
  })
})
