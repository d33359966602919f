/** ESLint rule `house/layers`: holds the folder table of `../layers.mjs` on every kind of import there is. */
import { builtinModules } from 'node:module'
import { dirname, relative, resolve, sep } from 'node:path'
import { LAYERS, OWNERS, SEPARATE, WITHOUT_NODE } from '../layers.mjs'

const ROOT = resolve(import.meta.dirname, '../../..')
const builtins = new Set(builtinModules)

const within = (path, folder) => path === folder || path.startsWith(`${folder}/`)
const layerOf = (path) => Object.keys(LAYERS).find((layer) => within(path, layer))
const fromRoot = (file) => relative(ROOT, file).split(sep).join('/')

/** What is wrong with importing `target` (a path from the root) in `here`; undefined when nothing is. */
function layerFault(here, target) {
  const from = layerOf(here)
  const to = layerOf(target)
  if (to && to !== from && !LAYERS[from].includes(to)) {
    const allowed = LAYERS[from].join(', ') || 'nothing of ours'
    return { messageId: 'layer', data: { from, to, allowed } }
  }
  for (const folder of SEPARATE) {
    const child = (path) => path.slice(folder.length + 1).split('/')[0]
    if (within(here, folder) && within(target, folder) && child(here) !== child(target)) {
      return { messageId: 'separate', data: { folder } }
    }
  }
  return undefined
}

/** What is wrong with importing package `name` in `here`; undefined when nothing is. */
function packageFault(here, name) {
  const builtin = name.startsWith('node:') || builtins.has(name)
  if (builtin && WITHOUT_NODE.includes(layerOf(here)))
    return { messageId: 'node', data: { from: layerOf(here), name } }
  for (const [owned, places] of Object.entries(OWNERS)) {
    if (within(name, owned) && !places.some((place) => within(here, place))) {
      return { messageId: 'owner', data: { name: owned, places: places.join(', ') } }
    }
  }
  return undefined
}

export default {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      layer: '{{from}} may not import {{to}}; it may import {{allowed}}. Move the code down or pass it in.',
      separate:
        'Nothing in {{folder}} imports its sibling; move what both need to renderer/ui or renderer/api.',
      node: '{{from}} runs without Node and may not import {{name}}; pass what is needed in.',
      owner: '{{name}} is imported only in {{places}}; use what that place exports.',
    },
  },
  create(context) {
    const here = fromRoot(context.filename)
    if (!layerOf(here)) return {}
    const check = (node, source) => {
      if (typeof source?.value !== 'string') return
      const name = source.value
      const fault = name.startsWith('.')
        ? layerFault(here, fromRoot(resolve(dirname(context.filename), name)))
        : packageFault(here, name)
      if (fault) context.report({ node, ...fault })
    }
    const declared = (node) => check(node, node.source)
    return {
      ImportDeclaration: declared,
      ExportNamedDeclaration: declared,
      ExportAllDeclaration: declared,
      ImportExpression: declared,
      TSImportType: (node) => check(node, node.source ?? node.argument?.literal),
      CallExpression: (node) => {
        if (node.callee.type === 'Identifier' && node.callee.name === 'require')
          check(node, node.arguments[0])
      },
    }
  },
}
