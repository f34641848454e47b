import { useSuspenseQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { getPublicNotice } from '../../../contracts/privacy.ts'
import { ask } from '../../call.ts'
import { PublicPage } from '../../ui/top.tsx'
import { NoticeText } from './notice-text.tsx'

/** For anybody: the platform's notice, or with `?school=` the school's. */
export function PublicNoticePage() {
  const { searchStr } = useLocation()
  const school = new URLSearchParams(searchStr).get('school')
  const { data } = useSuspenseQuery(ask(getPublicNotice, { query: school ? { school } : {} }))
  return (
    <PublicPage isNarrow>
      <section className="card">
        <NoticeText of={data} />
      </section>
    </PublicPage>
  )
}
