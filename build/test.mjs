/**
 * `npm test`: installs what is missing, then lint, format, types, bundles and the three test suites. Goes on after a failure so
 * that one run tells all; the last line counts tests. Each failed check that is no test counts as one failed test.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROOT, ensureInstalled } from './setup/install.mjs'

ensureInstalled()

const tool = (path) => resolve(ROOT, 'node_modules', path)
const REPORT = resolve(ROOT, 'out/test-report.json')
const CHECKS = [
  ['lint', [tool('eslint/bin/eslint.js'), '-c', 'build/lint/eslint.config.mjs', '--max-warnings', '0', '.']],
  ['format', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['types', [tool('typescript/bin/tsc'), '-b']],
  ['bundles', ['build/bundle/build.mjs']],
]

const run = (args) => spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status === 0

function step(name, args) {
  const started = performance.now()
  const good = run(args)
  console.log(
    `${good ? 'ok    ' : 'FAILED'} ${name} (${((performance.now() - started) / 1000).toFixed(1)} s)\n`,
  )
  return good
}

function suites() {
  mkdirSync(resolve(ROOT, 'out'), { recursive: true })
  rmSync(REPORT, { force: true })
  const vitest = [tool('vitest/vitest.mjs'), 'run', '-c', 'build/tests/vitest.config.ts']
  const good = run([...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`])
  if (!existsSync(REPORT)) return { passed: 0, failed: 1, skipped: 0 }
  const report = JSON.parse(readFileSync(REPORT, 'utf8'))
  const failed = report.numFailedTests
  return {
    passed: report.numPassedTests,
    // A suite that does not load has no failed test of its own.
    failed: good ? failed : Math.max(failed, 1),
    skipped: report.numPendingTests + report.numTodoTests,
  }
}

const broken = CHECKS.filter(([name, args]) => !step(name, args)).map(([name]) => name)
const counts = suites()
const failed = counts.failed + broken.length
if (broken.length > 0) console.log(`Failed checks: ${broken.join(', ')}`)
console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
process.exit(failed > 0 ? 1 : 0)
