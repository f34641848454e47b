import type { TransferRow } from '../../../contracts/transfers.ts'
import type { TransferStatus } from '../../../domain/transfer/life.ts'
import { TRANSFER_REGISTER } from '../../../words/transfer-register.ts'
import { useFigures } from '../../ui/figures.ts'
import { type Standing, StateMark } from '../../ui/state-mark.tsx'
import { useLanguage, useWords } from '../../words/language.tsx'
import { transferWords } from './words.ts'

const STANDINGS: Record<TransferStatus, Standing> = {
  prepared: 'mine',
  sent: 'theirs',
  received: 'done',
  returned: 'wrong',
  cancelled: 'over',
}

/** A record's state, where its thing is in words, and what is to be looked at. */
export function useTransferBrief() {
  const w = useWords(transferWords)
  const figures = useFigures()
  const register = TRANSFER_REGISTER[useLanguage().language]
  const stateOf = ({ status, isUnconfirmed }: TransferRow) => (
    <StateMark standing={isUnconfirmed ? 'wrong' : STANDINGS[status]}>
      {isUnconfirmed ? w.unconfirmed : register.status[status]}
    </StateMark>
  )
  const whereOf = (of: TransferRow): string => {
    const day = of.returnedOn ?? of.receivedOn ?? of.sentOn
    return w.where[of.kind][of.status]({
      receiver: of.receiver,
      channel: register.channel[of.channel],
      number: of.numbers.tracking,
      day: day ? figures.said.day(day) : '',
      reason: of.reason ?? '',
    })
  }
  const warningsOf = ({ warnings }: Pick<TransferRow, 'warnings'>): string =>
    warnings.map((warning) => w.warning[warning]).join(' · ')
  return { stateOf, whereOf, warningsOf, register }
}
