/** Compare. */
export function ComparePage() {
  return null
}
