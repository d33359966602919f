/** `shelftalk adapters`, `adapters import`, `adapters remove` and `adapters restore`. */
import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import { adapterRefSchema } from '../../shared/contract/schemas'
import type { AdapterInfo } from '../../shared/domain/adapter'
import { checked, strictImportAdapterSchema } from '../transports/validate'
import type { CliContext, CommonOptions } from './command'
import { common, withEngine } from './shared'
import { tableText } from './show'

interface ImportOptions extends CommonOptions {
  readonly name?: string
}

/** Adds the commands. Flags that all commands take are found wherever they stand, before the command within or after it. */
export function adaptersCommand(program: Command, context: CliContext): void {
  const adapters = common(program.command('adapters').description('Lists adapters.'))
    .argument('[what]', 'import, remove or restore')
    .action((what: string | undefined, options: CommonOptions) => {
      if (what !== undefined) throw unknownCommand(what)
      return withEngine(context, options, async (services) => {
        const list = await services.adapters()
        return { json: { adapters: list }, text: tableText(list.map(row), 'There are no adapters yet.') }
      })
    })
  importCommand(adapters, context)
  common(adapters.command('remove').description('Takes an imported adapter off; "restore" puts it back.'))
    .argument('<name>', 'its name')
    .action((name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const ref = checked(adapterRefSchema, { name }, 'The command')
      return withEngine(context, options, async (services) => {
        await services.removeAdapter(ref.name)
        const text = `Removed "${ref.name}". "shelftalk adapters restore ${ref.name}" puts it back, for 30 days.`
        return { json: { removed: ref.name }, text }
      })
    })
  common(adapters.command('restore').description('Puts a removed adapter back.'))
    .argument('<name>', 'its name')
    .action((name: string, _: unknown, command: Command) => {
      const options = command.optsWithGlobals<CommonOptions>()
      const ref = checked(adapterRefSchema, { name }, 'The command')
      return withEngine(context, options, async (services) => {
        const info = await services.restoreAdapter(ref.name)
        return { json: info, text: `Put "${info.name}" back.` }
      })
    })
}

function importCommand(adapters: Command, context: CliContext): void {
  common(
    adapters
      .command('import')
      .description('Takes a copy of a LoRA adapter in PEFT form; nothing is kept of one that does not fit.'),
  )
    .argument('<path>', 'folder with adapter_config.json and adapter_model.safetensors')
    .option('--name <NAME>', 'what to call it (default: after the folder)')
    .action(async (path: string, _: unknown, command: Command) => {
      const { name, ...options } = command.optsWithGlobals<ImportOptions>()
      await stat(path).catch((cause: unknown) => {
        throw new ShelftalkError(
          'BAD_INPUT',
          `There is no folder "${path}".`,
          'Give the folder that holds adapter_config.json.',
          { cause },
        )
      })
      const request = checked(strictImportAdapterSchema, { path: resolve(path), name }, 'The command')
      await withEngine(context, options, async (services) => {
        const info = await services.importAdapter({
          path: request.path,
          ...(request.name === undefined ? {} : { name: request.name }),
        })
        const use = `Use it with --adapter ${info.name} or ${info.name}:0.5.`
        const lines = [`Imported "${info.name}": ${figures(info)}.`, ...info.notes, use]
        return { json: info, text: lines.join('\n') }
      })
    })
}

function unknownCommand(what: string): ShelftalkError {
  return new ShelftalkError(
    'BAD_INPUT',
    `"adapters" does not know "${what}".`,
    'It knows import, remove and restore; alone it lists.',
  )
}

function row(info: AdapterInfo): readonly string[] {
  const { name, origin, misfit, description } = info
  return [name, origin, figures(info), misfit === undefined ? description : `does not fit: ${misfit}`]
}

function figures({ rank, bytes, training }: AdapterInfo): string {
  const loss = training?.heldOutLoss
  const fell = loss ? `, held-out loss ${loss.before.toFixed(2)} to ${loss.after.toFixed(2)}` : ''
  return `rank ${rank}, ${(bytes / 1e6).toFixed(1)} MB${fell}`
}
