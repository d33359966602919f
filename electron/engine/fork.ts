/** Starts the engine process under Node. */
import { fork } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { childChannel } from '../transports/channels'
import { logFile } from './log'
import type { EngineChild, SpawnEngine } from './supervisor'

/** What is needed to start one. */
export interface ForkOptions {
  /** The script of the engine process. */
  readonly script: string
  readonly home: string
  readonly threads?: number
  /** Options of Node itself, before the script. */
  readonly execArgv?: readonly string[]
}

/** Arguments of the engine process. */
export function engineArguments({ home, threads }: Pick<ForkOptions, 'home' | 'threads'>): string[] {
  return ['--home', home, ...(threads === undefined ? [] : ['--threads', String(threads)])]
}

/** Starts engine processes as children of this one. What native code says when it dies goes to `logs/engine-crash.log` of the home folder. */
export function forkEngine(options: ForkOptions): SpawnEngine {
  return (): EngineChild => {
    const errors = openSync(logFile(options.home, 'engine-crash'), 'a')
    const child = fork(options.script, engineArguments(options), {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', errors, 'ipc'],
      execArgv: [...(options.execArgv ?? [])],
    })
    closeSync(errors)
    // A child that cannot be started tells so here and by its exit.
    child.on('error', () => undefined)
    return {
      pid: child.pid,
      channel: childChannel(child),
      onExit: (listener) => {
        let told = false
        const once = (how: string) => {
          if (!told) listener(how)
          told = true
        }
        child.once('exit', (code, signal) => once(signal ? `signal ${signal}` : `code ${code ?? 0}`))
        child.once('error', (error) => {
          if (child.pid === undefined) once(error.message)
        })
      },
      end: () => {
        if (child.connected) child.disconnect()
        else child.kill('SIGTERM')
      },
      kill: () => child.kill('SIGKILL'),
    }
  }
}
