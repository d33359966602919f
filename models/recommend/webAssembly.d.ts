/** As much of the WebAssembly interface as is used here; Node has it, and its types come with a browser's library alone. */
declare namespace WebAssembly {
  /** Linear memory, in pages of 64 KB. */
  class Memory {
    readonly buffer: ArrayBuffer
    constructor(descriptor: { readonly initial: number })
  }
  /** Compiled code. */
  const Module: new (bytes: Uint8Array<ArrayBuffer>) => object
  /** Code with what it imports. */
  class Instance {
    readonly exports: Readonly<Record<string, unknown>>
    constructor(module: object, imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>)
  }
}
