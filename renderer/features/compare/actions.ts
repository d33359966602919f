/** What the comparison can do. */
import { toast } from 'sonner'
import type { Run } from '../../api/run'
import type { Desk } from '../../api/streams'
import { startComparison } from '../../api/streams'
import { useBrief, variantInput } from '../../state/brief'
import { columnLabel, useColumns, writtenVariant } from './columns'

/** Writes every column for the persona and occasion at hand. */
export function runComparison(desk: Desk): void {
  const { catalogue, audience, occasion } = useBrief.getState()
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
  const stream = startComparison(desk, { catalogue, audience, occasion, variants })
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
  const { catalogue, audience, occasion } = useBrief.getState()
  const { columns, written, ...seeds } = useColumns.getState()
  const variants = written.map((id, index) => {
    const column = columns.find((one) => one.id === id)
    return { variant: column && writtenVariant(column, seeds), narrative: runs[index]?.narrative }
  })
  return JSON.stringify({ catalogue, audience, occasion, variants }, null, 2)
}

/** Saves text as a file through the browser's own download. */
export function download(text: string, file: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = file
  link.click()
  URL.revokeObjectURL(url)
}
