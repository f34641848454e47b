import { getDissolutionProof } from '../../../contracts/dissolutions.ts'
import { dissolutionStatusAt } from '../../../domain/dissolution/life.ts'
import { maskName } from '../../../domain/identifiers.ts'
import { originOf } from '../../../domain/network.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse, settle } from '../accounts/attempts.ts'
import { findProof } from './queries.ts'

/** 解约办理中: for the next employer, who has the code from the student. */
export const proofRoutes: Slice = (app, { db, now, secrets }) => {
  app.route({
    ...getDissolutionProof,
    handler: async (request) => {
      const at = now()
      // A code is not to be found by trying, but trying is counted all the same.
      const guessing = `proof:${originOf(request.ip).network}`
      await countUse({ db, secrets }, 'search', guessing, at)
      const { school, code } = request.params
      const proof = await findProof(db, school, code)
      await settle({ db, secrets }, { forget: {}, takeOff: { search: guessing } })
      return {
        schoolName: proof.schoolName,
        maskedStudentName: maskName(proof.snapshot.student.name),
        employerName: proof.snapshot.employer.name,
        number: proof.number,
        status: dissolutionStatusAt(proof, at),
        askedAt: proof.askedAt.toISOString(),
        endedAt: proof.endedAt?.toISOString() ?? null,
        serverTime: at.toISOString(),
      }
    },
  })
}
