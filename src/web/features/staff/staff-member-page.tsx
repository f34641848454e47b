import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as contract from '../../../contracts/staff.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { caseWords } from '../cases/words.ts'
import { type DutyDraft, DutyFields, dutyOf, useDutyFaults } from './duty-fields.tsx'
import { GiveLink, GivenLink, type Link } from './given-link.tsx'
import { StaffState } from './staff-state.tsx'
import { staffWords } from './words.ts'

/** One account of staff: what it may do, its link, and what was done to it. */
export function StaffMemberPage() {
  const w = useWords(staffWords)
  const cases = useWords(caseWords)
  const params = { school: useMySchool(), id: useParams({ from: '/school/staff/$id' }).id }
  const client = useQueryClient()
  const dutyFaults = useDutyFaults()
  const { data: of } = useSuspenseQuery(ask(contract.getStaffMember, { params }))
  const [given, setGiven] = useState<Link | null>(null)
  const settled = () => client.invalidateQueries()
  const change = (draft: DutyDraft) =>
    call(contract.changeDuty, { params, body: { ...dutyOf(draft), seenVersion: of.version } })
  const may = (action: (typeof of.actions)[number]) => of.actions.includes(action)
  return (
    <CasePage
      title={of.name}
      back="/school/staff"
      state={<StaffState of={of} />}
      acts={
        <>
          {may('give-link') && (
            <GiveLink
              begun={of.begun}
              give={() => call(contract.giveStaffLink, { params })}
              onGiven={setGiven}
              settled={settled}
            />
          )}
          {may('change-duty') && (
            <ActButton<DutyDraft>
              {...w.change}
              asked={{
                initial: { name: of.name, role: of.role, collegeId: of.collegeId },
                names: { name: w.name, role: w.role, collegeId: cases.college },
                faults: dutyFaults,
                show: (draft, put, at) => (
                  <DutyFields of={draft} colleges={of.colleges} at={at} change={put} />
                ),
              }}
              act={(_reason, draft) => change(draft)}
              settled={settled}
            />
          )}
          {may('reset-second-factor') && (
            <ActButton
              {...w.resetSecondFactor}
              kind="danger"
              reason="needed"
              act={(reason) => call(contract.resetSecondFactor, { params, body: { reason } })}
              settled={settled}
            />
          )}
          {may('enable') && (
            <ActButton {...w.enable} act={() => call(contract.enableStaff, { params })} settled={settled} />
          )}
          {may('disable') && (
            <ActButton
              {...w.disable}
              kind="danger"
              reason="needed"
              act={(reason) => call(contract.disableStaff, { params, body: { reason } })}
              settled={settled}
            />
          )}
        </>
      }
      notes={given && <GivenLink of={given} />}
      timeline={
        <>
          <h2>{w.history}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <h2>{w.account}</h2>
        <Facts
          of={[
            [w.name, of.name],
            [w.login, of.login],
            [w.role, w.roles[of.role]],
            [cases.college, of.college],
            [w.secondFactor, of.secondFactor ? w.isOn : w.isOff],
          ]}
        />
      </section>
    </CasePage>
  )
}
