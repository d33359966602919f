/** `shelftalk bench`. */
import type { Command } from 'commander'
import { ShelftalkError } from '../../shared/contract/errors'
import type { CliContext, CommonOptions } from './command'
import { common, homeOf, integer } from './shared'

/** Fewer say nothing about the slowest twentieth. */
const COUNT_MIN = 30

/** Adds the command. */
export function benchCommand(program: Command, context: CliContext): void {
  common(
    program.command('bench').description('Measures how fast and how large Shelftalk is on this machine.'),
  )
    .option('--count <N>', 'narratives to write (default: 40)')
    .option('--threads <N>', 'threads of the model (default: one a core, 4 at most)')
    .action(async (options: CommonOptions & { readonly count?: string; readonly threads?: string }) => {
      const count = options.count === undefined ? 40 : integer('--count', options.count)
      if (count < COUNT_MIN)
        throw new ShelftalkError(
          'BAD_INPUT',
          `${count} narratives are too few to tell p95 from.`,
          `Give --count ${COUNT_MIN} or more.`,
        )
      const threads = options.threads === undefined ? undefined : integer('--threads', options.threads)
      const { measure, reportText } = await import('./measure')
      const report = await measure(context, { home: homeOf(options), count, threads })
      context.out(options.json ? `${JSON.stringify(report, null, 2)}\n` : `${reportText(report)}\n`)
    })
}
