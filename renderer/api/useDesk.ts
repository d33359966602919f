import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useEngineClient } from './client'
import type { Desk } from './streams'

/** What the streams need, from the providers above. */
export function useDesk(): Desk {
  const client = useEngineClient()
  const queries = useQueryClient()
  return useMemo(() => ({ client, queries }), [client, queries])
}
