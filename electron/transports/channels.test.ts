import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'

it('a child whose parent is gone goes on posting into nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelftalk-channels-'))
  const script = join(folder, 'child.ts')
  const channels = JSON.stringify(join(import.meta.dirname, 'channels.ts'))
  writeFileSync(
    script,
    `import { parentChannel } from ${channels}
    const channel = parentChannel(process)
    process.on('disconnect', () => {
      channel.post({ frame: 'end', id: 1 })
      setTimeout(() => process.exit(7), 100)
    })
    channel.post({ frame: 'end', id: 0 })`,
  )
  try {
    const child = fork(script, { execArgv: ['--import', 'tsx'], serialization: 'advanced', stdio: 'ignore' })
    const exit = once(child, 'exit')
    const [first] = (await once(child, 'message')) as [unknown]
    child.disconnect()
    expect([first, (await exit)[0]]).toEqual([{ frame: 'end', id: 0 }, 7])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
