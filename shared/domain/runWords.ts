/** What runs say, in words: sentences are made from their figures alone. */
import { intervalText, metricText, metricWords } from './metricWords'
import type { Run, RunComparison, RunDifference, RunFinding, RunKind } from './run'

/** Chance may make a finding this seldom for it to be called one; after correction. */
const LEVEL = 0.05

const kinds: Readonly<Record<RunKind, string>> = {
  recommend: 'Recommenders',
  narratives: 'Narratives',
  retrieval: 'Search',
  comparison: 'Comparison',
  fairness: 'Fairness',
  training: 'Training',
}

/** A kind's name. */
export function kindLabel(kind: RunKind): string {
  return kinds[kind]
}

/** Whose figure it is, as people say it. */
export function systemLabel(of: string, kind: RunKind): string {
  if (of !== '') return of
  return kind === 'narratives' ? 'written' : 'all'
}

/** `p < 0.001`, `p = 0.004`, `p = 0.12`. */
export function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${p.toFixed(p < 0.01 ? 3 : 2)}`
}

/** True where chance, after correction, would seldom make such a difference. */
export function isFinding({ adjustedP }: RunDifference): boolean {
  return adjustedP !== undefined && adjustedP < LEVEL
}

/** `better, p < 0.001`, `within chance, p = 0.41`, `not tested`: what a difference comes to. */
export function verdictText(difference: RunDifference, better?: 'higher' | 'lower'): string {
  const { adjustedP, value } = difference
  if (adjustedP === undefined) return 'not tested'
  if (!isFinding(difference)) return `within chance, ${pText(adjustedP)}`
  const higher = value > 0
  const word = better ? ((better === 'higher') === higher ? 'better' : 'worse') : higher ? 'higher' : 'lower'
  return `${word}, ${pText(adjustedP)}`
}

/** `+0.052 [0.031, 0.073]`; shares in percentage points. */
export function differenceText({ value, low, high }: RunDifference, metric: string): string {
  const { form } = metricWords(metric)
  const text = (one: number) => metricText(one, form).replace(' %', form === 'share' ? ' pp' : '')
  const shown = `${value > 0 ? '+' : ''}${text(value)}`
  return low === undefined || high === undefined ? shown : `${shown} [${text(low)}, ${text(high)}]`
}

/** `2.3 times [2.1, 2.5]`. */
function timesText({ value, low, high }: NonNullable<RunFinding['ratio']>): string {
  const digits = value < 10 ? 1 : 0
  return `${value.toFixed(digits)} times as [${low.toFixed(digits)}, ${high.toFixed(digits)}]`
}

/** One finding as a sentence: what the lead system does, what the other does, how far apart, and whether chance could do it. */
export function findingSentence(finding: RunFinding): string {
  const { metric, of, than, means, difference, ratio } = finding
  const { label, form } = metricWords(metric)
  const [own, other] = means.map((mean) => metricText(mean, form))
  if (!isFinding(difference)) {
    const how = difference.adjustedP === undefined ? '' : `, ${pText(difference.adjustedP)}`
    return `${capital(of)} and ${than} cannot be told apart in ${label}: ${own} and ${other}${how}.`
  }
  const [stem, depth] = metric.split('@')
  if (stem === 'hr' && ratio && ratio.value > 1) {
    const times = timesText(ratio).replace(' as [', ' as often as ' + than + ' [')
    return `${capital(of)} finds the held-out product ${times}: among the first ${depth ?? 'few'} for ${own} of shoppers, against ${other}.`
  }
  if (ratio && ratio.value > 1) {
    const times = timesText(ratio).replace(' as [', ' that of ' + than + ' [')
    return `${label} of ${of} is ${times}: ${own} against ${other}.`
  }
  const side = difference.value > 0 ? 'higher' : 'lower'
  return `${label} of ${of} is ${side} than that of ${than}: ${own} against ${other}, ${differenceText(difference, metric)}.`
}

/** Findings worth a first look come first: how often the right one is found, against the bestsellers. */
const METRICS = ['hr', 'ndcg', 'recall', 'mrr']
const THAN = ['popularity', 'words', 'meaning', 'random']

/** The finding to be said first; undefined where there is none. */
export function leadFinding(findings: readonly RunFinding[]): RunFinding | undefined {
  const rank = (list: readonly string[], name: string) => {
    const at = list.indexOf(name)
    return at < 0 ? list.length : at
  }
  return [...findings].sort(
    (a, b) =>
      rank(METRICS, a.metric.split('@')[0] ?? '') - rank(METRICS, b.metric.split('@')[0] ?? '') ||
      rank(THAN, a.than) - rank(THAN, b.than),
  )[0]
}

/** What was asked, without what was found. */
export function askedParams({ params }: Pick<Run, 'params'>): Run['params'] {
  return Object.fromEntries(Object.entries(params).filter(([name]) => name !== 'found'))
}

/** The run in a sentence or two; empty for an audit of fairness that kept no finding, whose figures say nothing one by one. */
export function headline(run: Run, findings: readonly RunFinding[]): string {
  if (run.state !== 'finished')
    return run.error ?? (run.state === 'failed' ? 'It failed.' : 'It was stopped.')
  if (run.kind === 'fairness' && run.metrics.length > 0) return String(run.params['found'] ?? '')
  const lead = leadFinding(findings)
  if (lead) return findingSentence(lead)
  if (run.kind === 'narratives') return narrativesSentence(run)
  if (run.kind === 'comparison') return textsSentence(run)
  const [first] = run.metrics
  if (!first) return 'It holds no figures.'
  return `${metricWords(first.name).label} of ${systemLabel(first.of, run.kind)}: ${intervalText(first)}.`
}

function narrativesSentence({ metrics }: Run): string {
  const figure = (name: string) => metrics.find((one) => one.name === name && one.of === '')
  const shown = (name: string) => {
    const found = figure(name)
    return found?.value === null || found === undefined ? undefined : intervalText(found)
  }
  const invented = figure('invented-facts')
  const [told, obeyed] = [shown('persona-identification'), shown('directive-obedience')]
  const texts = invented?.n === undefined ? 'the texts' : `${invented.n} texts`
  const parts = [
    invented?.value === 0
      ? `Nothing was invented in ${texts}`
      : invented && `${metricText(invented.value, 'count')} figures and names were invented in ${texts}`,
    told && `the reader can be told among ten in ${told} of them`,
    obeyed && `${obeyed} of directives are obeyed`,
  ].filter((part) => part !== undefined)
  return parts.length === 0 ? 'It holds no figures.' : `${capital(parts.join('; '))}.`
}

function textsSentence({ metrics }: Run): string {
  const all = (name: string) => metrics.filter((one) => one.name === name)
  const words = new Map(all('mean-words').map(({ of, value }) => [of, value ?? 0]))
  const told = all('verified-facts').map(({ of, value }, at) =>
    at === 0
      ? `${of} states ${value ?? 0} facts in ${words.get(of) ?? 0} words`
      : `${of} ${value ?? 0} in ${words.get(of) ?? 0}`,
  )
  if (told.length === 0) return 'It holds no figures.'
  const bad = all('unsupported-statements').reduce((sum, { value }) => sum + (value ?? 0), 0)
  const checked =
    bad === 0
      ? 'The catalogue supports every statement.'
      : `Not supported by the catalogue: ${bad} ${bad === 1 ? 'statement' : 'statements'}.`
  return `${told.join(', ')}. ${checked}`
}

/** Differences named in the sentence of a comparison. */
const NAMED = 3

/** What a comparison comes to, in a sentence or two: how much differs beyond chance, and the clearest of it. */
export function comparisonSentence({ runs, metrics, tests }: RunComparison): string {
  if (tests === 0)
    return 'These runs share no cases, so their figures stand side by side and nothing is tested.'
  const found = metrics.flatMap(({ metric, of, better, differences }) =>
    differences.flatMap((difference, at) =>
      difference && isFinding(difference) ? [{ metric, of, better, difference, at }] : [],
    ),
  )
  const measures = `${tests} ${tests === 1 ? 'difference' : 'differences'} tested case by case`
  if (found.length === 0) return `Of ${measures}, none is beyond chance.`
  const clearest = [...found].sort((a, b) => zOf(b.difference) - zOf(a.difference)).slice(0, NAMED)
  const named = clearest.map(({ metric, of, difference, at }) => {
    const whose = of === '' ? '' : ` of ${of}`
    const run = runs.length > 2 ? ` in ${String.fromCharCode(65 + at)}` : ''
    return `${metricWords(metric).label}${whose}${run} ${differenceText(difference, metric)}`
  })
  const which = found.length > NAMED ? ', most clearly' : ':'
  return `Of ${measures}, ${found.length} ${found.length === 1 ? 'is' : 'are'} beyond chance${which} ${named.join('; ')}.`
}

/** How far a difference is from none, in widths of its interval. */
function zOf({ value, low = 0, high = 0 }: RunDifference): number {
  return Math.abs(value) / Math.max(high - low, Number.MIN_VALUE)
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
