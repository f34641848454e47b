import { useSuspenseQuery } from '@tanstack/react-query'
import { Button, Checkbox } from 'antd'
import { addressOf } from '../../../contracts/address.ts'
import { caseAddress } from '../../../contracts/case-address.ts'
import {
  downloadPaperForms,
  type FormRegister,
  type FormRow,
  listPaperForms,
  MOST_FORMS,
} from '../../../contracts/paper-forms.ts'
import { FORM_STATUSES, type FormStatus, isFormOut } from '../../../domain/paper-form/life.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { PlainLink } from '../../ui/plain-button.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { SmallTable } from '../../ui/small-table.tsx'
import { TickBar } from '../../ui/tick-bar.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { useLanguage, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { useFormBrief } from './form-brief.tsx'
import { PrintLink } from './print-link.tsx'
import { paperFormWords } from './words.ts'

type Filter = { q: string; status: FormStatus; college: string }

/** How many forms each college has handed out, and what became of them. */
function Stock({ of }: { of: FormRegister['colleges'] }) {
  const w = useWords(paperFormWords)
  const { register } = useFormBrief()
  return (
    <section className="card">
      <h2>{w.stock}</h2>
      <SmallTable
        label={w.stock}
        items={of}
        keyOf={({ id }) => id}
        columns={[
          { title: w.college, show: ({ name }) => name },
          ...FORM_STATUSES.map((status) => ({
            title: register.status[status],
            show: ({ counts }: FormRegister['colleges'][number]) => counts[status],
          })),
        ]}
      />
    </section>
  )
}

/** 编号台账: all paper forms within the reader's scope, the latest first. */
export function FormRegisterPage() {
  const w = useWords(paperFormWords)
  const { language } = useLanguage()
  const school = useMySchool()
  const { brief, columns, register } = useFormBrief()
  const { address, shown, change, turn, isTurning } = useListAddress<Filter>()
  const { data } = useSuspenseQuery(ask(listPaperForms, { params: { school }, query: shown }))
  const mayPrint = ({ status }: FormRow) => isFormOut(status)
  const [chosen, choose] = useTicks<FormRow>(data.items, JSON.stringify(shown), mayPrint)
  const toggle = (row: FormRow) => {
    const next = new Map(chosen)
    if (!next.delete(row.id)) next.set(row.id, row)
    choose(next)
  }
  const { q, status, college } = address
  const collegeNames = new Map(data.colleges.map(({ id, name }) => [id, name]))
  return (
    <>
      <ListPage<FormRow>
        title={w.title}
        act={
          <div className="list-acts">
            {data.total > 0 && (
              <Button
                href={addressOf(downloadPaperForms, {
                  params: { school },
                  query: {
                    ...(q && { q }),
                    ...(status && { status }),
                    ...(college && { college }),
                    language,
                  },
                })}
                download
              >
                {w.download}
              </Button>
            )}
            <PlainLink to="/school/students">{w.toStudents}</PlainLink>
          </div>
        }
        page={data}
        empty={w.empty}
        onPage={turn}
        isTurning={isTurning}
        active={{
          q,
          status: status && register.status[status],
          college: college && (collegeNames.get(college) ?? college),
        }}
        onClear={change}
        to={({ id }) => caseAddress('school', { kind: 'paper-form', school, id })}
        brief={brief}
        columns={columns}
        tick={{
          title: w.select,
          show: (row) => (
            <Checkbox
              aria-label={`${w.select} ${row.number}`}
              disabled={!mayPrint(row) || (chosen.size >= MOST_FORMS && !chosen.has(row.id))}
              checked={chosen.has(row.id)}
              onChange={() => toggle(row)}
            />
          ),
        }}
        filters={
          <>
            <SearchField label={w.q} sought={q ?? ''} onSearch={(sought) => change({ q: sought })} />
            <ChoiceFilter<FormStatus>
              label={w.statusLabel}
              all={w.anyStatus}
              value={status ?? ''}
              options={FORM_STATUSES.map((value) => ({ value, label: register.status[value] }))}
              onChange={(value) => change({ status: value })}
            />
            {data.colleges.length > 1 && (
              <ChoiceFilter
                label={w.collegeLabel}
                all={w.anyCollege}
                value={college ?? ''}
                options={data.colleges.map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(value) => change({ college: value })}
              />
            )}
          </>
        }
      />
      {chosen.size > 0 && (
        <TickBar text={w.chosenForms(chosen.size, MOST_FORMS)}>
          <Button onClick={() => choose(new Map())}>{w.none}</Button>
          <PrintLink primary school={school} ids={[...chosen.keys()]} label={w.printSeveral(chosen.size)} />
        </TickBar>
      )}
      <Stock of={data.colleges} />
    </>
  )
}
