interface MarkedProps {
  readonly text: string
  /** From the first marked character to one past the last. */
  readonly mark: { readonly start: number; readonly end: number }
  /** Whose colour it is, 1 to 4. */
  readonly product?: number
  /** A lighter tint, for many marks in one view. */
  readonly light?: boolean
}

/** Text with a stretch of it marked in a product's colour. */
export function Marked({ text, mark: { start, end }, product = 1, light = false }: MarkedProps) {
  const colour = `var(--p${Math.max(1, product)})`
  return (
    <>
      {text.slice(0, start)}
      <mark
        className="rounded-[2px] px-px text-ink"
        style={{ background: `color-mix(in srgb, ${colour} ${light ? 13 : 26}%, transparent)` }}
      >
        {text.slice(start, end)}
      </mark>
      {text.slice(end)}
    </>
  )
}
