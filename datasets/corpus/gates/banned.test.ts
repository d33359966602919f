import { describe, expect, it } from 'vitest'
import { bannedIn } from './banned'

describe('bannedIn', () => {
  it.each([
    ['Elevate your mornings with the <p1.title>.', 'cliché: "Elevate"'],
    ['It is not only light but also <p1.care>.', '"not only ... but also"'],
    ["Whether you're at home or away, take <p1.feature>.", '"whether you are X or Y"'],
    ['Style as listed: <p1.style>.', 'filler: "as listed"'],
    ['For <p1.use>, and who needs brunch?.', 'stray punctuation: "?."'],
    ['Hurry, there are few left.', 'urgency: "Hurry"'],
  ])('refuses "%s"', (sentence, problem) => {
    expect(bannedIn(sentence, ['playful']).join()).toContain(problem)
  })

  it.each([
    ['Ready?', ['warm'], 1],
    ['Ready?', ['playful'], 0],
    ['Ready? Are you?', ['playful'], 1],
    ['Yes!', ['playful', 'value'], 1],
    ['Yes! Yes!', ['playful'], 1],
  ] as const)('counts the marks of "%s" in %s', (sentence, voices, problems) => {
    expect(bannedIn(sentence, voices)).toHaveLength(problems)
  })

  it.each([
    'Dress in a hurry and <p1.closure> helps.',
    'Someone must have thought of <p1.feature>.',
    'Not light, but steady.',
  ])('allows "%s"', (sentence) => {
    expect(bannedIn(sentence, ['luxury'])).toEqual([])
  })
})
