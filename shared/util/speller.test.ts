import { describe, expect, it } from 'vitest'
import { Speller, distance } from './speller'

describe('the speller', () => {
  const speller = new Speller([
    'Butter Croissants',
    'Wireless Headphones',
    'Wireless Speaker',
    'Clock, Glove',
    'Mug',
  ])

  it.each([
    ['croisants', 'croissants'],
    ['Hedphones', 'headphones'],
    ['clokc', 'clock'],
    ['wirless', 'wireless'],
    ['Speaker', 'Speaker'],
    ['speakers', 'speakers'],
    ['mgu', 'mgu'],
    ['clove', 'clove'],
    ['clocked', 'clocked'],
    ['hedphonez', 'hedphonez'],
    ['headphonis', 'headphones'],
    ['zeppelin', 'zeppelin'],
  ])('%s is meant as %s', (word, meant) => {
    expect(speller.correct(word)).toBe(meant)
  })

  it('takes the more frequent of two that are as close', () => {
    expect(new Speller(['stole', 'stoole stool stool']).correct('stoool')).toBe('stool')
  })

  it.each([
    ['', 'abc', 3],
    ['abc', 'abc', 0],
    ['abc', 'acb', 1],
    ['kitten', 'sitting', 5],
  ])('%j is %j after %d slips', (a, b, slips) => {
    expect(distance(a, b)).toBe(slips)
    expect(distance(b, a)).toBe(slips)
  })
})
