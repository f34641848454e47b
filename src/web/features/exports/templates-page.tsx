import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { exportTemplateActs, listExportTemplates, type TemplateView } from '../../../contracts/exports.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { said } from '../../ui/said.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { SmallTable } from '../../ui/small-table.tsx'
import { uiWords } from '../../ui/words.ts'
import { useNameOf, useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { asSharedFile } from './shared-file.ts'
import type { Whom } from './whom.ts'
import { exportWords } from './words.ts'
import './exports.css'

/** As a page calls it: what comes with the product has a name in each language. */
export function useTemplateName() {
  const nameOf = useNameOf()
  return ({ name, nameEn }: Pick<TemplateView, 'name' | 'nameEn'>) => nameOf({ name, nameEn: nameEn || name })
}

/** 数据导出: the templates, by each of which a file is taken. */
export function ExportTemplatesPage() {
  const w = useWords(exportWords)
  const ui = useWords(uiWords)
  const figures = useFigures()
  const called = useTemplateName()
  const school = useMySchool()
  const client = useQueryClient()
  const { address: whom } = useListAddress<Required<Whom>>()
  const { data } = useSuspenseQuery(ask(listExportTemplates, { params: { school } }))
  const settled = () => void client.invalidateQueries()
  const share = (of: TemplateView) => {
    saveFile(asSharedFile(of), `${called(of)}.json`)
    said.success(w.shared)
  }
  const actsOf = (of: TemplateView) => {
    const params = { id: of.id }
    return (
      <div className="export-acts">
        <Link className="plain-button" to="/school/exports/$id" params={params} search={whom}>
          {w.open}
          <span className="unseen">{called(of)}</span>
        </Link>
        {data.mayChange && !of.isShipped && (
          <Link className="plain-button" to="/school/exports/$id/edit" params={params}>
            {w.edit}
            <span className="unseen">{called(of)}</span>
          </Link>
        )}
        {data.mayChange && (
          <Link className="plain-button" to="/school/exports/new" search={{ from: of.id }}>
            {w.copy}
            <span className="unseen">{called(of)}</span>
          </Link>
        )}
        <Button aria-label={`${w.share} ${called(of)}`} onClick={() => share(of)}>
          {w.share}
        </Button>
        {data.mayChange && !of.isShipped && (
          <ActButton
            {...w.end}
            of={called(of)}
            kind="danger"
            act={() =>
              call(exportTemplateActs.end, {
                params: { school, id: of.id },
                body: { seenVersion: of.version },
              })
            }
            settled={settled}
          />
        )}
      </div>
    )
  }
  return (
    <>
      <div className="page-head">
        <h1>{w.title}</h1>
        {data.mayChange && (
          <div className="page-act">
            <Link className="plain-button" to="/school/exports/new">
              {w.add}
            </Link>
          </div>
        )}
      </div>
      <p className="soft">{w.lead}</p>
      {whom.ticked && <Note type="info" below={12} title={w.ticked(whom.ticked.split(',').length)} />}
      <section className="card">
        <SmallTable<TemplateView>
          label={w.title}
          items={data.items}
          keyOf={({ id }) => id}
          columns={[
            {
              title: w.name,
              show: (of) => (
                <>
                  {called(of)} {of.isShipped && <small className="soft">{w.shipped}</small>}
                </>
              ),
            },
            { title: w.columns, show: ({ columns }) => w.columnsOf(columns.length) },
            {
              title: w.saved,
              show: ({ saved, version }) =>
                saved ? `${w.version(version)} · ${w.savedBy(saved.by, figures.instant(saved.at))}` : ui.none,
            },
          ]}
          acts={{ title: w.acts, show: actsOf }}
        />
        <p className="soft">
          {w.shareHint} {!data.mayChange && w.readOnly}
        </p>
      </section>
    </>
  )
}
