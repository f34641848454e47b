import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import * as contract from '../../../contracts/platform.ts'
import { isHostName, normalHostName } from '../../../domain/host-name.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { CasePage } from '../../ui/case-page.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { Timeline } from '../cases/timeline.tsx'
import { GiveLink, GivenLink, type Link } from '../staff/given-link.tsx'
import { StaffState } from '../staff/staff-state.tsx'
import {
  type AdministratorDraft,
  AdministratorFields,
  administratorOf,
  NOBODY,
  useAdministratorFaults,
} from './administrator-fields.tsx'
import { SchoolState } from './school-state.tsx'
import { platformWords } from './words.ts'
import './operated-school.css'

/** A school as the platform sees it: whether it is in use, and who runs it. */
export function OperatedSchoolPage() {
  const w = useWords(platformWords)
  const figures = useFigures()
  const params = { code: useParams({ from: '/platform/schools/$code' }).code }
  const client = useQueryClient()
  const administratorFaults = useAdministratorFaults()
  const { data: of } = useSuspenseQuery(ask(contract.getOperatedSchool, { params }))
  const [given, setGiven] = useState<Link | null>(null)
  const settled = () => client.invalidateQueries()
  return (
    <CasePage
      title={of.name}
      back="/platform"
      state={<SchoolState of={of} />}
      acts={
        <>
          <ActButton<AdministratorDraft>
            {...w.add}
            reason="needed"
            asked={{
              initial: NOBODY,
              names: { login: w.administratorLogin, name: w.administratorName },
              faults: (draft) => administratorFaults(draft),
              show: (draft, put, at) => <AdministratorFields of={draft} at={at} change={put} />,
            }}
            act={(reason, draft) =>
              call(contract.addAdministrator, { params, body: { ...administratorOf(draft), reason } })
            }
            settled={settled}
          />
          <ActButton<{ host: string }>
            {...w.setHost}
            asked={{
              initial: { host: of.host ?? '' },
              names: { host: w.host },
              faults: ({ host }) => ({
                host: host.trim() === '' || isHostName(normalHostName(host)) ? null : w.noHost,
              }),
              show: ({ host }, put, at) => (
                <LineField
                  at={at('host')}
                  label={w.host}
                  value={host}
                  most={LONGEST.hostName}
                  hint={w.hostHint}
                  inputMode="url"
                  onChange={(text) => put({ host: text })}
                />
              ),
            }}
            act={(_reason, { host }) =>
              call(contract.setSchoolHost, { params, body: { host: host.trim() || null } })
            }
            settled={settled}
          />
          {of.suspendedAt ? (
            <ActButton
              {...w.resume}
              kind="primary"
              reason="optional"
              act={(reason) => call(contract.resumeSchool, { params, body: { reason } })}
              settled={settled}
            />
          ) : (
            <ActButton
              {...w.suspend}
              kind="danger"
              reason="needed"
              act={(reason) => call(contract.suspendSchool, { params, body: { reason } })}
              settled={settled}
            />
          )}
        </>
      }
      timeline={
        <>
          <h2>{w.history}</h2>
          <Timeline of={of.timeline} />
        </>
      }
    >
      <section className="card">
        <Facts
          of={[
            [w.code, of.code],
            [w.nameEn, of.nameEn],
            [w.opened, figures.instant(of.openedAt)],
            [w.publicSite, <a href={`/s/${of.code}`} key="site">{`/s/${of.code}`}</a>],
            [w.host, of.host ?? w.none],
          ]}
        />
      </section>
      <section className="card">
        <h2>{w.administrators}</h2>
        <p className="soft">{w.begunHint}</p>
        {given && <GivenLink of={given} />}
        <ul className="administrators">
          {of.administrators.map((one) => (
            <li key={one.id}>
              <span>
                <strong>{one.name}</strong> {one.login}
              </span>
              <StaffState of={one} />
              {!one.begun && !one.disabled && (
                <GiveLink
                  begun={false}
                  give={() => call(contract.giveAdministratorLink, { params, body: { userId: one.id } })}
                  onGiven={setGiven}
                  settled={settled}
                />
              )}
            </li>
          ))}
        </ul>
      </section>
    </CasePage>
  )
}
