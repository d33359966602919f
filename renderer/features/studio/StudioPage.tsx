import { useMemo } from 'react'
import { useDesk } from '../../api/useDesk'
import type { Command } from '../../state/commands'
import { usePageCommands } from '../../state/commands'
import { randomSeed, useBrief } from '../../state/brief'
import { Panes } from '../../ui/Panes'
import { SourceProvider } from '../../ui/SourcePopover'
import { ShopperPane } from './ShopperPane'
import { SidePane } from './SidePane'
import { WritingPane } from './WritingPane'
import { VoicesPane } from './VoicesPane'
import { stopWriting, undo, writeAll } from './actions'
import { leaveVoices, useVoices, writeVoices } from './voices'

/** Studio: whom for on the left, the narrative and its storyboard in the middle, products and settings on the right. */
export function StudioPage() {
  const desk = useDesk()
  const five = useVoices((state) => state.shown)
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'write',
        group: 'Studio',
        label: 'Write the narrative',
        ...(five ? {} : { primary: true, keys: 'mod+enter' }),
        run: () => {
          leaveVoices()
          void writeAll(desk)
        },
      },
      {
        id: 'voices',
        group: 'Studio',
        label: 'Write it in all five voices',
        words: 'adapters side by side',
        ...(five ? { primary: true, keys: 'mod+enter' } : {}),
        run: () => void writeVoices(desk),
      },
      { id: 'replan', group: 'Studio', label: 'Plan again and write', run: () => void writeAll(desk, true) },
      { id: 'stop', group: 'Studio', label: 'Stop writing', run: stopWriting },
      {
        id: 'undo',
        group: 'Studio',
        label: 'Take back the last edit of the storyboard',
        words: 'undo',
        run: () => undo(desk),
      },
      {
        id: 'seed',
        group: 'Studio',
        label: 'Write with another seed',
        words: 'dice random',
        run: () => {
          useBrief.getState().setDecoding({ seed: randomSeed() })
          void writeAll(desk)
        },
      },
    ],
    [desk, five],
  )
  usePageCommands(commands)
  return <SourceProvider>{five ? <VoicesPane /> : <StudioPanes />}</SourceProvider>
}

function StudioPanes() {
  const narrow = window.innerWidth < 1180
  return (
    <Panes
      id="studio"
      main="writing"
      panes={[
        {
          id: 'shopper',
          label: 'Shopper',
          size: narrow ? 224 : 256,
          min: 208,
          max: 380,
          content: <ShopperPane />,
        },
        { id: 'writing', label: 'Narrative', min: 400, content: <WritingPane /> },
        {
          id: 'side',
          label: 'Products and settings',
          size: narrow ? 268 : 304,
          min: 256,
          max: 480,
          content: <SidePane />,
        },
      ]}
    />
  )
}
