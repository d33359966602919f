import { Download } from 'lucide-react'
import type { FairnessAudit } from '../../../shared/domain/fairness'
import { Button } from '../../ui/Button'
import { Menu, MenuItem } from '../../ui/Menu'
import { printReport, saveReport } from './exporting'

/** An audit to hand on. */
export function ExportMenu({ audit }: { readonly audit: FairnessAudit }) {
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
      <MenuItem note="One page, complete in itself" onSelect={() => saveReport(audit, 'html')}>
        Report as HTML
      </MenuItem>
      <MenuItem note="The same page, through the print dialog" onSelect={() => void printReport(audit)}>
        Report as PDF
      </MenuItem>
      <MenuItem note="A row a figure, for a spreadsheet" onSelect={() => saveReport(audit, 'csv')}>
        Figures as CSV
      </MenuItem>
    </Menu>
  )
}
