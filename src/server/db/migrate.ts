import { type Kysely, sql } from 'kysely'
import { type Migration, Migrator } from 'kysely/migration'
import { seedCodes } from '../features/codes/seed.ts'
import { offerOurNotices } from '../features/notice-texts/queries.ts'
import { seedPlaces } from '../features/places/seed.ts'
import { seedNotice } from '../features/privacy/notice-seed.ts'
import { APPLICATION_ROLE, connect, type Db, type Tx } from './database.ts'
import { installJobs } from './job-schema.ts'
import * as signingLoop from './migrations/0001-signing-loop.ts'
import * as codes from './migrations/0002-codes.ts'
import * as lifeChanges from './migrations/0003-life-changes.ts'
import * as installation from './migrations/0005-installation.ts'
import * as keptAnswers from './migrations/0006-kept-answers.ts'
import * as textAsSeen from './migrations/0007-text-as-seen.ts'
import * as evidenceCopies from './migrations/0008-evidence-copies.ts'
import * as domainRules from './migrations/0009-domain-rules.ts'
import * as accounts from './migrations/0010-accounts.ts'
import * as queues from './migrations/0011-queues.ts'
import * as employerDesk from './migrations/0012-employer-desk.ts'
import * as platform from './migrations/0013-platform.ts'
import * as employers from './migrations/0014-employers.ts'
import * as rosterImports from './migrations/0015-roster-imports.ts'
import * as corrections from './migrations/0016-corrections.ts'
import * as secondFactor from './migrations/0017-second-factor.ts'
import * as schoolSettings from './migrations/0018-school-settings.ts'
import * as roster from './migrations/0019-roster.ts'
import * as manyInvitations from './migrations/0020-many-invitations.ts'
import * as doors from './migrations/0021-doors.ts'
import * as publicSite from './migrations/0022-public-site.ts'
import * as health from './migrations/0024-health.ts'
import * as privacy from './migrations/0025-privacy.ts'
import * as messages from './migrations/0026-messages.ts'
import * as ownFields from './migrations/0027-own-fields.ts'
import * as passkeys from './migrations/0028-passkeys.ts'
import * as sealsAndPlaces from './migrations/0029-seals-and-places.ts'
import * as agreementDocuments from './migrations/0030-agreement-documents.ts'
import * as narrowing from './migrations/0031-narrowing.ts'
import * as signing from './migrations/0032-signing.ts'
import * as verificationCodes from './migrations/0033-verification-codes.ts'
import * as transparency from './migrations/0034-transparency.ts'
import * as documents from './migrations/0035-documents.ts'
import * as documentsOfWhatIsThere from './migrations/0036-documents-of-what-is-there.ts'
import * as seals from './migrations/0037-seals.ts'
import * as paperForms from './migrations/0038-paper-forms.ts'
import * as recommendations from './migrations/0039-recommendations.ts'
import * as placesOfCases from './migrations/0040-places-of-cases.ts'
import * as jobPosts from './migrations/0041-job-posts.ts'
import * as postWording from './migrations/0042-post-wording.ts'
import * as pagesOfPaperForms from './migrations/0044-pages-of-paper-forms.ts'
import * as designatedByCode from './migrations/0046-designated-by-code.ts'
import * as requestsOfEverybody from './migrations/0047-requests-of-everybody.ts'
import * as majors from './migrations/0048-majors.ts'
import * as documentTemplates from './migrations/0049-document-templates.ts'
import * as evidenceOfEveryKind from './migrations/0051-evidence-of-every-kind.ts'
import * as market from './migrations/0053-market.ts'
import * as aMillionStudents from './migrations/0055-a-million-students.ts'
import * as typedRosterRows from './migrations/0056-typed-roster-rows.ts'
import * as groundsByKind from './migrations/0057-grounds-by-kind.ts'
import * as rosterChoices from './migrations/0058-roster-choices.ts'
import * as removalOfDocuments from './migrations/0059-removal-of-documents.ts'
import * as templatesOfEveryKind from './migrations/0060-templates-of-every-kind.ts'
import * as resumes from './migrations/0061-resumes.ts'
import * as portraits from './migrations/0062-portraits.ts'
import * as applications from './migrations/0063-applications.ts'
import * as applicationsForgotten from './migrations/0064-applications-forgotten.ts'
import * as whatGoesWithAStudent from './migrations/0066-what-goes-with-a-student.ts'
import * as interviews from './migrations/0067-interviews.ts'
import * as venues from './migrations/0069-venues.ts'
import * as talks from './migrations/0070-talks.ts'
import * as talkVisits from './migrations/0071-talk-visits.ts'
import * as digests from './migrations/0072-digests.ts'
import * as resumesGo from './migrations/0073-resumes-go.ts'
import * as wordsOfASchool from './migrations/0074-words-of-a-school.ts'
import * as takenArchives from './migrations/0075-taken-archives.ts'
import * as whatEditionsSaid from './migrations/0077-what-editions-said.ts'
import * as fairs from './migrations/0078-fairs.ts'
import * as fairEntries from './migrations/0079-fair-entries.ts'
import * as eventVisits from './migrations/0080-event-visits.ts'
import * as timeBetweenSlots from './migrations/0081-time-between-slots.ts'
import * as postFiles from './migrations/0083-post-files.ts'
import * as reportsUpheld from './migrations/0084-reports-upheld.ts'
import * as thinnerImports from './migrations/0085-thinner-imports.ts'
import * as neverIssued from './migrations/0086-never-issued.ts'
import * as figures from './migrations/0087-figures.ts'
import * as moments from './migrations/0090-moments.ts'
import * as confirmations from './migrations/0092-confirmations.ts'
import * as checks from './migrations/0093-checks.ts'
import * as exportTemplates from './migrations/0095-exports.ts'
import * as absences from './migrations/0097-absences.ts'
import * as takenFiles from './migrations/0098-taken-files.ts'
import * as help from './migrations/0099-help.ts'
import * as transfers from './migrations/0100-transfers.ts'
import * as takenWholes from './migrations/0102-taken-wholes.ts'
import * as audits from './migrations/0103-audits.ts'
import * as eventGuests from './migrations/0104-event-guests.ts'
import * as wordsOfOneSchool from './migrations/0104-words-of-one-school.ts'
import * as transactionsOfFigures from './migrations/0105-transactions-of-figures.ts'
import * as hardships from './migrations/0106-hardships.ts'
import * as postsShown from './migrations/0110-posts-shown.ts'
import * as latestHelp from './migrations/0113-latest-help.ts'
import * as studentsWhoWait from './migrations/0114-students-who-wait.ts'
import * as toldByTheirStep from './migrations/0116-told-by-their-step.ts'
import * as keysThatOutlive from './migrations/0118-keys-that-outlive.ts'
import * as apiTokens from './migrations/0120-api-tokens.ts'
import * as webhooks from './migrations/0121-webhooks.ts'
import * as shownAgain from './migrations/0122-shown-again.ts'
import * as payOfFlexibleWork from './migrations/0124-pay-of-flexible-work.ts'
import * as referrals from './migrations/0125-referrals.ts'
import * as oneSchoolAfterTheOther from './migrations/0127-one-school-after-the-other.ts'
import { OperatorError } from './operator-error.ts'
import { refuseUnlessRestored } from './restoration-mark.ts'

const MIGRATIONS: Record<string, { up(db: Kysely<unknown>): Promise<unknown> }> = {
  '0001-signing-loop': signingLoop,
  '0002-codes': codes,
  '0003-life-changes': lifeChanges,
  '0005-installation': installation,
  '0006-kept-answers': keptAnswers,
  '0007-text-as-seen': textAsSeen,
  '0008-evidence-copies': evidenceCopies,
  '0009-domain-rules': domainRules,
  '0010-accounts': accounts,
  '0011-queues': queues,
  '0012-employer-desk': employerDesk,
  '0013-platform': platform,
  '0014-employers': employers,
  '0015-roster-imports': rosterImports,
  '0016-corrections': corrections,
  '0017-second-factor': secondFactor,
  '0018-school-settings': schoolSettings,
  '0019-roster': roster,
  '0020-many-invitations': manyInvitations,
  '0021-doors': doors,
  '0022-public-site': publicSite,
  '0024-health': health,
  '0025-privacy': privacy,
  '0026-messages': messages,
  '0027-own-fields': ownFields,
  '0028-passkeys': passkeys,
  '0029-seals-and-places': sealsAndPlaces,
  '0030-agreement-documents': agreementDocuments,
  '0031-narrowing': narrowing,
  '0032-signing': signing,
  '0033-verification-codes': verificationCodes,
  '0034-transparency': transparency,
  '0035-documents': documents,
  '0036-documents-of-what-is-there': documentsOfWhatIsThere,
  '0037-seals': seals,
  '0038-paper-forms': paperForms,
  '0039-recommendations': recommendations,
  '0040-places-of-cases': placesOfCases,
  '0041-job-posts': jobPosts,
  '0042-post-wording': postWording,
  '0044-pages-of-paper-forms': pagesOfPaperForms,
  '0046-designated-by-code': designatedByCode,
  '0047-requests-of-everybody': requestsOfEverybody,
  '0048-majors': majors,
  '0049-document-templates': documentTemplates,
  '0051-evidence-of-every-kind': evidenceOfEveryKind,
  '0053-market': market,
  '0055-a-million-students': aMillionStudents,
  '0056-typed-roster-rows': typedRosterRows,
  '0057-grounds-by-kind': groundsByKind,
  '0058-roster-choices': rosterChoices,
  '0059-removal-of-documents': removalOfDocuments,
  '0060-templates-of-every-kind': templatesOfEveryKind,
  '0061-resumes': resumes,
  '0062-portraits': portraits,
  '0063-applications': applications,
  '0064-applications-forgotten': applicationsForgotten,
  '0066-what-goes-with-a-student': whatGoesWithAStudent,
  '0067-interviews': interviews,
  '0069-venues': venues,
  '0070-talks': talks,
  '0071-talk-visits': talkVisits,
  '0072-digests': digests,
  '0073-resumes-go': resumesGo,
  '0074-words-of-a-school': wordsOfASchool,
  '0075-taken-archives': takenArchives,
  '0077-what-editions-said': whatEditionsSaid,
  '0078-fairs': fairs,
  '0079-fair-entries': fairEntries,
  '0080-event-visits': eventVisits,
  '0081-time-between-slots': timeBetweenSlots,
  '0083-post-files': postFiles,
  '0084-reports-upheld': reportsUpheld,
  '0085-thinner-imports': thinnerImports,
  '0086-never-issued': neverIssued,
  '0087-figures': figures,
  '0090-moments': moments,
  '0092-confirmations': confirmations,
  '0093-checks': checks,
  '0095-exports': exportTemplates,
  '0097-absences': absences,
  '0098-taken-files': takenFiles,
  '0099-help': help,
  '0100-transfers': transfers,
  '0102-taken-wholes': takenWholes,
  '0103-audits': audits,
  '0104-event-guests': eventGuests,
  '0104-words-of-one-school': wordsOfOneSchool,
  '0105-transactions-of-figures': transactionsOfFigures,
  '0106-hardships': hardships,
  '0110-posts-shown': postsShown,
  '0113-latest-help': latestHelp,
  '0114-students-who-wait': studentsWhoWait,
  '0118-keys-that-outlive': keysThatOutlive,
  '0116-told-by-their-step': toldByTheirStep,
  '0120-api-tokens': apiTokens,
  '0121-webhooks': webhooks,
  '0122-shown-again': shownAgain,
  '0124-pay-of-flexible-work': payOfFlexibleWork,
  '0125-referrals': referrals,
  '0127-one-school-after-the-other': oneSchoolAfterTheOther,
}

/** Roles belong to the whole server, so another database, or another instance just now, may have made it. */
const grantToApplication = async (db: Db) => {
  await sql`
    do $$ begin
      if not exists (select from pg_roles where rolname = '${sql.raw(APPLICATION_ROLE)}') then
        create role ${sql.raw(APPLICATION_ROLE)};
      end if;
    exception when duplicate_object or unique_violation then null;
    end $$;
    -- Who was given the role by an administrator may not give it, and need not.
    do $$ begin
      if not pg_has_role('${sql.raw(APPLICATION_ROLE)}', 'member') then
        grant ${sql.raw(APPLICATION_ROLE)} to current_user;
      end if;
    end $$;
    grant usage on schema public to ${sql.raw(APPLICATION_ROLE)};
    grant select, insert, update, delete on all tables in schema public to ${sql.raw(APPLICATION_ROLE)};
    revoke update, delete, truncate on journal, notice_texts, daily_checks, privacy_notices, privacy_consents,
      seal_certificates, seals, document_templates, document_template_uses, export_template_versions, drawings, electronic_consents, journal_leaves,
      journal_checkpoints from ${sql.raw(APPLICATION_ROLE)};
    -- The database derives them, and nobody writes them.
    revoke insert, update, delete, truncate on figure_rows, figure_history, figure_commits from ${sql.raw(APPLICATION_ROLE)};
    revoke delete, truncate on journal_tiles, checkpoint_keys, majors, figure_moments from ${sql.raw(APPLICATION_ROLE)};
    grant update (withdrawn_at) on privacy_consents to ${sql.raw(APPLICATION_ROLE)};
    grant update (strokes, name, removed_at) on drawings to ${sql.raw(APPLICATION_ROLE)};
    grant update (picture, removed_at) on seals to ${sql.raw(APPLICATION_ROLE)};
    revoke insert, update, delete, truncate on kysely_migration, kysely_migration_lock, installation, secret_keys
      from ${sql.raw(APPLICATION_ROLE)}
  `.execute(db)
}

/** In the order in which they are applied. */
export const MIGRATION_NAMES: readonly string[] = Object.keys(MIGRATIONS).sort()

const migratorOf = (db: Db) =>
  new Migrator({
    db: db as Kysely<unknown>,
    provider: { getMigrations: async () => MIGRATIONS as Record<string, Migration> },
  })

/** Makes the tables of an earlier version, or of this, in an empty database; nothing is in them that migrations do not put there. */
export async function makeTablesOf(tx: Tx, migration: string): Promise<void> {
  const { error } = await migratorOf(tx).migrateTo(migration)
  if (error) throw error
}

/** A later version has changed the tables: what it needs there this one does not know, and would not write. */
async function refuseUnlessKnown(db: Db): Promise<void> {
  const { rows: there } = await sql<{ isThere: boolean }>`
    select to_regclass('public.kysely_migration') is not null as "isThere"`.execute(db)
  if (!there[0]!.isThere) return
  const { rows } = await sql<{ name: string }>`
    select name from kysely_migration where name <> all(${MIGRATION_NAMES}::text[]) limit 1`.execute(db)
  if (rows.length > 0)
    throw new OperatorError(
      '数据库已由较新版本的签约升级：请启动那个版本或更新的版本；要退回旧版本，请从升级前的备份恢复。',
      'A later version of Qianyue has upgraded this database: start that one or a later one; to go back, restore the back-up from before.',
    )
}

/**
 * Brings the database at `ownerUrl` to where it should be: tables, code rows, grants, job queues. Every start does all of
 * it, for an earlier one may have been broken off anywhere, and a grant may have been lost since. Instances that start
 * together take turns. Refuses a database that a restoration has not finished, unless it is that which asks.
 */
export async function migrate(ownerUrl: string, { restoring = false } = {}): Promise<void> {
  const db = connect({ url: ownerUrl, poolSize: 2 })
  try {
    if (!restoring) await refuseUnlessRestored(db)
    await db.connection().execute(async (turn) => {
      await sql`select pg_advisory_lock(7262026)`.execute(turn)
      try {
        await refuseUnlessKnown(db)
        const { error } = await migratorOf(db).migrateToLatest()
        if (error) throw error
        await seedCodes(db)
        await seedNotice(db)
        await seedPlaces(db)
        await offerOurNotices(db, null)
        await grantToApplication(db)
        await installJobs(ownerUrl, db)
      } finally {
        await sql`select pg_advisory_unlock(7262026)`.execute(turn)
      }
    })
  } finally {
    await db.destroy()
  }
}
