import { useSuspenseQuery } from '@tanstack/react-query'
import { getPublicNotice } from '../../../contracts/privacy.ts'
import { ask } from '../../call.ts'
import { useAddressText } from '../../ui/address-text.ts'
import { PublicPage } from '../../ui/top.tsx'
import { NoticeText } from './notice-text.tsx'

/** For anybody: the platform's notice, or with `?school=` the school's. */
export function PublicNoticePage() {
  const { school } = useAddressText()
  const { data } = useSuspenseQuery(ask(getPublicNotice, { query: school ? { school } : {} }))
  return (
    <PublicPage isNarrow>
      <section className="card">
        <NoticeText of={data} />
      </section>
    </PublicPage>
  )
}
