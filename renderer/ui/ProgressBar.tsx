/** How far something is; `total` is 0 where nobody knows. */
export function ProgressBar({
  label,
  done,
  total,
}: {
  readonly label: string
  readonly done: number
  readonly total: number
}) {
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total || 1}
      {...(total > 0 ? { 'aria-valuenow': done } : {})}
      className="mt-2 h-1.5 overflow-hidden rounded-full bg-hover"
    >
      <div
        className="h-full rounded-full bg-accent transition-[width] duration-100"
        style={{ width: `${total > 0 ? (100 * done) / total : 0}%` }}
      />
    </div>
  )
}
