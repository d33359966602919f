import { describe, expect, it } from 'vitest'
import { carriedRequests } from './requests'

const all = { path: 'products.yaml' }
const keep = ['products', 'interactions']
const users = { path: 'users.json', keep }
const otherUsers = { path: 'more-users.json', keep }
const prices = { path: 'prices.csv', keep: ['shoppers', 'interactions'] }

describe('carriedRequests', () => {
  it.each([
    ['the first file of shoppers', [all], [users], [all, users]],
    ['the same once more', [all, users], [users], [all, users]],
    [
      'another file of shoppers, which takes the place of the first',
      [all, users],
      [otherUsers],
      [all, otherUsers],
    ],
    ['what brings another part', [all, users], [prices], [all, users, prices]],
    [
      'the same once more, kept by an edition that did not say what it left',
      [all, { path: 'users.json' }],
      [users],
      [all, users],
    ],
    ['no request', [all, users], [], [all, users]],
  ])('after %s', (_, before, now, expected) => {
    expect(carriedRequests(before, now)).toEqual(expected)
  })
})
