import type { NotificationKind } from '../domain/notification.ts'

export const en: Record<NotificationKind, string> = {
  'invitation.sent': '{{employer}} invites you to sign as {{position}}: answer by {{day|deadline}}',
  'invitation.revised':
    '{{employer}} revised its invitation ({{position}}): read it again and answer by {{day|deadline}}',
  'invitation.withdrawn': '{{employer}} withdrew its invitation: {{reason}}',
  'invitation.accepted': '{{student}} accepted: agreement {{number}} is with the school for review',
  'invitation.declined': '{{student}} declined {{reason}}',
  'invitation.expired': 'The invitation to {{student}} ended without an answer',
  'invitation.ends-48h': 'Less than 48 hours to answer {{employer}} ({{day|deadline}})',
  'invitation.ends-24h': 'Less than 24 hours to answer {{employer}} ({{day|deadline}})',
  'invitation.ends-2h': 'Less than 2 hours to answer {{employer}} ({{day|deadline}})',
  'invitation.answerable-again':
    'You may sign again: the invitation of {{employer}} is open until {{day|deadline}}',
  'invitation.on-hold':
    '{{student}} cannot sign at present: your invitation (valid until {{day|deadline}}) cannot be accepted for now; please ask the school',
  'invitation.resumed':
    '{{student}} can sign again: your invitation is still valid and can be accepted until {{day|deadline}}',
  'agreement.to-review': 'The agreement of {{student}} with {{employer}} waits for review',
  'agreement.returned': 'Agreement {{number}} ({{student}} · {{employer}}) was returned: {{reason}}',
  'agreement.rejected': 'Agreement {{number}} ({{student}} · {{employer}}) was rejected: {{reason}}',
  'agreement.effective': 'Agreement {{number}} ({{student}} · {{employer}}) is certified and in force',
  'agreement.document-sealed':
    'The document of agreement {{number}} ({{student}} · {{employer}}) is sealed: sign in to download it',
  'agreement.code-made':
    '{{maker}} made a verification code for agreement {{number}}, until {{day|day}}: {{purpose}}',
  'dissolution.document-sealed':
    'The certificate of the dissolution of agreement {{number}} is sealed and can be downloaded',
  'dissolution.code-made':
    '{{maker}} made a verification code for the certificate of the dissolution of agreement {{number}}, until {{day|day}}: {{purpose}}',
  'destination.document-sealed': 'Your registration sheet ({{categoryEn}}) is sealed and can be downloaded',
  'destination.code-made':
    '{{maker}} made a verification code for your registration sheet, until {{day|day}}: {{purpose}}',
  'recommendation.code-made':
    '{{maker}} made a verification code for recommendation {{number}}, until {{day|day}}: {{purpose}}',
  'agreement.to-seal':
    'Agreement {{number}} ({{student}} · {{employer}}) passed the review: it is in force once the employer seals it, by {{day|deadline}}',
  'agreement.seal-due': 'Agreement {{number}} ({{student}}) still waits for your seal: by {{day|deadline}}',
  'agreement.seal-overdue':
    'Agreement {{number}} ({{student}} · {{employer}}) was not sealed in time and is not in force: the school looks into it',
  'agreement.ended-unsealed':
    'Agreement {{number}} ({{student}} · {{employer}}) was not sealed, and the school has ended it: {{reason}}',
  'agreement.amendment-proposed':
    '{{employer}} proposes to amend agreement {{number}}: read the changes and answer',
  'agreement.amendment-accepted': '{{student}} accepted the amendment of agreement {{number}}',
  'agreement.amendment-declined':
    '{{student}} declined the amendment of agreement {{number}}: the terms stand',
  'agreement.cancellation-asked':
    'The other side asks to cancel agreement {{number}} ({{student}} · {{employer}}): {{reason}}',
  'agreement.cancelled': 'Agreement {{number}} ({{student}} · {{employer}}) was cancelled',
  'agreement.cancellation-declined': 'The other side declined to cancel agreement {{number}}: it goes on',
  'agreement.fulfilment-asked':
    'Please say whether you have reported to {{employer}} and signed a labour contract (agreement {{number}}), by {{day|deadline}}',
  'agreement.fulfilment-due':
    'Days left to say whether you have reported to {{employer}}: {{days}}; then the school decides',
  'agreement.fulfilment-unanswered':
    '{{student}} did not say in time whether they have reported to {{employer}}: please look into it and decide',
  'agreement.fulfilment-denied': '{{student}} has not reported to {{employer}} yet: {{reason}}',
  'agreement.fulfilment-undone':
    'The school undid the record of reporting for work on agreement {{number}} ({{student}} · {{employer}}), which is in force again: {{reason}}',
  'agreement.fulfilled': 'Agreement {{number}} ({{student}} · {{employer}}): reporting for work is recorded',
  'dissolution.asked':
    '{{asker}} asks to dissolve agreement {{number}}: {{reason}}. Answer by {{day|deadline}}',
  'dissolution.asked-by-law':
    '{{asker}} asks the school to dissolve agreement {{number}} on a statutory ground: {{reason}}',
  'dissolution.answer-due':
    'Days left to answer the request to dissolve agreement {{number}}: {{days}}; then the school mediates',
  'dissolution.in-mediation':
    'The request to dissolve agreement {{number}} ({{student}} · {{employer}}) was not answered: the school mediates',
  'dissolution.agreed': 'The other side agreed to dissolve agreement {{number}}: the school reviews it',
  'dissolution.refused': 'The other side refused to dissolve agreement {{number}}: {{reason}}',
  'dissolution.withdrawn': 'The request to dissolve agreement {{number}} was withdrawn: it stays in force',
  'dissolution.evidence-accepted':
    'The school accepted evidence instead of the answer on agreement {{number}}: {{reason}}',
  'dissolution.to-review': 'The dissolution of {{student}} and {{employer}} waits for review',
  'dissolution.completed':
    'Agreement {{number}} ({{student}} · {{employer}}) is dissolved: the student may sign again or register a destination',
  'dissolution.rejected':
    'The dissolution of agreement {{number}} ({{student}} · {{employer}}) was not passed, it stays in force: {{reason}}',
  'dissolution.many':
    '{{employer}} has asked {{count}} students of this school to dissolve: please look into it',
  'destination.to-review': 'The destination of {{student}} ({{categoryEn}}) waits for review',
  'destination.registered': 'Your destination ({{categoryEn}}) is registered',
  'destination.returned': 'Your destination ({{categoryEn}}) was returned: {{reason}}',
  'destination.rejected': 'Your destination ({{categoryEn}}) was rejected: {{reason}}',
  'destination.void-to-review': '{{student}} asks to void a destination ({{categoryEn}}) {{reason}}',
  'destination.voided': 'Your destination ({{categoryEn}}) is void: the place is free again',
  'correction.to-review': '{{student}} asks for a correction ({{fieldsEn}}); it waits for your review',
  'correction.returned': 'Your correction ({{fieldsEn}}) was returned to be completed: {{reason}}',
  'correction.rejected':
    'Your correction ({{fieldsEn}}) was refused, and your data stay as they are: {{reason}}',
  'correction.corrected': 'Your data ({{fieldsEn}}) are corrected; you can go on signing',
  'paper-form.issued':
    'The school has handed out a paper form to you, number {{number}}. Once it is signed, register it under “Signing on paper”',
  'paper-form.returned': 'Your signed paper form (number {{number}}) has come back to the school',
  'paper-form.spoiled':
    'Your paper form (number {{number}}) is spoiled and cannot be used any more: {{reason}}',
  'paper-form.lost': 'Your paper form (number {{number}}) was declared lost; its number is void: {{reason}}',
  'paper-form.reported-lost':
    '{{student}} states that the paper form (number {{number}}) is lost: {{reason}}',
  'recommendation.to-review': '{{student}} asks for a recommendation; it waits for your review',
  'recommendation.returned': 'Your recommendation was returned to be changed: {{reason}}',
  'recommendation.issued': 'The school has issued your recommendation ({{number}}); it is being sealed',
  'recommendation.document-sealed': 'Your recommendation ({{number}}) is sealed and can be downloaded',
  'recommendation.revoked': 'The school has revoked your recommendation ({{number}}): {{reason}}',
  'privacy-request.asked':
    '{{asker}} has made a request about personal data, to be answered by {{until|day}}',
  'privacy-request.done': 'The school has answered your request about personal data: {{reason}}',
  'privacy-request.refused': 'The school has refused your request about personal data: {{reason}}',
  'student.delayed':
    'The school has marked your graduation as delayed; for now you can neither sign nor register a destination: {{reason}}',
  'student.completed':
    'The school has marked you as having completed the studies without the degree; you may still sign: {{reason}}',
  'student.withdrawn':
    'The school has taken you off its roster; you can no longer sign or register a destination, and all records are kept: {{reason}}',
  'student.taken-back': 'You are enrolled again: you may sign and register a destination: {{reason}}',
  'student.moved': 'The school has changed your data ({{fieldsEn}}): {{reason}}',
  'student.enrolment-changed': 'The school has changed the enrolment of {{student}} ({{number}}): {{reason}}',
  'transfer.file-sent': 'Your personal file was sent to “{{receiver}}” on {{day|day}}, number {{number}}',
  'transfer.file-received': '“{{receiver}}” has received your personal file (number {{number}})',
  'transfer.file-returned':
    'Your personal file has come back from “{{receiver}}”: {{reason}}. Please check the receiver and address with your school',
  'transfer.file-unconfirmed':
    'Your personal file was sent to “{{receiver}}” on {{day|day}} (number {{number}}), and nobody has confirmed it. Ask there and tell your school: after {{until|day}} the post traces it no more',
  'transfer.household-sent':
    'Your household certificate was handed over on {{day|day}} ({{number}}): collect it and register in time',
  'transfer.household-received':
    'Your household certificate was collected ({{number}}): register where you move to while it is valid',
  'transfer.household-returned':
    'Your household certificate has come back to school: {{reason}}. Please contact your school',
  'transfer.household-unconfirmed':
    'Your household certificate was handed over on {{day|day}} ({{number}}), and nobody has confirmed that it was collected: contact your school',
  'transfer.unconfirmed':
    'What was sent for {{student}} to “{{receiver}}” on {{day|day}} (number {{number}}) is not confirmed; after {{until|day}} the post traces it no more',
  'moment.kept': '“{{name}}” has been kept: the figures of {{at|instant}} can be read, compared and reported',
  'student.first-login-closed':
    'Too many wrong tries have closed the first login of {{student}} ({{number}}): make sure who it is, then open it again or make an activation code in the student’s file',
  'account.first-login-closed':
    'Your first login was closed after too many wrong tries; if those were not yours, tell the school’s employment office',
  'account.email-asked':
    'Your e-mail address is to become {{email}}, once the link sent there is opened; if it was not you, change your password at once',
  'account.email-confirmed': 'The address {{email}} is confirmed: copies go there',
  'account.email-removed':
    'Your e-mail address was removed, no more copies are sent; if it was not you, change your password at once',
  'account.password-changed':
    'Your password was changed, and every other device was signed out. If it was not you, set it anew at once and tell your school or the platform',
  'account.second-factor-on':
    'Your second factor is on, and every other device was signed out; if it was not you, change your password at once',
  'account.second-factor-off':
    'Your second factor is off: the password alone signs you in. If it was not you, change your password at once and switch it on again',
  'account.second-factor-reset':
    'An administrator took away your second factor and your passkeys: {{reason}}. If you have not asked for it, contact your school at once',
  'account.passkey-added':
    'The passkey “{{name}}” was added and signs in to your account; if it was not you, remove it and change your password at once',
  'account.passkey-removed':
    'The passkey “{{name}}” was removed; if it was not you, change your password at once',
  'account.pin-set':
    'Your signing PIN was set; if it was not you, change your password and set it again at once',
  'account.pin-locked':
    'Your signing PIN was typed wrong five times and is locked; set it again by your password. If it was not you, change your password at once',
  'account.passkey-copied':
    'Somebody used the passkey “{{name}}”, but it counted backwards as a copy does, and was refused; remove it and add another',
  'account.recovery-started':
    'Your school ({{by}}) has begun to let you set a new password; a second member of staff has to approve it. If you have not asked for it, contact the school’s career office at once',
  'account.recovery-approved':
    'Your school ({{by}}) has approved a new password for you; you are told a one-time code in person. If you have not asked for it, contact the school’s career office at once',
  'webhook.switched-off':
    'The webhook {{address}} took nothing for days and was switched off; switch it on again once it is mended',
  'account.administrator-added':
    '{{by}}, an operator of the platform, gave your school one more administrator, {{name}} (log-in {{login}}): {{reason}}. If the school did not ask for it, speak to the platform',
  'account.phone-changed':
    'Your mobile number is now {{phone}}; if it was not you, change your password at once and tell the school',
  'destination.void-refused':
    'The request to void was refused, the destination ({{categoryEn}}) stands: {{reason}}',
  'post.to-review': '{{employer}} has submitted the job post “{{title}}”: please review it',
  'post.changed': '{{employer}} has changed the published job post “{{title}}”: please review the change',
  'post.answered': '{{employer}} has answered the question about the job post “{{title}}”: {{reason}}',
  'post.published': '{{school}} has published your job post “{{title}}” {{reason}}',
  'post.change-published': '{{school}} has published the change of your job post “{{title}}” {{reason}}',
  'post.asked': '{{school}} has a question about your job post “{{title}}”: {{reason}}',
  'post.returned': '{{school}} has returned your job post “{{title}}” for correction: {{reason}}',
  'post.change-returned':
    '{{school}} has not accepted the change of your job post “{{title}}”, the old one stays: {{reason}}',
  'post.rejected': '{{school}} has rejected your job post “{{title}}”: {{reason}}',
  'post.taken-down': '{{school}} has taken down your job post “{{title}}”: {{reason}}',
  'post-report.to-look-at':
    'A student has reported the job post “{{title}}” of {{employer}}: please look into it by {{until|day}}',
  'post-report.urgent':
    'Urgent: a student reports that the job post “{{title}}” of {{employer}} asks applicants for money: please look into it by {{until|day}}',
  'post-report.upheld': 'The school has upheld your report of the job post “{{title}}”: {{reason}}',
  'check.assigned': 'A truth check ({{count}} rows) has been assigned to you',
  'objection.to-answer':
    'A graduate says that a destination is not theirs (receipt {{receipt}}): please answer by {{until|day}}',
  'objection.upheld': 'The school has upheld your objection (receipt {{receipt}}): {{reason}}',
  'objection.dismissed':
    'The school has looked into your objection (receipt {{receipt}}) and does not uphold it: {{reason}}',
  'help.recorded': 'Your school has noted that it spoke with you about work: please read it',
  'help.corrected': 'Your school has corrected a note of a talk with you about work',
  'help.notice': 'Your school has sent you a word about finding work: please read it',
  'confirmation.opens':
    'Your school asks the graduates of {{year}} to confirm what it reports of them: please look at yours by {{day|deadline}}',
  'confirmation.asked':
    'You have not confirmed what your school reports of you: please do so by {{day|deadline}}',
  'confirmation.closes':
    'The period to confirm what your school reports of you ends soon ({{day|deadline}}), and you have not confirmed it',
  'confirmation.changed':
    'What your school would report of you has changed since you confirmed it: please look at it again by {{day|deadline}}',
  'resume.goes':
    'By the school’s retention period your résumés, those you sent too, are removed from {{day|day}} on; download what you need before',
  'saved-search.digest': 'New posts for your saved searches: {{searches}}. Among them: {{posts}}',
  'application.submitted': '{{student}} has applied for “{{title}}”',
  'talk.to-place': '{{employer}} asks to hold the campus talk “{{title}}”: give it a venue and a time',
  'talk.changed': '{{employer}} asks again for the campus talk “{{title}}”: give it a venue and a time',
  'talk.scheduled':
    '{{school}} has arranged your campus talk “{{title}}”: {{day|day}}, {{begins}}–{{ends}} (UTC+8) {{reason}}',
  'talk.moved':
    'The campus talk “{{title}}” has another time or place, now {{day|day}}, {{begins}}–{{ends}} (UTC+8): {{reason}}',
  'talk.handed-back':
    '{{school}} has handed back your request for the campus talk “{{title}}”; change it and ask again: {{reason}}',
  'talk.turned-down': '{{school}} has turned down the campus talk “{{title}}”: {{reason}}',
  'talk.withdrawn': '{{employer}} has withdrawn the campus talk “{{title}}”: {{reason}}',
  'talk.cancelled': '{{school}} has cancelled the campus talk “{{title}}”: {{reason}}',
  'talk.called-off':
    'The campus talk “{{title}}” of {{employer}}, for which you signed up, has been cancelled: {{reason}}',
  'fair.to-let-in': '{{employer}} has signed up for the fair “{{title}}”: let it in, or turn it down',
  'fair.withdrawn': '{{employer}} has left the fair “{{title}}”: {{reason}}',
  'fair.admitted':
    'You are in at the fair “{{title}}” on {{day|day}}, {{begins}}–{{ends}} (UTC+8): booth {{booth}}',
  'fair.waiting':
    'All booths of the fair “{{title}}” are taken: you are on its waiting list, in the order of signing up',
  'fair.moved-up': 'A booth has become free at the fair “{{title}}”: it is yours, booth {{booth}}',
  'fair.placed': 'Your booth at the fair “{{title}}” is now {{booth}}',
  'fair.turned-down': '{{school}} has turned down your sign-up for the fair “{{title}}”: {{reason}}',
  'fair.moved':
    'The fair “{{title}}” has another time or place, now {{day|day}}, {{begins}}–{{ends}} (UTC+8): {{reason}}',
  'guest.admitted':
    'There is a place for you at “{{title}}” of {{school}} on {{day|day}}, {{begins}}–{{ends}} (UTC+8); your entry code is ready',
  'fair.called-off': '{{school}} has called off the fair “{{title}}”: {{reason}}',
  'application.seen': '{{employer}} has opened the résumé with which you applied for “{{title}}”',
  'application.shortlisted': '{{employer}} has put you on its short list for “{{title}}”',
  'application.offered':
    '{{employer}} offers you the post “{{title}}”; an invitation to sign comes separately',
  'application.declined': '{{employer}} has declined your application for “{{title}}”: {{reason}}',
  'application.withdrawn': '{{student}} has withdrawn the application for “{{title}}”',
  'application.ended':
    'The school has taken down the job post “{{title}}” of {{employer}}: your application has ended, and the employer no longer sees your résumé',
  'application.left':
    '{{student}} is on the school’s roster no longer: the application for “{{title}}” is withdrawn with that',
  'absence.recorded':
    'You had signed up for “{{title}}” on {{day|day}} and were not counted at its door: an absence is recorded. If there was a reason, you can appeal',
  'absence.appealed':
    'A student appeals against an absence from “{{title}}”; please answer by {{until|day}}: {{reason}}',
  'absence.excused': 'The school has excused your absence from “{{title}}”: {{reason}}',
  'absence.upheld': 'The school upholds your absence from “{{title}}”: {{reason}}',
  'application.unanswered':
    '{{employer}} has not answered your application for “{{title}}” in time; it is still with the employer',
  'interview.proposed': '{{employer}} invites you to an interview for “{{title}}”: please choose a time',
  'interview.confirmed': 'The interview for “{{title}}” is fixed: {{at|instant}} ({{student}}, {{place}})',
  'interview.asked': '{{student}} asks for another time for the interview for “{{title}}”: {{reason}}',
  'interview.declined': '{{student}} has declined the interview for “{{title}}” {{reason}}',
  'interview.changed':
    '{{employer}} has changed the times of the interview for “{{title}}”: please choose again {{reason}}',
  'interview.relocated':
    '{{employer}} has moved the interview for “{{title}}” to {{place}}, at the same time ({{at|instant}}) {{reason}}',
  'interview.cancelled': '{{employer}} has cancelled the interview for “{{title}}”: {{reason}}',
  'interview.fell':
    'The interview for “{{title}}” at {{at|instant}} no longer takes place ({{student}}, {{employer}})',
  'interview.in-24h': 'The interview for “{{title}}” begins at {{at|instant}} ({{student}}, {{place}})',
  'interview.in-1h':
    'The interview for “{{title}}” begins within the hour: {{at|instant}} ({{student}}, {{place}})',
  'application.post-closed':
    '{{employer}} takes no new applications for “{{title}}”; yours is still with the employer',
  'post-report.dismissed':
    'The school has looked into your report of the job post “{{title}}” and does not uphold it: {{reason}}',
  'post.expired': 'The last day of your job post “{{title}}” at {{school}} is over',
  'admission.to-review': '{{employer}} asks to be admitted',
  'admission.asked': '{{school}} has a question about your application: {{reason}}',
  'admission.answered': '{{employer}} has answered the question about its application: {{reason}}',
  'admission.approved': '{{school}} has admitted you: you may invite its students {{reason}}',
  'admission.returned':
    '{{school}} has returned your application, please correct it and apply again: {{reason}}',
  'admission.rejected': '{{school}} has rejected your application: {{reason}}',
  'admission.suspended': '{{school}} has suspended you, invitations you sent cannot be accepted: {{reason}}',
  'admission.readmitted': '{{school}} has admitted you again: {{reason}}',
  'admission.confirmed': '{{employer}} confirms that its data are still right: please verify them',
  'admission.verified': '{{school}} has verified your data, for six months',
  'admission.verify-due':
    'Your data are to be verified by {{school}} again before {{day|deadline}}: confirm or correct them; after that nothing new can be sent and your job posts and talks are not shown',
  'admission.barred': '{{school}} has barred you, and you may appeal: {{reason}}',
  'admission.appealed': '{{employer}} appeals against being barred: {{reason}}',
  'admission.upheld': '{{school}} has answered your appeal and upholds its decision: {{reason}}',
  'admission.lifted': '{{school}} no longer bars you, and you may apply again: {{reason}}',
  'admission.changed': '{{employer}} has changed data that were certified: they need another review',
}
