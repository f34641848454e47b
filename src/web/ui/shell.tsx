import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link, Navigate, Outlet, useNavigate } from '@tanstack/react-router'
import { App } from 'antd'
import { Suspense } from 'react'
import { getMe, type Me, signOut } from '../../contracts/accounts.ts'
import { ask, call } from '../call.ts'
import { useWords } from '../words/language.tsx'
import { Loading } from './loading.tsx'
import { LanguageSwitch, Top } from './top.tsx'

export type Menu = readonly {
  readonly title?: string
  readonly items: readonly (readonly [path: string, name: string])[]
}[]

/** A portal's frame; messages and dialogs belong to it, so that the doors download without them. Whoever is not signed in here is sent to this portal's door. */
export function Portal({ portal, menu }: { portal: Me['portal']; menu: (me: Me) => Menu }) {
  const words = useWords()
  const navigate = useNavigate()
  const client = useQueryClient()
  const { data: me } = useSuspenseQuery(ask(getMe))
  if (me.portal !== portal) return <Navigate to="/sign-in/$portal" params={{ portal }} />
  const leave = async () => {
    await call(signOut)
    client.clear()
    await navigate({ to: '/sign-in/$portal', params: { portal } })
  }
  return (
    <App>
      <Top>
        <span>
          <span className="where">{me.school?.name ?? me.employer?.name} · </span>
          {me.name}
        </span>
        <LanguageSwitch signedIn />
        <button type="button" className="plain" onClick={leave}>
          {words.signOut}
        </button>
      </Top>
      <div className="frame">
        {me.verified && (
          <nav className="side" aria-label={words.menu}>
            {menu(me).map(({ title, items }) => (
              <div key={items[0]?.[0]} style={{ display: 'contents' }}>
                {title && <h2>{title}</h2>}
                {items.map(([to, name]) => (
                  <Link key={to} to={to} activeOptions={{ exact: to.split('/').length < 3 }}>
                    {name}
                  </Link>
                ))}
              </div>
            ))}
          </nav>
        )}
        <main id="content">
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
    </App>
  )
}

/** The person signed in; only below a Portal. */
export const useMe = (): Me => useSuspenseQuery(ask(getMe)).data
