import type { Narrative } from '../../../shared/domain/narrative'
import type { Run } from '../../api/run'
import { Tip } from '../../ui/Tip'
import { classes } from '../../ui/classes'
import { count } from '../../ui/format'

interface Figure {
  readonly label: string
  readonly meaning: string
  readonly of: (narrative: Narrative) => number
  /** More than none wants looking at. */
  readonly fault?: boolean
}

const figures: readonly Figure[] = [
  { label: 'words', meaning: 'Words of the text', of: ({ words }) => words },
  {
    label: 'facts',
    meaning:
      'Names, figures and properties of the products in the text that the checker does not question; listed below',
    of: ({ checks }) => checks.verifiedFacts,
  },
  {
    label: 'unsupported',
    meaning: 'Claims, figures or names that the catalogue does not support',
    of: ({ checks }) => checks.unsupported.length,
    fault: true,
  },
  {
    label: 'stand-ins',
    meaning: 'Authored sentences in the place of ones that did not pass',
    of: ({ checks }) => checks.fallbackSentences,
    fault: true,
  },
  {
    label: 'ms',
    meaning: 'Milliseconds from the request to the finished text; columns written together share the machine',
    of: ({ timing }) => Math.round(timing.totalMs),
  },
]

/** The figures of one column in the same places in every column; dashes until there are any. */
export function ColumnFigures({ run }: { readonly run: Run | undefined }) {
  const narrative = run?.narrative
  return (
    <dl className="mt-1 grid grid-cols-[auto_auto_auto_auto_auto] justify-between gap-x-1.5 text-12 whitespace-nowrap">
      {figures.map(({ label, meaning, of, fault }) => {
        const value = narrative && of(narrative)
        return (
          <Tip key={label} text={meaning}>
            <div tabIndex={0} className="flex flex-col-reverse justify-end rounded-[3px]">
              <dt className="text-ink-3">{label}</dt>
              <dd
                className={classes(
                  'text-13 tabular',
                  fault && value !== undefined && value > 0 ? 'font-medium text-amber' : 'text-ink',
                )}
              >
                {value === undefined ? '–' : count(value)}
              </dd>
            </div>
          </Tip>
        )
      })}
    </dl>
  )
}
