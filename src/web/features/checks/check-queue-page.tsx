import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Checkbox, Segmented } from 'antd'
import { caseAddress } from '../../../contracts/case-address.ts'
import { type CheckRow, listChecks } from '../../../contracts/checks.ts'
import { CHECK_STATUSES, isUnsettled } from '../../../domain/check/life.ts'
import { CHECK_RULE_NAMES } from '../../../domain/check/rules.ts'
import { ask } from '../../call.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { ListPage } from '../../ui/list-page.tsx'
import { SearchField } from '../../ui/search-field.tsx'
import { useTicks } from '../../ui/ticks.ts'
import { useWords } from '../../words/language.tsx'
import { useMe, useMySchool } from '../accounts/me.ts'
import { deregistrationWords } from '../deregistrations/words.ts'
import { CheckMark } from './check-mark.tsx'
import { ExplainMany } from './explain-many.tsx'
import { checkWords } from './words.ts'

type Address = Readonly<Record<'q' | 'queue' | 'checkRule' | 'status', string>>
const mayExplain = ({ status }: CheckRow) => isUnsettled(status)

/** 去向核查: what the rules have found, the oldest that waits first. */
export function CheckQueuePage() {
  const w = useWords(checkWords)
  const deregistered = useWords(deregistrationWords).list
  const figures = useFigures()
  const school = useMySchool()
  const { staffRole } = useMe()
  const { address, shown, change, turn, isTurning } = useListAddress<Address>()
  const { data } = useSuspenseQuery(ask(listChecks, { params: { school }, query: queryOf(shown) }))
  const [chosen, choose] = useTicks(data.items, JSON.stringify(shown), mayExplain)
  const ruleNamed = (row: CheckRow) => w.rules[row.checkRule].name
  const whoOf = ({ who, count }: CheckRow) => (count > 1 ? w.more(who || w.gone, count) : who || w.gone)
  const tick = (row: CheckRow, isOn: boolean) => {
    const next = new Map(chosen)
    if (isOn) next.set(row.id, row)
    else next.delete(row.id)
    choose(next)
  }
  const rule = CHECK_RULE_NAMES.find((one) => one === address.checkRule)
  const status = CHECK_STATUSES.find((one) => one === address.status)
  return (
    <ListPage<CheckRow>
      title={w.title}
      act={
        staffRole !== 'college_reviewer' && (
          <div className="list-acts">
            <Link to="/school/checks/deregistered">{deregistered.to}</Link>
            <Link to="/school/check-rules">{w.toRules}</Link>
          </div>
        )
      }
      page={data}
      empty={address.queue === 'all' ? w.emptyAll : w.empty}
      onPage={turn}
      isTurning={isTurning}
      active={{ checkRule: rule && w.rules[rule].name, status: status && w.status[status], q: address.q }}
      onClear={change}
      filters={
        <>
          <Segmented<'mine' | 'all'>
            value={address.queue === 'all' ? 'all' : 'mine'}
            onChange={(next) => change({ queue: next === 'all' ? next : undefined })}
            options={[
              { value: 'mine', label: w.waiting },
              { value: 'all', label: w.all },
            ]}
          />
          <ChoiceFilter
            label={w.rule}
            all={w.every.rule}
            value={rule ?? ''}
            options={CHECK_RULE_NAMES.map((value) => ({ value, label: w.rules[value].name }))}
            onChange={(checkRule) => change({ checkRule })}
          />
          <ChoiceFilter
            label={w.state}
            all={w.every.status}
            value={status ?? ''}
            options={CHECK_STATUSES.map((value) => ({ value, label: w.status[value] }))}
            onChange={(next) => change({ status: next })}
          />
          <SearchField label={w.q} sought={address.q ?? ''} onSearch={(q) => change({ q })} />
        </>
      }
      to={({ id }) => caseAddress('school', { kind: 'check', school, id })}
      brief={(row) => ({
        who: ruleNamed(row),
        what: whoOf(row),
        state: <CheckMark of={row.status} />,
        due: w.since(figures.dayOf(row.waitingSince)),
      })}
      tick={{
        title: w.tick,
        show: (row) =>
          mayExplain(row) && (
            <Checkbox
              aria-label={`${w.tick} ${ruleNamed(row)} ${row.who}`}
              checked={chosen.has(row.id)}
              onChange={({ target }) => tick(row, target.checked)}
            />
          ),
      }}
      columns={[
        { title: w.rule, show: ruleNamed },
        { title: w.who, show: whoOf },
        { title: w.college, show: ({ college }) => college ?? w.crossing },
        { title: w.assignee, show: ({ assignee }) => assignee ?? w.nobody },
        { title: w.foundAt, show: ({ foundAt }) => figures.dayOf(foundAt) },
        { title: w.state, show: (row) => <CheckMark of={row.status} /> },
      ]}
    >
      <ExplainMany chosen={chosen} onChoose={choose} />
    </ListPage>
  )
}

/** What of an address the list is asked for. */
function queryOf({ q, queue, checkRule, status, page }: Partial<Address> & { readonly page?: string }) {
  const rule = CHECK_RULE_NAMES.find((one) => one === checkRule)
  const stands = CHECK_STATUSES.find((one) => one === status)
  return {
    ...(q && { q }),
    ...(queue === 'all' && { queue: 'all' as const }),
    ...(rule && { checkRule: rule }),
    ...(stands && { status: stands }),
    ...(page && { page }),
  }
}
