/**
 * The folder table of the house, the one place it is written for machines: who may import whom, and who owns a package.
 * The README's code map tells the same to people.
 */

/** Layers that a layer may import besides itself. */
export const LAYERS = {
  shared: [],
  renderer: ['shared'],
  models: ['shared'],
  datasets: ['shared'],
  electron: ['shared', 'models', 'datasets'],
  build: ['shared', 'models', 'datasets', 'electron', 'renderer'],
}

/** Packages that belong to one place: nobody else may import them. */
export const OWNERS = {
  electron: ['electron/main.ts', 'electron/preload.ts', 'electron/shell'],
  'onnxruntime-node': ['models/runtime'],
  '@lancedb/lancedb': ['electron/store'],
  'apache-arrow': ['electron/store'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  'playwright-core': ['build'],
}

/** Layers without Node: they run in a window, or must be able to. */
export const WITHOUT_NODE = ['shared', 'renderer']

/** Folders whose children never import one another (`renderer/features/<page>`). */
export const SEPARATE = ['renderer/features']
