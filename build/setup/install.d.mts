/** The repository's root. */
export declare const ROOT: string
/** Stops the process with one line when this Node is too old. */
export declare function requireNode(version?: string): void
/** Why `node_modules` does not serve; undefined when it does. */
export declare function staleReason(root?: string): string | undefined
/** Runs `npm ci` when `node_modules` is missing or stale. */
export declare function ensureInstalled(): void
