/** Runs, behind `RunServices`. */
import type { RunServices } from '../../shared/contract/parts/runs'
import type { RunFinding } from '../../shared/domain/run'
import type { Store } from '../store/types'
import { mlflowAddress } from './mlflow/address'
import type { Environment } from './mlflow/address'
import { pushRun } from './mlflow/push'
import type { ValuedRun } from './runs/compare'
import { comparisonOf } from './runs/compare'
import { comparisonDraft } from './runs/comparisonRun'
import { exported } from './runs/export'
import { findingsOf } from './runs/findings'

/** Runs whose findings are kept at hand: values never change, and to draw thousands of samples takes a second. */
const FINDINGS_KEPT = 20

/** The operations. MLflow's address and credentials may stand in `environment`. */
export function runServices(
  { runs, catalogue }: Pick<Store, 'runs' | 'catalogue'>,
  environment: Environment = process.env,
): RunServices {
  const valued = async (id: string): Promise<ValuedRun> => ({
    run: await runs.one(id),
    values: await runs.values(id),
  })
  const allOf = (ids: readonly string[]) => Promise.all(ids.map(valued))
  const findings = new Map<string, Promise<readonly RunFinding[]>>()
  return {
    runs: async ({ limit, offset, ...filter }) => {
      const found = await runs.all(filter)
      return { items: found.slice(offset, offset + limit), total: found.length }
    },
    run: (id) => runs.one(id),
    runFindings: async (id) => {
      const known = findings.get(id) ?? valued(id).then(findingsOf)
      findings.set(id, known)
      known.catch(() => findings.delete(id))
      if (findings.size > FINDINGS_KEPT) findings.delete([...findings.keys()][0] ?? '')
      return known
    },
    compareRuns: async (ids) => comparisonOf(await allOf(ids)),
    keepComparison: async (request) => {
      const { summary } = await catalogue(request.catalogue)
      return runs.record(comparisonDraft(request, summary))
    },
    updateRun: ({ id, name, notes }) => runs.update(id, { name, notes }),
    deleteRun: (id) => runs.remove(id),
    restoreRun: (id) => runs.restore(id),
    exportRuns: async ({ ids, ...order }) => exported(await allOf(ids), order),
    pushRun: (request) => pushRun(runs, request, environment),
    mlflowServer: async () => {
      const url = mlflowAddress(undefined, environment)
      return url === undefined ? {} : { url }
    },
  }
}
