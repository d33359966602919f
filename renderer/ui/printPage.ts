/** Prints a whole document of its own, in a frame that nobody sees; the frame goes when the dialog is closed. */
export async function printPage(html: string, title: string): Promise<void> {
  const frame = document.createElement('iframe')
  frame.title = title
  frame.setAttribute('aria-hidden', 'true')
  frame.tabIndex = -1
  frame.style.cssText = 'position:fixed;right:0;bottom:0;width:0;height:0;border:0;visibility:hidden'
  const loaded = new Promise<void>((ready) => frame.addEventListener('load', () => ready(), { once: true }))
  frame.srcdoc = html
  document.body.append(frame)
  await loaded
  const page = frame.contentWindow
  if (!page) {
    frame.remove()
    throw new Error('The frame has no page')
  }
  page.addEventListener('afterprint', () => frame.remove(), { once: true })
  page.focus()
  page.print()
}
