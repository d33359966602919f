/**
 * Writes many narratives over one catalogue and counts what is wrong with them:
 * `npx tsx build/bench/narratives.ts --home DIR [--catalogue NAME] [--count 100] [--seed 1] [--show 12]`.
 *
 * Personas take turns; occasion, template and seed are drawn from `--seed`. Prints the texts drawn by seed, then one line of JSON.
 */
import { parseArgs } from 'node:util'
import { openEngine } from '../../electron/engine/engine'
import { findResources } from '../../electron/engine/resources'
import { writeRequestSchema } from '../../shared/contract/schemas'
import { finished } from '../../shared/contract/services'
import type { Narrative } from '../../shared/domain/narrative'
import { seededRandom } from '../../shared/util/random'

const OCCASIONS = [
  'a rainy week in the hills',
  'a first flat',
  "your sister's wedding",
  'the long commute',
  'a birthday dinner',
  'camping with the children',
  'Diwali at home',
  'working from home',
  '',
  'a weekend by the sea',
  'a winter in Shimla',
  'the school run',
  '',
  'a housewarming on Saturday',
  'summer travel gadgets',
  'a quiet Sunday',
  'the office move',
  'a long weekend',
]
const TEMPLATES = ['page', 'page', 'card', 'page', 'email', 'card', 'pair', 'push']

const { values } = parseArgs({
  options: {
    home: { type: 'string' },
    catalogue: { type: 'string' },
    count: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    show: { type: 'string', default: '12' },
    template: { type: 'string' },
    temperature: { type: 'string' },
  },
})
if (!values.home) throw new Error('Say which home to use: --home DIR')

const engine = await openEngine({ home: values.home, resources: findResources(import.meta.dirname) })
const { services } = engine
const personas = await services.personas()
const random = seededRandom(Number(values.seed))
const count = Number(values.count)
const narratives: (Narrative & { readonly who: string; readonly occasion: string })[] = []
for (let i = 0; i < count; i++) {
  const persona = personas[i % personas.length]
  if (!persona) throw new Error('This home has no personas')
  const occasion = random.pick(OCCASIONS)
  const request = writeRequestSchema.parse({
    ...(values.catalogue ? { catalogue: values.catalogue } : {}),
    audience: { kind: 'persona', id: persona.id },
    occasion,
    variant: {
      templateId: values.template ?? random.pick(TEMPLATES),
      decoding: {
        seed: random.below(1e6),
        ...(values.temperature ? { temperature: Number(values.temperature) } : {}),
      },
    },
  })
  const narrative = await finished(services.write(request, new AbortController().signal))
  narratives.push({ ...narrative, who: persona.name, occasion })
}
await engine.close()

const sum = (value: (narrative: Narrative) => number) =>
  narratives.reduce((total, narrative) => total + value(narrative), 0)
const sorted = narratives.map((narrative) => narrative.timing.totalMs).sort((a, b) => a - b)
const sentences = sum((narrative) => narrative.beats.length)
const origins = (origin: string) =>
  sum((narrative) => narrative.beats.filter((beat) => beat.origin === origin).length)
const hard = (narrative: Narrative) =>
  narrative.checks.unsupported.filter(({ kind }) => kind === 'number' || kind === 'name').length
const openings = new Map<string, number>()
for (const { text } of narratives) {
  const four = text.split(' ').slice(0, 4).join(' ').toLowerCase()
  openings.set(four, (openings.get(four) ?? 0) + 1)
}

const shown = seededRandom(Number(values.seed) + 1)
  .shuffle(narratives)
  .slice(0, Number(values.show))
for (const { who, occasion, voice, channel, products, text, beats, checks } of shown) {
  const marks = beats
    .map((beat) => ({ model: '', resampled: 'r', fallback: 'F', edited: 'e' })[beat.origin])
    .join('')
  const doubts = checks.unsupported.map((one) => `${one.text}: ${one.reason}`).join('; ')
  process.stdout.write(
    `\n[${who} | ${occasion || 'no occasion'} | ${voice} ${channel} | ${products.map((pick) => `${pick.title} (${pick.reason})`).join(' + ')}] ${marks}${doubts}\n${text}\n`,
  )
}
const summary = {
  catalogue: values.catalogue ?? 'shop',
  count,
  inventedFacts: sum(hard),
  unsupportedClaimNarratives: narratives.filter((narrative) => narrative.checks.unsupported.length > 0)
    .length,
  sentences,
  resampledShare: origins('resampled') / sentences,
  fallbackShare: origins('fallback') / sentences,
  factsPerNarrative: sum((narrative) => narrative.checks.verifiedFacts) / count,
  meanWords: sum((narrative) => narrative.words) / count,
  openingRepetition: Math.max(...openings.values()) / count,
  p50Ms: Math.round(sorted[Math.floor(count * 0.5)] ?? 0),
  p95Ms: Math.round(sorted[Math.floor(count * 0.95)] ?? 0),
  unsupported: narratives.flatMap(({ checks }) =>
    checks.unsupported.map((one) => `${one.kind} "${one.text}": ${one.reason}`),
  ),
  rejected: narratives.flatMap(({ beats }) => beats.flatMap((beat) => beat.rejected)).slice(0, 40),
}
process.stdout.write(`\n${JSON.stringify(summary, null, 1)}\n`)
