/** `node --import tsx --import build/e2e/standin/register.mjs out/main/main.mjs` runs the shell without the Electron binary. */
import { register } from 'node:module'

register('./hooks.mjs', import.meta.url)
