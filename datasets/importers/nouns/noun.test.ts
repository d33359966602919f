import { describe, expect, it } from 'vitest'
import { aisleFor, categoryAisle } from './aisle'
import { categoryNoun, lastWordNumber, nounAisle, singularPhrase, titleNoun } from './noun'
import { isPlural, pluralWord, singularWord } from './number'

describe('titleNoun', () => {
  it.each([
    ['Mauve Leather Daypack', 'daypack', 'one', 'bags'],
    ['Alpine Trekker Winter Hiking Boots', 'hiking boots', 'many', 'footwear'],
    ['Crystal Stunner Booties', 'booties', 'many', 'footwear'],
    ['Classic Round Sunglasses', 'sunglasses', 'many', 'clothing'],
    ['Elegance Dinner Plate Set', 'dinner plate set', 'one', 'kitchen'],
    ['Rustic Charm Set', 'set', 'one', undefined],
    ['Blushing Elegance Rose Bouquet', 'rose bouquet', 'one', 'garden'],
    ['Vintage Sunburst Electric Guitar', 'electric guitar', 'one', 'music'],
    ['Pro-Cut 2000 Circular Saw', 'circular saw', 'one', 'tools'],
    ['Homestyle Chocolate Chip Cookies', 'cookies', 'many', 'grocery'],
    ['Fresh Jumbo Gulf Shrimp', 'shrimp', 'mass', 'grocery'],
    ['Table Lamp with Linen Shade', 'table lamp', 'one', 'homedecor'],
    ['Desk, walnut', 'desk', 'one', 'furniture'],
    ['Crispy Golden Pork Belly Slices', 'pork belly', 'one', 'grocery'],
    ['Festive Jingle Bell Ornament', 'ornament', 'one', 'homedecor'],
  ])('%s: %s, %s, %s', (title, noun, number, aisle) => {
    expect(titleNoun(title)).toMatchObject({ noun, number, ...(aisle ? { aisle } : {}) })
  })
  it.each([
    ['Apple MacBook Pro 14 Inch', 'electronics', undefined],
    ['Apple Fresh Gala', 'grocery', 'apple'],
    ['Bedside Table African Cherry', 'furniture', 'bedside table'],
    ['Citrus Bowl Sofa Delight', 'kitchen', 'bowl'],
  ] as const)('%s filed under %s: %s', (title, filed, noun) => {
    expect(titleNoun(title, filed)?.noun).toBe(noun)
  })
  it('finds nothing in a title without a known noun', () => {
    expect(titleNoun('Golden Melody Maker Les Paul')).toBeUndefined()
  })
})

describe('numbers', () => {
  it.each([
    ['Crispy Golden Pork Belly Slices', 'many'],
    ['Premium Marbled Beef Chunks', 'many'],
    ['Sunburst Bosc Pear Delight', 'one'],
    ['Zesty Citrus', 'one'],
  ])('a title "%s" is %s', (title, number) => {
    expect(lastWordNumber(title)).toBe(number)
  })
  it.each([
    ['booties', 'bootie'],
    ['brownies', 'brownie'],
    ['lenses', 'lens'],
    ['knives', 'knife'],
    ['glasses', 'glass'],
    ['bunnies', 'bunny'],
  ])('%s are several of %s', (many, one) => {
    expect([singularWord(many), pluralWord(one), isPlural(many), isPlural(one)]).toEqual([
      one,
      many,
      true,
      false,
    ])
  })
  it('leaves singulars in s alone', () => {
    expect(['lens', 'canvas', 'compass', 'dress', 'citrus', 'iris'].filter(isPlural)).toEqual([])
  })
  it('turns the last word of a phrase', () => {
    expect(['running shoes', 'sunglasses', 'tea set'].map(singularPhrase)).toEqual([
      'running shoe',
      'sunglass',
      'tea set',
    ])
  })
})

describe('categoryNoun', () => {
  it.each([
    ['tables', 'table', 'one'],
    ['Sandals', 'sandals', 'many'],
    ['Whatever', undefined, undefined],
  ])('%s', (category, noun, number) => {
    expect([categoryNoun(category)?.noun, categoryNoun(category)?.number]).toEqual([noun, number])
  })
})

describe('aisles', () => {
  it.each([
    ['dining chair', 'furniture'],
    ['red dining chairs', 'furniture'],
    ['unknown thing', undefined],
  ])('a %s belongs to %s', (noun, aisle) => {
    expect(nounAisle(noun)).toBe(aisle)
  })
  it.each([
    ['floral > bouquet', 'garden'],
    ['instruments > strings', 'music'],
    ['tools > saw', 'tools'],
    ['furniture > sofas', 'furniture'],
    ['seasonal > easter', 'festive'],
    ['Home & Kitchen / Bakeware', 'kitchen'],
    ['groceries > bakery', 'grocery'],
    ['', undefined],
  ])('a category %j to %s', (category, aisle) => {
    expect(categoryAisle(category)).toBe(aisle)
  })
  it.each([
    ['candle', 'homedecor', 'seasonal > halloween', 'festive'],
    ['sweater', 'clothing', 'outdoors > pet', 'pets'],
    ['blanket', 'homedecor', 'apparel > scarf', 'homedecor'],
    ['glasses', 'kitchen', 'accessories > glasses', 'clothing'],
    ['wine glasses', 'kitchen', 'housewares > kitchen', 'kitchen'],
    ['pendant', 'jewellery', 'homedecor > lighting', 'homedecor'],
    ['pendant', 'jewellery', 'jewelry > necklace', 'jewellery'],
    ['piece', undefined, 'nothing known', 'general'],
  ] as const)('a %s filed under another is in %s', (noun, own, category, aisle) => {
    expect(aisleFor({ noun, number: 'one', ends: true, ...(own ? { aisle: own } : {}) }, category)).toBe(
      aisle,
    )
  })
})
