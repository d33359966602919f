/**
 * Bundles Shelftalk: `node build/bundle/build.mjs [--force] [app] [window]`. The app (main, engine process, command line, preload) goes to `out/main`,
 * the window to `dist/renderer`. A bundle whose sources have not changed is left alone. Files are replaced one by one and chunks carry
 * their digest in the name, so a Shelftalk that is running while this runs goes on undisturbed.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { digestOf } from './digest.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const MAIN = join(ROOT, 'out/main')
const WINDOW = join(ROOT, 'dist/renderer')
/** Chunks of older bundles are kept for processes that still run. */
const CHUNK_KEPT_MS = 24 * 3600 * 1000

/** Packages with native code, with data files beside them, or that must be the same instance for everybody. */
const EXTERNAL = [
  'electron',
  'onnxruntime-node',
  '@lancedb/lancedb',
  'apache-arrow',
  'pino',
  'wink-nlp',
  'wink-eng-lite-web-model',
  'harper.js',
]

/** The two bundles: where each goes and what it is made from. */
const BUNDLES = {
  app: {
    stamp: join(MAIN, 'stamp'),
    result: join(MAIN, 'cli.mjs'),
    folders: ['electron', 'shared', 'models', 'datasets'],
    files: ['package-lock.json', 'build/bundle/build.mjs'],
    make: bundleApp,
  },
  window: {
    stamp: join(WINDOW, '.stamp'),
    result: join(WINDOW, 'index.html'),
    folders: ['renderer', 'shared'],
    files: ['package-lock.json', 'build/bundle/build.mjs', 'build/bundle/renderer.config.ts'],
    make: bundleWindow,
  },
}

const sourceDigest = (name) => digestOf(ROOT, BUNDLES[name].folders, BUNDLES[name].files)

/** Of the named bundles, those that are missing or older than their sources. */
export function staleBundles(names = Object.keys(BUNDLES)) {
  return names.filter((name) => {
    const { stamp, result } = BUNDLES[name]
    return !existsSync(result) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== sourceDigest(name)
  })
}

/** Makes the named bundles where they are stale, in a process of its own: the bundlers are large and are not needed afterwards. */
export function ensureBundles(names = Object.keys(BUNDLES)) {
  if (staleBundles(names).length === 0) return
  // Standard output belongs to whatever asked for the bundles.
  const { status } = spawnSync(process.execPath, [import.meta.filename, ...names], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
  })
  if (status !== 0) process.exit(status ?? 1)
}

async function bundleApp(digest) {
  const esbuild = await import('esbuild')
  const common = {
    bundle: true,
    platform: 'node',
    target: 'node20.19',
    write: false,
    sourcemap: true,
    legalComments: 'none',
    logLevel: 'warning',
    absWorkingDir: ROOT,
    external: EXTERNAL,
    define: { 'process.env.NODE_ENV': '"production"' },
  }
  const main = await esbuild.build({
    ...common,
    entryPoints: {
      main: 'electron/main.ts',
      engine: 'electron/engine/process.ts',
      cli: 'electron/cli.ts',
      recommendWorker: 'electron/engine/evaluation/recommendWorker.ts',
      fairnessWorker: 'electron/engine/fairness/fairnessWorker.ts',
    },
    outdir: MAIN,
    format: 'esm',
    splitting: true,
    outExtension: { '.js': '.mjs' },
    // CommonJS packages inside an ES module bundle ask for Node's own modules through `require`.
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
    },
  })
  // A sandboxed preload script can load nothing but `electron`, and only as CommonJS.
  const preload = await esbuild.build({
    ...common,
    entryPoints: { preload: 'electron/preload.ts' },
    outdir: MAIN,
    format: 'cjs',
    platform: 'browser',
    target: 'chrome130',
    outExtension: { '.js': '.cjs' },
    external: ['electron'],
  })
  const files = [...main.outputFiles, ...preload.outputFiles]
  // Entries last: they name the chunks.
  const entries = /^(main|engine|cli|recommendWorker|fairnessWorker|preload)\.[cm]js$/
  for (const file of [...files].sort(
    (a, b) => Number(entries.test(basename(a.path))) - Number(entries.test(basename(b.path))),
  )) {
    replace(file.path, file.contents)
  }
  sweep(new Set(files.map((file) => basename(file.path))))
  replace(join(MAIN, 'stamp'), digest)
}

function replace(path, contents) {
  mkdirSync(dirname(path), { recursive: true })
  const fresh = `${path}.${process.pid}.tmp`
  writeFileSync(fresh, contents)
  renameSync(fresh, path)
}

function sweep(current) {
  for (const name of readdirSync(MAIN)) {
    const path = join(MAIN, name)
    if (name === 'stamp' || current.has(name)) continue
    if (Date.now() - statSync(path).mtimeMs > CHUNK_KEPT_MS) rmSync(path, { force: true })
  }
}

async function bundleWindow(digest) {
  const vite = await import('vite')
  const outDir = `${WINDOW}.${process.pid}.tmp`
  const old = `${WINDOW}.${process.pid}.old`
  await vite.build({
    configFile: join(ROOT, 'build/bundle/renderer.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  })
  writeFileSync(join(outDir, '.stamp'), digest)
  if (existsSync(WINDOW)) renameSync(WINDOW, old)
  renameSync(outDir, WINDOW)
  rmSync(old, { recursive: true, force: true })
}

if (process.argv[1] === import.meta.filename) {
  const started = performance.now()
  const named = process.argv.slice(2).filter((word) => word in BUNDLES)
  const names = named.length > 0 ? named : Object.keys(BUNDLES)
  const stale = process.argv.includes('--force') ? names : staleBundles(names)
  for (const name of stale) await BUNDLES[name].make(sourceDigest(name))
  const what = stale.length > 0 ? `Bundled ${stale.join(' and ')}` : 'Bundles are up to date'
  console.log(`${what} (${((performance.now() - started) / 1000).toFixed(1)} s)`)
}
