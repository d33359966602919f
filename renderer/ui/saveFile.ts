/** Saves something as a file through the browser's own download; the desktop window asks where to. */
export function saveFile(content: BlobPart, name: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The download has the file by then; at once would be too early for some.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
