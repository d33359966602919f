/** Adapters. */
export function AdaptersPage() {
  return null
}
