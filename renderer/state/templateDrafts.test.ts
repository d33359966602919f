import { beforeAll, beforeEach, expect, it, vi } from 'vitest'
import type * as BriefModule from './brief'
import type * as DraftsModule from './templateDrafts'

let brief: typeof BriefModule
let drafts: typeof DraftsModule
const text = () => brief.useBrief.getState().variant.templateText

beforeAll(async () => {
  const storage = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
  vi.stubGlobal('localStorage', storage)
  vi.stubGlobal('window', { localStorage: storage })
  brief = await import('./brief')
  drafts = await import('./templateDrafts')
})
beforeEach(() => {
  vi.useRealTimers()
  drafts.useTemplateDrafts.setState({ waiting: {}, histories: {} })
  brief.useBrief.getState().setVariant({ templateId: 'card', templateText: undefined })
})

it('goes back and forth through edits, to the saved text and no further', () => {
  drafts.editTemplate('a')
  drafts.editTemplate('b')
  const steps = ([-1, -1, -1, 1, 1, 1] as const).map((step) => {
    drafts.stepTemplate(step)
    return text()
  })
  expect(steps).toEqual(['a', undefined, undefined, 'a', 'b', 'b'])
  drafts.stepTemplate(-1)
  drafts.editTemplate('c')
  drafts.stepTemplate(1)
  expect(text()).toBe('c')
})

it('takes back what was typed in one go in one step', () => {
  vi.useFakeTimers()
  for (const typed of ['c', 'ch', 'cha']) drafts.editTemplate(typed, true)
  vi.advanceTimersByTime(2000)
  drafts.editTemplate('chan', true)
  drafts.stepTemplate(-1)
  expect(text()).toBe('cha')
  drafts.stepTemplate(-1)
  expect(text()).toBeUndefined()
})

it('keeps what is unsaved of every template while others are looked at', () => {
  drafts.editTemplate('of card')
  drafts.chooseTemplate('page')
  expect(text()).toBeUndefined()
  drafts.editTemplate('of page')
  drafts.chooseTemplate(undefined)
  drafts.editTemplate('of none')
  drafts.chooseTemplate('card')
  expect([text(), drafts.useTemplateDrafts.getState().waiting]).toEqual([
    'of card',
    { page: 'of page', new: 'of none' },
  ])
  drafts.stepTemplate(-1)
  expect(text()).toBeUndefined()
})

it('forgets a draft that was saved, under its own name or another', () => {
  drafts.chooseTemplate(undefined)
  drafts.editTemplate('new one')
  drafts.draftSaved('mine')
  const { templateId, templateText } = brief.useBrief.getState().variant
  expect([templateId, templateText]).toEqual(['mine', undefined])
  drafts.chooseTemplate(undefined)
  expect(text()).toBeUndefined()
  drafts.stepTemplate(-1)
  expect(text()).toBeUndefined()
})
