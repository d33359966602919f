import { describe, expect, it } from 'vitest'
import { cleanText, isBlank } from './text'

describe('cleanText', () => {
  it.each([
    ['  two   spaces\n and a line ', 'two spaces and a line'],
    ['4&#34; nails', '4" nails'],
    ['Salt &amp; Pepper', 'Salt & Pepper'],
    ['Salt &amp;amp; Pepper', 'Salt & Pepper'],
    ['Tom &amp;#39;s', "Tom 's"],
    ['&lt;b&gt;Bold&lt;/b&gt; lamp', 'Bold lamp'],
    ['<p>A <b>soft</b> rug</p>', 'A soft rug'],
    ['Lamp <span', 'Lamp'],
    ['Lamp <span class="x', 'Lamp'],
    ['<style>.a { color: red }</style>Lamp', 'Lamp'],
    ['<script>alert(1)', ''],
    ['smaller than 5 < 6 > 3', 'smaller than 5 < 6 > 3'],
    ['cafxE9 au lait', 'café au lait'],
    ['a\u0000b\u200bc\ufeff', 'a b c'],
    ['&unknown; stays', '&unknown; stays'],
    ['&#x41;&#66;', 'AB'],
    ['&#9999999;', ''],
  ])('%j reads %j', (raw, clean) => {
    expect(cleanText(raw)).toBe(clean)
  })

  it('cuts at the length asked for', () => {
    expect(cleanText('abcdef ghi', 7)).toBe('abcdef')
  })
})

describe('isBlank', () => {
  it('takes the ways exports say nothing', () => {
    expect(
      [undefined, '', ' ', 'NA', 'n/a', 'null', 'None', '-', '--', 'NaN', '[object Object]'].every(isBlank),
    ).toBe(true)
    expect(['0', 'nap', 'none of these'].some(isBlank)).toBe(false)
  })
})
