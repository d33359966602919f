import { describe, expect, it } from 'vitest'
import { listed, readDirectives, setDirective } from './directiveLines'
import type { FormKey } from './directiveLines'

const text = '# for the window\nChannel: card\n\navoid: price\nbeats: hook, close\nmust not mention: Cheap'

it('reads what the form shows, with its line', () => {
  expect(readDirectives(text)).toEqual({
    channel: { value: 'card', line: 2 },
    'must not mention': { value: 'price, Cheap', line: 4 },
  })
  expect(readDirectives('')).toEqual({})
  expect(readDirectives('voice: warm\nvoice: crisp').voice).toEqual({ value: 'warm', line: 1 })
})

describe('writes one line and leaves the rest', () => {
  const cases: readonly {
    readonly name: string
    readonly key: FormKey
    readonly value: string
    readonly want: string
  }[] = [
    {
      name: 'changes a line where it stands',
      key: 'channel',
      value: 'push',
      want: '# for the window\nchannel: push\n\navoid: price\nbeats: hook, close\nmust not mention: Cheap',
    },
    {
      name: 'joins two spellings in the first',
      key: 'must not mention',
      value: 'price, cheap, new',
      want: '# for the window\nChannel: card\n\nmust not mention: price, cheap, new\nbeats: hook, close',
    },
    {
      name: 'takes a line away',
      key: 'channel',
      value: '',
      want: '# for the window\n\navoid: price\nbeats: hook, close\nmust not mention: Cheap',
    },
    {
      name: 'puts a new line after what comes before it',
      key: 'products',
      value: '2',
      want: '# for the window\nChannel: card\nproducts: 2\n\navoid: price\nbeats: hook, close\nmust not mention: Cheap',
    },
    {
      name: 'puts a new line before what comes after it',
      key: 'voice',
      value: 'warm',
      want: '# for the window\nvoice: warm\nChannel: card\n\navoid: price\nbeats: hook, close\nmust not mention: Cheap',
    },
  ]
  it.each(cases)('$name', ({ key, value, want }) => expect(setDirective(text, key, value)).toBe(want))
  it('starts an empty text', () => expect(setDirective('', 'close', 'call')).toBe('close: call'))
  it('takes away what is not there without a change', () =>
    expect(setDirective('channel: card', 'close', '')).toBe('channel: card'))
})

it('reads lists with braces, odd cases and doubles', () => {
  expect(listed(' {Material}, wasprice,, Eco  friendly, material ')).toEqual([
    'material',
    'wasPrice',
    'eco  friendly',
  ])
})
