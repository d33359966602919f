/**
 * Templates being edited: what was typed into each and not saved yet, and the way back. The text at hand is the brief's `templateText`;
 * those of other templates wait here. View state only; unsaved texts are kept between starts.
 */
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { useBrief } from './brief'

/** Key of the text that belongs to no template yet. */
export const NEW_TEMPLATE = 'new'

/** Typing within this time is taken back in one step, milliseconds. */
const PAUSE_MS = 800
const STEPS_MAX = 100

interface History {
  /** Texts before, oldest first; undefined stands for the saved one. */
  readonly past: readonly (string | undefined)[]
  readonly future: readonly (string | undefined)[]
  /** When the last keystroke came; 0 after any other edit. */
  readonly typedAtMs: number
}

interface Drafts {
  /** Unsaved texts of templates that are not at hand, by id. */
  readonly waiting: Readonly<Record<string, string>>
  readonly histories: Readonly<Record<string, History>>
}

const fresh: History = { past: [], future: [], typedAtMs: 0 }

/** The drafts. */
export const useTemplateDrafts = create<Drafts>()(
  persist((): Drafts => ({ waiting: {}, histories: {} }), {
    name: 'shelftalk.templateDrafts',
    version: 1,
    partialize: ({ waiting }) => ({ waiting }),
  }),
)

/** The template at hand, by its id or as the new one. */
export function draftKey(): string {
  return useBrief.getState().variant.templateId ?? NEW_TEMPLATE
}

function remember(key: string, history: History): void {
  useTemplateDrafts.setState(({ histories }) => ({ histories: { ...histories, [key]: history } }))
}

/** Changes the text at hand; undefined goes back to the saved one. `typing` joins keystrokes into one step of the way back. */
export function editTemplate(text: string | undefined, typing = false): void {
  const { templateText } = useBrief.getState().variant
  if (text === templateText) return
  const key = draftKey()
  const history = useTemplateDrafts.getState().histories[key] ?? fresh
  const now = Date.now()
  const joined = typing && now - history.typedAtMs < PAUSE_MS && history.past.length > 0
  remember(key, {
    past: joined ? history.past : [...history.past.slice(1 - STEPS_MAX), templateText],
    future: [],
    typedAtMs: typing ? now : 0,
  })
  useBrief.getState().setVariant({ templateText: text })
}

/** Takes the last edit back (`-1`) or makes it again (`1`); nothing where there is none. */
export function stepTemplate(step: 1 | -1): void {
  const key = draftKey()
  const { past, future } = useTemplateDrafts.getState().histories[key] ?? fresh
  const from = step < 0 ? past : future
  if (from.length === 0) return
  const { templateText } = useBrief.getState().variant
  const to = from.at(-1)
  remember(
    key,
    step < 0
      ? { past: past.slice(0, -1), future: [...future, templateText], typedAtMs: 0 }
      : { past: [...past, templateText], future: future.slice(0, -1), typedAtMs: 0 },
  )
  useBrief.getState().setVariant({ templateText: to })
}

/** Takes up another template, or none; what is unsaved of the old one waits, and what waits of the new one is there again. */
export function chooseTemplate(id: string | undefined): void {
  const { templateText } = useBrief.getState().variant
  const from = draftKey()
  const to = id ?? NEW_TEMPLATE
  if (from === to) return
  const { waiting } = useTemplateDrafts.getState()
  const others = without(waiting, from, to)
  useTemplateDrafts.setState({
    waiting: templateText === undefined ? others : { ...others, [from]: templateText },
  })
  useBrief.getState().setVariant({ templateId: id, templateVersion: undefined, templateText: waiting[to] })
}

/** The text at hand was saved as this template: nothing of it waits any more, and the way back starts anew. */
export function draftSaved(id: string): void {
  const from = draftKey()
  const { waiting, histories } = useTemplateDrafts.getState()
  useTemplateDrafts.setState({
    waiting: without(waiting, from, id),
    histories: without(histories, from, id),
  })
  useBrief.getState().setVariant({ templateId: id, templateVersion: undefined, templateText: undefined })
}

function without<Value>(
  record: Readonly<Record<string, Value>>,
  ...keys: readonly string[]
): Readonly<Record<string, Value>> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)))
}
