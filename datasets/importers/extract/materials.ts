/** Material words and the whole name of a material around one. */
import { MATERIAL_MODIFIERS, MATERIALS } from './lexicon'
import type { Item } from './lists'
import type { Token } from './tokens'

/** How many tokens from `at` name a material: 2, 1 or 0. */
export function materialLength(tokens: readonly Token[], at: number): number {
  const pair = `${tokens[at]?.lower ?? ''} ${tokens[at + 1]?.lower ?? ''}`
  if (MATERIALS.has(pair)) return 2
  return MATERIALS.has(tokens[at]?.lower ?? '') ? 1 : 0
}

/** The whole material around a material word: modifiers before it but not before `floor`, "blend" and further material words behind it. */
export function materialRange(tokens: readonly Token[], at: number, floor: number): Item {
  let from = at
  while (from > floor && MATERIAL_MODIFIERS.has(tokens[from - 1]?.lower ?? '')) from -= 1
  // "soft" and "fine" alone are opinions; they only stay inside a longer name.
  while (
    from < at &&
    /^(?:soft|supple|fine|natural|clear|buttery-soft|chunky|raw|pure|real|genuine)$/.test(
      tokens[from]?.lower ?? '',
    )
  )
    from += 1
  let to = at + materialLength(tokens, at)
  while (materialLength(tokens, to) > 0) to += materialLength(tokens, to)
  if (/^(?:blend|weave|mesh|wood|knit|fiber)$/.test(tokens[to]?.lower ?? '')) to += 1
  return { from, to }
}
