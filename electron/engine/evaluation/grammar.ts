/** The grammar lint, where it is installed: it is a development tool of 16 MB that the packaged application goes without. */
import type { GrammarError } from '../../../shared/util/grammar'

/** Finds faults of grammar in a text; undefined where the lint is not installed. */
export async function grammarLint(): Promise<
  ((text: string) => Promise<readonly GrammarError[]>) | undefined
> {
  try {
    return (await import('../../../shared/util/grammar')).grammarErrors
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw cause
  }
}
