import { type AgreementView, registerPaper } from '../../contracts/agreements.ts'
import { withCreditCheck } from '../../domain/identifiers.ts'
import { sampleTerms } from '../demo/terms.ts'
import type { Scenario } from './scenario.ts'

const NOT_HERE = withCreditCheck('91420100MA4KUNKNX')

/** A paper agreement with an employer that is not on the platform, as its student registers it: with these scans, or one of no page of ours. */
export const registeredPaper = async (
  s: Scenario,
  { first, school }: Awaited<ReturnType<Scenario['student']>>,
  evidence?: string[],
): Promise<AgreementView> =>
  first.call(registerPaper, {
    params: { school },
    body: {
      employer: { creditCode: NOT_HERE, name: '远山食品有限公司' },
      signedOn: '2026-05-28',
      terms: sampleTerms('2026-07-10'),
      evidence: evidence ?? [await s.scan(first, school)],
      confirmed: true,
    },
  })
