import { Link, useLocation } from 'wouter'
import { Tip } from '../ui/Tip'
import { classes } from '../ui/classes'
import { PAGES } from './pages'

/** The pages, one icon each. */
export function Rail() {
  const [location] = useLocation()
  return (
    <nav
      aria-label="Pages"
      className="flex w-12 shrink-0 flex-col items-center gap-1 border-r border-line bg-sunken py-2"
    >
      {PAGES.map(({ path, title, icon: Icon }) => {
        const here = path === location
        return (
          <Tip key={path} text={title} side="right">
            <Link
              href={path}
              aria-label={title}
              aria-current={here ? 'page' : undefined}
              className={classes(
                'relative flex size-9 items-center justify-center rounded-md transition-colors duration-100',
                here
                  ? 'bg-surface text-ink shadow-[0_0_0_1px_var(--line)] before:absolute before:top-2 before:bottom-2 before:-left-1.5 before:w-0.5 before:rounded-full before:bg-accent'
                  : 'text-ink-3 hover:bg-hover hover:text-ink',
              )}
            >
              <Icon className="size-[18px]" />
            </Link>
          </Tip>
        )
      })}
    </nav>
  )
}
