/** Electron's `utilityProcess` over Node's own children. `STANDIN_ENGINE` names another script to start than the one asked for. */
import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'

class UtilityProcess extends EventEmitter {
  private readonly child: ChildProcess

  constructor(child: ChildProcess) {
    super()
    this.child = child
    child.on('message', (message) => this.emit('message', message))
    // Electron tells a code only: for a signal it is what waitpid says.
    child.once('exit', (code) => this.emit('exit', code ?? 9))
  }

  get pid(): number | undefined {
    return this.child.exitCode === null ? this.child.pid : undefined
  }

  get stderr() {
    return this.child.stderr
  }

  postMessage(message: unknown): void {
    if (this.child.connected) this.child.send(message as object, () => undefined)
  }

  kill(): boolean {
    return this.child.kill('SIGTERM')
  }
}

/** Starts a script that finds `process.parentPort` as under Electron. */
export const utilityProcess = {
  fork(script: string, args: readonly string[] = []): UtilityProcess {
    const child = fork(process.env['STANDIN_ENGINE'] ?? script, [...args], {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      execArgv: ['--import', 'tsx', '--import', join(import.meta.dirname, 'parentPort.mjs')],
    })
    return new UtilityProcess(child)
  },
}
