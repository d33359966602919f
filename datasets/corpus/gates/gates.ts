/** The hard gates of the phrasebook: what no authored sentence may do. */
import { grammarErrors } from '../../../shared/util/grammar'
import { bannedIn } from './banned'
import type { Sampled } from './sample'
import { withExamples } from './sample'

/** One fault of one sentence. */
export interface Finding {
  readonly gate: 'banned' | 'grammar'
  readonly page: string
  /** Move and voices. */
  readonly where: string
  readonly problem: string
  readonly sentence: string
}

const place = ({ page, pattern }: Sampled) => ({ page, where: `${pattern.move} ${pattern.voices.join(' ')}` })

/** Clichés, habits, and marks outside the playful voice; a problem is told once a pattern. */
export function bannedFindings(sample: readonly Sampled[]): readonly Finding[] {
  return sample.flatMap((one) => {
    const problems = new Map<string, string>()
    for (const sentence of one.sentences)
      for (const problem of bannedIn(sentence, one.pattern.voices)) problems.set(problem, sentence)
    return [...problems].map(([problem, sentence]): Finding => ({
      gate: 'banned',
      ...place(one),
      problem,
      sentence,
    }))
  })
}

/** Faults of grammar in the first `each` expansions of every pattern, with example values in the slots. */
export async function grammarFindings(sample: readonly Sampled[], each: number): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const one of sample) {
    for (const template of one.sentences.slice(0, each)) {
      const sentence = withExamples(template)
      for (const error of await grammarErrors(sentence))
        findings.push({
          gate: 'grammar',
          ...place(one),
          problem: `"${error.text}": ${error.message}`,
          sentence,
        })
    }
  }
  return findings
}
