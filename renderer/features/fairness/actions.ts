/** What the Fairness page can do. */
import { toast } from 'sonner'
import { useMemo } from 'react'
import { useLocation } from 'wouter'
import type { TradeOff, TradeOffPoint } from '../../../shared/domain/fairness'
import type { Rule } from '../../../shared/domain/rules'
import type { FairnessRequests, FairnessTask, TaskState } from '../../api/fairness'
import { startTask } from '../../api/fairness'
import { useDesk } from '../../api/useDesk'
import { errorWords } from '../../api/errors'
import type { Desk } from '../../api/streams'
import { useBrief } from '../../state/brief'
import { handOverRun } from '../../state/runHandover'
import { keepingOf, keptWords } from './keeping'
import { useFairnessSession, useSetUp } from './session'
import { useRequests } from './useGround'

function complain(cause: unknown): void {
  const { message, hint } = errorWords(cause)
  toast.error(message, { description: hint })
}

const ended: Readonly<Record<FairnessTask, string>> = {
  audit: 'The audit is done',
  probe: 'The probe is done',
  tradeOff: 'The curve is drawn',
}

/** Starts a task; while it runs it can be stopped from the session. */
function begin<Task extends FairnessTask>(desk: Desk, task: Task, request: FairnessRequests[Task]): void {
  const onEnd = ({ phase, result }: TaskState<Task>) => {
    setStop(task, undefined)
    if (phase !== 'done') return
    if (task === 'audit') useFairnessSession.setState({ segment: undefined, behind: undefined })
    if (task === 'tradeOff') useFairnessSession.setState({ strength: undefined, saved: undefined })
    if (result && 'notKept' in result && typeof result.notKept === 'string')
      toast.error('The audit is done, and could not be kept as a run', { description: result.notKept })
    const elsewhere = !window.location.hash.startsWith('#/fairness') || useSetUp.getState().task !== task
    if (elsewhere) toast(ended[task], { action: { label: 'Show', onClick: () => showTask(task) } })
  }
  setStop(task, startTask(desk, task, request, onEnd))
}

function setStop(task: FairnessTask, stop: (() => void) | undefined): void {
  useFairnessSession.setState(({ stop: { [task]: _before, ...others } }) => ({
    stop: stop ? { ...others, [task]: stop } : others,
  }))
}

function showTask(task: FairnessTask): void {
  useSetUp.getState().change({ task })
  window.location.hash = '#/fairness'
}

/** Starts a task as things are set up; undefined while something is missing. */
export function useStart(task: FairnessTask): (() => void) | undefined {
  const desk = useDesk()
  const requests = useRequests()
  const running = useFairnessSession((state) => state.stop[task] !== undefined)
  return useMemo(() => {
    const request = requests[task]
    if (request === undefined || running) return undefined
    return () => startAsked(desk, task, requests)
  }, [desk, task, requests, running])
}

type Requests = ReturnType<typeof useRequests>

function startAsked(desk: Desk, task: FairnessTask, requests: Requests): void {
  const { audit, probe, tradeOff } = requests
  if (task === 'audit' && audit) begin(desk, 'audit', audit)
  if (task === 'probe' && probe) begin(desk, 'probe', probe)
  if (task === 'tradeOff' && tradeOff) begin(desk, 'tradeOff', tradeOff)
}

/** Opens a shopper in the Studio, in the catalogue that was audited. */
export function useOpenInStudio(): (catalogue: string, shopper: string) => void {
  const [, go] = useLocation()
  return (catalogue, shopper) => {
    const brief = useBrief.getState()
    if (brief.catalogue !== catalogue) brief.setCatalogue(catalogue)
    brief.setAudience({ kind: 'shopper', id: shopper })
    useFairnessSession.setState({ behind: undefined })
    go('/')
  }
}

/** Shows a run on the page of runs. */
export function useOpenRun(): (id: string) => void {
  const [, go] = useLocation()
  return (id) => {
    handOverRun(id)
    go('/runs')
  }
}

/** Keeps a point of the curve as a rule for the group, in place of one that evens the same out, and offers the way back. */
export async function saveParityRule(
  desk: Desk,
  name: string,
  tradeOff: TradeOff,
  point: TradeOffPoint,
): Promise<void> {
  const { catalogue } = tradeOff
  try {
    const { rules } = await desk.client.rules.query({ catalogue })
    const keeping = keepingOf(rules, name, tradeOff, point)
    const { saved, unchanged } = await desk.client.saveRules.mutate({ catalogue, rules: [...keeping.drafts] })
    const rule = [...saved, ...unchanged].find((one) => one.name === name) ?? saved[0]
    if (rule) useFairnessSession.setState({ saved: { id: rule.id, catalogue } })
    await picksChanged(desk)
    const undo = rule && {
      label: 'Undo',
      onClick: () => void takeBack(desk, catalogue, rule, keeping.before),
    }
    toast(`Saved “${name}”`, { description: keptWords(keeping), ...(undo ? { action: undo } : {}) })
  } catch (cause) {
    complain(cause)
  }
}

async function takeBack(
  desk: Desk,
  catalogue: string,
  { id, name }: { readonly id: string; readonly name: string },
  before: readonly Rule[],
): Promise<void> {
  try {
    if (before.length > 0) await desk.client.saveRules.mutate({ catalogue, rules: [...before] })
    else await desk.client.deleteRule.mutate({ catalogue, id })
    await picksChanged(desk)
    toast(`Took back “${name}”`)
  } catch (cause) {
    complain(cause)
  }
}

/** What is picked depends on rules. Results of this page stay: they say which rules they were made with. */
async function picksChanged({ queries }: Desk): Promise<void> {
  await queries.invalidateQueries()
}

/** Audits the group again, with the rules as they are now. */
export function useAuditAgain(): ((field: string) => void) | undefined {
  const desk = useDesk()
  const { audit } = useRequests()
  const running = useFairnessSession((state) => state.stop.audit !== undefined)
  if (!audit || running) return undefined
  return (field) => {
    useSetUp.getState().change({ task: 'audit', rules: true })
    const segments = audit.segments?.some((one) => one.length === 1 && one[0] === field)
      ? audit.segments
      : [[field], ...(audit.segments ?? [])].slice(0, 8)
    begin(desk, 'audit', { ...audit, segments, rules: true })
  }
}
