import { useQueryClient } from '@tanstack/react-query'
import type { Input } from '../../../contracts/address.ts'
import { MOST_PREPARED, prepareTransfers } from '../../../contracts/transfers.ts'
import type { TransferKind } from '../../../domain/transfer/life.ts'
import { call } from '../../call.ts'
import { useFigures } from '../../ui/figures.ts'
import { useWords } from '../../words/language.tsx'
import { useMySchool } from '../accounts/me.ts'
import { ActButton } from '../cases/act-button.tsx'
import { AskedWay, firstWay, type WayDraft } from './asked-way.tsx'
import { transferWords } from './words.ts'

type Props = {
  kind: TransferKind
  whom: Input<typeof prepareTransfers>['body']['transferWhom']
  total: number
}

/** A record for each of these: by which way and in which batch they go. */
export function PrepareButton({ kind, whom, total }: Props) {
  const w = useWords(transferWords)
  const figures = useFigures()
  const school = useMySchool()
  const client = useQueryClient()
  if (total > MOST_PREPARED) return <p>{w.prepare.tooMany(figures.number(MOST_PREPARED))}</p>
  const { label, title, text, confirm, done } = w.prepare
  return (
    <ActButton<WayDraft>
      {...{ text, confirm, done }}
      label={label(figures.number(total))}
      title={title(figures.number(total))}
      kind="primary"
      asked={{
        initial: firstWay(kind),
        names: { 'transferWay.batch': w.batch },
        faults: () => ({}),
        show: (draft, put, at) => (
          <AskedWay kind={kind} of={draft} change={put} at={at} within="transferWay" />
        ),
      }}
      act={(_reason, transferWay) => {
        const body = { transferKind: kind, transferWay, transferWhom: whom, seenTotal: total }
        return call(prepareTransfers, { params: { school }, body })
      }}
      settled={() => void client.invalidateQueries()}
    />
  )
}
