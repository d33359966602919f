/** Adapters as the shelf lists them. LoRA: Hu et al., arXiv 2106.09685, in PEFT form. */

/** Where an adapter came from: with Shelftalk, or put into the home folder by a person. */
export const ADAPTER_ORIGINS = ['shipped', 'imported'] as const
/** One of them. */
export type AdapterOrigin = (typeof ADAPTER_ORIGINS)[number]

/** The files of an adapter folder; nothing else is copied or uploaded. */
export const ADAPTER_FILES = [
  'adapter_config.json',
  'adapter_model.safetensors',
  'README.md',
  'training.json',
] as const
/** One of them. */
export type AdapterFile = (typeof ADAPTER_FILES)[number]

/** As many adapters as one narrative can mix. */
export const MIX_MAX = 4
/** The strongest an adapter can act; 1 is as trained. */
export const SCALE_MAX = 2

/** How an adapter was trained, as its trainer noted in `training.json`. */
export interface AdapterTraining {
  readonly adapter: string
  readonly base: string
  readonly rank: number
  readonly alpha: number
  readonly targetModules: readonly string[]
  readonly parameters: number
  readonly documents: number
  readonly steps: number
  readonly tokens: number
  readonly seconds: number
  /** Nats a token on documents that training never saw: of the base alone, and with the adapter. */
  readonly heldOutLoss: { readonly before: number; readonly after: number }
  readonly seed: number
}

/** An adapter that ships or lies in the home folder. */
export interface AdapterInfo {
  readonly name: string
  readonly origin: AdapterOrigin
  /** 0 where the folder does not say so readably. */
  readonly rank: number
  readonly alpha: number
  readonly targetModules: readonly string[]
  /** One line: its own description, else the beginning of its card; empty for neither. */
  readonly description: string
  /** The model it says it was made for; empty where it says none. */
  readonly base: string
  /** Size of its files. */
  readonly bytes: number
  /** Its card in Markdown, without front matter; empty for none. */
  readonly card: string
  readonly training?: AdapterTraining | undefined
  /** Why the model in use cannot take it; absent where it can. */
  readonly misfit?: string | undefined
  /** What is odd about it but does no harm, in sentences. */
  readonly notes: readonly string[]
}
