import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import * as contract from '../../../contracts/members.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { EMPLOYER_ROLES, type EmployerRole } from '../../../domain/membership.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { OneOf } from '../../ui/one-of.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { GiveLink, GivenLink, type Link } from '../staff/given-link.tsx'
import { StaffState } from '../staff/staff-state.tsx'
import { memberWords } from './words.ts'
import './members.css'

type Draft = { readonly login: string; readonly memberName: string; readonly memberRole: EmployerRole }
const NEW: Draft = { login: '', memberName: '', memberRole: 'recruiter' }

function AddMember({ settled }: { settled: () => void }) {
  const w = useWords(memberWords)
  const ui = useWords(uiWords)
  const faults = ({ login, memberName }: Draft) => ({
    login: login.trim() ? null : ui.needed(w.login),
    memberName: memberName.trim() ? null : ui.needed(w.name),
  })
  return (
    <ActButton<Draft>
      {...w.add}
      kind="primary"
      asked={{
        initial: NEW,
        names: { login: w.login, memberName: w.name, memberRole: w.roleLabel },
        faults,
        show: ({ login, memberName, memberRole }, change, at) => (
          <>
            <LineField
              at={at('login')}
              label={w.login}
              value={login}
              most={LONGEST.login}
              onChange={(text) => change({ login: text })}
            />
            <p className="soft">{w.loginHint}</p>
            <LineField
              at={at('memberName')}
              label={w.name}
              value={memberName}
              most={LONGEST.personName}
              onChange={(text) => change({ memberName: text })}
            />
            <OneOf
              label={w.roleLabel}
              options={EMPLOYER_ROLES.map((value) => ({ value, label: w.role[value] }))}
              value={memberRole}
              onChange={(chosen) => change({ memberRole: chosen })}
            />
          </>
        ),
      }}
      act={(_reason, draft) => call(contract.addMember, { body: draft })}
      settled={settled}
    />
  )
}

type Acting = {
  of: { readonly id: string; readonly role: EmployerRole; readonly begun: boolean }
  onGiven: (link: Link) => void
  settled: () => void
}
function MemberActs({ of: { id, role, begun }, onGiven, settled }: Acting) {
  const w = useWords(memberWords)
  const next = role === 'owner' ? 'recruiter' : 'owner'
  return (
    <div className="actions">
      <GiveLink
        begun={begun}
        give={() => call(contract.giveMemberLink, { params: { id } })}
        onGiven={onGiven}
        settled={settled}
      />
      <ActButton
        {...(role === 'owner' ? w.makeRecruiter : w.makeOwner)}
        act={() => call(contract.changeMemberRole, { params: { id }, body: { memberRole: next } })}
        settled={settled}
      />
      <ActButton
        {...w.remove}
        kind="danger"
        act={() => call(contract.removeMember, { params: { id } })}
        settled={settled}
      />
    </div>
  )
}

/** 单位成员: who they are, whether each has begun, and who has left. */
export function MembersPage() {
  const w = useWords(memberWords)
  const figures = useFigures()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.listMembers))
  const [given, setGiven] = useState<Link | null>(null)
  const settled = () => client.invalidateQueries()
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="number">{data.items.length}</span>
        <div className="page-act">
          <AddMember settled={settled} />
        </div>
      </div>
      <p>{w.lead}</p>
      {given && <GivenLink of={given} />}
      <section className="card">
        <ul className="members">
          {data.items.map(({ id, name, login, role, begun, linkUntil, isMe }) => (
            <li key={id}>
              <div>
                <strong>
                  {name}
                  {isMe && w.me}
                </strong>{' '}
                · {w.role[role]} <StaffState of={{ begun, linkUntil, disabled: false }} />
                <br />
                <small className="soft">
                  {w.login}: {login}
                </small>
              </div>
              <MemberActs of={{ id, role, begun }} onGiven={setGiven} settled={settled} />
            </li>
          ))}
        </ul>
      </section>
      {data.former.length > 0 && (
        <section className="card">
          <h2>{w.former}</h2>
          <ul>
            {data.former.map(({ id, name, leftAt }) => (
              <li key={id}>
                {name} · {w.leftAt(figures.instant(leftAt))}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
