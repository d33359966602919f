/** Module hooks: `electron` is the stand-in. */
const STANDIN = new URL('./electron.ts', import.meta.url).href

/** Resolves a module's name. */
export function resolve(specifier, context, next) {
  return specifier === 'electron'
    ? { url: STANDIN, format: 'module', shortCircuit: true }
    : next(specifier, context)
}
