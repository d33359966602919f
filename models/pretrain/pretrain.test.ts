import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

/** A Python that has torch and numpy, or undefined: the pipeline is optional, nothing at run time needs it. */
function pythonWithTorch(): string | undefined {
  return ['python3', '/usr/bin/python3'].find((python) => {
    try {
      execFileSync(python, ['-c', 'import torch, numpy'], { stdio: 'ignore' })
      return true
    } catch {
      return false
    }
  })
}

const python = pythonWithTorch()

it.skipIf(!python)(
  `the training pipeline passes its own tests${python ? '' : ' (skipped: no Python with torch here)'}`,
  () => {
    const folder = fileURLToPath(new URL('.', import.meta.url))
    const run = () =>
      execFileSync(python!, ['-m', 'unittest', 'test_pretrain'], {
        cwd: folder,
        encoding: 'utf8',
        stdio: 'pipe',
      })
    expect(run).not.toThrow()
  },
  120_000,
)
