import type { ReactNode } from 'react'

/** What is wider than its page, most of all on a phone: it scrolls by itself, by fingers and by keys. */
export const Sideways = ({
  label,
  className,
  children,
}: {
  label: string
  className: string
  children: ReactNode
}) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
  <section className={className} aria-label={label} tabIndex={0}>
    {children}
  </section>
)
