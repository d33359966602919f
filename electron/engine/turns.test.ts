import { expect, it } from 'vitest'
import { createTurns } from './turns'

const live = () => new AbortController().signal

it('lets one in after the other, in the order of asking', async () => {
  const turns = createTurns()
  const order: string[] = []
  const first = await turns.take(live())
  const second = turns.take(live()).then((end) => {
    order.push('second')
    end()
  })
  const third = turns.take(live()).then((end) => {
    order.push('third')
    end()
  })
  order.push('first')
  first()
  await Promise.all([second, third])
  expect(order).toEqual(['first', 'second', 'third'])
})

it('lets go of one who gives up waiting, without letting the next one past the turn under way', async () => {
  const turns = createTurns()
  const end = await turns.take(live())
  const controller = new AbortController()
  const waiting = turns.take(controller.signal)
  let entered = false
  const next = turns.take(live()).then((leave) => {
    entered = true
    leave()
  })
  controller.abort(new Error('gave up'))
  await expect(waiting).rejects.toThrow('gave up')
  await new Promise((resolve) => setTimeout(resolve, 5))
  expect(entered).toBe(false)
  end()
  await next
  expect(entered).toBe(true)
})
