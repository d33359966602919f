/** The two things only the desktop shell can tell a page; in a browser there are none. */

/** What the preload script exposes. */
export interface Desktop {
  /** The path of a file that was dropped on the window. */
  readonly pathOf: (file: File) => string
  /** The path of the file a person chooses; undefined when none was. */
  readonly chooseFile: () => Promise<string | undefined>
}

interface Exposed {
  readonly pathOf: (file: File) => string
  readonly chooseFile: () => Promise<unknown>
}

function isExposed(value: unknown): value is Exposed {
  return typeof value === 'object' && value !== null && 'pathOf' in value && 'chooseFile' in value
}

/** The desktop shell, where the page runs in it. */
export function desktop(): Desktop | undefined {
  const exposed: unknown = Reflect.get(window, 'shelftalkDesktop')
  if (!isExposed(exposed)) return undefined
  return {
    pathOf: (file) => exposed.pathOf(file),
    chooseFile: async () => {
      const path = await exposed.chooseFile()
      return typeof path === 'string' && path !== '' ? path : undefined
    },
  }
}
