import { expect, it } from 'vitest'
import { superviseEngine } from './supervisor'

it('tells of an engine that cannot even be started, and gives up', async () => {
  let spawned = 0
  const { services, close } = superviseEngine(
    () => {
      spawned += 1
      throw new Error('EACCES: permission denied, mkdir logs')
    },
    { crashesMax: 3, pauseMs: 1 },
  )
  for await (const status of services.status(new AbortController().signal)) {
    if (status.state !== 'down') continue
    expect(status.reason).toContain('3 times')
    expect(status.reason).toContain('EACCES')
    break
  }
  expect(spawned).toBe(3)
  await expect(services.personas()).rejects.toMatchObject({ code: 'ENGINE_DOWN' })
  await close()
})
