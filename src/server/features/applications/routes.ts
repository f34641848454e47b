import { create as contentDisposition } from 'content-disposition'
import type { FastifyRequest } from 'fastify'
import * as contract from '../../../contracts/applications.ts'
import { fileNameOf } from '../../../domain/file-name.ts'
import { refuseUnlessResumeNames } from '../../../domain/resume-archive/names.ts'
import { RESUME_ARCHIVE_WORDS } from '../../../words/resume-archive.ts'
import { inTransaction } from '../../db/database.ts'
import type { Key } from '../../db/key.ts'
import { markFrom, markText } from '../../db/mark.ts'
import { actingAs, type Doing, doing, reading, readingIn } from '../../http/doing.ts'
import { hungUp } from '../../http/hung-up.ts'
import { actorOf, personOf } from '../../http/person.ts'
import type { Slice } from '../../http/slice.ts'
import { countUse } from '../accounts/attempts.ts'
import { propose } from '../interviews/acts.ts'
import { proposalIn } from '../interviews/proposal.ts'
import { findReasonsAgainstInviting } from '../invitations/inviting.ts'
import { findOwnPost } from '../posts/queries.ts'
import { sendAttachment, sendPortrait, sendPrinted } from '../resumes/printing.ts'
import { act, apply, assess, decideTogether, decline, look } from './acts.ts'
import { boardOfEmployer, countInvited, countOfEmployer, listOfEmployer } from './applicants.ts'
import { listOfStudent } from './lists.ts'
import { findOffered } from './offered.ts'
import { presentApplication } from './present.ts'
import { findApplication } from './queries.ts'
import { zipOfResumes } from './resume-zip.ts'
import { lookAtSent } from './sent.ts'
import { takeResumes } from './taking-resumes.ts'

const A_PAGE = 20
/** Of the cards on a board, so that all that are shown can be decided at once. */
const A_COLUMN = 16
const ZIP = 'application/zip'

/** 投递: applications for job posts, by students, to employers. */
export const applicationRoutes: Slice = (app, services) => {
  const { secrets } = services

  const shownAfter = async (of: Doing, key: Key, isLookedAt = false) => {
    const after = await findApplication(of.tx, key, of.person, of.acting.at)
    return presentApplication(readingIn(of), after, { secrets, isLookedAt })
  }
  /** One act on an application that is there. */
  const acting = (
    request: FastifyRequest,
    key: Key,
    carryOut: (of: Doing) => Promise<unknown>,
    isLook = false,
  ) =>
    doing(services, request, async (of) => {
      await carryOut(of)
      return shownAfter(of, key, isLook)
    })

  app.route({
    ...contract.applyForJob,
    handler: (request) =>
      doing(services, request, async (of) => {
        const { school } = request.params
        return shownAfter(of, { school, id: await apply(of, request.params, request.body) })
      }),
  })

  app.route({
    ...contract.listMyApplications,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { status, after } = request.query
      const student = { school: request.params.school, id: person.studentId! }
      const filter = { status, after: markFrom(after) }
      const { items, next } = await listOfStudent(db, student, filter, { most: A_PAGE, at: acting.at })
      return { items, next: next && markText(next) }
    },
  })

  app.route({
    ...contract.listApplications,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { after, ...filter } = request.query
      const employerId = person.employer!.id
      const [{ items, next }, counts] = await Promise.all([
        listOfEmployer(db, employerId, { ...filter, after: markFrom(after) }, { most: A_PAGE, acting }),
        countOfEmployer(db, employerId, filter),
      ])
      return { items, next: next && markText(next), counts }
    },
  })

  app.route({
    ...contract.boardOfApplications,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const employerId = person.employer!.id
      const [columns, counts] = await Promise.all([
        boardOfEmployer(db, employerId, request.query, { most: A_COLUMN, acting }),
        countOfEmployer(db, employerId, request.query),
      ])
      return { columns, counts }
    },
  })

  app.route({
    ...contract.takeResumes,
    handler: async (request, reply) => {
      const { fileNames: names, language, items, filter } = request.body
      refuseUnlessResumeNames(names)
      const { db, jobs, now } = services
      const [person, at] = [personOf(request), now()]
      await countUse({ db, secrets }, 'resumes', person.userId, at)
      const who = { jobs, secrets, person, actor: actorOf(request), acting: actingAs(person, at) }
      const those = await inTransaction(db, (tx) => takeResumes({ tx, ...who }, { filter, items }))
      const name = fileNameOf(RESUME_ARCHIVE_WORDS[language].file(those.length), ZIP)
      reply.type(ZIP).header('content-disposition', contentDisposition(name))
      const of = { employerId: person.employer!.id, names, language, at }
      return reply.send(zipOfResumes(services, those, of, hungUp(reply)))
    },
  })

  app.route({
    ...contract.countApplicants,
    handler: async (request) => {
      const { db, person } = reading(services, request)
      const [employerId, post] = [person.employer!.id, request.params.id]
      await findOwnPost(db, employerId, post)
      const [counts, invited] = await Promise.all([
        countOfEmployer(db, employerId, { q: '', post }),
        countInvited(db, employerId, post),
      ])
      return { counts, ...invited }
    },
  })

  app.route({
    ...contract.getApplication,
    handler: async (request) => {
      const read = reading(services, request)
      const found = await findApplication(read.db, request.params, read.person, read.acting.at)
      return presentApplication(read, found, { secrets, isLookedAt: false })
    },
  })

  const toSend = (request: FastifyRequest<{ Params: Key }>) =>
    lookAtSent(reading(services, request), request.params, secrets)
  app.route({
    ...contract.sentResume.pdf,
    handler: async (request, reply) =>
      sendPrinted(services, reply, await toSend(request), request.query.language),
  })
  app.route({
    ...contract.sentResume.photo,
    handler: async (request, reply) => sendPortrait(services, reply, await toSend(request)),
  })
  app.route({
    ...contract.sentResume.attachment,
    handler: async (request, reply) => sendAttachment(services, reply, await toSend(request)),
  })

  const { look: looking, interview, decline: declining, ...acts } = contract.applicationActs
  app.route({
    ...looking,
    handler: (request) => acting(request, request.params, (of) => look(of, request.params), true),
  })
  app.route({
    ...interview,
    handler: (request) =>
      acting(request, request.params, (of) =>
        propose(of, request.params, request.body.seenVersion, proposalIn(request.body)),
      ),
  })
  app.route({
    ...declining,
    handler: (request) => acting(request, request.params, (of) => decline(of, request.params, request.body)),
  })
  for (const action of Object.keys(acts) as (keyof typeof acts)[])
    app.route({
      ...acts[action],
      handler: (request) =>
        acting(request, request.params, (of) => act(of, request.params, { ...request.body, action })),
    })

  app.route({
    ...contract.decideApplications,
    handler: (request) =>
      doing(services, request, (of) => {
        const { items, ...step } = request.body
        return decideTogether(of, request, items, step)
      }),
  })

  app.route({
    ...contract.assessApplication,
    handler: (request) => acting(request, request.params, (of) => assess(of, request.params, request.body)),
  })

  app.route({
    ...contract.getApplicationInvitation,
    handler: async (request) => {
      const read = reading(services, request)
      const { student, terms } = await findOffered(read, request.params)
      const { school } = request.params
      const of = { school, studentIds: [student.id], employer: read.person.employer! }
      const reasons = (await findReasonsAgainstInviting(read.db, of, read.acting.at))(student.id)
      return { student: { ...student, reasons }, terms }
    },
  })
}
