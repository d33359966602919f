import type { Strategy } from '../../shared/domain/narrative'

const shapes: Readonly<Record<Strategy, string>> = {
  personalised: 'M6 1.2a4.8 4.8 0 1 1 0 9.6a4.8 4.8 0 0 1 0-9.6Z',
  popularity: 'M6 1.2 11 10.6H1Z',
  random: 'M1.6 1.6h8.8v8.8H1.6Z',
}

const labels: Readonly<Record<Strategy, string>> = {
  personalised: 'Personalised',
  popularity: 'Popularity',
  random: 'Random',
}

const meanings: Readonly<Record<Strategy, string>> = {
  personalised: 'Picked for this shopper from her history and the occasion',
  popularity: 'What sells most, whoever asks',
  random: 'Drawn from the catalogue by the seed',
}

/** A strategy's name. */
export function strategyLabel(strategy: Strategy): string {
  return labels[strategy]
}

/** How a strategy picks. */
export function strategyMeaning(strategy: Strategy): string {
  return meanings[strategy]
}

/** A strategy's fixed shape in its fixed colour. */
export function StrategyMark({ strategy }: { readonly strategy: Strategy }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden>
      <path d={shapes[strategy]} fill={`var(--${strategy})`} />
    </svg>
  )
}
