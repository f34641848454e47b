import { useSuspenseQuery } from '@tanstack/react-query'
import type { Output } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import type { listFairVisitors } from '../../../contracts/fair-visits.ts'
import type { listVisitors } from '../../../contracts/talk-visits.ts'
import type { EventKind } from '../../../domain/visit/visit.ts'
import { ask } from '../../call.ts'
import { BackButton } from '../../ui/back-button.tsx'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { StateMark } from '../../ui/state-mark.tsx'
import { useWords } from '../../words/language.tsx'
import { useKey } from '../cases/key.ts'
import { visitWords } from './words.ts'

type Visit = 'came' | 'missing'
type Row = Output<typeof listVisitors>['items'][number]

function CameMark({ of: { cameAt } }: { of: Row }) {
  const w = useWords(visitWords).visitor
  return <StateMark standing={cameAt ? 'done' : 'over'}>{cameAt ? w.came : w.notCame}</StateMark>
}

type Props = { kind: EventKind; listedBy: typeof listVisitors | typeof listFairVisitors }
/** Who has signed up for a talk or a fair, and who came. */
export function VisitorsPage({ kind, listedBy }: Props) {
  const words = useWords(visitWords)
  const w = words.visitor
  const figures = useFigures()
  const params = useKey()
  const { address, shown, change, turn, isTurning } = useListAddress<{ q: string; visit: Visit }>()
  const { data } = useSuspenseQuery(ask(listedBy, { params, query: shown }))
  const { counts } = data
  const came = ({ cameAt }: Row) => (cameAt ? figures.instant(cameAt) : w.notCame)
  const signedUp = ({ signedUpAt }: Row) => (signedUpAt ? figures.instant(signedUpAt) : w.not)
  return (
    <>
      <BackButton list={caseAddress('school', { kind, ...params })} />
      <ListPage<Row>
        title={words.visitors}
        page={data}
        empty={w.empty}
        onPage={turn}
        isTurning={isTurning}
        active={{ q: address.q, visit: address.visit && w[address.visit] }}
        onClear={change}
        to={({ id }) => `/school/students/${params.school}/${id}`}
        notes={
          <section className="card">
            <Facts
              of={[
                [words.signedUp, counts.signedUp],
                [words.came, counts.came],
                [words.cameBesides, counts.cameBesides],
                [words.guests, words.guestsSaid(counts.guests, counts.guestsCame)],
              ]}
            />
          </section>
        }
        brief={(row) => ({
          who: row.student.name,
          what: `${row.student.studentNumber} · ${row.student.college}`,
          state: <CameMark of={row} />,
          due: row.cameAt ? figures.instant(row.cameAt) : `${w.signedUpAt} ${signedUp(row)}`,
        })}
        filters={
          <>
            <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
            <ChoiceFilter<Visit>
              label={words.state}
              all={w.all}
              value={address.visit ?? ''}
              onChange={(visit) => change({ visit })}
              options={(['came', 'missing'] as const).map((value) => ({ value, label: w[value] }))}
            />
          </>
        }
        columns={[
          { title: w.student, show: ({ student }) => student.name },
          { title: words.door.number, show: ({ student }) => student.studentNumber },
          { title: w.college, show: ({ student }) => `${student.college} ${student.major}` },
          { title: w.signedUpAt, show: signedUp },
          { title: w.cameAt, show: came },
        ]}
      />
    </>
  )
}
