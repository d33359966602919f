import { expect, it } from 'vitest'
import type { Narrative } from '../../shared/domain/narrative'
import { narrativeHtml, narrativeJson } from './copy'

const narrative: Narrative = {
  text: 'Salt & <Pepper> Mill, £8.',
  spans: [
    {
      start: 7,
      end: 20,
      text: '<Pepper> Mill',
      productId: 'P"1',
      field: 'title',
      productIndex: 0,
      sourceField: 'name',
    },
    { start: 22, end: 24, text: '£8', productId: 'P"1', field: 'price', productIndex: 0 },
  ],
  beats: [],
  products: [],
  checks: { verifiedFacts: 2, unsupported: [], fallbackSentences: 0 },
  words: 5,
  tokens: 6,
  timing: { retrieveMs: 1, prefillMs: 2, decodeMs: 3, firstTokenMs: 4, totalMs: 6 },
  seed: 1,
  model: 'm',
  adapters: [],
  strategy: 'random',
  voice: 'warm',
  channel: 'card',
}

it('names the source of every fact in HTML and escapes the rest', () => {
  expect(narrativeHtml(narrative)).toBe(
    '<p>Salt &amp; <span data-product="P&quot;1" data-field="title" data-source-field="name">&lt;Pepper&gt; Mill</span>, ' +
      '<span data-product="P&quot;1" data-field="price">£8</span>.</p>',
  )
})

it('gives text, spans and checks back from JSON', () => {
  const { text, spans, checks } = JSON.parse(narrativeJson(narrative)) as Narrative
  expect({ text, spans, checks }).toEqual({
    text: narrative.text,
    spans: narrative.spans,
    checks: narrative.checks,
  })
})
