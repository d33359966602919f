/** The ids of one kind of thing in a source, and where each was first seen. */

/** Ids taken so far, over several files. */
export class Ids {
  /** File and row in one number: the file's place in `files` times 2^32, plus the row. */
  private readonly places = new Map<string, number>()
  private readonly files: string[] = []
  private readonly most: number

  /** `most` ids are taken. */
  constructor(most: number) {
    this.most = most
  }

  /** True for an id that was taken. */
  has(id: string): boolean {
    return this.places.has(id)
  }

  /** Takes an id; undefined when it could be, else why not. */
  refuse(id: string, file: string, row: number): string | undefined {
    const before = this.places.get(id)
    if (before !== undefined) return `the id "${id.slice(0, 60)}" repeats ${this.words(before, file)}`
    if (this.places.size >= this.most) return `only ${this.most} are taken`
    if (this.files.at(-1) !== file && !this.files.includes(file)) this.files.push(file)
    this.places.set(id, this.files.lastIndexOf(file) * 2 ** 32 + row)
    return undefined
  }

  private words(place: number, here: string): string {
    const file = this.files[Math.floor(place / 2 ** 32)] ?? ''
    return `row ${place % 2 ** 32}${file === here ? '' : ` of ${file}`}`
  }
}
