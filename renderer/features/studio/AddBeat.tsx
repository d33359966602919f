import { Plus } from 'lucide-react'
import type { Run } from '../../api/run'
import { useDesk } from '../../api/useDesk'
import { factKind } from '../../../shared/domain/facts'
import { Button } from '../../ui/Button'
import { Menu, MenuGroup, MenuItem } from '../../ui/Menu'
import { moveLabel, moveMeaning } from '../../ui/format'
import { addBeat } from './actions'
import { useSession } from './session'
import { PLAIN_MOVES, factBeat, plainBeat, usedFacts } from './storyboard'

/** Adds a beat after the selected one: a fact that is not said yet, or a plain move. */
export function AddBeat({ run, disabled }: { readonly run: Run; readonly disabled: boolean }) {
  const desk = useDesk()
  const selected = useSession((state) => state.selected)
  const used = usedFacts(
    run.beats,
    run.products.map((product) => product.id),
  )
  return (
    <Menu
      align="end"
      trigger={
        <Button kind="quiet" small disabled={disabled || run.beats.length >= 16}>
          <Plus className="size-3.5" aria-hidden />
          Add beat
        </Button>
      }
    >
      {run.products.map((product, index) => (
        <MenuGroup key={product.id} label={`Fact of ${product.title}`}>
          {product.facts
            .filter((fact) => !used.has(`${product.id}|${fact.id}`))
            .map((fact) => (
              <MenuItem
                key={fact.id}
                onSelect={() => addBeat(desk, (board) => factBeat(board, fact, index), selected)}
              >
                <span className="text-ink-3">{factKind(fact.kind).label}</span> {fact.text}
              </MenuItem>
            ))}
        </MenuGroup>
      ))}
      <MenuGroup label="Move">
        {PLAIN_MOVES.map(({ move, slots }) => (
          <MenuItem
            key={move}
            note={moveMeaning(move)}
            onSelect={() => addBeat(desk, (board) => plainBeat(board, move, slots), selected)}
          >
            {moveLabel(move)}
          </MenuItem>
        ))}
      </MenuGroup>
    </Menu>
  )
}
