import { Download } from 'lucide-react'
import type { RunExport } from '../../../shared/domain/run'
import { useDesk } from '../../api/useDesk'
import { Button } from '../../ui/Button'
import { Menu, MenuGroup, MenuItem } from '../../ui/Menu'
import { exportFile } from './actions'

const formats: readonly (readonly [format: RunExport, label: string, note: string])[] = [
  ['csv', 'CSV', 'A row a figure, for a spreadsheet'],
  ['parquet', 'Parquet', 'The same, typed, for a notebook'],
  ['json', 'JSON', 'Everything, as Shelftalk has it'],
]

/** Runs as a file: the figures, or each value behind them. */
export function ExportMenu({ ids }: { readonly ids: readonly string[] }) {
  const desk = useDesk()
  const item = (values: boolean) =>
    function Item([format, label, note]: (typeof formats)[number]) {
      return (
        <MenuItem
          key={format}
          note={values ? undefined : note}
          onSelect={() => void exportFile(desk, ids, { format, values })}
        >
          {label}
        </MenuItem>
      )
    }
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet">
          <Download className="size-3.5" aria-hidden />
          Export
        </Button>
      }
    >
      <MenuGroup label="Figures">{formats.map(item(false))}</MenuGroup>
      <MenuGroup label="Every value behind them, by shopper, query or text">
        {formats.map(item(true))}
      </MenuGroup>
    </Menu>
  )
}
