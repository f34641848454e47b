import type { z } from 'zod'
import * as contract from '../../../contracts/jobs.ts'
import { readJobAttachment } from '../../../contracts/post-files.ts'
import { asApplicantsRead } from '../../../domain/post/content.ts'
import { markText } from '../../db/mark.ts'
import { reading } from '../../http/doing.ts'
import type { Slice } from '../../http/slice.ts'
import { findAnswerRate } from '../applications/answer-rate.ts'
import { findOfStudent, listResumesToSend } from '../applications/queries.ts'
import { whichAreKept } from '../favourites/queries.ts'
import { sendAttachment } from '../post-files/showing.ts'
import { findOpenReport } from '../post-reports/queries.ts'
import { findMajorCode } from '../students/queries.ts'
import { namesOf } from './names.ts'
import { shownContent } from './present.ts'
import { type FoundPost, findOpenPost, searchOf, searchPosts } from './search.ts'

const A_PAGE = 20

/** 网上就业市场, as a student of the school reads it: what is open to anybody, and what is for its students alone. */
export const jobRoutes: Slice = (app, services) => {
  app.route({
    ...contract.listJobs,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { school } = request.params
      const student = { school, id: person.studentId! }
      const of = searchOf({ ...request.query, reader: 'student' }, acting.at)
      const [{ items, next }, major] = await Promise.all([
        searchPosts(db, school, of, acting.at, A_PAGE),
        findMajorCode(db, student),
      ])
      const [kept, names] = await Promise.all([
        whichAreKept(
          db,
          student,
          items.map(({ id }) => id),
        ),
        namesOf(
          db,
          items.map(({ content }) => content),
        ),
      ])
      const rowOf = ({ content, ...post }: FoundPost): z.output<typeof contract.jobRow> => ({
        id: post.id,
        shortId: post.shortId,
        employer: post.employer,
        title: content.title,
        work: content.work,
        // What is submitted has all three (L1).
        headcount: content.headcount!,
        lastDay: content.lastDay!,
        pay: content.pay,
        regions: [...content.regions],
        education: content.education,
        audience: content.audience,
        shownFrom: post.shownFrom.toISOString(),
        isFavourite: kept.has(post.id),
      })
      return { items: items.map(rowOf), next: next && markText(next), names, major }
    },
  })

  app.route({
    ...contract.getJob,
    handler: async (request) => {
      const { db, person, acting } = reading(services, request)
      const { school, shortId } = request.params
      const student = { school, id: person.studentId! }
      const of = await findOpenPost(db, { school, shortId, reader: 'student' }, acting.at)
      const [kept, report, application, resumes, answerRate, names] = await Promise.all([
        whichAreKept(db, student, [of.id]),
        findOpenReport(db, student, of.id),
        findOfStudent(db, student, of.id),
        listResumesToSend(db, student),
        findAnswerRate(db, school, of.employerId, acting.at),
        namesOf(db, [of.content], [of]),
      ])
      return {
        id: of.id,
        shortId,
        employer: of.employer,
        employerId: of.employerId,
        industry: of.industry,
        nature: of.nature,
        kind: of.kind,
        licenceNumber: of.licenceNumber,
        content: shownContent(asApplicantsRead(of.content)),
        names,
        shownFrom: of.shownFrom.toISOString(),
        isFavourite: kept.has(of.id),
        report,
        application,
        resumes,
        answerRate,
      }
    },
  })

  app.route({
    ...readJobAttachment,
    handler: async (request, reply) => {
      const { db, acting } = reading(services, request)
      const { school, shortId } = request.params
      const of = await findOpenPost(db, { school, shortId, reader: 'student' }, acting.at)
      return sendAttachment(services, reply, of.employerId, of.content.attachment, request.query)
    },
  })
}
