import { Plus, X } from 'lucide-react'
import type { SegmentField } from '../../../shared/contract/parts/fairness'
import { SEGMENTS_MAX } from '../../../shared/domain/fairness'
import { segmentWords } from '../../../shared/domain/fairnessWords'
import { Button, IconButton } from '../../ui/Button'
import { Menu, MenuGroup, MenuItem } from '../../ui/Menu'
import { Toggle } from '../../ui/Toggle'
import { fieldLabel, plural } from '../../ui/format'
import { Whole } from './Fields'
import { capital } from './figures'
import { chosenSegments } from './requests'
import { useSetUp } from './session'
import { useGround } from './useGround'

/** What an audit splits shoppers by, whether texts are written, and whether rules apply. */
export function AuditSetUp() {
  const { texts, rules, change } = useSetUp()
  return (
    <>
      <Segments />
      <Whole
        label="Texts to write"
        kind="texts"
        value={texts}
        onChange={(next) => change({ texts: next })}
        note={texts === '0' ? 'None: only picks are measured' : 'Alike many a group, about three a second'}
      />
      <div className="flex items-start gap-2.5">
        <Toggle label="Apply business rules" checked={rules} onChange={(next) => change({ rules: next })} />
        <div>
          <p className="text-13">Apply business rules</p>
          <p className="text-12 text-ink-3">
            As in the Studio: what holds today, for everyone it is meant for
          </p>
        </div>
      </div>
    </>
  )
}

const sameSegment = (a: readonly string[], b: readonly string[]) => a.join('\n') === b.join('\n')

function Segments() {
  const { segments, change } = useSetUp()
  const { fields } = useGround()
  const chosen = chosenSegments(segments, fields)
  const isChosen = (segment: readonly string[]) => chosen.some((one) => sameSegment(one, segment))
  const toggle = (segment: readonly string[]) =>
    change({
      segments: isChosen(segment) ? chosen.filter((one) => !sameSegment(one, segment)) : [...chosen, segment],
    })
  const full = chosen.length >= SEGMENTS_MAX
  if (fields.length === 0)
    return (
      <p className="text-13 text-ink-2">
        Shoppers of this catalogue have no attributes to compare. Import a table of shoppers that has some,
        such as an age band.
      </p>
    )
  return (
    <fieldset>
      <legend className="mb-1 text-12 text-ink-3">Split shoppers by</legend>
      <ul>
        {fields.map((field) => (
          <li key={field.field}>
            <Attribute
              field={field}
              checked={isChosen([field.field])}
              disabled={full && !isChosen([field.field])}
              onChange={() => toggle([field.field])}
            />
          </li>
        ))}
        {chosen
          .filter(({ length }) => length > 1)
          .map((segment) => (
            <li key={segment.join()} className="flex h-7 items-center gap-2 text-13">
              <span className="min-w-0 flex-1 truncate pl-6">{capital(segmentWords(segment))}</span>
              <IconButton small label={`Leave out ${segmentWords(segment)}`} onClick={() => toggle(segment)}>
                <X className="size-3.5" aria-hidden />
              </IconButton>
            </li>
          ))}
      </ul>
      {fields.length > 1 && <Cross fields={fields} isChosen={isChosen} full={full} onAdd={toggle} />}
    </fieldset>
  )
}

interface AttributeProps {
  readonly field: SegmentField
  readonly checked: boolean
  readonly disabled: boolean
  readonly onChange: () => void
}

function Attribute({
  field: { field, values, missing, isProtected },
  checked,
  disabled,
  onChange,
}: AttributeProps) {
  const groups = values.length + (missing > 0 ? 1 : 0)
  return (
    <label className="flex h-7 items-center gap-2 rounded-[4px] px-0.5 text-13 hover:bg-hover has-disabled:opacity-50">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={onChange}
        className="size-4 shrink-0 accent-(--accent)"
      />
      <span className="min-w-0 flex-1 truncate">{fieldLabel(field)}</span>
      <span className="shrink-0 text-12 text-ink-3 tabular">
        {isProtected && 'protected, '}
        {plural(groups, 'group')}
      </span>
    </label>
  )
}

interface CrossProps {
  readonly fields: readonly SegmentField[]
  readonly isChosen: (segment: readonly string[]) => boolean
  readonly full: boolean
  readonly onAdd: (segment: readonly string[]) => void
}

function Cross({ fields, isChosen, full, onAdd }: CrossProps) {
  const names = fields.map(({ field }) => field)
  return (
    <Menu
      trigger={
        <Button kind="quiet" small className="mt-1 -ml-2" disabled={full}>
          <Plus className="size-3.5" aria-hidden />
          {full ? `${SEGMENTS_MAX} are the most` : 'Cross two of them'}
        </Button>
      }
    >
      {names.slice(0, -1).map((first, at) => (
        <MenuGroup key={first} label={`${fieldLabel(first)} and`}>
          {names.slice(at + 1).map((second) => (
            <MenuItem
              key={second}
              disabled={isChosen([first, second])}
              onSelect={() => onAdd([first, second])}
            >
              {fieldLabel(first)} × {fieldLabel(second).toLowerCase()}
            </MenuItem>
          ))}
        </MenuGroup>
      ))}
    </Menu>
  )
}
