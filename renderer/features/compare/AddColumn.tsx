import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { STRATEGIES } from '../../../shared/domain/narrative'
import { VOICES, voiceLabel } from '../../../shared/domain/voices'
import { useEngine } from '../../api/client'
import { DEFAULT_DECODING, randomSeed, useBrief } from '../../state/brief'
import { IconButton } from '../../ui/Button'
import { Menu, MenuGroup, MenuItem } from '../../ui/Menu'
import { StrategyMark, strategyLabel, strategyMeaning } from '../../ui/StrategyMark'
import { MAX_COLUMNS, addColumn, useColumns } from './columns'

const plain = { strategy: 'personalised', adapters: [], decoding: DEFAULT_DECODING } as const

/** A column from anything: a strategy, what the Studio is set to, a template, a voice, an adapter, another seed. */
export function AddColumn() {
  const engine = useEngine()
  const templates = useQuery(engine.templates.queryOptions())
  const studio = useBrief((state) => state.variant)
  const full = useColumns((state) => state.columns.length >= MAX_COLUMNS)
  return (
    <div className="sticky right-0 w-11 shrink-0 border-l border-line bg-paper pt-2 text-center">
      <Menu
        align="end"
        trigger={
          <IconButton label={full ? 'Six columns are the most' : 'Add a column'} disabled={full}>
            <Plus className="size-4" aria-hidden />
          </IconButton>
        }
      >
        <MenuGroup label="As set">
          <MenuItem onSelect={() => addColumn({ ...studio, label: 'Studio' }, true)}>
            As the Studio is set now
          </MenuItem>
          <MenuItem
            onSelect={() => addColumn({ ...plain, decoding: { ...DEFAULT_DECODING, seed: randomSeed() } })}
          >
            Personalised, another seed
          </MenuItem>
        </MenuGroup>
        <MenuGroup label="Strategy">
          {STRATEGIES.map((strategy) => (
            <MenuItem
              key={strategy}
              mark={<StrategyMark strategy={strategy} />}
              note={strategyMeaning(strategy)}
              onSelect={() => addColumn({ ...plain, strategy })}
            >
              {strategyLabel(strategy)}
            </MenuItem>
          ))}
        </MenuGroup>
        {(templates.data?.length ?? 0) > 0 && (
          <MenuGroup label="Personalised, with template">
            {templates.data?.map(({ id, name }) => (
              <MenuItem key={id} onSelect={() => addColumn({ ...plain, templateId: id })}>
                {name}
              </MenuItem>
            ))}
          </MenuGroup>
        )}
        <MenuGroup label="Personalised, in voice">
          {VOICES.map((voice) => (
            <MenuItem key={voice} onSelect={() => addColumn({ ...plain, voice })}>
              {voiceLabel(voice)}
            </MenuItem>
          ))}
        </MenuGroup>
        <WithAdapter />
      </Menu>
    </div>
  )
}

function WithAdapter() {
  const engine = useEngine()
  const adapters = useQuery(engine.adapters.queryOptions()).data ?? []
  if (adapters.length === 0) return null
  return (
    <MenuGroup label="Personalised, with adapter">
      {adapters.map(({ name, misfit }) => (
        <MenuItem
          key={name}
          disabled={misfit !== undefined}
          onSelect={() => addColumn({ ...plain, adapters: [{ name, scale: 1 }] })}
        >
          {name}
        </MenuItem>
      ))}
    </MenuGroup>
  )
}
