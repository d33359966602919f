/** Canned adapters: the five voices as if they shipped, and a folder to import, remove and restore in. */
import { basename } from 'node:path'
import { ShelftalkError } from '../../../shared/contract/errors'
import type { AdapterPart } from '../../../shared/contract/schemas'
import type { Services } from '../../../shared/contract/services'
import type { AdapterInfo } from '../../../shared/domain/adapter'
import type { Voice } from '../../../shared/domain/voices'
import { VOICES, voiceLabel } from '../../../shared/domain/voices'

const targetModules = ['down_proj', 'gate_proj', 'k_proj', 'o_proj', 'q_proj', 'up_proj', 'v_proj']

const card = (voice: Voice) => `# ${voice}

Makes the model write in the ${voiceLabel(voice).toLowerCase()} voice, whatever voice the prompt names.

LoRA on ${targetModules.map((module) => `\`${module}\``).join(', ')}, rank 8, alpha 16.

## How to use it

- Scale 1 is as trained, 0 is the base alone.
- Mixes with others: their effects add up.

\`\`\`
shelftalk narrate --persona asha-menon --adapter ${voice}:0.8
\`\`\``

/** The five voices. */
export const voiceAdapters: readonly AdapterInfo[] = VOICES.map((voice, index) => ({
  name: voice,
  origin: 'shipped',
  rank: 8,
  alpha: 16,
  targetModules,
  description: `Makes the model write in the ${voiceLabel(voice).toLowerCase()} voice, whatever voice the prompt names.`,
  base: 'shelftalk-base',
  bytes: 2_469_168,
  card: card(voice),
  training: {
    adapter: voice,
    base: 'shelftalk-base',
    rank: 8,
    alpha: 16,
    targetModules,
    parameters: 1_221_120,
    documents: 20_000,
    steps: 300,
    tokens: 1_480_000 + index * 7_000,
    seconds: 212,
    heldOutLoss: { before: 1.412 + index * 0.03, after: 1.187 + index * 0.02 },
    seed: 1,
  },
  notes: [],
}))

type AdapterServices = Pick<
  Services,
  'adapters' | 'importAdapter' | 'uploadAdapterPart' | 'removeAdapter' | 'restoreAdapter'
>

/** Services over `shipped` and what is imported meanwhile; a path or upload with "broken" in it is refused. */
export function fakeAdapters(shipped: readonly AdapterInfo[]): AdapterServices {
  const own = new Map<string, AdapterInfo>()
  const removed = new Map<string, AdapterInfo>()
  const uploads = new Map<string, AdapterPart[]>()
  const all = () => [...own.values(), ...shipped]
  const missing = (name: string) =>
    new ShelftalkError('NOT_FOUND', `There is no adapter "${name}".`, 'Pick one from the list.')
  return {
    adapters: async () => all(),
    uploadAdapterPart: async (part) =>
      void uploads.set(part.upload, [...(uploads.get(part.upload) ?? []), part]),
    importAdapter: async ({ path, upload, name }) => {
      const wanted = name ?? basename(path ?? 'uploaded')
      if (wanted.includes('broken'))
        throw new ShelftalkError(
          'ADAPTER_UNREADABLE',
          'It is a DoRA (use_dora is true), which rescales whole weights. Train it again with use_dora off.',
          'Use a plain LoRA adapter that was trained for this model.',
        )
      if (all().some((one) => one.name === wanted))
        throw new ShelftalkError(
          'BAD_INPUT',
          `There is already an adapter "${wanted}"; it ships with Shelftalk.`,
          'Give the import another name.',
        )
      const pieces = upload === undefined ? [] : (uploads.get(upload) ?? [])
      const bytes = pieces.reduce((sum, { data }) => sum + Buffer.from(data, 'base64').length, 0)
      const info: AdapterInfo = {
        name: wanted,
        origin: 'imported',
        rank: 4,
        alpha: 8,
        targetModules: ['q_proj', 'v_proj'],
        description: '',
        base: 'shelftalk-base',
        bytes: bytes || 812_000,
        card: '',
        notes: [],
      }
      own.set(wanted, info)
      return info
    },
    removeAdapter: async (name) => {
      const info = own.get(name)
      if (!info) throw missing(name)
      own.delete(name)
      removed.set(name, info)
    },
    restoreAdapter: async (name) => {
      const info = removed.get(name)
      if (!info) throw missing(name)
      removed.delete(name)
      own.set(name, info)
      return info
    },
  }
}
