import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { Output } from '../../../contracts/address.ts'
import * as contract from '../../../contracts/term-templates.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { LineField } from '../../ui/line-field.tsx'
import { Note } from '../../ui/note.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useTermNames } from '../terms/terms-view.tsx'
import { templateWords } from './words.ts'
import './term-templates.css'

type Template = Output<typeof contract.listTermTemplates>['items'][number]

/** Without these nobody sends: they are named where a template leaves them open. */
const ASKED = ['position', 'jobCategory', 'reportBy', 'regionCode', 'regularPay', 'probationPay'] as const

function TemplateActs({ of: { id, name }, settled }: { of: Template; settled: () => void }) {
  const w = useWords(templateWords)
  const ui = useWords(uiWords)
  return (
    <div className="actions">
      <ActButton<{ name: string }>
        {...w.rename}
        asked={{
          initial: { name },
          names: { name: w.name },
          faults: (given) => ({ name: given.name.trim() ? null : ui.needed(w.name) }),
          show: (given, change, at) => (
            <LineField
              at={at('name')}
              label={w.name}
              value={given.name}
              most={LONGEST.templateName}
              onChange={(text) => change({ name: text })}
            />
          ),
        }}
        act={(_reason, given) =>
          call(contract.renameTermTemplate, { params: { id }, body: { name: given.name } })
        }
        settled={settled}
      />
      <ActButton
        {...w.remove}
        kind="danger"
        act={() => call(contract.removeTermTemplate, { params: { id } })}
        settled={settled}
      />
    </div>
  )
}

/** 条款模板: what each says, and what of it can be sent no more. */
export function TermTemplatesPage() {
  const w = useWords(templateWords)
  const figures = useFigures()
  const nameOf = useTermNames()
  const client = useQueryClient()
  const { data } = useSuspenseQuery(ask(contract.listTermTemplates))
  const settled = () => client.invalidateQueries()
  const told = ({ terms, answerDays }: Template) =>
    [
      terms.position,
      terms.regionName,
      terms.regularPay !== undefined && figures.pay(terms.regularPay),
      terms.reportBy && `${nameOf('reportBy')} ${figures.day(terms.reportBy)}`,
      answerDays !== null && w.answerDays(answerDays),
    ].filter(Boolean)
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        <span className="number">{w.of(figures.number(data.items.length), figures.number(data.most))}</span>
      </div>
      <p>{w.lead}</p>
      {data.items.length === 0 ? (
        <p className="empty">{w.empty}</p>
      ) : (
        <section className="card">
          <ul className="templates">
            {data.items.map((one) => {
              const open = ASKED.filter((field) => one.terms[field] === undefined)
              return (
                <li key={one.id}>
                  <p>
                    <strong>{one.name}</strong>
                  </p>
                  <p>{told(one).join(' · ')}</p>
                  {open.length > 0 && <p className="soft">{w.open(open.map(nameOf).join('、'))}</p>}
                  <p className="soft">{w.saved(one.savedBy, figures.instant(one.savedAt))}</p>
                  {one.faults.map(({ field, said }) => (
                    <Note key={field} type="warning" title={w.fault(nameOf(field), said)} below={8} />
                  ))}
                  <TemplateActs of={one} settled={settled} />
                </li>
              )
            })}
          </ul>
        </section>
      )}
    </>
  )
}
