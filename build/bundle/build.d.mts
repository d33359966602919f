/** Of the named bundles, those that are missing or older than their sources. */
export declare function staleBundles(names?: readonly ('app' | 'window')[]): readonly ('app' | 'window')[]
/** Makes the named bundles where they are stale; ends the process when that fails. */
export declare function ensureBundles(names?: readonly ('app' | 'window')[]): void
