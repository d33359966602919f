/** Finding products for a text: misspelt words put right, then words and meaning. */
import type { Embedder } from '../../models/embed/embedder'
import { Speller } from '../../shared/util/speller'
import { tellingWords } from '../store/fusion'
import type { Catalogue, Hit, TextSearch } from '../store/types'

/** Searches catalogues. What it learns of one is kept for as long as that version is open. */
export class Finder {
  private readonly embedder: Embedder
  private readonly spellers = new WeakMap<Catalogue, Promise<Speller>>()

  constructor(embedder: Embedder) {
    this.embedder = embedder
  }

  /** Products that answer a text, best first. */
  async rank(
    catalogue: Catalogue,
    { text, limit, offset = 0 }: { readonly text: string; readonly limit: number; readonly offset?: number },
  ): Promise<readonly Hit[]> {
    return catalogue.rankProducts(await this.search(catalogue, { text, limit, offset }))
  }

  /** A search as the store takes it: the text as it was meant, and its vector. */
  async search(
    catalogue: Catalogue,
    { text, limit, offset }: Pick<TextSearch, 'text' | 'limit' | 'offset'>,
  ): Promise<TextSearch> {
    if (text.trim() === '') return { text, limit, offset }
    const meant = await this.meant(catalogue, text)
    // "Something for" is in the meaning of every wish, and tells none from another.
    const vector = this.embedder.embed(tellingWords(meant).join(' '))
    return { text: meant, limit, offset, vector }
  }

  /** The text with words that neither the embedder nor the catalogue knows put right by the catalogue's titles. */
  private async meant(catalogue: Catalogue, text: string): Promise<string> {
    const words = text.match(/\p{L}+/gu) ?? []
    // Most texts are spelled well, and need no look into the catalogue.
    if (words.every((word) => this.embedder.knows(word))) return text
    const speller = await this.speller(catalogue)
    return text.replace(/\p{L}+/gu, (word) => (this.embedder.knows(word) ? word : speller.correct(word)))
  }

  private speller(catalogue: Catalogue): Promise<Speller> {
    const known = this.spellers.get(catalogue)
    if (known) return known
    const made = catalogue.productColumns().then(({ titles, nouns }) => new Speller([...titles, ...nouns]))
    this.spellers.set(catalogue, made)
    made.catch(() => this.spellers.delete(catalogue))
    return made
  }
}
