import { initials } from './format'
import { classes } from './classes'

/** A person's initials in print. */
export function Portrait({ person, large = false }: { readonly person: string; readonly large?: boolean }) {
  return (
    <span
      aria-hidden
      className={classes(
        'flex shrink-0 items-center justify-center rounded-full border border-line-strong bg-sunken font-serif text-ink-2',
        large ? 'size-10 text-16' : 'size-8 text-13',
      )}
    >
      {initials(person)}
    </span>
  )
}
