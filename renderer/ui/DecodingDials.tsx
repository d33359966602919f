import { Dices } from 'lucide-react'
import type { Decoding } from '../../shared/domain/narrative'
import { DEFAULT_DECODING, randomSeed } from '../state/brief'
import { Button, IconButton } from './Button'
import { Dial } from './Dial'
import { Input } from './Field'

interface DecodingDialsProps {
  readonly decoding: Decoding
  readonly onChange: (change: Partial<Decoding>) => void
}

type Setting = Exclude<keyof Decoding, 'seed'>

const dials: readonly {
  readonly key: Setting
  readonly label: string
  readonly meaning: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly say?: (value: number) => string
}[] = [
  {
    key: 'temperature',
    label: 'Temperature',
    meaning: 'How freely words are drawn; 0 always takes the likeliest',
    min: 0,
    max: 2,
    step: 0.05,
  },
  {
    key: 'topK',
    label: 'Top-k',
    meaning: 'Draw from the k likeliest words only',
    min: 0,
    max: 200,
    step: 1,
    say: (k) => (k === 0 ? 'off' : String(k)),
  },
  {
    key: 'topP',
    label: 'Top-p',
    meaning: 'Draw from the likeliest words that together have this probability',
    min: 0.05,
    max: 1,
    step: 0.01,
  },
  {
    key: 'minP',
    label: 'Min-p',
    meaning: 'Leave out words less likely than this share of the likeliest',
    min: 0,
    max: 0.5,
    step: 0.01,
  },
  {
    key: 'repetitionPenalty',
    label: 'Repetition',
    meaning: 'How much words already used are held back; 1 not at all',
    min: 1,
    max: 2,
    step: 0.01,
  },
]

/** Sliders for the sampler and a field for the seed, with a dice. */
export function DecodingDials({ decoding, onChange }: DecodingDialsProps) {
  const plain = dials.every(({ key }) => decoding[key] === DEFAULT_DECODING[key])
  return (
    <div className="space-y-1.5">
      {dials.map(({ key, ...rest }) => (
        <Dial key={key} {...rest} value={decoding[key]} onChange={(value) => onChange({ [key]: value })} />
      ))}
      <div className="grid grid-cols-[112px_1fr_auto] items-center gap-2 pt-1">
        <span className="text-12 text-ink-2">Seed</span>
        <Input
          key={decoding.seed}
          aria-label="Seed"
          inputMode="numeric"
          defaultValue={decoding.seed}
          className="h-7 tabular"
          onBlur={(event) => {
            const seed = Number(event.target.value)
            if (Number.isInteger(seed) && seed >= 0 && seed <= 0xffffffff) onChange({ seed })
            else event.target.value = String(decoding.seed)
          }}
          onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
        />
        <IconButton label="Another seed" onClick={() => onChange({ seed: randomSeed() })}>
          <Dices className="size-4" aria-hidden />
        </IconButton>
      </div>
      {!plain && (
        <Button
          kind="quiet"
          small
          className="-ml-2"
          onClick={() => onChange({ ...DEFAULT_DECODING, seed: decoding.seed })}
        >
          Back to the defaults
        </Button>
      )}
    </div>
  )
}
