/** Words and habits no sentence may have, and marks that only the playful voice may use. */
import type { Voice } from '../../../shared/domain/voices'

const habits: readonly (readonly [RegExp, string])[] = [
  [/\belevat(e|es|ed|ing)\b/i, 'cliché'],
  [/\bunleash/i, 'cliché'],
  [/\bgame-?\s?chang/i, 'cliché'],
  [/\bmust-have|\ba must have\b/i, 'cliché'],
  [/\btreat yourself\b/i, 'cliché'],
  [/\blook no further\b/i, 'cliché'],
  [/\bnext level\b/i, 'cliché'],
  [/\bseamless/i, 'cliché'],
  [/\bcurated\b/i, 'cliché'],
  [/\bstunning/i, 'cliché'],
  [/\bperfect for (any|every|all)\b/i, 'cliché'],
  [
    /\b(effortless|nestled|indulge|testament|cutting-edge|top-notch|state-of-the-art|boasts|boasting)\b/i,
    'cliché',
  ],
  [/\b(say (hello|goodbye) to|transform your|peace of mind)\b/i, 'cliché'],
  [/\bthe perfect (companion|addition|gift|choice|partner)\b/i, 'cliché'],
  [/\bwhether you('re| are)\b/i, '"whether you are X or Y"'],
  [/\bnot (only|just|merely)\b[^.;!?]*\bbut\b/i, '"not only ... but also"'],
  [/\b(based on your|introducing)\b/i, 'opening of a machine'],
  [/^(looking for|meet the)\b/i, 'opening of a machine'],
  [
    /^hurry\b|\b(hurry (up|while)|last chance|selling fast|act now|while stocks? lasts?|don't miss)\b/i,
    'urgency',
  ],
  [/\bas (listed|stated|mentioned|described)\b/i, 'filler'],
  [/\bso (that )?you can tell\b/i, 'filler'],
  [/\b(worth noting|please note|it should be noted|needless to say|rest assured)\b/i, 'filler'],
  [/\b(when it comes to|in today's|the fact that)\b/i, 'filler'],
  [/\bwhich we (looked up|checked)\b/i, 'filler'],
  [/\bso you know what (you|to expect|the upkeep|your money)\b/i, 'filler'],
]

/** What is banned in a sentence of a voice (slots as tokens or filled), with the words that are; empty when nothing is. */
export function bannedIn(sentence: string, voices: readonly Voice[]): readonly string[] {
  const found = habits.flatMap(([habit, why]) => {
    const match = habit.exec(sentence)
    return match ? [`${why}: "${match[0]}"`] : []
  })
  const playful = voices.every((voice) => voice === 'playful')
  const allowed = playful ? 1 : 0
  const marks = (['!', '?'] as const).flatMap((mark) =>
    sentence.split(mark).length - 1 > allowed ? [`${playful ? 'more than one' : 'a'} "${mark}"`] : [],
  )
  const stray = /[!?.,;:]\s*[.,;:]|\s[.,;:!?]/.exec(sentence)
  return [...found, ...marks, ...(stray ? [`stray punctuation: "${stray[0]}"`] : [])]
}
