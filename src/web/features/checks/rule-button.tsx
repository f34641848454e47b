import { Checkbox } from 'antd'
import { type CheckRules, saveCheckRule } from '../../../contracts/checks.ts'
import { thresholdOf } from '../../../domain/check/rules.ts'
import { call } from '../../call.ts'
import { LineField } from '../../ui/line-field.tsx'
import { isWhole } from '../../ui/whole.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { checkWords } from './words.ts'

type Draft = { readonly isOn: boolean; readonly threshold: string }
type Props = { of: CheckRules['items'][number]; settled: () => void }

/** A rule's switch, and its threshold where it measures something. */
export function RuleButton({ of: { checkRule, version, isOn, threshold }, settled }: Props) {
  const w = useWords(checkWords)
  const school = useMySchool()
  const bounds = thresholdOf(checkRule)
  const { name, what, unit } = w.rules[checkRule]
  return (
    <ActButton<Draft>
      {...w.settings.save}
      of={name}
      title={`${w.settings.save.title} · ${name}`}
      asked={{
        initial: { isOn, threshold: threshold === null ? '' : String(threshold) },
        names: { threshold: w.settings.threshold },
        faults: (draft) => ({
          threshold:
            bounds === null || isWhole(draft.threshold, bounds)
              ? null
              : w.settings.whole(bounds.least, bounds.most),
        }),
        show: (draft, put, at) => (
          <>
            <p>{what}</p>
            <Checkbox checked={draft.isOn} onChange={({ target }) => put({ isOn: target.checked })}>
              {w.settings.on}
            </Checkbox>
            {bounds && (
              <LineField
                at={at('threshold')}
                label={`${w.settings.threshold}（${unit ?? ''}）`}
                value={draft.threshold}
                most={4}
                inputMode="numeric"
                onChange={(text) => put({ threshold: text })}
              />
            )}
          </>
        ),
      }}
      act={(_reason, draft) =>
        call(saveCheckRule, {
          params: { school },
          body: {
            checkRule,
            isOn: draft.isOn,
            threshold: bounds ? Number(draft.threshold) : null,
            seenVersion: version,
          },
        })
      }
      settled={settled}
    />
  )
}
