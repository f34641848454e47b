import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../../../contracts/address.ts'
import {
  documentTemplates as contract,
  type DocumentTemplates,
  type KeptTemplate,
} from '../../../contracts/document-templates.ts'
import { SAMPLES_OF, TEMPLATE_KINDS, type TemplateKind } from '../../../domain/document-template/template.ts'
import { ask, call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useListAddress } from '../../ui/list-address.ts'
import { Note } from '../../ui/note.tsx'
import { Pager } from '../../ui/pager.tsx'
import { TabLinks } from '../../ui/tab-links.tsx'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { CheckTemplate } from './check-template.tsx'
import { documentTemplateWords } from './words.ts'
import './document-templates.css'

/** 文书模板: of each kind of document what it is laid out by, another one checked and kept, and every version that was. */
export function DocumentTemplatePage() {
  const w = useWords(documentTemplateWords)
  const school = useMySchool()
  const client = useQueryClient()
  const {
    shown: { tab, ...shown },
    turn,
  } = useListAddress<{ tab: string }>()
  const kind = TEMPLATE_KINDS.find((one) => one === tab) ?? 'agreement'
  const { data } = useSuspenseQuery(ask(contract.list, { params: { school }, query: { ...shown, kind } }))
  const settled = () => client.invalidateQueries()
  const choose = (version: number | null) => () =>
    call(contract.use, {
      params: { school },
      query: { kind },
      body: { version, seenUse: data.use?.number ?? 0 },
    })
  const at = { school, kind, settled }
  return (
    <>
      <h1>{w.title}</h1>
      <p>{w.lead}</p>
      <TabLinks label={w.kinds} of={TEMPLATE_KINDS.map((tab) => ({ tab, name: w.kind[tab] }))} open={kind} />
      <Note type="info" below={12} title={w.keeps} />
      <InUse {...at} of={data} choose={choose} />
      {/* What is typed is of one kind, and stays with it. */}
      <CheckTemplate key={kind} {...at} />
      <section className="card">
        <h2>{w.versions}</h2>
        {data.total === 0 ? (
          <div className="empty">{w.noVersions}</div>
        ) : (
          <ol className="template-versions">
            {data.items.map((one) => (
              <Version
                {...at}
                key={one.version}
                of={one}
                isInUse={data.use?.version === one.version}
                choose={choose(one.version)}
              />
            ))}
          </ol>
        )}
        {data.total > 0 && <Pager of={data} onPage={turn} />}
      </section>
    </>
  )
}

type At = { school: string; kind: TemplateKind; settled: () => void }

function InUse({
  of: { use },
  choose,
  ...at
}: At & { of: DocumentTemplates; choose: (version: null) => () => Promise<unknown> }) {
  const w = useWords(documentTemplateWords)
  const figures = useFigures()
  const version = use?.version ?? null
  return (
    <section className="card">
      <h2>{w.current}</h2>
      <p>
        <strong>{version === null ? w.builtIn : w.own(figures.number(version))}</strong>
        {use && (
          <>
            <br />
            <small className="soft">{w.since(use.usedBy, figures.instant(use.usedAt))}</small>
          </>
        )}
      </p>
      <Samples {...at} version={version} />
      {version !== null && (
        <div className="actions">
          <ActButton {...w.backToBuiltIn} act={choose(null)} settled={at.settled} />
        </div>
      )}
    </section>
  )
}

/** Each opens as a PDF in a window of its own. */
function Samples({ school, kind, version }: Omit<At, 'settled'> & { version: number | null }) {
  const w = useWords(documentTemplateWords)
  return (
    <p className="template-samples">
      <span className="soft">{w.preview}</span>
      {SAMPLES_OF[kind].map((sample) => (
        <a
          key={sample}
          href={addressOf(contract.sample, {
            params: { school },
            query: { kind, sample, ...(version !== null && { version }) },
          })}
          target="_blank"
          rel="noopener"
        >
          {w.sample[sample]}
        </a>
      ))}
    </p>
  )
}

function Version({
  of: { version, savedBy, savedAt, sha256 },
  isInUse,
  choose,
  ...at
}: At & { of: KeptTemplate; isInUse: boolean; choose: () => Promise<unknown> }) {
  const w = useWords(documentTemplateWords)
  const figures = useFigures()
  const nth = figures.number(version)
  return (
    <li>
      <div className="template-version">
        <span>
          <strong>{w.version(nth)}</strong>
          {isInUse && <span className="template-in-use">{w.inUse}</span>}
          <br />
          <small className="soft">
            {savedBy} · {figures.instant(savedAt)} · <span className="mono">{sha256.slice(0, 8)}</span>
          </small>
        </span>
        <span className="actions">
          <a
            className="plain-button"
            href={addressOf(contract.source, {
              params: { school: at.school },
              query: { kind: at.kind, version },
            })}
          >
            {w.source1}
          </a>
          {!isInUse && <ActButton {...w.use} title={w.use.title(nth)} act={choose} settled={at.settled} />}
        </span>
      </div>
      <Samples {...at} version={version} />
    </li>
  )
}
