import { Check, TriangleAlert } from 'lucide-react'
import type { Narrative } from '../../shared/domain/narrative'
import { Tip } from './Tip'
import { plural } from './format'

/** The quiet tick with the count of verified facts, and in amber what the catalogue does not support, with the reasons on focus. */
export function ChecksLine({ narrative }: { readonly narrative: Narrative }) {
  const { verifiedFacts, unsupported, fallbackSentences } = narrative.checks
  const reasons = unsupported.map((claim) => `“${claim.text}”: ${claim.reason}`).join('. ')
  return (
    <>
      <Tip text="Names, figures and facts in the text that were found again in the catalogue row by a checker of its own">
        <span tabIndex={0} className="inline-flex items-center gap-1 rounded-[3px] text-good">
          <Check className="size-3.5" aria-hidden />
          <span className="tabular">{plural(verifiedFacts, 'fact')} verified</span>
        </span>
      </Tip>
      {unsupported.length > 0 && (
        <Tip text={reasons}>
          <span tabIndex={0} className="inline-flex items-center gap-1 rounded-[3px] font-medium text-amber">
            <TriangleAlert className="size-3.5" aria-hidden />
            <span className="tabular">{unsupported.length} unsupported</span>
          </span>
        </Tip>
      )}
      {fallbackSentences > 0 && (
        <Tip text="No try of the model passed its check, so an authored sentence stands in its place. Rewrite it in the storyboard.">
          <span tabIndex={0} className="rounded-[3px] text-amber tabular">
            {plural(fallbackSentences, 'stand-in')}
          </span>
        </Tip>
      )}
    </>
  )
}
