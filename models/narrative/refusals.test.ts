import { describe, expect, it } from 'vitest'
import type { Relation } from '../../shared/domain/beats'
import { refusal } from './refusals'

describe('refusal', () => {
  it.each([
    ['Hurry, the <p1.title> is here.', 'presses the shopper'],
    ['No hurry, the <p1.title> is here.', undefined],
    ['Last chance for the <p1.title>.', 'presses the shopper'],
    ['It heals skin.', 'makes a health claim'],
    ['It heals the mood of a Monday.', undefined],
    ['Clinically proven.', 'makes a health claim'],
    ['Our best-selling <p1.title>.', 'praises it over all others'],
    ['The <p1.title> is the lightest.', 'praises it over all others'],
    ['It is the best part of the day.', undefined],
  ])('%s', (sentence, expected) => {
    expect(refusal(sentence, { move: 'fact' })).toBe(expected)
  })

  it.each([
    ['The <p1.title> is lighter than the <p2.title>.', 'lighter', undefined],
    ['The <p2.title> is heavier than the <p1.title>.', 'lighter', undefined],
    ['The <p1.title> is heavier than the <p2.title>.', 'lighter', 'compares the wrong way round'],
    ['The <p2.title> is the lighter one, not the <p1.title>.', 'lighter', 'compares the wrong way round'],
    ['The <p1.title> costs more than the <p2.title>.', 'cheaper', 'compares the wrong way round'],
    ['The <p1.title> costs more than the <p2.title>.', 'dearer', undefined],
  ] as const)('%s as %s', (sentence, relation: Relation, expected) => {
    expect(refusal(sentence, { move: 'compare', relation })).toBe(expected)
  })

  it('lets few in stock be said of a beat about stock', () => {
    const sentence = 'While stocks last: the <p1.title>.'
    expect(refusal(sentence, { move: 'limit', relation: 'stock' })).toBeUndefined()
    expect(refusal(sentence, { move: 'limit' })).toBe('presses the shopper')
  })
})
