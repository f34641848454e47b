import { Link } from '@tanstack/react-router'
import './tab-links.css'

type Props = {
  label: string
  /** The views by their names in the address. */
  of: readonly { readonly tab: string; readonly name: string; readonly count?: number | undefined }[]
  open: string
  /** What the address says of a view; without it that is `tab` alone. */
  searchOf?: (tab: string) => Readonly<Record<string, string | undefined>>
}

/** The views of one page; each has its own address. */
export const TabLinks = ({ label, of, open, searchOf = (tab) => ({ tab }) }: Props) => (
  <nav className="tab-links" aria-label={label}>
    {of.map(({ tab, name, count }) => (
      <Link
        key={tab}
        to="."
        search={searchOf(tab)}
        activeOptions={{ exact: true }}
        {...(tab === open && { 'aria-current': 'page' as const })}
      >
        {name} {count ? <b className="count">{count > 99 ? '99+' : count}</b> : null}
      </Link>
    ))}
  </nav>
)
