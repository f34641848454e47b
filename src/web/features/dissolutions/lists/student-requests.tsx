import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { caseAddress } from '../../../../contracts/case-address.ts'
import { listEmployerDissolutions } from '../../../../contracts/dissolutions.ts'
import { COUNTED_BY } from '../../../../contracts/employers.ts'
import { ask } from '../../../call.ts'
import { useListAddress } from '../../../ui/list-address.ts'
import { TickBar } from '../../../ui/tick-bar.tsx'
import { useTicks } from '../../../ui/ticks.ts'
import { uiWords } from '../../../ui/words.ts'
import { useWords } from '../../../words/language.tsx'
import { CaseMark, Sentence } from '../../case-status/case-status.tsx'
import { CaseLink } from '../../cases/case-link.tsx'
import { AgreeButton } from '../answering/agree-button.tsx'
import { RefuseButton } from '../answering/refuse-button.tsx'
import type { Request } from '../answering/what-is-asked.tsx'
import { dissolutionWords } from '../words.ts'
import { EmployerList } from './employer-list.tsx'
import { employerDissolutionsWords } from './employer-words.ts'
import { useRequestColumns } from './request-columns.tsx'
import './acts.css'

const caseOf = ({ school, id }: Request) => ({ school: school.code, id })

/** 学生提出解约待办理列表: tick one and see its request, or agree in its row. */
export function StudentRequests() {
  const w = useWords(employerDissolutionsWords)
  const ui = useWords(uiWords)
  const navigate = useNavigate()
  const client = useQueryClient()
  const settled = () => client.invalidateQueries()
  const columns = useRequestColumns()
  const dissolution = useWords(dissolutionWords)
  const at = useListAddress<{ q: string }>()
  const { shown } = at
  const query = { page: shown.page, q: shown.q, ...COUNTED_BY.dissolutions.employer }
  const { data } = useSuspenseQuery(ask(listEmployerDissolutions, { query }))
  const [chosen, setChosen] = useTicks<Request>(data.items, JSON.stringify(shown))
  const ticked = data.items.filter(({ id }) => chosen.has(id))
  const [first, ...others] = ticked
  const only = others.length === 0 ? first : undefined
  const toggle = (row: Request) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    setChosen(next)
  }
  return (
    <>
      <EmployerList<Request>
        tab="requests"
        at={at}
        page={data}
        empty={w.emptyRequests}
        beside={<span className="soft">{w.seeRequestHint}</span>}
        to={(row) => caseAddress('employer', { kind: 'dissolution', ...caseOf(row) })}
        brief={(row) => ({
          who: row.student.name,
          what: dissolution.ground[row.ground],
          state: <CaseMark kind="dissolution" of={row} />,
          due: <Sentence kind="dissolution" of={row.standing} />,
          acts: <Acts of={row} settled={settled} />,
        })}
        tick={{
          title: w.select,
          show: (row) => (
            <Checkbox
              aria-label={`${w.select} ${row.student.name}`}
              checked={chosen.has(row.id)}
              onChange={() => toggle(row)}
            />
          ),
        }}
        columns={[...columns, { title: ui.actions, show: (row) => <Acts of={row} settled={settled} /> }]}
      />
      {ticked.length > 0 && (
        <TickBar text={only ? w.chosen(1) : w.oneOnly}>
          <Button
            type="primary"
            disabled={!only}
            onClick={() =>
              only && navigate({ to: caseAddress('employer', { kind: 'dissolution', ...caseOf(only) }) })
            }
          >
            {w.seeRequest}
          </Button>
        </TickBar>
      )}
    </>
  )
}

function Acts({ of, settled }: { of: Request; settled: () => void }) {
  const w = useWords(employerDissolutionsWords)
  return (
    <div className="acts">
      <CaseLink portal="employer" kind="dissolution" {...caseOf(of)}>
        {w.seeRequest}
      </CaseLink>
      <AgreeButton of={of} settled={settled} />
      <RefuseButton of={of} settled={settled} />
    </div>
  )
}
