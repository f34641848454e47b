import { useQueryClient } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { type Me, signOut } from '../../contracts/accounts.ts'
import { beginAs, call, ProblemError } from '../call.ts'
import { useMe } from '../features/accounts/me.ts'
import { Bell } from '../features/notifications/bell.tsx'
import { Loading } from '../ui/loading.tsx'
import { Said } from '../ui/said.tsx'
import { LanguageSwitch, Top } from '../ui/top.tsx'
import { useWords } from '../words/language.tsx'
import { AntDesign } from './ant-design.tsx'
import { portalWords } from './words.ts'
import './shell.css'

export type Menu = readonly {
  readonly title?: string
  readonly items: readonly (readonly [path: string, name: string])[]
}[]

/** Beside the page; above it on a phone, where it scrolls sideways to the page that is open. */
function Side({ of }: { of: Menu }) {
  const w = useWords(portalWords)
  const { pathname } = useLocation()
  const side = useRef<HTMLElement>(null)
  useEffect(() => {
    const entries = [...(side.current?.querySelectorAll('a') ?? [])]
    const open = entries.reverse().find((entry) => pathname.startsWith(entry.pathname))
    if (open) side.current?.scrollTo({ left: open.offsetLeft - open.offsetWidth })
  }, [pathname])
  return (
    <nav className="side" aria-label={w.menu} ref={side}>
      {of.map(({ title, items }) => (
        <div key={items[0]?.[0]} className="part">
          {title && <h2>{title}</h2>}
          {items.map(([to, name]) => (
            <Link key={to} to={to} activeOptions={{ exact: to.split('/').length < 3 }}>
              {name}
            </Link>
          ))}
        </div>
      ))}
    </nav>
  )
}

const OVER = ['not-signed-in', 'another-account']

/** A portal's frame; messages and dialogs belong to it, so that the doors download without them. Whoever is not signed in here is sent to this portal's door. */
export function Portal({ portal, menu }: { portal: Me['portal']; menu: (me: Me) => Menu }) {
  const w = useWords(portalWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const me = useMe()
  if (me.portal !== portal) return <Navigate to="/sign-in/$portal" params={{ portal }} />
  const leave = async () => {
    await call(signOut).catch((error: unknown) => {
      // Over already, or another account's by now: this page is left all the same.
      if (!(error instanceof ProblemError && OVER.includes(error.problem?.code ?? ''))) throw error
    })
    client.clear()
    beginAs(null)
    // The session is over: what is typed on this page can no longer be sent.
    await navigate({ to: '/sign-in/$portal', params: { portal }, ignoreBlocker: true })
  }
  return (
    <AntDesign>
      <Top>
        <span className="who" title={me.name}>
          <span className="where">{me.school?.name ?? me.employer?.name} · </span>
          {me.name}
        </span>
        {me.verified && <Bell portal={portal} />}
        <LanguageSwitch signedIn />
        <button type="button" className="plain" onClick={leave}>
          {w.signOut}
        </button>
      </Top>
      <div className="frame">
        {me.verified && <Side of={menu(me)} />}
        <main id="content">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      <Said />
    </AntDesign>
  )
}
