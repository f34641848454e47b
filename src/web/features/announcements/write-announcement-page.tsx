import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { listAnnouncements, writeAnnouncement } from '../../../contracts/announcements.ts'
import { ask, call } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { said } from '../../ui/said.tsx'
import { useUnsaved } from '../../ui/unsaved.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { type AnnouncementDraft, AnnouncementForm, saidOf } from './announcement-form.tsx'
import { announcementWords } from './words.ts'

/** A new announcement: it is saved as a draft, looked at, and published from its own page. Signed as the last one was. */
export function WriteAnnouncementPage() {
  const w = useWords(announcementWords)
  const school = useMySchool()
  const navigate = useNavigate()
  const client = useQueryClient()
  const touched = useRef(false)
  const { data } = useSuspenseQuery({
    ...ask(listAnnouncements, { params: { school }, query: { pageSize: 1 } }),
    refetchOnWindowFocus: false,
  })
  const write = useMutation({
    mutationFn: (draft: AnnouncementDraft) =>
      call(writeAnnouncement, { params: { school }, body: saidOf(draft) }),
    onSuccess: async ({ id }) => {
      touched.current = false
      said.success(w.saved)
      await client.invalidateQueries()
      await navigate({ to: '/school/announcements/$id', params: { id }, replace: true })
    },
  })
  useUnsaved(() => touched.current && !write.isPending)
  const author = data.items[0]?.author ?? ''
  const nothing = { title: '', titleEn: '', body: '', bodyEn: '', author, pinned: false, evidence: [] }
  return (
    <div className="column">
      <BackButton list="/school/announcements" />
      <h1>{w.newTitle}</h1>
      <section className="card">
        <AnnouncementForm
          school={school}
          initial={nothing}
          submitLabel={w.saveDraft}
          error={write.error}
          busy={write.isPending}
          onChange={() => {
            touched.current = true
          }}
          onSubmit={(draft) => write.mutate(draft)}
        />
      </section>
    </div>
  )
}
