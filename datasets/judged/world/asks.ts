/**
 * What shoppers call the kinds of things the invented shop sells.
 *
 * Each kind has three strings: kinds that will do in its place, separated by spaces; ways to ask for training; ways to ask for
 * measuring, which share no wording with those for training. Ways are separated by ` | `. `soup pot=saucepan/stockpot` asks for products
 * whose noun is one of those; without `=` every product of the kind is just what was asked for.
 */
import { ShelftalkError } from '../../../shared/contract/errors'
import { grown } from './asksGrown'
import { used } from './asksUsed'
import { worn } from './asksWorn'

/** Kind, to kinds that will do, asks for training, asks for measuring. */
export type AskTable = Readonly<Record<string, readonly [near: string, training: string, heldOut: string]>>

/** One way to ask for a kind of thing. */
export interface Ask {
  readonly text: string
  /** Nouns that are meant; undefined for the whole kind. */
  readonly nouns?: readonly string[]
}

/** All the ways to ask for one kind. */
export interface KindAsks {
  readonly near: readonly string[]
  readonly training: readonly Ask[]
  readonly heldOut: readonly Ask[]
}

const kinds: ReadonlyMap<string, KindAsks> = new Map(
  Object.entries({ ...worn, ...used, ...grown }).map(([kind, [near, training, heldOut]]) => [
    kind,
    { near: near.split(' ').filter(Boolean), training: asksOf(training), heldOut: asksOf(heldOut) },
  ]),
)

function asksOf(text: string): readonly Ask[] {
  return text.split(' | ').map((ask) => {
    const [words = '', nouns] = ask.split('=')
    return nouns === undefined ? { text: words } : { text: words, nouns: nouns.split('/') }
  })
}

/** Every kind that people ask for. */
export const ASKED_KINDS: readonly string[] = [...kinds.keys()]

/** Throws INTERNAL for a kind that nobody wrote asks for. */
export function kindAsks(kind: string): KindAsks {
  const asks = kinds.get(kind)
  if (asks) return asks
  throw new ShelftalkError(
    'INTERNAL',
    `Nobody wrote how shoppers ask for "${kind}".`,
    'Add it to datasets/judged/world.',
  )
}
