import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** A Python that has the packages, or undefined: the pipeline is optional, nothing at run time needs it. */
function pythonWith(packages: string): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', `import ${packages}`], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

const suites = [
  { what: 'the training pipeline', tests: 'test_pretrain', packages: 'torch, numpy' },
  { what: 'the contrastive adapter', tests: 'test_contrast', packages: 'torch, numpy, tokenizers' },
]

for (const { what, tests, packages } of suites) {
  const python = pythonWith(packages)
  const skipped = python ? '' : ` (skipped: no Python with ${packages} here)`
  it.skipIf(!python)(
    `${what} passes its own tests${skipped}`,
    () => {
      const folder = fileURLToPath(new URL('.', import.meta.url))
      const run = () =>
        execFileSync(python!, ['-m', 'unittest', tests], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
      expect(run).not.toThrow()
    },
    120_000,
  )
}
