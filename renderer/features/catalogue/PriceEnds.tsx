import { Input } from '../../ui/Field'

interface PriceEndsProps {
  /** What the prices are of, with their currency. */
  readonly label: string
  readonly low: string
  readonly high: string
  readonly onLow: (typed: string) => void
  readonly onHigh: (typed: string) => void
  readonly className?: string
}

/** The two ends of a price range as they are typed. */
export function PriceEnds({ label, low, high, onLow, onHigh, className }: PriceEndsProps) {
  return (
    <div className={className}>
      <span aria-hidden className="mb-1 block text-12 text-ink-3">
        {label}
      </span>
      <div className="flex items-center gap-2">
        <Input
          aria-label={`${label}, from`}
          placeholder="from"
          inputMode="decimal"
          value={low}
          onChange={(event) => onLow(event.target.value)}
        />
        <Input
          aria-label={`${label}, up to`}
          placeholder="up to"
          inputMode="decimal"
          value={high}
          onChange={(event) => onHigh(event.target.value)}
        />
      </div>
    </div>
  )
}
