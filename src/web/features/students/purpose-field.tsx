import { PURPOSES, type Purpose } from '../../../domain/unmasking.ts'
import { OneOf } from '../../ui/one-of.tsx'
import { useWords } from '../../words/language.tsx'
import type { Asked } from '../cases/act-button.tsx'
import { rosterListWords } from './roster-list-words.ts'

type Chosen = { readonly purpose: Purpose | null }

/** For what data of a person are shown whole, as dialogs ask it beside words. */
export function useAskedPurpose(): { readonly asked: Asked<Chosen>; readonly asksFor: string } {
  const w = useWords(rosterListWords)
  return {
    asksFor: w.inWords,
    asked: {
      initial: { purpose: null },
      faults: ({ purpose }) => ({ purpose: purpose ? null : w.purposeMissing }),
      show: ({ purpose }, change, at) => (
        <OneOf
          at={at('purpose')}
          label={w.purpose}
          options={PURPOSES.map((value) => ({ value, label: w.purposes[value] }))}
          value={purpose}
          onChange={(one) => change({ purpose: one })}
        />
      ),
    },
  }
}
