import { Combobox } from '@base-ui/react/combobox'
import { Check, X } from 'lucide-react'
import { useId, useState } from 'react'
import { inputLook } from './Field'
import { classes } from './classes'

interface TokenFieldProps {
  readonly label: string
  readonly values: readonly string[]
  /** What can be chosen from the list. */
  readonly choices: readonly string[]
  readonly say: (value: string) => string
  readonly onChange: (values: readonly string[]) => void
  readonly placeholder: string
  /** Words that are in no list can be typed too. */
  readonly free?: boolean
  /** Told what is typed, by whoever looks for the choices himself: they are then all shown, whatever they say. */
  readonly onType?: (text: string) => void
  /** Said where nothing is left to choose. */
  readonly nothing?: string
}

/** Several of many: chosen ones as chips, the rest in a list that is searched by typing. Backspace takes the last one away. */
export function TokenField({
  label,
  values,
  choices,
  say,
  onChange,
  placeholder,
  free = false,
  onType,
  nothing = free ? 'Type a word' : 'No fact is called that',
}: TokenFieldProps) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const word = typed.trim().toLowerCase().replace(/,/g, '')
  const known = choices.some((choice) => say(choice).toLowerCase() === word || choice.toLowerCase() === word)
  const items = [...choices, ...values.filter((value) => !choices.includes(value))]
  const offered = free && word !== '' && !known && !values.includes(word) ? [...items, word] : items
  return (
    <Combobox.Root
      multiple
      autoHighlight
      items={offered}
      itemToStringLabel={say}
      value={[...values]}
      onValueChange={(next, { reason }) => {
        // Escape closes the list; that it also empties the field is nobody's wish.
        if (reason === 'escape-key') return
        onChange(next)
        setTyped('')
      }}
      inputValue={typed}
      onInputValueChange={(text) => {
        setTyped(text)
        onType?.(text)
      }}
      {...(onType ? { filter: null } : {})}
    >
      <label htmlFor={id} className="mb-1 block text-12 text-ink-3">
        {label}
      </label>
      <Combobox.InputGroup
        className={classes(
          inputLook,
          'has-focus-visible:border-accent-text has-focus-visible:outline-1 has-focus-visible:outline-accent-text',
        )}
      >
        <Combobox.Chips className="flex min-h-[30px] flex-wrap items-center gap-1 py-[3px]">
          <Chips values={values} say={say} />
          <Combobox.Input
            id={id}
            placeholder={values.length === 0 ? placeholder : ''}
            className="h-6 min-w-14 flex-1 bg-transparent text-13 outline-none"
          />
        </Combobox.Chips>
      </Combobox.InputGroup>
      <Offers choices={choices} say={say} nothing={nothing} />
    </Combobox.Root>
  )
}

function Chips({ values, say }: Pick<TokenFieldProps, 'values' | 'say'>) {
  return values.map((value) => (
    <Combobox.Chip
      key={value}
      aria-label={say(value)}
      className="inline-flex h-6 max-w-full items-center gap-0.5 rounded-[4px] bg-hover pr-0.5 pl-1.5 text-12 outline-none focus-visible:outline-1 focus-visible:outline-accent-text"
    >
      <span className="truncate">{say(value)}</span>
      <Combobox.ChipRemove
        aria-label={`Remove ${say(value)}`}
        className="inline-flex size-5 items-center justify-center rounded-[3px] text-ink-3 hover:text-ink"
      >
        <X className="size-3" aria-hidden />
      </Combobox.ChipRemove>
    </Combobox.Chip>
  ))
}

function Offers({
  choices,
  say,
  nothing,
}: Pick<TokenFieldProps, 'choices' | 'say'> & { readonly nothing: string }) {
  return (
    <Combobox.Portal>
      <Combobox.Positioner className="z-40" sideOffset={4}>
        <Combobox.Popup className="max-h-64 w-(--anchor-width) overflow-y-auto rounded-md border border-line bg-surface p-1 shadow-float outline-none">
          <Combobox.Empty className="px-2 text-12 text-ink-3 not-empty:py-1.5">{nothing}</Combobox.Empty>
          <Combobox.List>
            {(item: string) => (
              <Combobox.Item
                key={item}
                value={item}
                className="flex items-center gap-2 rounded-[4px] py-1.5 pr-2 pl-1.5 text-13 outline-none data-highlighted:bg-hover"
              >
                <span className="flex w-4 justify-center">
                  <Combobox.ItemIndicator>
                    <Check className="size-3.5" aria-hidden />
                  </Combobox.ItemIndicator>
                </span>
                {choices.includes(item) ? say(item) : `the word “${item}”`}
              </Combobox.Item>
            )}
          </Combobox.List>
        </Combobox.Popup>
      </Combobox.Positioner>
    </Combobox.Portal>
  )
}
