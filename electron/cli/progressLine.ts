/** One line of a terminal that is written over and over, and wiped at the end. */
import type { CliContext } from './command'

/** Shows how far work is, where somebody looks on. */
export function progressLine({ progress }: Pick<CliContext, 'progress'>) {
  const write = (text: string) => progress?.(`\r\u001b[2K${text}`)
  return { show: write, end: () => write('') }
}
