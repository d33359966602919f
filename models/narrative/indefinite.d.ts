/** The part of the `indefinite` package (MIT) that is used here; it ships no types. */
declare module 'indefinite' {
  /** "a" or "an" for a word or phrase, with the phrase unless `articleOnly`. */
  export default function indefinite(text: string, options?: { readonly articleOnly?: boolean }): string
}
