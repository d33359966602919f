/** Prints the exact parameter count of a model folder: `npx tsx models/language/countCommand.ts FOLDER`. */
import { countParameters } from '../onnx/shape'
import { readConfig } from './config'

const [folder] = process.argv.slice(2)
if (!folder) {
  process.stderr.write('Say which model folder to count: npx tsx models/language/countCommand.ts FOLDER\n')
  process.exitCode = 2
} else {
  process.stdout.write(`${countParameters((await readConfig(folder)).shape)}\n`)
}
