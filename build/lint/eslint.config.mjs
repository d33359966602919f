/** Lint rules of the house. Run from the root: `npm run lint`. */
import hooks from 'eslint-plugin-react-hooks'
import { dirname } from 'node:path'
import tseslint from 'typescript-eslint'
import docstring from './rules/docstring.mjs'
import layers from './rules/layers.mjs'

const ROOT = dirname(dirname(import.meta.dirname))
const house = { rules: { layers, docstring } }
const count = { skipComments: true, skipBlankLines: true }

/** Rules that need types and have found real faults; the rest of the typed set costs more time than it saves. */
const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': 'error',
  '@typescript-eslint/no-unnecessary-condition': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-unsafe-argument': 'error',
  '@typescript-eslint/no-unsafe-assignment': 'error',
  '@typescript-eslint/no-unsafe-call': 'error',
  '@typescript-eslint/no-unsafe-member-access': 'error',
  '@typescript-eslint/no-unsafe-return': 'error',
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/prefer-promise-reject-errors': 'error',
  '@typescript-eslint/return-await': 'error',
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
}

export default tseslint.config(
  { ignores: ['out/**', 'dist/**', 'coverage/**', 'node_modules/**', '.scratch/**'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.{ts,tsx,mjs}'],
    extends: [tseslint.configs.strict],
    plugins: { house },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-restricted-globals': ['error', 'event', 'name'],
      'max-lines': ['warn', { max: 400, ...count }],
      'max-lines-per-function': ['error', { max: 70, ...count }],
      'max-params': ['error', 4],
      'house/layers': 'error',
      'house/docstring': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: ROOT } },
    rules: typed,
  },
  { files: ['renderer/**/*.{ts,tsx}'], extends: [hooks.configs.flat.recommended] },
  // Command lines and builds speak to a terminal.
  { files: ['build/**', 'electron/cli.ts', 'electron/cli/**'], rules: { 'no-console': 'off' } },
  // A suite is one call however many cases it holds.
  { files: ['**/*.test.{ts,tsx}'], rules: { 'max-lines-per-function': 'off' } },
  // Typed arrays are indexed by computed numbers: `!` says the index is in range, and tests say so where it matters.
  {
    files: ['models/**', 'datasets/**', 'build/bench/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  // The phrasebook is a table.
  { files: ['datasets/corpus/pages/**'], rules: { 'max-lines': 'off' } },
)
