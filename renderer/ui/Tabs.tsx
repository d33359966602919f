import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'
import { classes } from './classes'

interface TabsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly tabs: readonly { readonly value: Value; readonly label: string; readonly note?: string }[]
  readonly onChange: (value: Value) => void
  /** Of the row of tabs. */
  readonly className?: string
  /** The panel of the tab at hand; fills what is left of the height. */
  readonly children: ReactNode
}

/** Parts of one page under tabs; arrow keys move between them. */
export function Tabs<Value extends string>({
  label,
  value,
  tabs,
  onChange,
  className,
  children,
}: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      onValueChange={(next: Value) => onChange(next)}
      className="flex min-h-0 flex-1 flex-col"
    >
      <Base.List
        aria-label={label}
        activateOnFocus
        className={classes('flex shrink-0 gap-5 border-b border-line', className)}
      >
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className="-mb-px border-b-2 border-transparent pb-1.5 text-13 text-ink-3 outline-offset-2 hover:text-ink data-active:border-ink data-active:font-medium data-active:text-ink"
          >
            {tab.label}
            {tab.note && <span className="ml-1.5 font-normal text-ink-3 tabular">{tab.note}</span>}
          </Base.Tab>
        ))}
      </Base.List>
      <Base.Panel value={value} className="min-h-0 flex-1 outline-none" tabIndex={-1}>
        {children}
      </Base.Panel>
    </Base.Root>
  )
}
