import { Dialog } from '@base-ui/react/dialog'
import { useMutation, useQuery } from '@tanstack/react-query'
import { CloudUpload, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { FormEvent } from 'react'
import { useEngine } from '../../api/client'
import { errorWords } from '../../api/errors'
import { Button, IconButton } from '../../ui/Button'
import { Field, Input } from '../../ui/Field'
import { Trouble } from '../../ui/Notices'
import { plural } from '../../ui/format'
import { complain, pushAll, sayPushed } from './actions'
import { useRunSettings } from './session'
import { useRunDesk } from './useRunDesk'

/** Sends runs to an MLflow server whose address is remembered. */
export function PushDialog({ ids }: { readonly ids: readonly string[] }) {
  const [open, setOpen] = useState(false)
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Trigger
        render={
          <Button kind="quiet">
            <CloudUpload className="size-3.5" aria-hidden />
            Push to MLflow
          </Button>
        }
      />
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-30 bg-[#14110e]/30" />
        <Dialog.Popup className="fixed top-[16vh] left-1/2 z-30 w-[480px] max-w-[calc(100vw-32px)] -translate-x-1/2 rounded-md border border-line bg-surface shadow-float outline-none">
          <header className="flex items-baseline gap-3 border-b border-line py-3 pr-3 pl-5">
            <Dialog.Title className="flex-1 font-serif text-20">
              Push {ids.length === 1 ? 'the run' : plural(ids.length, 'run')} to MLflow
            </Dialog.Title>
            <Dialog.Close
              render={
                <IconButton label="Close">
                  <X className="size-4" aria-hidden />
                </IconButton>
              }
            />
          </header>
          <PushForm ids={ids} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  )
}

/** Whether the component is still on show, for what ends later. */
function useShown() {
  const shown = useRef(true)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  return shown
}

function PushForm({ ids, close }: { readonly ids: readonly string[]; readonly close: () => void }) {
  const desk = useRunDesk()
  const engine = useEngine()
  const named = useQuery(engine.mlflowServer.queryOptions()).data?.url
  const { mlflowUrl, experiment } = useRunSettings()
  const shown = useShown()
  const push = useMutation({
    mutationFn: () => pushAll(desk, ids),
    onSuccess: (pushed) => {
      sayPushed(pushed)
      if (shown.current) close()
    },
    // The form says it, where it is still on show.
    onError: (cause) => {
      if (!shown.current) complain(cause)
    },
  })
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    push.mutate()
  }
  return (
    <form onSubmit={onSubmit} className="space-y-4 px-5 py-4">
      <Dialog.Description className="text-13 text-ink-2">
        Figures, parameters, notes and the values behind the figures, shopper by shopper, go to the server you
        name. What was pushed before is brought up to date.
      </Dialog.Description>
      <Field
        label="Address of the server"
        {...(named === undefined ? {} : { note: `Empty: ${named}, which SHELFTALK_MLFLOW names` })}
      >
        <Input
          type="url"
          inputMode="url"
          required={named === undefined}
          value={mlflowUrl}
          placeholder={named ?? 'http://127.0.0.1:5000'}
          onChange={(event) => useRunSettings.setState({ mlflowUrl: event.target.value })}
        />
      </Field>
      <Field label="Experiment" note="Empty: one for each kind, such as shelftalk-recommend">
        <Input
          value={experiment}
          maxLength={200}
          onChange={(event) => useRunSettings.setState({ experiment: event.target.value })}
        />
      </Field>
      {push.isError && <Trouble error={errorWords(push.error)} />}
      <div className="flex justify-end gap-2">
        <Button onClick={close}>Cancel</Button>
        <Button kind="primary" type="submit" disabled={push.isPending}>
          {push.isPending ? 'Pushing…' : 'Push'}
        </Button>
      </div>
    </form>
  )
}
