/** Starts the engine as a utility process: Node in a process of its own, ended with the app. */
import { createWriteStream } from 'node:fs'
import { utilityProcess } from 'electron'
import type { ForkOptions } from '../engine/fork'
import { engineArguments } from '../engine/fork'
import { logFile } from '../engine/log'
import type { EngineChild, SpawnEngine } from '../engine/supervisor'

/** Starts engine processes under Electron. What native code says when it dies goes to `logs/engine-crash.log` of the home folder. */
export function utilityEngine(options: Omit<ForkOptions, 'execArgv'>): SpawnEngine {
  return (): EngineChild => {
    const child = utilityProcess.fork(options.script, engineArguments(options), {
      serviceName: 'Shelftalk engine',
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const errors = createWriteStream(logFile(options.home, 'engine-crash'), { flags: 'a' })
    // A disk that is full must not take the app down.
    errors.on('error', () => child.stderr?.resume())
    child.stderr?.pipe(errors)
    let gone = false
    child.once('exit', () => {
      gone = true
    })
    const end = () => {
      if (!gone) child.kill()
    }
    return {
      get pid() {
        return child.pid
      },
      channel: {
        post: (frame) => {
          if (!gone) child.postMessage(frame)
        },
        listen: (onFrame, onClose) => {
          child.on('message', onFrame)
          child.once('exit', onClose)
        },
        close: end,
      },
      onExit: (listener) => child.once('exit', (code) => listener(`code ${code}`)),
      end,
      kill: end,
    }
  }
}
