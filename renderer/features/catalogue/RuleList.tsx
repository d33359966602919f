import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import type { DragEndEvent } from '@dnd-kit/core'
import {
  SortableContext,
  arrayMove,
  sortableKeyboardCoordinates,
  useSortable,
  verticalListSortingStrategy,
} from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical, Trash2, TriangleAlert } from 'lucide-react'
import type { CatalogueSummary } from '../../../shared/domain/catalogue'
import type { Rule, RuleWarning } from '../../../shared/domain/rules'
import { ruleWords } from '../../../shared/domain/rules'
import { IconButton } from '../../ui/Button'
import { Toggle } from '../../ui/Toggle'
import { classes } from '../../ui/classes'
import { DeletedRules } from './DeletedRules'
import { formOf } from './ruleForm'
import { setDraft } from './session'
import { useRuleActions } from './useRuleActions'

interface RuleListProps {
  readonly catalogue: CatalogueSummary
  readonly rules: readonly Rule[]
  readonly warnings: readonly RuleWarning[]
}

/** Rules in the order in which they hold; dragged, or moved with the arrow keys on the handle. */
export function RuleList({ catalogue, rules, warnings }: RuleListProps) {
  const { order } = useRuleActions(catalogue.name)
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  )
  const ids = rules.map(({ id }) => id)
  const onDragEnd = ({ active, over }: DragEndEvent) => {
    if (!over || over.id === active.id) return
    order(arrayMove(ids, ids.indexOf(String(active.id)), ids.indexOf(String(over.id))), ids)
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-4">
      <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={onDragEnd}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol aria-label="Rules, in the order in which they hold">
            {rules.map((rule) => (
              <Item
                key={rule.id}
                rule={rule}
                catalogue={catalogue}
                warning={warnings.find(({ ruleId }) => ruleId === rule.id)?.message}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      <DeletedRules catalogue={catalogue} />
    </div>
  )
}

interface ItemProps {
  readonly rule: Rule
  readonly catalogue: CatalogueSummary
  readonly warning: string | undefined
}

function Item({ rule, catalogue, warning }: ItemProps) {
  const { name, currency } = catalogue
  const { enable, remove } = useRuleActions(name)
  const { attributes, listeners, setNodeRef, transform, transition, isDragging } = useSortable({
    id: rule.id,
  })
  const words = ruleWords(rule, currency)
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={classes(
        'group relative flex items-start gap-1 rounded-md py-1.5 pr-1.5',
        isDragging ? 'z-10 bg-surface shadow-float' : 'hover:bg-hover',
      )}
    >
      <button
        type="button"
        aria-label={`Move ${rule.name}`}
        className="mt-0.5 flex size-6 shrink-0 items-center justify-center rounded-[3px] text-ink-3 hover:text-ink"
        {...attributes}
        {...listeners}
      >
        <GripVertical className="size-3.5" aria-hidden />
      </button>
      <button
        type="button"
        onClick={() => setDraft(name, formOf(rule, currency))}
        className="min-w-0 flex-1 rounded-[3px] text-left"
      >
        <span className={classes('block truncate text-13 font-medium', !rule.enabled && 'text-ink-3')}>
          {rule.name}
        </span>
        <span className="block text-12 text-ink-3">{words}</span>
        {warning !== undefined && (
          <span className="mt-0.5 flex items-start gap-1 text-12 text-amber">
            <TriangleAlert className="mt-px size-3.5 shrink-0" aria-hidden />
            {warning}
          </span>
        )}
      </button>
      <IconButton
        small
        label={`Delete ${rule.name}`}
        onClick={() => remove(rule)}
        className="opacity-0 group-hover:opacity-100 focus-visible:opacity-100"
      >
        <Trash2 className="size-3.5" aria-hidden />
      </IconButton>
      <Toggle
        label={`${rule.name} is on`}
        checked={rule.enabled}
        onChange={(enabled) => void enable(rule, enabled)}
      />
    </li>
  )
}
