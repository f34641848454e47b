import { v7 as uuidv7 } from 'uuid'
import * as contract from '../../../contracts/agreements.ts'
import {
  correctPaper,
  type Paper,
  reasonsAgainstPaper,
  registerPaper,
} from '../../../domain/agreement/paper.ts'
import { keptRulesOf } from '../../../domain/dissolution/asking.ts'
import { codesAsked } from '../../../domain/term-template.ts'
import { carryOut } from '../../cases/carry-out.ts'
import { hashOf } from '../../db/journal.ts'
import { doing, reading, readingIn } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { refuseNotOffered } from '../codes/offered.ts'
import { findEmployerByCode } from '../employers/queries.ts'
import { findRegistrant } from '../students/registrant.ts'
import { holdRoster } from '../students/roster-values.ts'
import { listAgreements } from './lists.ts'
import { presentAgreement } from './present.ts'
import { findAgreement, lockAgreement } from './queries.ts'

const paperOf = ({ employer, signedOn, terms, evidence }: contract.PaperRegistration): Paper => ({
  employer,
  signedOn,
  terms,
  termsHash: hashOf(terms),
  evidence,
})

/** 纸质签约: the student registers and corrects; the reviews, and cancelling, are the agreements' own acts. */
export const paperRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listMyPaper,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { school } = request.params
      const studentId = person.studentId!
      const [page, { correction, placing, registered }] = await Promise.all([
        listAgreements(db, { school, studentId, kind: 'paper' }, { q: '', ...request.query }, acting.at),
        findRegistrant(db, school, studentId),
      ])
      return {
        ...page,
        reasons: reasonsAgainstPaper(correction, placing, registered, null, acting.at),
      }
    },
  })

  app.route({
    ...contract.registerPaper,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        const paper = paperOf(request.body)
        const studentId = of.person.studentId!
        // What a signature rests on is not asked to be corrected in the same second (R20).
        await holdRoster(of.tx, { school, id: studentId })
        const { correction, placing, registered, settings, year, level, ...registrant } =
          await findRegistrant(of.tx, school, studentId)
        const known = await findEmployerByCode(of.tx, paper.employer.creditCode)
        const { agreementLevels: levels, numberPattern: pattern } = settings
        const student = {
          ...registrant,
          id: uuidv7(),
          levels,
          dissolutionRules: keptRulesOf(settings),
          // Its employer has sealed it before it was registered here.
          sealRules: null,
          noticeId: null,
          numbering: { pattern, year, level },
        }
        const facts = { correction, placing, registered, known, student }
        const outcome = registerPaper(facts, paper, of.acting)
        await refuseNotOffered(of.tx, { asked: codesAsked(paper.terms), kept: [] }, of.acting.at)
        await carryOut(of, outcome)
        const formed = await findAgreement(of.tx, { school, id: student.id }, of.person)
        return presentAgreement(readingIn(of), formed)
      }),
  })

  app.route({
    ...contract.agreementActs.correct,
    handler: (request) =>
      doing(services, request, async (of) => {
        const key = request.params
        const { seenVersion } = request.body
        const paper = paperOf(request.body)
        const before = await lockAgreement(of.tx, key, of.person)
        const { placing } = await findRegistrant(of.tx, key.school, before.studentId)
        const known = await findEmployerByCode(of.tx, paper.employer.creditCode)
        const outcome = correctPaper({ before, placing, known }, { ...paper, seenVersion }, of.acting)
        const codes = { asked: codesAsked(paper.terms), kept: codesAsked(before.terms) }
        await refuseNotOffered(of.tx, codes, of.acting.at)
        await carryOut(of, outcome)
        return presentAgreement(readingIn(of), await findAgreement(of.tx, key, of.person))
      }),
  })
}
