#!/usr/bin/env node
/** `npx shelftalk ...`: makes sure that packages are installed and the bundle is as new as the sources, then runs it. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, ensureInstalled, requireNode } from '../setup/install.mjs'

const cli = join(ROOT, 'out/main/cli.mjs')

// A copy that was installed from a package has bundles and no sources.
if (existsSync(join(ROOT, 'electron/cli.ts'))) await prepare(process.argv[2])
requireNode()
process.argv[1] = cli
await import(pathToFileURL(cli).href)

/** Standard output belongs to the command: whatever is done here is said on standard error. */
async function prepare(command) {
  const { log } = console
  console.log = console.error
  ensureInstalled()
  const { ensureBundles } = await import('../bundle/build.mjs')
  ensureBundles(command === 'serve' ? ['app', 'window'] : ['app'])
  console.log = log
}
