import type { ReactNode } from 'react'

/** A part of a page under a small heading of its own. */
export function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section aria-label={title} className="mt-8">
      <h3 className="mb-2 text-13 font-medium">{title}</h3>
      {children}
    </section>
  )
}
