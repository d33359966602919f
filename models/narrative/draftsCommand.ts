/**
 * Makes a model folder's `drafts.safetensors`, which lets the model read ahead: `npx tsx models/narrative/draftsCommand.ts --corpus DIR --model
 * FOLDER`. DIR is what `datasets/corpus/generate.ts` wrote. To be run whenever the model was trained anew; without the file narratives
 * are the same and take longer.
 */
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { END_BEAT, SAY } from '../../shared/domain/tokens'
import { DRAFTS_FILE } from '../language/draftTable'
import { Tokenizer } from '../language/tokenizer'
import type { LearntSentence } from './drafting'
import { learnDrafts } from './drafting'

/** A head from its move on, and its sentence. */
const BEAT = new RegExp(`(<b\\.[a-z]+>(?: <[^>]+>)*? ${SAY}) (.*?) ${END_BEAT}`, 'g')

/** Every distinct beat of the corpus, as it stands there, with how often it does. */
async function beatsOf(folder: string): Promise<ReadonlyMap<string, number>> {
  const names = (await readdir(folder)).filter((name) => /^train-.*\.txt$/.test(name)).sort()
  if (names.length === 0) throw new Error(`There is no train-000.txt in ${folder}`)
  const beats = new Map<string, number>()
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8')
    for (const [, head, sentence] of text.matchAll(BEAT)) {
      const beat = `${head ?? ''}\n${sentence ?? ''}`
      beats.set(beat, (beats.get(beat) ?? 0) + 1)
    }
  }
  return beats
}

function learnt(beats: ReadonlyMap<string, number>, tokenizer: Tokenizer): readonly LearntSentence[] {
  return [...beats].map(([beat, count]) => {
    const [head = '', sentence = ''] = beat.split('\n')
    return {
      head: tokenizer.encode(head),
      sentence: [...tokenizer.encode(` ${sentence}`), ...tokenizer.encode(END_BEAT)],
      count,
    }
  })
}

const { values } = parseArgs({ options: { corpus: { type: 'string' }, model: { type: 'string' } } })
if (!values.corpus || !values.model) {
  process.stderr.write('Say what to learn from and for which model: --corpus DIR --model FOLDER\n')
  process.exitCode = 2
} else {
  const beats = await beatsOf(values.corpus)
  const table = learnDrafts(learnt(beats, await Tokenizer.read(values.model)))
  const bytes = table.encode()
  await writeFile(join(values.model, DRAFTS_FILE), bytes)
  process.stdout.write(`${beats.size} sentences, ${table.size} guesses, ${bytes.length} bytes\n`)
}
