import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/invitation-batches.ts'
import { getNoticeText } from '../../../contracts/notice-texts.ts'
import {
  isBeingSent,
  isUnclear,
  isUnderWay,
  isUnfinished,
  ROW_STANDINGS,
} from '../../../domain/invitation-batch/batch.ts'
import { batchToSend } from '../../../domain/signing/bound.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useLanguage, useNameOf, useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useKey } from '../cases/key.ts'
import { SigningNotice } from '../invitations/letter.tsx'
import { SheetFacts } from '../sheets/sheet-rows.tsx'
import { Fingerprint } from '../signing/fingerprint.tsx'
import { signatureFor } from '../signing/to-sign.ts'
import { useDoubtText } from '../terms/wage-note.tsx'
import { BatchRows } from './batch-rows.tsx'
import { BatchState } from './batch-state.tsx'
import { UploadInvitations } from './upload-invitations.tsx'
import { batchWords } from './words.ts'

/** Milliseconds between two looks at how far it is. */
const LOOK = 1_000

type View = contract.InvitationBatchView

function Views({ of, school }: { of: View; school: string }) {
  const w = useWords(batchWords)
  const { shown } = useListAddress<{ tab: string }>()
  const tabs = ['faulty', 'right', 'refused', 'sent'] as const
  const named = ROW_STANDINGS.find((one) => one === shown.tab)
  const open = named ?? tabs.find((tab) => of.counts[tab] > 0) ?? 'faulty'
  return (
    <section className="card">
      <TabLinks
        label={w.views}
        open={open}
        of={tabs.map((tab) => ({ tab, name: w.tabs[tab], count: of.counts[tab] }))}
      />
      <BatchRows of={{ school, id: of.id }} standing={open} />
      {of.about && <SheetFacts of={of.about} />}
    </section>
  )
}

/** What the file has instead of the columns that are needed. */
function Unclear({ about, columns }: { about: NonNullable<View['about']>; columns: View['columns'] }) {
  const w = useWords(batchWords)
  const nameOf = (key: string) => columns.find((one) => one.key === key)?.name ?? key
  const read = about.headings.filter(({ state }) => state === 'read')
  const unread = about.headings.filter(({ state }) => state === 'unread')
  const twice = new Set(about.headings.filter(({ state }) => state === 'twice').map(({ heading }) => heading))
  return (
    <section className="card">
      {about.missing.length > 0 && (
        <Note type="warning" title={w.missing(about.missing.map(nameOf).join('、'))} />
      )}
      {[...twice].map((heading) => (
        <Note key={heading} type="warning" title={w.twice(heading)} />
      ))}
      <p>
        {w.found(about.headingRow)} {read.map(({ heading }) => heading).join('、')}
      </p>
      {unread.length > 0 && <p>{w.unread(unread.map(({ heading }) => heading).join('、'))}</p>}
    </section>
  )
}

/** One list of invitations: how far it is, what is right and wrong in it, and its sending. */
export function InvitationBatchPage() {
  const w = useWords(batchWords)
  const { language } = useLanguage()
  const nameOf = useNameOf()
  const doubtText = useDoubtText()
  const figures = useFigures()
  const client = useQueryClient()
  const params = useKey()
  const { data: of } = useSuspenseQuery({
    ...ask(contract.getInvitationBatch, { params }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data.status) ? LOOK : false),
  })
  const mayBeSent = of.actions.includes('send')
  const notice = useQuery({
    ...ask(getNoticeText, { params: { school: params.school, notice: 'signing' } }),
    enabled: mayBeSent,
  })
  const settled = () => client.invalidateQueries()
  const n = (count: number) => figures.number(count)
  const { counts } = of
  const words = {
    right: n(counts.right),
    faulty: n(counts.faulty),
    sent: n(counts.sent),
    refused: n(counts.refused),
  }
  const isSending = isBeingSent(of.status)
  const done = counts.sent + counts.refused
  const send = isUnfinished(of.status)
    ? { ...w.goOn, text: w.goOn.text(words.right) }
    : { ...w.send, label: w.send.label(words.right), text: w.send.text(words.right, words.faulty) }
  return (
    <CasePage
      title={of.fileName}
      back="/employer/invite-many"
      state={
        <>
          <BatchState status={of.status} />{' '}
          <span className="soft">
            {nameOf(of.school)} · {of.by} · {figures.instant(of.begunAt)}
          </span>
        </>
      }
      acts={
        of.actions.length > 0 && (
          <>
            {mayBeSent && notice.data && (
              <ActButton
                {...send}
                kind="primary"
                act={async () => {
                  const signature = await signatureFor({
                    act: 'invitation.send',
                    subject: batchToSend(params.id),
                    fingerprint: of.fingerprint ?? '',
                  })
                  return call(contract.sendInvitationBatch, {
                    params,
                    body: { noticeVersion: notice.data.version, signature },
                  })
                }}
                settled={settled}
              >
                <SigningNotice of={notice.data} />
                {of.fingerprint && <Fingerprint of={of.fingerprint} />}
              </ActButton>
            )}
            {of.actions.includes('cancel') && (
              <ActButton
                {...w.cancel}
                act={() => call(contract.cancelInvitationBatch, { params })}
                settled={settled}
              />
            )}
          </>
        )
      }
      more={
        of.isShown &&
        counts.faulty + counts.refused + counts.right > 0 && (
          <a
            className="plain-button"
            href={addressOf(contract.readBatchReport, { params, query: { language } })}
            download
          >
            {w.report}
          </a>
        )
      }
      notes={
        <>
          {of.belowMinimum.length > 0 && (
            <Note
              type="warning"
              title={w.belowMinimum}
              description={
                <ul>
                  {of.belowMinimum.map((doubt) => (
                    <li key={doubt.row}>
                      {w.row(doubt.row)} {doubtText(doubt)}
                    </li>
                  ))}
                </ul>
              }
            />
          )}
          {of.failure && <Note type="error" title={of.failure} />}
          {isUnfinished(of.status) && <Note type="warning" title={w.unfinished(words.right)} />}
          {of.isShown && !isSending && of.actions.includes('cancel') && !of.actions.includes('send') && (
            <Note type="info" title={w.nothing} />
          )}
        </>
      }
    >
      {isUnderWay(of.status) && (
        <section className="card">
          <p role="status">
            {isSending ? w.sending(n(done), n(done + counts.right)) : w.reading(n(of.rowsRead))}
          </p>
          <progress
            className="reading-sheet"
            aria-label={w.status[of.status]}
            {...(isSending && { max: done + counts.right, value: done })}
          />
        </section>
      )}
      {of.isShown && (
        <section className="card">
          <p className="sheet-counts">{w.counts(words)}</p>
        </section>
      )}
      {of.isShown && <Views key={isSending ? 'sending' : 'still'} of={of} school={params.school} />}
      {isUnclear(of.status) && of.about && <Unclear about={of.about} columns={of.columns} />}
      {counts.sent > 0 && !of.isShown && <p>{w.gone}</p>}
      {!isUnderWay(of.status) && (
        <section className="card">
          <p className="soft">{w.anotherHint}</p>
          <UploadInvitations school={params.school} title={w.anotherFile} />
        </section>
      )}
    </CasePage>
  )
}
