/** Where the MLflow server is, and what opens it. */
import { ShelftalkError } from '../../../shared/contract/errors'

/** Variables of the process. */
export type Environment = Readonly<Record<string, string | undefined>>

/**
 * The address that is meant: the one given, else that of SHELFTALK_MLFLOW; undefined where neither says any. Without a slash at its end.
 * Throws BAD_INPUT for one that is not http(s), or that holds a password, which would be kept with the run.
 */
export function mlflowAddress(given: string | undefined, environment: Environment): string | undefined {
  const text = given?.trim() || environment['SHELFTALK_MLFLOW']?.trim()
  if (!text) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw refused(`"${text}" is no address of an MLflow server.`, 'Write it as http://127.0.0.1:5000.')
  }
  if (url.username !== '' || url.password !== '') {
    const hint =
      'Set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or MLFLOW_TRACKING_TOKEN, instead.'
    throw refused('The address of the MLflow server holds a user or a password.', hint)
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
}

/**
 * The `Authorization` header for a server, from the variables that MLflow's own clients read. Where SHELFTALK_MLFLOW names a server, only
 * that one is told.
 */
export function authorizationFor(address: string, environment: Environment): string | undefined {
  const named = mlflowAddress(undefined, environment)
  if (named !== undefined && new URL(named).origin !== new URL(address).origin) return undefined
  const token = environment['MLFLOW_TRACKING_TOKEN']
  if (token) return `Bearer ${token}`
  const [user, password] = [environment['MLFLOW_TRACKING_USERNAME'], environment['MLFLOW_TRACKING_PASSWORD']]
  if (!user) return undefined
  return `Basic ${Buffer.from(`${user}:${password ?? ''}`, 'utf8').toString('base64')}`
}

const refused = (message: string, hint: string) => new ShelftalkError('BAD_INPUT', message, hint)
