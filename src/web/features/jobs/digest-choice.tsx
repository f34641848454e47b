import { DIGESTS, type Digest } from '../../../domain/post/digest.ts'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { useWords } from '../../words/language.tsx'
import { marketWords } from './words.ts'

type Props = { label: string; value: Digest; onChange: (digest: Digest) => void }

/** How often one is told of what a saved search finds anew. */
export function DigestChoice({ label, value, onChange }: Props) {
  const w = useWords(marketWords)
  return (
    <ChoiceFilter<Digest>
      label={label}
      value={value}
      onChange={(digest) => onChange(digest ?? 'off')}
      options={DIGESTS.map((one) => ({ value: one, label: w.digests[one] }))}
    />
  )
}
