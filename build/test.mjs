/**
 * `npm test`: installs what is missing, then lint, format, types, bundles and the three test suites. Goes on after a failure so
 * that one run tells all; the last line counts tests. Each failed check that is no test counts as one failed test.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'
import { ROOT, ensureInstalled } from './setup/install.mjs'

ensureInstalled()

const tool = (path) => resolve(ROOT, 'node_modules', path)
const REPORT = resolve(ROOT, 'out/test-report.json')
/** Two lines of checks that go on side by side: lint takes as long as all others. */
const CHECKS = [
  [
    [
      'lint',
      [tool('eslint/bin/eslint.js'), '-c', 'build/lint/eslint.config.mjs', '--max-warnings', '0', '.'],
    ],
  ],
  [
    ['format', [tool('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.']],
    ['types', [tool('typescript/bin/tsc'), '-b']],
    ['bundles', ['build/bundle/build.mjs']],
  ],
]

/** Runs a program of Node; what it says comes at once, or all together when it ends. */
function run(args, together = false) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      stdio: together ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    })
    const said = []
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => said.push(chunk))
    child.on('error', (cause) => said.push(Buffer.from(`${cause.message}\n`)))
    child.on('close', (code) => {
      if (together) process.stdout.write(Buffer.concat(said))
      resolve(code === 0)
    })
  })
}

/** Runs checks one after the other; returns the names of those that failed. */
async function line(checks) {
  const broken = []
  for (const [name, args] of checks) {
    const started = performance.now()
    const good = await run(args, true)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)\n`)
    if (!good) broken.push(name)
  }
  return broken
}

async function suites() {
  mkdirSync(resolve(ROOT, 'out'), { recursive: true })
  rmSync(REPORT, { force: true })
  const vitest = [tool('vitest/vitest.mjs'), 'run', '-c', 'build/tests/vitest.config.ts']
  const good = await run([...vitest, '--reporter=default', '--reporter=json', `--outputFile.json=${REPORT}`])
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

const broken = (await Promise.all(CHECKS.map(line))).flat()
const counts = await suites()
const failed = counts.failed + broken.length
if (broken.length > 0) console.log(`Failed checks: ${broken.join(', ')}`)
console.log(`${counts.passed} passed, ${failed} failed, ${counts.skipped} skipped`)
process.exit(failed > 0 ? 1 : 0)
