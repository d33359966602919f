/** True where the command key does what the control key does elsewhere. */
const onMac = /mac/i.test(navigator.platform)

/** `mod+enter` as this machine prints it. */
export function keysText(keys: string): string {
  const names: Readonly<Record<string, string>> = onMac
    ? { mod: '⌘', enter: '↩', shift: '⇧' }
    : { mod: 'Ctrl', enter: 'Enter', shift: 'Shift' }
  return keys
    .split('+')
    .map((key) => names[key] ?? key.toUpperCase())
    .join(onMac ? '' : ' ')
}

/** A keyboard shortcut, small. */
export function Keys({ keys, className = '' }: { readonly keys: string; readonly className?: string }) {
  return (
    <kbd aria-hidden className={`font-sans text-12 font-normal ${className}`}>
      {keysText(keys)}
    </kbd>
  )
}
