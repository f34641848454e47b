import { useSuspenseQuery } from '@tanstack/react-query'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { listEmployerDissolutions } from '../../../../contracts/dissolutions.ts'
import { SIDES, type Side } from '../../../../domain/lifecycle.ts'
import { ask } from '../../../call.ts'
import { ChoiceFilter } from '../../../ui/choice-filter.tsx'
import { useListAddress } from '../../../ui/list-address.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseMark, Sentence } from '../../case-status/case-status.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { caseWords } from '../../cases/words.ts'
import { type EmployersTurn, TurnFilter } from '../../employers/turn-filter.tsx'
import { employerWords } from '../../employers/words.ts'
import type { Request } from '../answering/what-is-asked.tsx'
import { onAgreementWords } from '../on-agreement-words.ts'
import { dissolutionWords } from '../words.ts'
import { EmployerList } from './employer-list.tsx'
import { employerDissolutionsWords } from './employer-words.ts'
import { useRequestColumns } from './request-columns.tsx'

type Narrowed = { tab: string; q: string; turn: EmployersTurn; askedBy: Side }

/** 全部记录: every request of either side, open or over. */
export function AllRequests() {
  const w = useWords(employerDissolutionsWords)
  const dissolution = useWords(dissolutionWords)
  const cases = useWords(caseWords)
  const ui = useWords(uiWords)
  const onAgreement = useWords(onAgreementWords)
  const columns = useRequestColumns()
  const employers = useWords(employerWords)
  const at = useListAddress<Narrowed>()
  const { address, shown, change } = at
  const { tab: _tab, ...query } = shown
  const { data } = useSuspenseQuery(ask(listEmployerDissolutions, { query }))
  return (
    <EmployerList<Request>
      tab="all"
      at={at}
      page={data}
      empty={w.emptyAll}
      active={{
        turn: address.turn && employers.whose[address.turn],
        askedBy: address.askedBy && cases.side[address.askedBy],
      }}
      beside={
        <>
          <TurnFilter value={address.turn} onChange={(turn) => change({ turn })} />
          <ChoiceFilter
            label={dissolution.askedBy}
            all={w.eitherSide}
            value={address.askedBy ?? ''}
            onChange={(askedBy) => change({ askedBy })}
            options={SIDES.map((value) => ({ value, label: cases.side[value] }))}
          />
        </>
      }
      to={({ school, id }) => caseAddress('employer', { kind: 'dissolution', school: school.code, id })}
      brief={(row) => ({
        who: row.student.name,
        what: dissolution.ground[row.ground],
        state: <CaseMark kind="dissolution" of={row} />,
        due: <Sentence kind="dissolution" of={row.standing} />,
      })}
      columns={[
        ...columns,
        { title: dissolution.askedBy, show: (row) => cases.side[row.askedBy] },
        {
          title: ui.actions,
          show: ({ school, id }) => (
            <CaseLink portal="employer" kind="dissolution" school={school.code} id={id}>
              {onAgreement.see}
            </CaseLink>
          ),
        },
      ]}
    />
  )
}
