/** Prints the exact parameter count of a model folder: `npx tsx models/language/countCommand.ts FOLDER`. */
import { countParameters } from '../onnx/shape'
import { readConfig } from './config'

const [folder] = process.argv.slice(2)
if (!folder) {
  console.error('Say which model folder to count: npx tsx models/language/countCommand.ts FOLDER')
  process.exitCode = 2
} else {
  console.log(countParameters((await readConfig(folder)).shape))
}
