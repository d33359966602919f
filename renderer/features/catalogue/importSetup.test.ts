import { beforeEach, describe, expect, it } from 'vitest'
import { currencyProblem, lookAt, requestOf, setUp, useImportSetup } from './importSetup'

const request = () => requestOf(useImportSetup.getState())

beforeEach(() => lookAt({ path: 'shop.csv', others: [] }, 'auto'))

describe('a currency as it is typed', () => {
  it.each([
    ['', undefined],
    ['CNY', undefined],
    ['CN', 'Three letters, such as GBP.'],
    ['RMB', '“RMB” is no currency’s code. Take one of the list, or clear the field.'],
  ])('%j: %s', (typed, problem) => {
    expect(currencyProblem(typed)).toBe(problem)
    setUp({ currency: typed })
    expect(useImportSetup.getState().currency).toBe(typed)
    expect(request().map).toEqual(typed === 'CNY' ? { currency: 'CNY' } : undefined)
  })
})
