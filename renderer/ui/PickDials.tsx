import { PAIR_DIVERSITY } from '../../shared/domain/recommenders'
import type { VariantDraft } from '../state/brief'
import { Button } from './Button'
import { Dial } from './Dial'

interface PickDialsProps {
  readonly variant: Pick<VariantDraft, 'strategy' | 'diversity' | 'calibration'>
  readonly onChange: (change: Partial<Pick<VariantDraft, 'diversity' | 'calibration'>>) => void
}

const scale = { min: 0, max: 1, step: 0.05 }

/** Sliders for how the products picked are mixed. */
export function PickDials({ variant: { strategy, diversity, calibration }, onChange }: PickDialsProps) {
  const usual = strategy === 'personalised' ? PAIR_DIVERSITY : 0
  const plain = diversity === undefined && calibration === undefined
  return (
    <div className="mt-2 space-y-1.5">
      <Dial
        label="Diversity"
        meaning="How little a product like one already picked is wanted; of one product alone it changes nothing"
        value={diversity ?? usual}
        {...scale}
        onChange={(value) => onChange({ diversity: value })}
      />
      <Dial
        label="Calibration"
        meaning="How far the kinds of products are mixed as in the shopper’s history; 0 goes by score alone"
        value={calibration ?? 0}
        {...scale}
        onChange={(value) => onChange({ calibration: value })}
      />
      {!plain && (
        <Button
          kind="quiet"
          small
          className="-ml-2"
          onClick={() => onChange({ diversity: undefined, calibration: undefined })}
        >
          Back to the usual mix
        </Button>
      )}
    </div>
  )
}
