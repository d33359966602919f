/** Version of the npm package; undefined where it is not installed. */
export declare function electronVersion(folder?: string): string | undefined
/** Path of the binary if it is there and of the package's version; undefined otherwise. */
export declare function installedElectron(
  folder?: string,
  environment?: Readonly<Record<string, string | undefined>>,
): string | undefined
/** Why the last attempt failed, if it was less than a day ago and for the same version. */
export declare function rememberedFailure(version: string, file?: string, nowMs?: number): string | undefined
/** Remembers why an attempt failed. */
export declare function rememberFailure(version: string, reason: string, file?: string): void
/** The binary, downloaded if need be, or the reason why there is none. */
export declare function findElectron(options?: {
  readonly retry?: boolean
  readonly say?: (text: string) => void
}): Promise<{ readonly binary: string } | { readonly reason: string }>
