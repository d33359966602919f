import { Link, useLocation } from 'wouter'
import { classes } from '../ui/classes'
import { PAGES } from './pages'

/** The pages, an icon and a name each; only the icons where there is little room, as in a zoomed window. */
export function Rail() {
  const [location] = useLocation()
  return (
    <nav
      aria-label="Pages"
      className="flex w-20 shrink-0 flex-col items-center gap-1 border-r border-line bg-sunken py-2 max-[859px]:w-12"
    >
      {PAGES.map(({ path, title, icon: Icon }) => {
        const here = path === location
        return (
          <Link
            key={path}
            href={path}
            title={title}
            aria-current={here ? 'page' : undefined}
            className={classes(
              'relative flex h-13 w-17 flex-col items-center justify-center gap-0.5 rounded-md transition-colors duration-100 max-[859px]:size-9',
              here
                ? 'bg-surface text-ink shadow-[0_0_0_1px_var(--line)] before:absolute before:top-2.5 before:bottom-2.5 before:-left-1.5 before:w-0.5 before:rounded-full before:bg-accent'
                : 'text-ink-3 hover:bg-hover hover:text-ink',
            )}
          >
            <Icon className="size-[18px]" />
            <span className="text-12 max-[859px]:sr-only">{title}</span>
          </Link>
        )
      })}
    </nav>
  )
}
