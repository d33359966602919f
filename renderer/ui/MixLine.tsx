import { Layers } from 'lucide-react'
import type { Mix } from '../state/mix'
import { mixWords } from '../state/mix'
import { Tip } from './Tip'

/** The adapters a narrative was written with; nothing for the base model alone. */
export function MixLine({ mix }: { readonly mix: Mix }) {
  if (mix.length === 0) return null
  return (
    <Tip text="Adapters it was written with, each with its scale; 1 is as trained">
      <span tabIndex={0} className="inline-flex items-center gap-1 rounded-[3px] tabular">
        <Layers className="size-3.5" aria-hidden />
        {mixWords(mix)}
      </span>
    </Tip>
  )
}
