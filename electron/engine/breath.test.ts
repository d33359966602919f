import { expect, it } from 'vitest'
import { oneByOne } from './breath'

it('reads one by one, in order, and lets others have their turn after each', async () => {
  const said: string[] = []
  const reading = oneByOne(['a', 'b', 'c'], (item, index) => {
    said.push(item)
    setImmediate(() => said.push(`after ${item}`))
    return `${item}${index}`
  })
  expect(await reading).toEqual(['a0', 'b1', 'c2'])
  expect(said).toEqual(['a', 'after a', 'b', 'after b', 'c', 'after c'])
})

it('stops between two when told to', async () => {
  const stopping = new AbortController()
  const said: string[] = []
  const reading = oneByOne(
    ['a', 'b'],
    (item) => {
      said.push(item)
      setImmediate(() => stopping.abort())
    },
    stopping.signal,
  )
  await expect(reading).rejects.toMatchObject({ name: 'AbortError' })
  expect(said).toEqual(['a'])
})
