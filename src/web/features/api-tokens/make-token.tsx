import { Input } from 'antd'
import { SCOPES_OF, type TokenOwnerKind, type TokenScope } from '../../../domain/api-token/token.ts'
import { LONGEST } from '../../../domain/longest.ts'
import { FieldFault } from '../../ui/field-at.tsx'
import { LineField } from '../../ui/line-field.tsx'
import { SeveralChoice } from '../../ui/several-choice.tsx'
import { uiWords } from '../../ui/words.ts'
import { useWords } from '../../words/language.tsx'
import { ActButton } from '../cases/act-button.tsx'
import { useMeantDay } from '../cases/refused-rule.ts'
import { apiTokenWords } from './words.ts'

export type TokenDraft<Kind extends TokenOwnerKind> = {
  readonly name: string
  readonly scopes: (typeof SCOPES_OF)[Kind][number][]
  readonly endsOn: string
}
type Props<Kind extends TokenOwnerKind> = {
  whose: Kind
  make: (draft: TokenDraft<Kind>) => Promise<unknown>
  settled: () => void
}

/** Asks for what a token is called, what it may do and how long. */
export function MakeToken<Kind extends TokenOwnerKind>({ whose, make, settled }: Props<Kind>) {
  const w = useWords(apiTokenWords)
  const ui = useWords(uiWords)
  const { span } = useMeantDay('token')
  const scopes: readonly TokenScope[] = SCOPES_OF[whose]
  return (
    <ActButton<TokenDraft<Kind>>
      {...w.make}
      kind="primary"
      asked={{
        initial: { name: '', scopes: [], endsOn: span.max },
        names: { name: w.name, scopes: w.scopes, endsOn: w.endsOn },
        faults: (draft) => ({
          name: draft.name.trim() ? null : ui.needed(w.name),
          scopes: draft.scopes.length > 0 ? null : ui.needed(w.scopes),
          endsOn: draft.endsOn ? null : ui.needed(w.endsOn),
        }),
        show: (draft, change, at) => (
          <>
            <LineField
              at={at('name')}
              label={w.name}
              hint={w.nameHint}
              value={draft.name}
              most={LONGEST.tokenName}
              onChange={(name) => change({ name })}
            />
            <div>
              <strong>{w.scopes}</strong>
              <SeveralChoice<TokenScope>
                id={at('scopes').id}
                label={w.scopes}
                inLines
                options={scopes.map((value) => ({ value, label: w.scope[value] }))}
                value={[...draft.scopes]}
                onChange={(chosen) => change({ scopes: chosen as TokenDraft<Kind>['scopes'] })}
              />
              <FieldFault of={at('scopes')} />
            </div>
            <div>
              <label htmlFor={at('endsOn').id}>{w.endsOn}</label>
              <Input
                id={at('endsOn').id}
                type="date"
                {...span}
                value={draft.endsOn}
                onChange={({ target }) => change({ endsOn: target.value })}
              />
              <FieldFault of={at('endsOn')} />
              <span className="soft">{w.endsOnHint}</span>
            </div>
          </>
        ),
      }}
      act={(_reason, draft) => make(draft)}
      settled={settled}
    />
  )
}
