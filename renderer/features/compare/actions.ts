/** What the comparison can do. */
import { toast } from 'sonner'
import type { Narrative } from '../../../shared/domain/narrative'
import { errorWords } from '../../api/errors'
import type { Run } from '../../api/run'
import type { Desk } from '../../api/streams'
import { startComparison } from '../../api/streams'
import { fixedInput, useBrief, variantInput } from '../../state/brief'
import { handOverRun } from '../../state/runHandover'
import { columnLabel, useColumns, writtenVariant } from './columns'

/** Writes every column for the persona and occasion at hand. */
export function runComparison(desk: Desk): void {
  const { catalogue, audience, occasion, productIds } = useBrief.getState()
  const { columns, stop, ...seeds } = useColumns.getState()
  if (!audience) {
    toast('Choose somebody to write for first', {
      description: 'The list at the top left has every persona.',
    })
    return
  }
  stop()
  const variants = columns.map((column) => ({
    ...variantInput(writtenVariant(column, seeds)),
    label: columnLabel(column.variant),
  }))
  const stream = startComparison(desk, { catalogue, audience, occasion, ...fixedInput(productIds), variants })
  useColumns.setState({
    comparisonId: stream.id,
    stop: stream.stop,
    written: columns.map((column) => column.id),
  })
}

/** Stops every column; the words written so far stay. */
export function stopComparison(): void {
  useColumns.getState().stop()
}

/** The comparison as JSON: the brief, and every variant with its narrative as far as it is finished. */
export function comparisonJson(runs: readonly Run[]): string {
  const { catalogue, audience, occasion, productIds } = useBrief.getState()
  const { columns, written, ...seeds } = useColumns.getState()
  const variants = written.map((id, index) => {
    const column = columns.find((one) => one.id === id)
    return { variant: column && writtenVariant(column, seeds), narrative: runs[index]?.narrative }
  })
  return JSON.stringify({ catalogue, audience, occasion, ...fixedInput(productIds), variants }, null, 2)
}

/** Keeps the finished narratives of the comparison as a run and offers to show it. `person` is whom they were written for. */
export async function keepAsRun(
  { client }: Desk,
  runs: readonly Run[],
  { person, onShow }: { readonly person: string; readonly onShow: () => void },
): Promise<void> {
  const { catalogue, occasion } = useBrief.getState()
  const { columns, written } = useColumns.getState()
  try {
    const { id } = await client.keepComparison.mutate({
      ...{ catalogue, person, occasion },
      columns: runs.flatMap(({ narrative }, index) => {
        const column = columns.find(({ id }) => id === written[index])
        return narrative ? [keptColumn(narrative, column ? columnLabel(column.variant) : 'Gone')] : []
      }),
    })
    const show = () => {
      handOverRun(id)
      onShow()
    }
    toast('Kept as a run', { action: { label: 'Show', onClick: show } })
  } catch (cause) {
    const { message, hint } = errorWords(cause)
    toast.error(message, { description: hint })
  }
}

function keptColumn({ text, products, words, checks, timing, seed, model }: Narrative, label: string) {
  return {
    ...{ label, text, words, seed, model, totalMs: timing.totalMs },
    ...{ verifiedFacts: checks.verifiedFacts, unsupported: checks.unsupported.length },
    products: products.map(({ title }) => title),
  }
}
