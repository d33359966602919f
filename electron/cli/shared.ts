/** What several commands share: common options, running with an engine, reading flags. */
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { z } from 'zod'
import { ShelftalkError } from '../../shared/contract/errors'
import type { Audience } from '../../shared/contract/schemas'
import { briefSchema, personaSchema } from '../../shared/contract/schemas'
import type { KeptRun } from '../../shared/domain/run'
import { checked } from '../transports/validate'
import { defaultHome } from '../engine/resources'
import type { CliContext, CommonOptions, Work } from './command'

/** Adds what every command takes. */
export function common(command: Command): Command {
  return command
    .option('--json', 'print JSON')
    .option('--home <DIR>', 'folder of your own data (default: ~/.shelftalk, or SHELFTALK_HOME)')
}

/** The home folder of a command line. Store URIs stay as they are. */
export function homeOf({ home }: CommonOptions): string {
  const given = home ?? defaultHome()
  if (given.trim() === '') throw new ShelftalkError('BAD_INPUT', '--home is empty.', 'Give a folder.')
  return /^[a-z0-9+]{2,}:\/\//i.test(given) ? given : resolve(given)
}

/** Opens the engine, does the work, prints what came of it and closes the engine whatever happened. */
export async function withEngine(context: CliContext, options: CommonOptions, work: Work): Promise<void> {
  const engine = await context.open({ home: homeOf(options) })
  try {
    const { json, text } = await work(engine.services, context)
    context.out(options.json ? `${JSON.stringify(json, null, 2)}\n` : `${text}\n`)
  } finally {
    await engine.close()
  }
}

/** A whole number. Throws BAD_INPUT naming the flag. */
export function integer(flag: string, text: string): number {
  if (!/^\d{1,15}$/.test(text))
    throw new ShelftalkError(
      'BAD_INPUT',
      `${flag} takes a whole number, not "${text}".`,
      `For example ${flag} 1.`,
    )
  return Number(text)
}

/** A decimal number. Throws BAD_INPUT naming the flag. */
export function decimal(flag: string, text: string): number {
  if (!/^\d{1,6}(\.\d{1,6})?$/.test(text))
    throw new ShelftalkError(
      'BAD_INPUT',
      `${flag} takes a number, not "${text}".`,
      `For example ${flag} 0.7.`,
    )
  return Number(text)
}

/** What a command says of the run that keeps its figures, a line; none where nobody asked for it. */
export function keptLines({ run, notKept }: KeptRun): readonly string[] {
  if (run !== undefined) return [`kept as run ${run}; "shelftalk runs" lists them`]
  return notKept === undefined ? [] : [`not kept as a run: ${notKept}`]
}

/** `a,b,c` without empty parts. */
export function listed(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
}

/** Flags that say whom a narrative is for and about what. */
export interface BriefOptions extends CommonOptions {
  readonly persona?: string
  readonly shopper?: string
  readonly profile?: string
  readonly occasion?: string
  readonly catalogue?: string
  readonly products?: string
}

/** Adds the flags that say whom something is for, and what for. */
export function audienceFlags(command: Command): Command {
  return command
    .option('--persona <ID>', 'a stored persona')
    .option('--shopper <ID>', 'a shopper of the catalogue')
    .option('--profile <FILE>', 'a persona in a JSON file')
    .option('--occasion <TEXT>', 'what it is for, such as "summer travel gadgets"')
}

/** Adds the flags of a brief. */
export function briefFlags(command: Command): Command {
  return audienceFlags(common(command))
    .option('--catalogue <NAME>', 'catalogue (default: the invented shop)')
    .option('--products <ID,...>', 'these products instead of picked ones')
}

/** The brief of a command line. Throws BAD_INPUT naming the flag or the field that is wrong. */
export async function briefOf(options: BriefOptions): Promise<z.output<typeof briefSchema>> {
  const audience = await audienceOf(options)
  return checked(
    briefSchema,
    {
      audience,
      occasion: options.occasion,
      catalogue: options.catalogue,
      productIds: options.products === undefined ? undefined : listed(options.products),
    },
    'The command',
  )
}

/** Whom a command line names. Throws BAD_INPUT where it names nobody, or several. */
export async function audienceOf({
  persona,
  shopper,
  profile,
}: Pick<BriefOptions, 'persona' | 'shopper' | 'profile'>): Promise<Audience> {
  const given = [persona, shopper, profile].filter((flag) => flag !== undefined)
  if (given.length !== 1) {
    const message =
      given.length === 0
        ? 'It is not said whom the narrative is for.'
        : 'Only one of --persona, --shopper and --profile can be given.'
    throw new ShelftalkError(
      'BAD_INPUT',
      message,
      'Give --persona ID, --shopper ID or --profile FILE; "shelftalk personas" lists personas.',
    )
  }
  if (persona !== undefined) return { kind: 'persona', id: persona }
  if (shopper !== undefined) return { kind: 'shopper', id: shopper }
  return { kind: 'profile', profile: await profileFrom(profile ?? '') }
}

async function profileFrom(file: string): Promise<z.output<typeof personaSchema>> {
  const text = await readFile(file, 'utf8').catch((cause: NodeJS.ErrnoException) => {
    const why =
      cause.code === 'ENOENT'
        ? 'does not exist'
        : cause.code === 'EISDIR'
          ? 'is a folder'
          : `cannot be read (${cause.code ?? cause.message})`
    throw new ShelftalkError(
      'BAD_INPUT',
      `The profile ${file} ${why}.`,
      'Give the path of a JSON file with one persona.',
      { cause },
    )
  })
  return checked(personaSchema.strict(), parseJson(text, `The profile ${file}`), `The profile ${file}`)
}

/** JSON text as a value. Throws BAD_INPUT naming `where`. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (cause) {
    throw new ShelftalkError(
      'BAD_INPUT',
      `${where} is not JSON: ${(cause as Error).message}.`,
      'Correct it and try again.',
      { cause },
    )
  }
}
