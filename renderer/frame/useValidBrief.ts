import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useEngine } from '../api/client'
import { useBrief } from '../state/brief'
import { mendBrief } from '../state/validBrief'

/** Keeps the remembered brief to what the engine has, now and after every change there. */
export function useValidBrief(): void {
  const engine = useEngine()
  const catalogues = useQuery(engine.catalogues.queryOptions()).data
  const personas = useQuery(engine.personas.queryOptions()).data
  const templates = useQuery(engine.templates.queryOptions()).data
  const adapters = useQuery(engine.adapters.queryOptions()).data
  useEffect(() => {
    useBrief.setState((brief) =>
      mendBrief(brief, {
        catalogues: catalogues?.map(({ name }) => name),
        personas: personas?.map(({ id }) => id),
        templates: templates?.map(({ id }) => id),
        // One that does not fit the model would only make every narrative fail.
        adapters: adapters?.filter(({ misfit }) => misfit === undefined).map(({ name }) => name),
      }),
    )
  }, [catalogues, personas, templates, adapters])
}
