/** Runs one command line: parses, opens the engine, prints, and turns every failure into one line and an exit status. */
import { Command, CommanderError } from 'commander'
import type { ErrorCode, ErrorData } from '../../shared/contract/errors'
import { errorData, ShelftalkError } from '../../shared/contract/errors'
import { adaptersCommand } from './adapters'
import { benchCommand } from './bench'
import type { CliContext } from './command'
import { compareCommand } from './compare'
import { evaluateCommand } from './evaluate'
import { fairnessCommand } from './fairness'
import { importCommand } from './import'
import { listCommands } from './lists'
import { narrateCommand } from './narrate'
import { runsCommand } from './runs'
import { serveCommand } from './serve'
import { rulesCommand } from './rules'
import { templatesCommand } from './templates'
import { versionsCommand } from './versions'

/** What the caller can mend is 2, what it cannot is 1, and being stopped is 130 as for any program stopped by Ctrl-C. */
const EXIT: Readonly<Record<ErrorCode, number>> = {
  BAD_INPUT: 2,
  NOT_FOUND: 2,
  IMPORT_REFUSED: 2,
  TEMPLATE_INVALID: 2,
  ADAPTER_UNREADABLE: 2,
  STORE_UNAVAILABLE: 2,
  MODEL_UNREADABLE: 1,
  ENGINE_DOWN: 1,
  SERVER_AWAY: 1,
  INTERNAL: 1,
  CANCELLED: 130,
}

/** Runs `argv` (without node and script) and returns the exit status. Never rejects. */
export async function runCli(argv: readonly string[], context: CliContext): Promise<number> {
  const json = argv.includes('--json')
  const program = new Command('shelftalk')
  program
    .description('Writes short, personal, grounded product narratives on this machine.')
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: context.out, writeErr: () => undefined })
  for (const add of [
    importCommand,
    narrateCommand,
    compareCommand,
    listCommands,
    templatesCommand,
    rulesCommand,
    versionsCommand,
    adaptersCommand,
    serveCommand,
    evaluateCommand,
    fairnessCommand,
    runsCommand,
    benchCommand,
  ])
    add(program, context)
  for (const command of program.commands.flatMap((one) => [one, ...one.commands]))
    command.exitOverride().configureOutput({ writeOut: context.out, writeErr: () => undefined })
  program.hook('preAction', (_, command) => refuseSwallowedFlags(command))
  try {
    if (argv.length === 0) {
      context.out(program.helpInformation())
      return 0
    }
    await program.parseAsync([...argv], { from: 'user' })
    return 0
  } catch (cause) {
    if (cause instanceof CommanderError && cause.exitCode === 0) return 0
    return fail(describe(cause, argv, context.signal), { context, json })
  }
}

/** `evaluate narratives` of a command within a command. */
function pathOf(command: Command): string {
  const above = command.parent
  return above?.parent ? `${pathOf(above)} ${command.name()}` : command.name()
}

/** `--persona --json` takes the second flag for a persona: that is a value forgotten. */
function refuseSwallowedFlags(command: Command): void {
  for (const value of Object.values(command.opts()).flat() as unknown[]) {
    if (typeof value !== 'string' || !value.startsWith('--')) continue
    const message = `The flag before ${value} has its argument missing.`
    throw new ShelftalkError(
      'BAD_INPUT',
      message,
      `Run "shelftalk ${pathOf(command)} --help" for what is understood.`,
    )
  }
}

/** The error as data: a command line that cannot be read is bad input, and what Ctrl-C broke off was cancelled. */
function describe(cause: unknown, argv: readonly string[], signal: AbortSignal): ErrorData {
  if (cause instanceof CommanderError) {
    const message = sentence(cause.message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' '))
    const command = argv.find((word) => !word.startsWith('-'))
    const known = cause.code !== 'commander.unknownCommand' && command !== undefined
    return {
      code: 'BAD_INPUT',
      message,
      hint: `Run "shelftalk ${known ? `${command} ` : ''}--help" for what is understood.`,
    }
  }
  if (signal.aborted && !(cause instanceof ShelftalkError && cause.code !== 'CANCELLED')) {
    return { code: 'CANCELLED', message: 'Stopped.', hint: 'Nothing stored was changed.' }
  }
  return errorData(cause)
}

function sentence(text: string): string {
  const start = text.slice(0, 1).toUpperCase() + text.slice(1)
  return /[.?!)]$/.test(start) ? start : `${start}.`
}

function fail(
  error: ErrorData,
  { context, json }: { readonly context: CliContext; readonly json: boolean },
): number {
  if (json) context.out(`${JSON.stringify({ error })}\n`)
  else context.err(`shelftalk: ${`${sentence(error.message)} ${error.hint}`.replace(/\s*\n\s*/g, ' ')}\n`)
  return EXIT[error.code]
}
