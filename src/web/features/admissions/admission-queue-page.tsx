import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { type admissionRow, listAdmissions } from '../../../contracts/admissions.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import { ADMISSION_STATUSES, type AdmissionStatus } from '../../../domain/admission/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { Age } from '../cases/age.tsx'
import { caseWords } from '../cases/words.ts'
import { registrationWords } from '../registration/words.ts'
import { AdmissionMark } from './admission-mark.tsx'
import { VerificationNote } from './verification-note.tsx'
import { admissionWords } from './words.ts'

type Row = z.infer<typeof admissionRow>
type Filter = { q: string; status: AdmissionStatus; queue: 'mine' | 'all' }

/** 单位入驻: employers that wait for the school's decision, or all that have asked it. */
export function AdmissionQueuePage() {
  const w = useWords(admissionWords).queue
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const facts = useWords(registrationWords)
  const school = useMySchool()
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listAdmissions, { params: { school }, query: shown }))
  const to = ({ id }: Row) => caseAddress('school', { kind: 'admission', school, id })
  const isMine = address.queue !== 'all'
  const state = ({ status, turn: whose, ...row }: Row) => (
    <>
      <AdmissionMark status={status} turn={whose} />
      <VerificationNote {...row} />
    </>
  )
  const waited = ({ turn: whose, waitingSince }: Row) => (whose ? <Age since={waitingSince} /> : ui.none)
  return (
    <ListPage<Row>
      title={w.title}
      page={data}
      empty={w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ q: address.q, status: address.status && cases.admissionStatus[address.status] }}
      onClear={change}
      to={to}
      brief={(row) => ({ who: row.name, what: facts.kind[row.kind], state: state(row), due: waited(row) })}
      filters={
        <>
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
          <ChoiceFilter<'all'>
            label={w.which}
            all={w.mine}
            value={address.queue === 'all' ? 'all' : ''}
            onChange={(queue) => change({ queue, status: undefined })}
            options={[{ value: 'all', label: w.all }]}
          />
          {!isMine && (
            <ChoiceFilter<AdmissionStatus>
              label={cases.review}
              all={cases.allStatuses}
              value={address.status ?? ''}
              onChange={(status) => change({ status })}
              options={ADMISSION_STATUSES.map((value) => ({
                value,
                label: `${cases.admissionStatus[value]} ${data.counts[value] ?? 0}`,
              }))}
            />
          )}
        </>
      }
      columns={[
        { title: cases.employer, show: (row) => row.name },
        { title: facts.creditCode, show: (row) => row.creditCode },
        { title: w.kind, show: (row) => facts.kind[row.kind] },
        { title: cases.review, show: state },
        { title: cases.waited, show: waited },
        {
          title: ui.actions,
          show: (row) => <Link to={to(row)}>{isMine ? w.review : ui.details}</Link>,
        },
      ]}
    />
  )
}
