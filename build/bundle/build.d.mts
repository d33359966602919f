/** Makes the named bundles where their sources have changed; returns the names of those it made. */
export declare function build(options?: {
  readonly only?: readonly ('app' | 'window')[]
  readonly force?: boolean
}): Promise<readonly ('app' | 'window')[]>
