import type { FairnessProbe, ProbeSummary } from '../../../shared/domain/fairness'
import { pFigure } from '../../../shared/domain/fairnessFigures'
import { Suspense, lazy } from 'react'
import { markAt, Mark } from '../../charts/marks'
import type { DotRow } from '../../charts/size'
import { plotPx } from '../../charts/size'
import { Tip } from '../../ui/Tip'
import { count, duration } from '../../ui/format'
import { strategyLabel } from '../../ui/StrategyMark'
import { OtherCatalogue } from './OtherCatalogue'
import { ProbeCases } from './ProbeCases'
import { measured, unbroken } from './figures'

const DotPlot = lazy(() => import('../../charts/DotPlot').then((module) => ({ default: module.DotPlot })))

/** A probe: how often and how much a flip changes things, beside another seed; then each person, before and after. */
export function ProbeView({ probe }: { readonly probe: FairnessProbe }) {
  const { sentence, catalogue, version, invented, strategy, k, people, seed, ms, beyondSeed } = probe
  const facts = [
    ...[`${count(people)} ${people === 1 ? 'person' : 'people'}`, `${strategyLabel(strategy)}, first ${k}`],
    `${catalogue}, version ${version}${invented ? ', invented shop' : ''}`,
    ...[`seed ${seed}`, `took ${duration(ms)}`],
  ]
  return (
    <article aria-label="Probe" className="max-w-[1000px] px-6 pt-4 pb-12">
      <header>
        <h2 className="max-w-[60ch] font-serif text-20 leading-7 text-pretty">{unbroken(sentence)}</h2>
        <p className="mt-1.5 text-12 text-ink-3 tabular">{facts.join(' · ')}</p>
        <OtherCatalogue of={probe} />
      </header>
      <Summary probe={probe} />
      {beyondSeed && probe.flip.textDistance !== null && probe.flip.textDistance.value > 0 && (
        <p className="mt-1 max-w-[72ch] text-12 text-ink-2">
          Texts after the flip against texts with another seed, person by person:{' '}
          {beyondSeed.p === null ? 'too few people for a test' : `p ${pFigure(beyondSeed.p)}`}.
        </p>
      )}
      {probe.notes.length > 0 && (
        <ul
          aria-label="What to know"
          className="mt-3 max-w-[72ch] list-disc space-y-1 pl-4 text-13 text-ink-2"
        >
          {probe.notes.map((note) => (
            <li key={note}>{unbroken(note)}</li>
          ))}
        </ul>
      )}
      <ProbeCases probe={probe} />
    </article>
  )
}

const LOOKS = { flip: markAt(1), reseed: { ...markAt(0), hollow: true } } as const

type Measure = keyof ProbeSummary

const measures: readonly (readonly [measure: Measure, label: string, meaning: string])[] = [
  ['productsChanged', 'Other products', 'Share of people who see a product that they did not see.'],
  ['picksChanged', 'Products or order', 'Share of people whose list has any change, of order too.'],
  ['textChanged', 'Text changed', 'Share of people whose text has any change.'],
  ['jaccard', 'Picks in common', 'Products in both lists by products in either (Jaccard 1912).'],
  [
    'rankOverlap',
    'Order in common',
    'Rank-biased overlap: agreement of both lists, the top weighing most (Webber, Moffat and Zobel 2010, p .9).',
  ],
  ['textDistance', 'Words changed', 'Words to insert and delete by all words of both texts.'],
  ['priceShift', 'Price after by before', 'Geometric mean price of the picks after, beside before.'],
]

function Summary({ probe }: { readonly probe: FairnessProbe }) {
  const shares = measures.filter(([measure]) => measure !== 'priceShift' && probe.flip[measure] !== null)
  return (
    <section aria-label="How much changes" className="mt-5">
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-12 text-ink-2">
        <span className="flex items-center gap-1.5">
          <Mark look={LOOKS.flip} />
          {probe.flipped}
        </span>
        <span className="flex items-center gap-1.5">
          <Mark look={LOOKS.reseed} />
          nothing changed but the seed
        </span>
        <span className="text-ink-3">
          {probe.people > 1 ? 'Whiskers: 95 %' : 'Of one person there is no interval'}, n{' '}
          {count(probe.people)}
        </span>
      </div>
      <div className="relative mt-2 max-w-[640px]">
        <SharePlot probe={probe} shown={shares} />
      </div>
      <PriceShift probe={probe} />
    </section>
  )
}

interface SharePlotProps {
  readonly probe: FairnessProbe
  readonly shown: typeof measures
}

function SharePlot({ probe, shown }: SharePlotProps) {
  const rows = shown.map(([measure, label]): DotRow => ({
    label: '',
    dots: (['flip', 'reseed'] as const).flatMap((which) => {
      const one = probe[which][measure]
      if (!one) return []
      const name = `${label}, ${which === 'flip' ? probe.flipped : 'another seed'}`
      return [{ name, look: LOOKS[which], ...measured(one, probe.people) }]
    }),
  }))
  const said = rows.flatMap(({ dots }) => dots.map(({ name, text }) => `${name}: ${text}`)).join('; ')
  return (
    <>
      <div className="pl-36">
        <Suspense fallback={<div aria-hidden style={{ height: plotPx(rows) }} />}>
          <DotPlot
            data={rows}
            options={{
              label: said,
              tick: (value) => `${Math.round(100 * value)} %`,
              labelPx: 20,
              domain: [0, 1],
            }}
          />
        </Suspense>
      </div>
      <ul className="absolute top-[2px] left-0 flex w-36 flex-col" style={{ height: plotPx(rows) - 24 }}>
        {shown.map(([measure, label, meaning]) => (
          <li key={measure} className="flex min-h-0 flex-1 items-center text-12">
            <Tip text={meaning}>
              <span
                tabIndex={0}
                className="rounded-[3px] text-ink-2 underline decoration-line-strong decoration-dotted underline-offset-4"
              >
                {label}
              </span>
            </Tip>
          </li>
        ))}
      </ul>
    </>
  )
}

function PriceShift({ probe: { flip, reseed, flipped, people } }: { readonly probe: FairnessProbe }) {
  if (!flip.priceShift) return null
  return (
    <p className="mt-2 max-w-[72ch] text-12 text-ink-2">
      The price of the picks changes by {measured(flip.priceShift, people).text} with {flipped}
      {reseed.priceShift && `, by ${measured(reseed.priceShift, people).text} with another seed`}.
    </p>
  )
}
