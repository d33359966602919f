import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FairnessRequests, FairnessTask } from '../../api/fairness'
import { useTask } from '../../api/fairness'
import { useEngine } from '../../api/client'
import { useBrief } from '../../state/brief'
import type { Ground } from './requests'
import { requestsOf } from './requests'
import { useSetUp } from './session'

/** The attributes of the catalogue in the top bar, as they come. */
export function useSegmentFields() {
  const engine = useEngine()
  const catalogue = useBrief((state) => state.catalogue)
  return useQuery(engine.segmentFields.queryOptions(catalogue === undefined ? {} : { catalogue }))
}

/** What there is to choose from. */
export function useGround(): Ground {
  const catalogue = useBrief((state) => state.catalogue)
  const { data } = useSegmentFields()
  const personas = useQuery(useEngine().personas.queryOptions()).data
  const audit = useTask('audit')?.result
  return useMemo(
    () => ({ catalogue, fields: data ?? [], personas: personas?.map(({ id }) => id), audit }),
    [catalogue, data, personas, audit],
  )
}

/** What each task would ask as things are set up; undefined where it cannot be asked. */
export function useRequests(): { readonly [Task in FairnessTask]: FairnessRequests[Task] | undefined } {
  const setUp = useSetUp()
  const ground = useGround()
  return useMemo(() => requestsOf(setUp, ground), [setUp, ground])
}
