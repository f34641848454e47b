import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { Input } from 'antd'
import type { Output } from '../../../contracts/address.ts'
import { announcementActs, getAnnouncement } from '../../../contracts/announcements.ts'
import { READABLE } from '../../../domain/announcement/life.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { FieldFault } from '../../ui/field-at.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { useEditing } from '../cases/editing.ts'
import { useMeantDay } from '../cases/refused-rule.ts'
import { Timeline } from '../cases/timeline.tsx'
import { Findings } from '../posts/findings.tsx'
import { type AnnouncementDraft, AnnouncementForm, saidOf } from './announcement-form.tsx'
import { AnnouncementState } from './announcement-state.tsx'
import { announcementWords } from './words.ts'

type View = Output<typeof getAnnouncement>
type Acting = { of: View; settled: () => void }

function PublishButton({ of, settled }: Acting) {
  const w = useWords(announcementWords)
  const { span } = useMeantDay('ahead')
  const params = { school: of.school.code, id: of.id }
  return (
    <ActButton<{ shownOn: string }>
      {...w.publish}
      kind="primary"
      asked={{
        initial: { shownOn: '' },
        names: { shownOn: w.shownOn },
        faults: () => ({}),
        show: ({ shownOn }, put, at) => (
          <div>
            <label htmlFor={at('shownOn').id}>{w.shownOn}</label>
            <Input
              id={at('shownOn').id}
              type="date"
              {...span}
              value={shownOn}
              onChange={({ target }) => put({ shownOn: target.value })}
            />
            <FieldFault of={at('shownOn')} />
          </div>
        ),
      }}
      act={(_reason, { shownOn }) =>
        call(announcementActs.publish, {
          params,
          body: { seenVersion: of.version, shownOn: shownOn || null },
        })
      }
      settled={settled}
    />
  )
}

function WithdrawButton({ of, settled }: Acting) {
  const w = useWords(announcementWords)
  const params = { school: of.school.code, id: of.id }
  return (
    <ActButton
      {...w.withdraw}
      kind="danger"
      reason="optional"
      act={(reason) =>
        call(announcementActs.withdraw, {
          params,
          body: { seenVersion: of.version, ...(reason && { reason }) },
        })
      }
      settled={settled}
    />
  )
}

/** What the form begins with, and the version that was read with it. */
const draftOf = ({ title, titleEn, body, bodyEn, author, pinned, evidence }: View): AnnouncementDraft => ({
  title,
  titleEn,
  body,
  bodyEn,
  author,
  pinned,
  evidence,
})

function EditForm({ of, settled }: Acting) {
  const w = useWords(announcementWords)
  const params = { school: of.school.code, id: of.id }
  const { shown, form } = useEditing<View, AnnouncementDraft>(of, {
    send: (draft, seenVersion) =>
      call(announcementActs.edit, { params, body: { seenVersion, ...saidOf(draft) } }),
    saved: ({ shownFrom }) => (shownFrom === null ? w.saved : w.savedAndShown),
    settled,
  })
  return (
    <AnnouncementForm
      key={shown.version}
      school={of.school.code}
      initial={draftOf(shown)}
      submitLabel={w.saveChange}
      {...form}
    />
  )
}

/** An announcement as its school's staff see it: where it stands, where visitors read it, what it says, and its acts. */
export function AnnouncementPage() {
  const w = useWords(announcementWords)
  const figures = useFigures()
  const school = useMySchool()
  const { id } = useParams({ from: '/school/announcements/$id' })
  const client = useQueryClient()
  const { data: of } = useSuspenseQuery({
    ...ask(getAnnouncement, { params: { school, id } }),
    refetchOnWindowFocus: false,
  })
  const settled = () => void client.invalidateQueries()
  const can = (action: View['actions'][number]) => of.actions.includes(action)
  return (
    <CasePage
      title={of.title}
      back="/school/announcements"
      state={<AnnouncementState of={of} />}
      due={of.shownFrom !== null && `${w.shownFrom}: ${figures.instant(of.shownFrom)}`}
      acts={
        <>
          {can('publish') && <PublishButton of={of} settled={settled} />}
          {can('withdraw') && <WithdrawButton of={of} settled={settled} />}
        </>
      }
      timeline={
        <>
          <h2>{w.history}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      {READABLE.includes(of.status) && (
        <p>
          {w.read}:{' '}
          <a className="mono" href={of.address}>
            {of.address}
          </a>
        </p>
      )}
      <Findings of={of.findings} names={w.name} isReviewed={false} />
      <section className="card">
        {can('edit') ? <EditForm of={of} settled={settled} /> : <p>{w.withdrawnHint}</p>}
      </section>
    </CasePage>
  )
}
