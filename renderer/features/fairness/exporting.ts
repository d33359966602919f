/** An audit as a file, or on paper. */
import { toast } from 'sonner'
import type { FairnessAudit } from '../../../shared/domain/fairness'
import { fairnessCsv, fairnessReportHtml } from '../../../shared/report/fairnessReport'
import { saveFile } from '../../ui/saveFile'
import { printPage } from '../../ui/printPage'

const nameOf = ({ catalogue, version }: FairnessAudit, extension: string) =>
  `shelftalk-fairness-${catalogue}-v${version}.${extension}`

/** Saves the report, or every figure as a table. */
export function saveReport(audit: FairnessAudit, format: 'html' | 'csv'): void {
  if (format === 'html') saveFile(fairnessReportHtml(audit), nameOf(audit, 'html'), 'text/html')
  else saveFile(fairnessCsv(audit), nameOf(audit, 'csv'), 'text/csv')
}

/** Prints the report; the dialog of the browser engine saves it as PDF too. */
export async function printReport(audit: FairnessAudit): Promise<void> {
  try {
    await printPage(fairnessReportHtml(audit), `Fairness of ${audit.catalogue}`)
  } catch {
    toast.error('The report could not be printed', {
      description: 'Save it as HTML and print it from a browser.',
    })
  }
}
