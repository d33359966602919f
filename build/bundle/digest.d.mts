/** Digest of every source file below `folders` of `root` and of the single files named, by content and by name. */
export declare function digestOf(root: string, folders: readonly string[], files?: readonly string[]): string
