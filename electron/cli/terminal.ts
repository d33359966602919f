/** Standard output and error, with a way to know that everything is out. */

/** The two outlets; a reader that is gone (`| head`) is no failure. */
export interface Outlets {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  readonly drain: () => Promise<void>
}

/** This process's own. */
export function terminal(): Outlets {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)
  const flushed = (stream: NodeJS.WriteStream) =>
    new Promise<void>((resolve) => {
      if (stream.destroyed || stream.errored) resolve()
      else stream.write('', () => resolve())
    })
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    drain: async () => {
      await Promise.all([flushed(process.stdout), flushed(process.stderr)])
    },
  }
}
