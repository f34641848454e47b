import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Button, Radio } from 'antd'
import { useState } from 'react'
import * as contract from '../../../contracts/members.ts'
import { EMPLOYER_ROLES, type EmployerRole } from '../../../domain/membership.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { said } from '../../ui/said.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { memberWords } from './words.ts'
import './members.css'

type Made = Awaited<ReturnType<typeof makeLink>>
const makeLink = async (role: EmployerRole) => call(contract.inviteMember, { body: { memberRole: role } })
/** What is behind the sign `#` no server sees, and no log keeps. */
const addressOf = ({ code }: Made) => `${window.location.origin}/join#${code}`

/** The one time that a link is shown. */
function MadeLink({ of }: { of: Made }) {
  const w = useWords(memberWords)
  const figures = useFigures()
  const address = addressOf(of)
  const copy = async () => {
    await navigator.clipboard.writeText(address)
    said.success(w.copied)
  }
  return (
    <div className="made-link" role="status">
      <strong>{w.link}</strong>
      <code>{address}</code>
      <p className="soft">{w.linkUntil(figures.instant(of.expiresAt))}</p>
      {/* Where a browser lets no page copy, the text is there to be marked. */}
      {window.isSecureContext && <Button onClick={() => void copy().catch(() => {})}>{w.copy}</Button>}
    </div>
  )
}

function InviteButton({ onMade, settled }: { onMade: (made: Made) => void; settled: () => void }) {
  const w = useWords(memberWords)
  return (
    <ActButton<{ role: EmployerRole }>
      label={w.invite}
      title={w.invite}
      text={w.inviteText}
      done={w.inviteDone}
      kind="primary"
      asked={{
        initial: { role: 'recruiter' },
        missing: () => null,
        show: ({ role }, change) => (
          <Radio.Group
            aria-label={w.inviteRole}
            options={EMPLOYER_ROLES.map((value) => ({ value, label: w.role[value] }))}
            value={role}
            onChange={({ target }) => change({ role: target.value })}
          />
        ),
      }}
      act={async (_reason, { role }) => onMade(await makeLink(role))}
      settled={settled}
    />
  )
}

type MemberRow = { id: string; role: EmployerRole }
function MemberActs({ of: { id, role }, settled }: { of: MemberRow; settled: () => void }) {
  const w = useWords(memberWords)
  const next = role === 'owner' ? 'recruiter' : 'owner'
  return (
    <div className="actions">
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

/** 单位成员: who they are, links that are out, and who has left. */
export function MembersPage() {
  const w = useWords(memberWords)
  const figures = useFigures()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.listMembers))
  const [made, setMade] = useState<Made | null>(null)
  const settled = () => client.invalidateQueries()
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="number">{data.items.length}</span>
        <div className="page-act">
          <InviteButton onMade={setMade} settled={settled} />
        </div>
      </div>
      <p>{w.lead}</p>
      {made && <MadeLink of={made} />}
      <section className="card">
        <ul className="members">
          {data.items.map(({ id, name, login, role, isMe }) => (
            <li key={id}>
              <div>
                <strong>
                  {name}
                  {isMe && w.me}
                </strong>{' '}
                · {w.role[role]}
                <br />
                <small className="soft">
                  {w.login}: {login}
                </small>
              </div>
              <MemberActs of={{ id, role }} settled={settled} />
            </li>
          ))}
        </ul>
      </section>
      {data.links.length > 0 && (
        <section className="card">
          <h2>{w.links}</h2>
          <ul className="members">
            {data.links.map(({ id, role, madeBy, expiresAt }) => (
              <li key={id}>
                <div>
                  {w.role[role]} · {w.madeBy(madeBy, figures.instant(expiresAt))}
                </div>
                <ActButton
                  {...w.revoke}
                  act={() => call(contract.revokeLink, { params: { id } })}
                  settled={settled}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
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
