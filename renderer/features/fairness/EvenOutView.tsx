import { Slider } from '@base-ui/react/slider'
import { Suspense, lazy } from 'react'
import type { Estimate, TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import { exposureClassWords, exposureWords } from '../../../shared/domain/exposure'
import { fieldWords } from '../../../shared/domain/fairnessWords'
import { metricText } from '../../../shared/domain/metricWords'
import { strategyLabel } from '../../ui/StrategyMark'
import { count, duration } from '../../ui/format'
import { KeepRule } from './KeepRule'
import { OtherCatalogue } from './OtherCatalogue'
import { capital, unbroken } from './figures'
import { useFairnessSession } from './session'
import { curvesOf, pointAt, strengthText, toldGap } from './tradeOffCurves'

const Curve = lazy(() => import('../../charts/Curve').then((module) => ({ default: module.Curve })))

const CURVE_PX = 190

/** What evening out mends and costs, at every strength; a slider to choose one, and a rule to keep it. */
export function EvenOutView({ tradeOff }: { readonly tradeOff: TradeOff }) {
  const chosen = useFairnessSession((state) => state.strength)
  const point = pointAt(tradeOff, chosen)
  return (
    <article aria-label="Evening out" className="max-w-[1000px] px-6 pt-4 pb-12">
      <Head tradeOff={tradeOff} />
      <Curves tradeOff={tradeOff} point={point} />
      <Strength tradeOff={tradeOff} point={point} />
      <Shares tradeOff={tradeOff} point={point} />
      <KeepRule tradeOff={tradeOff} point={point} />
    </article>
  )
}

function Head({ tradeOff }: { readonly tradeOff: TradeOff }) {
  const { sentence, catalogue, version, invented, strategy, segment, by, n, others, k, seed, ms } = tradeOff
  const facts = [
    `${capital(exposureWords(by))} for ${fieldWords(segment.field)} ${segment.value}`,
    `n ${count(n)} against ${count(others)}`,
    `${catalogue}, version ${version}${invented ? ', invented shop' : ''}`,
    `${strategyLabel(strategy)}, first ${k}`,
    ...[`seed ${seed}`, `took ${duration(ms)}`],
  ]
  return (
    <header>
      <h2 className="max-w-[60ch] font-serif text-20 leading-7 text-pretty">{unbroken(sentence)}</h2>
      <p className="mt-1.5 text-12 text-ink-3 tabular">{facts.join(' · ')}</p>
      <OtherCatalogue of={tradeOff} />
    </header>
  )
}

interface PointProps {
  readonly tradeOff: TradeOff
  readonly point: TradeOffPoint
}

/** The gap and the cost over the same axis; the line that goes through both is the slider's. */
function Curves({ tradeOff, point }: PointProps) {
  return (
    <div className="mt-5 grid grid-cols-2 gap-x-10 gap-y-5 @max-[760px]:grid-cols-1">
      {curvesOf(tradeOff).map(({ title, meaning, data, tick, colour, says }) => (
        <figure key={title} className="min-w-0">
          <figcaption className="mb-1">
            <p className="text-13 font-medium">{title}</p>
            <p className="text-12 text-ink-2">{meaning}</p>
          </figcaption>
          <Suspense fallback={<div aria-hidden style={{ height: CURVE_PX }} />}>
            <Curve
              data={data}
              options={{
                ...{ label: `${title}. ${says}`, tick, xTick: strengthText, at: point.strength },
                ...{ colour, level: 0, heightPx: CURVE_PX },
              }}
            />
          </Suspense>
        </figure>
      ))}
    </div>
  )
}

function Strength({ tradeOff, point }: PointProps) {
  const { points, halves } = tradeOff
  const last = points.length - 1
  const set = (at: number) => useFairnessSession.setState({ strength: points[at]?.strength ?? 0 })
  return (
    <section aria-label="Strength" className="mt-4 rounded-md border border-line bg-surface px-4 py-3">
      <Slider.Root
        value={points.indexOf(point)}
        min={0}
        max={last}
        step={1}
        largeStep={Math.max(1, Math.round(last / 4))}
        onValueChange={set}
        className="flex items-center gap-4"
      >
        <span className="shrink-0 text-13 font-medium">Strength</span>
        <Slider.Control className="flex h-8 min-w-0 flex-1 items-center">
          <Slider.Track className="h-1.5 w-full rounded-full bg-line-strong">
            {halves !== undefined && (
              <span
                aria-hidden
                title={`Half the gap at ${strengthText(halves)}`}
                className="absolute -top-1.5 h-4 w-px bg-ink"
                style={{ left: `${100 * halves}%` }}
              />
            )}
            <Slider.Indicator className="rounded-full bg-accent" />
            <Slider.Thumb
              aria-label="Strength"
              getAriaValueText={(_, at) => strengthText(points[at]?.strength ?? 0)}
              className="size-4.5 rounded-full border-2 border-accent bg-surface outline-offset-2 has-focus-visible:outline-2 has-focus-visible:outline-accent-text"
            />
          </Slider.Track>
        </Slider.Control>
        <span className="w-10 shrink-0 text-right text-13 tabular">{strengthText(point.strength)}</span>
      </Slider.Root>
      <p className="mt-1 text-13 text-ink-2" aria-live="polite">
        {pointSentence(tradeOff, point)}
      </p>
      {halves !== undefined && (
        <p className="mt-0.5 text-12 text-ink-3">The notch is the least strength that halves the gap.</p>
      )}
    </section>
  )
}

/** What a strength does, in words. */
function pointSentence({ points, measure }: TradeOff, { gap, cost, groupCost }: TradeOffPoint): string {
  const [start, here] = [points[0]?.gap ?? gap, gap].map((one) => toldGap(measure, one))
  const costs = (one: Estimate | null) => (one ? ranged(one) : 'an unknown share')
  return `The gap goes from ${percent(start?.value ?? 0)} to ${here ? ranged(here) : ''}; NDCG changes by ${costs(cost)} over all shoppers, by ${costs(groupCost)} in the group.`
}

const ranged = ({ value, low, high }: Estimate) => `${percent(value)} [${percent(low)}, ${percent(high)}]`

/** By 1.2 the twelfth competes as if it were tenth. */
function factorText(factor: number): string {
  const times = factor < 1 ? 1 / factor : factor
  if (times < 1.005) return 'where it stands'
  return `${times.toFixed(2)} × further ${factor < 1 ? 'down' : 'up'}`
}

/** A line never ends before its sign. */
const percent = (value: number) => metricText(value, 'share').replace(' ', '\u00a0')

function Shares({ tradeOff, point }: PointProps) {
  const { classes, by } = tradeOff
  const head = 'py-1 pr-6 text-right text-12 font-normal text-ink-3'
  const cell = 'border-t border-line py-1 pr-6 text-right text-13 tabular'
  return (
    <section aria-label="Shares" className="mt-6">
      <h3 className="mb-1 text-13 font-medium">Shares of places in the group’s lists</h3>
      <table>
        <thead>
          <tr>
            <th scope="col" className={head}>
              <span className="sr-only">Class</span>
            </th>
            {['Now', `At ${strengthText(point.strength)}`, 'All others', 'Competes as if it stood'].map(
              (name) => (
                <th key={name} scope="col" className={head}>
                  {name}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {classes.map(({ value, own, others }, at) => (
            <tr key={value}>
              <th scope="row" className="border-t border-line py-1 pr-8 text-left text-13 font-normal">
                {capital(exposureClassWords(by, value))}
              </th>
              <td className={cell}>{percent(own)}</td>
              <td className={`${cell} font-medium`}>{percent(point.shares[at] ?? own)}</td>
              <td className={cell}>{percent(others)}</td>
              <td className={`${cell} text-ink-2`}>{factorText(point.factors[at] ?? 1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
