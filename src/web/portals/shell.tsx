import { useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation, useNavigate } from '@tanstack/react-router'
import { Suspense, useState } from 'react'
import { type Me, signOut } from '../../contracts/accounts.ts'
import { beginAs, call, ProblemError } from '../call.ts'
import { Held } from '../features/accounts/held.ts'
import { useMe } from '../features/accounts/me.ts'
import { Bell } from '../features/notifications/bell.tsx'
import { Leaving } from '../features/privacy/leaving.ts'
import { SigningHost } from '../features/signing/signing-host.tsx'
import { BackButton } from '../ui/back-button.tsx'
import { DRAFTS } from '../ui/kept-draft.ts'
import { Loading } from '../ui/loading.tsx'
import { useIsPhone } from '../ui/narrow.ts'
import { forgetHere } from '../ui/on-this-device.ts'
import { Said, said } from '../ui/said.tsx'
import { LanguageSwitch, Top } from '../ui/top.tsx'
import { uiWords } from '../ui/words.ts'
import { useNameOf, useWords } from '../words/language.tsx'
import { AntDesign } from './ant-design.tsx'
import { lazyPage } from './lazy-page.tsx'
import { entryOf, type Menu } from './menu.ts'
import { useHeading } from './page-title.tsx'
import { Bar, Siblings, Side } from './side.tsx'
import { ToDoor } from './to-door.tsx'
import { portalWords } from './words.ts'
import './shell.css'

const SecondFactorGate = lazyPage(
  () => import('../features/accounts/second-factor-gate.tsx'),
  'SecondFactorGate',
)

const NoticeGate = lazyPage(() => import('../features/privacy/notice-gate.tsx'), 'NoticeGate')

const OVER = ['not-signed-in', 'another-account']

/** Ends the session, and forgets what this person has begun to write here. */
function useLeave(portal: Me['portal']) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const ui = useWords(uiWords)
  return async () => {
    await call(signOut).catch((error: unknown) => {
      // Over already, or another account's by now: this page is left all the same.
      if (error instanceof ProblemError && OVER.includes(error.problem?.code ?? '')) return
      said.warning(error instanceof ProblemError ? (error.problem?.title ?? ui.offline) : ui.offline, 8)
      throw error
    })
    client.clear()
    beginAs(null)
    // The session is over: what is typed on this page can no longer be sent.
    await navigate({ to: '/sign-in/$portal', params: { portal }, ignoreBlocker: true })
    // A form that is left keeps its last words: only now nothing more is written.
    forgetHere(DRAFTS)
  }
}

/** Who is signed in, and what every page offers them beside itself: on a phone below their own pages. */
function Own({ me }: { me: Me }) {
  const w = useWords(portalWords)
  const leave = useLeave(me.portal)
  const nameOf = useNameOf()
  const of = me.school ? nameOf(me.school) : me.employer?.name
  return (
    <>
      <span className="who" title={me.name}>
        {of && <span>{of} · </span>}
        {me.name}
      </span>
      <LanguageSwitch signedIn />
      <button type="button" className="plain" onClick={() => leave().catch(() => {})}>
        {w.signOut}
      </button>
    </>
  )
}

/** The privacy notice, in the place of every page until it is agreed to. */
function ToAgree({ portal }: { portal: Me['portal'] }) {
  const leave = useLeave(portal)
  return (
    <Leaving value={() => leave().catch(() => {})}>
      <NoticeGate />
    </Leaving>
  )
}

/** On a phone: where one is, in which part of the menu, and the way back from what is no entry of it. */
function Place({ back, part }: { back: string | null; part: string | undefined }) {
  const heading = useHeading()
  return (
    <header className="place">
      {back && <BackButton list={back} />}
      <span aria-hidden="true">{heading}</span>
      {part && !back && <small aria-hidden="true">{part}</small>}
    </header>
  )
}

/**
 * A portal's frame; messages and dialogs belong to it, so that the doors download without them. Whoever is not signed in here
 * is sent to this portal's door. What stands around the page changes with the width, the page itself never: a phone is
 * turned in the middle of a form.
 */
export function Portal({ portal, menu: menuOf }: { portal: Me['portal']; menu: (me: Me) => Menu }) {
  const me = useMe()
  const { pathname } = useLocation()
  const isPhone = useIsPhone()
  const [held, hold] = useState(false)
  if (me.portal !== portal) return <ToDoor />
  if (me.lacks || held)
    return (
      <AntDesign>
        <Top>
          <Own me={me} />
        </Top>
        <main id="content" className="narrow">
          <Suspense fallback={<Loading />}>
            {me.lacks === 'notice' && !held ? (
              <ToAgree portal={portal} />
            ) : (
              <Held value={hold}>
                <SecondFactorGate />
              </Held>
            )}
          </Suspense>
        </main>
        <Said />
      </AntDesign>
    )
  const menu = menuOf(me)
  const isInbox = pathname.startsWith(`/${portal}/notices`)
  const open = isInbox ? undefined : entryOf(menu, pathname)
  const group = menu.find(({ items }) => items.some((entry) => entry === open))
  const isEntry = isInbox || menu.some(({ items }) => items.some(({ to }) => to === pathname))
  const isOwn = !me.verified || (isEntry && group === menu[menu.length - 1])
  return (
    <AntDesign>
      {isPhone ? (
        <Place back={isEntry || !me.verified ? null : (open?.to ?? `/${portal}`)} part={group?.title} />
      ) : (
        <Top>
          {me.verified && <Bell portal={portal} />}
          <Own me={me} />
        </Top>
      )}
      <div className={portal === 'school' ? 'frame roomy' : 'frame'}>
        {!isPhone && me.verified && <Side menu={menu} open={open} />}
        <main id="content" className={isPhone && isEntry ? 'above-bar' : undefined}>
          {isPhone && isEntry && group && <Siblings of={group} open={open} />}
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
          {isPhone && isOwn && (
            <footer className="own card">
              <Own me={me} />
            </footer>
          )}
        </main>
      </div>
      {isPhone && me.verified && (
        <div className={isEntry ? undefined : 'without-bar'}>
          <Bar menu={menu} open={group ? open : undefined} portal={portal} />
        </div>
      )}
      <SigningHost />
      <Said />
    </AntDesign>
  )
}
