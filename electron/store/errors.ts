import { ShelftalkError } from '../../shared/contract/errors'

/** The store cannot be used: what is wrong and what to do. */
export function unavailable(message: string, hint: string, cause?: unknown): ShelftalkError {
  return new ShelftalkError('STORE_UNAVAILABLE', message, hint, { cause })
}

/** There is no such thing. */
export function notFound(what: string, id: string): ShelftalkError {
  return new ShelftalkError(
    'NOT_FOUND',
    `There is no ${what} "${id}".`,
    what === 'catalogue'
      ? '"shelftalk catalogues" lists them, the Catalogue page too.'
      : `Pick one from the list of ${what}s.`,
  )
}

/** Runs a read or a write of the store; what the database throws becomes STORE_UNAVAILABLE with its first line. */
export async function guarded<Result>(doing: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run()
  } catch (cause) {
    if (cause instanceof ShelftalkError) throw cause
    const detail = (cause instanceof Error ? cause.message : String(cause)).split('\n')[0] ?? ''
    const hint =
      'Nothing stored was changed. Check the disk, then try again; if it stays, start with a fresh --home folder.'
    throw unavailable(`${doing} failed: ${detail.slice(0, 300)}`, hint, cause)
  }
}

/** Runs a query; `Row` names the columns it selects, whose types the tables of the store settle. */
export async function rowsOf<Row>(
  doing: string,
  query: { readonly toArray: () => Promise<unknown[]> },
): Promise<Row[]> {
  return (await guarded(doing, () => query.toArray())) as Row[]
}
