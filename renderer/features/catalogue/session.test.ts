import { beforeEach, describe, expect, it, vi } from 'vitest'
import { NEW_RULE } from './ruleForm'

// What is kept between starts is not what is looked at here.
vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined, removeItem: () => undefined })
const { closeDraft, setDraft, useCatalogueSession, whileSaving } = await import('./session')

const hero = { ...NEW_RULE, name: 'Hero' }
const other = { ...NEW_RULE, name: 'Other' }
const draft = () => useCatalogueSession.getState().drafts['market']
const saving = () => useCatalogueSession.getState().saving['market']

beforeEach(() => setDraft('market', hero))

describe('a draft of a rule that is saved', () => {
  it('is saved once, however often one asks, and is closed', async () => {
    let release: () => void = () => undefined
    const held = new Promise<void>((settle) => {
      release = settle
    })
    const save = vi.fn(async () => {
      await held
      closeDraft('market', hero)
    })
    const saves = [whileSaving('market', hero, save), whileSaving('market', hero, save)]
    expect(saving()).toBe(hero)
    release()
    await Promise.all(saves)
    expect([save.mock.calls.length, draft(), saving()]).toEqual([1, undefined, undefined])
  })

  it('takes no other draft with it', async () => {
    await whileSaving('market', hero, async () => {
      setDraft('market', other)
      closeDraft('market', hero)
    })
    expect(draft()).toBe(other)
  })

  it('can be saved again when that failed', async () => {
    const failing = whileSaving('market', hero, () => Promise.reject(new Error('Full.')))
    await expect(failing).rejects.toThrow('Full.')
    expect([draft(), saving()]).toEqual([hero, undefined])
  })
})
