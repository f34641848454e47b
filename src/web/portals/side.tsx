import { Link } from '@tanstack/react-router'
import type { Me } from '../../contracts/accounts.ts'
import { Bell } from '../features/notifications/bell.tsx'
import { useWords } from '../words/language.tsx'
import { type Entry, type Group, type Menu, waitingIn } from './menu.ts'
import { portalWords } from './words.ts'
import './side.css'

const Count = ({ of }: { of: number | undefined }) =>
  of ? <b className="count">{of > 99 ? '99+' : of}</b> : null

function Entries({ of, open }: { of: readonly Entry[]; open: Entry | undefined }) {
  return of.map((entry) => (
    <Link
      key={entry.to}
      to={entry.to}
      activeOptions={{ exact: true }}
      {...(entry === open && { 'aria-current': 'page' as const })}
    >
      {entry.name} <Count of={entry.count} />
    </Link>
  ))
}

type Props = { menu: Menu; open: Entry | undefined }

/** Beside the page on a desktop. */
export function Side({ menu, open }: Props) {
  const w = useWords(portalWords)
  return (
    <nav className="side" aria-label={w.menu}>
      {menu.map(({ title, items }) => (
        <div key={items[0]?.to}>
          {title && <h2>{title}</h2>}
          <Entries of={items} open={open} />
        </div>
      ))}
    </nav>
  )
}

/** They may be more than a phone shows beside each other. */
function showOpen(row: HTMLElement | null) {
  const here = row?.querySelector<HTMLElement>('[aria-current]')
  if (row && here) row.scrollLeft = here.offsetLeft - row.clientWidth / 3
}

/** On a phone, above the pages of one group: the others of it. */
export function Siblings({ of: { title, items }, open }: { of: Group; open: Entry | undefined }) {
  if (items.length < 2) return null
  // Their counts come later and push the open one out of sight: it is shown anew, once.
  const isCounted = items.some(({ count }) => count !== undefined)
  return (
    <nav className="siblings" aria-label={title} key={`${open?.to} ${isCounted}`} ref={showOpen}>
      <Entries of={items} open={open} />
    </nav>
  )
}

/** On a phone, at the bottom: the groups, and the messages before what is one's own. */
export function Bar({ menu, open, portal }: Props & { portal: Me['portal'] }) {
  const w = useWords(portalWords)
  const tab = (group: Group) => {
    const isOpen = group.items.some((entry) => entry === open)
    return (
      <Link
        key={group.tab}
        to={group.items[0]?.to ?? `/${portal}`}
        activeOptions={{ exact: true }}
        {...(isOpen && { 'aria-current': 'page' as const })}
      >
        <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
          <path d={group.icon} />
        </svg>
        <span>{group.tab}</span>
        <Count of={waitingIn(group)} />
      </Link>
    )
  }
  return (
    <nav className="bar" aria-label={w.menu}>
      {menu.slice(0, -1).map(tab)}
      <Bell portal={portal} withName />
      {menu.slice(-1).map(tab)}
    </nav>
  )
}
