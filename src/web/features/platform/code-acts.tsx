import { useQueryClient } from '@tanstack/react-query'
import * as contract from '../../../contracts/code-tables.ts'
import { call } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { type CodeDraft, CodeFields, codeDraftOf, codeTextOf, useCodeFaults } from './code-fields.tsx'
import { codeTablesWords } from './code-tables-words.ts'

type Row = contract.CodeTablePage['items'][number]
type Of = { kind: contract.CodeKind; row: Row }

function useSettled() {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

export function ChangeCode({ kind, row }: Of) {
  const w = useWords(codeTablesWords)
  const faults = useCodeFaults()
  const seen = codeDraftOf(row)
  return (
    <ActButton<CodeDraft>
      {...w.change}
      title={`${w.change.title} ${row.code}`}
      asked={{
        initial: seen,
        names: w.fields,
        faults,
        show: (draft, put, at) => <CodeFields of={draft} at={at} change={put} />,
      }}
      act={(_reason, draft) =>
        call(contract.changeCode, {
          params: { kind, row: row.code },
          body: { ...codeTextOf(draft), seen: codeTextOf(seen) },
        })
      }
      settled={useSettled()}
    />
  )
}

export function TakeShipped({ kind, row }: Of) {
  const w = useWords(codeTablesWords)
  return (
    <ActButton
      {...w.take}
      act={() => call(contract.takeShippedCodes, { params: { kind }, body: { codes: [row.code] } })}
      settled={useSettled()}
    />
  )
}

type NewDraft = CodeDraft & Readonly<Record<'id' | 'parent' | 'like', string>>
const NEW: NewDraft = { id: '', parent: '', like: '', name: '', nameEn: '', validFrom: '', validUntil: '' }

export function AddCode({ kind }: Pick<Of, 'kind'>) {
  const w = useWords(codeTablesWords)
  const faults = useCodeFaults()
  const isCategory = kind === 'destination'
  return (
    <ActButton<NewDraft>
      {...w.add}
      kind="primary"
      asked={{
        initial: NEW,
        names: { ...w.fields, id: w.code, like: w.like },
        faults: (draft) => ({
          id: /^[\dA-Za-z]{1,20}$/.test(draft.id.trim()) ? null : w.codeWrong,
          ...faults(draft),
          like: isCategory && draft.like.trim() === '' ? w.likeHint : null,
        }),
        show: (draft, put, at) => (
          <>
            <LineField
              at={at('id')}
              label={w.code}
              value={draft.id}
              most={20}
              onChange={(id) => put({ id })}
            />
            <CodeFields of={draft} at={at} change={put} />
            <LineField
              at={at('parent')}
              label={w.parent}
              hint={w.parentHint}
              value={draft.parent}
              most={20}
              onChange={(parent) => put({ parent })}
            />
            {isCategory && (
              <LineField
                at={at('like')}
                label={w.like}
                hint={w.likeHint}
                value={draft.like}
                most={20}
                onChange={(like) => put({ like })}
              />
            )}
          </>
        ),
      }}
      act={(_reason, draft) =>
        call(contract.addCode, {
          params: { kind },
          body: {
            ...codeTextOf(draft),
            id: draft.id,
            parent: draft.parent.trim() || null,
            like: draft.like.trim() || null,
          },
        })
      }
      settled={useSettled()}
    />
  )
}
