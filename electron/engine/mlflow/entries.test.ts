import { describe, expect, it } from 'vitest'
import { keyOf } from './entries'

describe('a name for MLflow', () => {
  it.each([
    ['ndcg@10', 'ndcg_at_10'],
    ['item-knn/hr@10.low', 'item-knn/hr_at_10.low'],
    ['a b:c_d', 'a b:c_d'],
    ['café', 'cafe_'],
    ['„x"', '_x_'],
    ['/a//b/', 'a/b'],
    ['../a/./b', 'a/b'],
    ['..', '_'],
    ['', '_'],
    ['x'.repeat(300), 'x'.repeat(250)],
  ])('%j is %j', (name, key) => {
    expect(keyOf(name)).toBe(key)
  })
})
