import { describe, expect, it } from 'vitest'
import type { Beat } from '../../shared/domain/beats'
import { specialTokens } from '../../shared/domain/tokens'
import { HeadGrammar, headTokens } from './headGrammar'

const names = specialTokens().map(({ token }) => token)
const id = (token: string) => {
  const at = names.indexOf(token)
  if (at < 0) throw new Error(`no ${token}`)
  return at
}
const END = id('<end>')

const beat = (more: Partial<Omit<Beat, 'id'>>): Omit<Beat, 'id'> => ({
  ...{ move: 'fact', voice: 'warm', length: 'short', slots: ['p1.material'] },
  ...more,
})
const beats: Readonly<Record<string, Omit<Beat, 'id'>>> = {
  material: beat({}),
  easy: beat({ level: 'easy' }),
  named: beat({ length: 'medium', slots: ['p1.title', 'p1.material'] }),
  light: beat({ slots: ['p1.weight'], relation: 'low' }),
  second: beat({ slots: ['p2.material'] }),
  close: beat({ move: 'close', slots: [], relation: 'quiet' }),
}
const heads = Object.entries(beats).map(([choice, one]) => ({
  choice,
  tokens: headTokens(one, ['one', 'many'], id),
}))

/** The grammar after these tokens. */
function after(written: string, ending?: number) {
  const grammar = new HeadGrammar(heads, ending)
  for (const token of written.split(' ').filter(Boolean)) grammar.push(id(token))
  return grammar
}

describe('HeadGrammar', () => {
  it.each([
    ['', ['<b.fact>', '<b.close>']],
    ['<b.fact>', ['<v.warm>']],
    ['<b.fact> <v.warm>', ['<l.short>', '<l.medium>']],
    ['<b.fact> <v.warm> <l.short>', ['<n.one>', '<g.easy>', '<n.many>']],
    ['<b.fact> <v.warm> <l.short> <g.easy>', ['<n.one>']],
    ['<b.fact> <v.warm> <l.short> <n.one>', ['<p1.material>', '<r.low>']],
    ['<b.fact> <v.warm> <l.short> <n.many>', ['<p2.material>']],
    ['<b.fact> <v.warm> <l.short> <n.one> <r.low>', ['<p1.weight>']],
    ['<b.fact> <v.warm> <l.medium> <n.one>', ['<p1.title>']],
    ['<b.fact> <v.warm> <l.medium> <n.one> <p1.title>', ['<p1.material>']],
    ['<b.close> <v.warm> <l.short> <n.one>', ['<r.quiet>']],
    ['<b.close> <v.warm> <l.short> <n.one> <r.quiet>', ['<say>']],
    ['<b.close> <v.warm> <l.short> <n.one> <r.quiet> <say>', []],
  ])('after "%s" lets through %j', (written, expected) => {
    const next = [...after(written).next()].map((token) => names[token])
    expect(next.sort()).toEqual([...expected].sort())
  })

  it.each(Object.keys(beats))('tells what the head of "%s" stands for, once it is whole', (choice) => {
    const { tokens } = heads.find((head) => head.choice === choice)!
    const grammar = new HeadGrammar(heads, END)
    for (const token of tokens) {
      expect(grammar.chosen()).toBeUndefined()
      grammar.push(token)
    }
    expect(grammar.chosen()).toBe(choice)
  })

  it('lets the narrative end in place of a head, where it may, and nowhere inside one', () => {
    expect(after('').next()).not.toContain(END)
    expect(after('', END).next()).toContain(END)
    expect(after('<b.fact>', END).next()).not.toContain(END)
    const ended = after('<end>', END)
    expect(ended.chosen()).toBeUndefined()
    expect([...ended.next()]).toEqual([])
  })

  it('refuses a token that may not come next', () => {
    expect(() => after('<b.price>')).toThrow(RangeError)
    expect(() => after('<b.fact> <b.fact>')).toThrow(RangeError)
  })

  it('keeps the logits of what may come and forbids all else', () => {
    const logits = Float32Array.from(names, (_, token) => token)
    const masked = after('<b.fact> <v.warm>').masked(logits)
    const kept = [...masked.keys()].filter((token) => masked[token] !== -Infinity)
    expect(kept).toEqual([id('<l.short>'), id('<l.medium>')].sort((a, b) => a - b))
    expect(kept.map((token) => masked[token])).toEqual(kept)
  })
})
