import type { RefusalCode } from '../domain/refusal.ts'

export const en: Record<RefusalCode, string> = {
  'not-found': 'There is no such thing here, or it is not yours to see',
  'not-signed-in': 'Please sign in first',
  'not-allowed': 'Your account may not do this',
  'token-not-valid': 'This API token is not valid: it is unknown, over, revoked or stopped',
  'token-not-allowed': 'This API token may not do this',
  'token-name-taken': 'There is an API token of this name already; choose another',
  'webhooks-too-many': 'At most {{limit}} addresses are told: remove one that is not used first',
  'webhook-address-taken': 'This address is told already',
  'tokens-too-many': 'At most {{limit}} API tokens are kept: revoke one that is not used first',
  'wrong-credentials': 'The account or the password is not right',
  'too-busy': 'Many people are signing in just now: try again in {{seconds}} s',
  'first-login-off-roster':
    'You are no longer on this school’s roster, so there is no first login; ask your college or the careers office',
  'first-login-closed':
    'The account or the password is not right. Many wrong tries close a first login: if you have not passed yours yet, ask the school’s employment office to open it again; if you have chosen a password, check it and try again',
  'second-fact-missing':
    'The roster lacks what the school asks for here: ask the school’s employment office to add it, or for an activation code',
  'link-not-valid': 'This link has been used or is no longer valid: sign in and have a new one sent',
  'email-not-available': 'This site sends no e-mail at present: no address can be set',
  'locked-out': 'Too many attempts: try again in {{minutes}} minutes',
  'too-many-requests': 'Too many requests: try again in a moment',
  'second-factor-needed': 'Enter the code of your second factor first',
  'second-factor-to-set-up': 'The school asks its staff for a second factor; set yours up first',
  'second-factor-required': 'The school asks its staff for a second factor; it cannot be switched off',
  'passkey-over': 'This has taken too long, was used, or was begun in another browser: begin again',
  'passkey-refused':
    'This passkey is not known: it may have been removed, or belong to another account or another address. Use another way',
  'passkey-copied':
    'This passkey may have been copied; it was refused, and the owner of the account told. Sign in by password and remove it',
  'passkeys-not-here':
    'Passkeys do not work at this address: open the site by the address that the platform or your school has published',
  'passkeys-too-many': 'There can be at most {{most}} passkeys; remove one that is not used',
  'signature-needed': 'This is to be signed: look at it, then confirm by your signing PIN or a passkey',
  'signature-over': 'This signature has taken too long, was used, or was made for something else: sign again',
  'signed-otherwise':
    'It has changed and nothing was done: you signed {{signed}}, and now it is {{now}}. Open it again, read what it says now, and sign that',
  'pin-needed': 'There is no signing PIN yet: set one first',
  'pin-wrong': 'The signing PIN is not right; tries left: {{left}}',
  'pin-locked': 'The signing PIN was wrong five times and is locked; set it again by your password',
  'pin-guessable':
    'This PIN is easily guessed: it may not be one digit, a run, a repetition, nor part of your student number, telephone, document or day of birth',
  'drawing-needed': 'Sign by hand, or choose your name in the place of a drawn signature',
  'drawing-too-long': 'This signature has too many strokes: clear it and draw it again',
  'consent-needed': 'Read and agree to the electronic form first',
  'notice-to-agree': 'Please read the privacy notice and agree to it first',
  'request-open':
    'A request of yours about personal data waits for the school’s answer: wait for it, or withdraw the request',
  'requests-too-often':
    'At most {{limit}} requests about personal data in 30 days; the next can be made from {{day|day}}',
  'nobody-to-answer':
    'You are the school’s only administrator, so nobody could answer you: add another one under “Staff accounts” first, or turn to the platform’s operator as the privacy notice says',
  'own-request': 'Nobody answers a request of their own: another administrator does',
  'wrong-code':
    'This code is wrong, was used or is over. Check that your phone’s clock is right, and enter the code shown now',
  'foreign-origin': 'The request came from another site and was refused',
  'another-account':
    'This page was opened by another account, and {{name}} is signed in here now. Nothing was sent; what you typed is still on this page',
  'key-of-another-request': 'This Idempotency-Key was used for another request',
  'verification-needed': 'Complete the first-login verification first',
  'verification-mismatch': 'This does not match the school roster: check it or ask your school',
  'already-verified': 'You are verified already',
  'weak-password': 'This password is too easy to guess: choose another',
  'invalid-input': 'Some of the input is not right',
  'not-your-turn': 'It is not your turn to act',
  'already-moved-on': 'This has moved on: the action is no longer possible',
  'content-changed': 'The content has changed: please read it again',
  'notice-changed':
    'The school has just changed the notice: read it as it is now, then send again. What you filled in is still here',
  'reason-needed': 'Give a reason',
  'word-needed': 'Write the assessment',
  'invitation-expired': 'The deadline has passed; ask the employer for a new invitation',
  'deadline-may-only-move-later': 'The deadline may only move later than {{respondBy|day}}',
  'deadline-too-soon': 'The deadline must be at least 24 hours from now',
  'deadline-out-of-limits': 'The school allows a deadline {{min}} to {{max}} days ahead',
  'live-invitation-exists': 'You already have a live invitation to this student',
  'student-already-placed':
    'The place is held by {{holder}}: one employer or one destination at a time. To change, dissolve, cancel or void it first',
  'student-not-verified': 'The first-login verification is not done',
  'student-not-matched': 'No student matches: check school, name and student number',
  'designated-employer-only': 'A student with a designated employer may only sign with {{employer}}',
  'employer-not-admitted': '{{employer}} is not admitted by this school, or is suspended',
  'employer-verification-due':
    'Your verification by this school ended on {{day|day}}: confirm or correct your data under “Schools”; once the school has verified them you may invite again, and your job posts are shown again',
  'verification-not-due': 'Nothing is to be verified yet: it can be done from 30 days before the last day',
  'verification-not-confirmed': 'The employer has not confirmed its data yet',
  'employer-barred':
    'The school has barred this employer until {{day|day}}: the employer may appeal on the page of its application, and the school may lift the bar',
  'no-appeal': 'There is no appeal to answer',
  'employer-registered':
    'This credit code is registered already. If you have just done so, sign in; otherwise ask an owner of your employer’s account for a link to join',
  'already-applied': 'You have applied to this school already: go on with that application',
  'code-not-offered': 'This choice is no longer offered: choose again',
  'last-owner': 'This is the last owner: make somebody else an owner first',
  'templates-too-many': 'At most {{limit}} templates are kept: remove one that is not used first',
  'template-name-taken': 'There is a template of this name already; choose another',
  'batch-too-long': 'At most {{most}} students are invited at once: split the file',
  'batch-sought-enough':
    'Too many students were not found, and this row was not looked up: correct the rows above, and upload again in {{minutes}} minutes',
  'nothing-to-send': 'There is no invitation to send',
  'members-too-many': 'An employer has at most {{limit}} members: remove those who have gone first',
  'agreement-with-employer-in-force':
    'This student has an agreement with you ({{number}}) in review, in force or fulfilled: a new invitation is possible once it has ended',
  'amendment-open': 'An amendment waits for the student',
  'no-amendment': 'There is no amendment to answer',
  'cancellation-open': 'There is a request to cancel: it has to be answered first',
  'no-cancellation': 'There is no request to cancel',
  'nothing-changed': 'Nothing was changed',
  'not-for-paper': 'Not for a paper agreement: the student corrects or cancels its registration',
  'only-for-paper': 'Only for a paper agreement',
  'probation-beyond-term':
    'A probation is part of the contract’s term: it cannot be longer than {{months}} months',
  'day-not-meant': 'The day must lie between {{from|day}} and {{until|day}}: please check',
  'employer-name-mismatch': 'This credit code belongs to {{name}}: check the name against the seal',
  'agreement-not-sealed':
    'The employer has not sealed it yet, and it is not in force: both sides can cancel it instead',
  'seal-not-overdue':
    'The employer may still seal it until {{day|deadline}}; after that the school may end it',
  'agreement-in-review': 'The review has not passed: cancel the agreement, or wait for the result',
  'agreement-not-in-force': 'The agreement is not in force',
  'dissolution-open': 'A request to dissolve it is under way',
  'no-dissolution': 'No dissolution is under way',
  'only-the-student-asks': 'Only the student asks to dissolve a paper agreement, of the school',
  'cooling-down': 'Your request was refused or withdrawn recently: you may ask again from {{until|day}}',
  'dissolution-window-closed': 'The school handles dissolutions from {{from|day}} to {{to|day}}',
  'breach-limit-reached': 'The school’s limit of {{limit}} breaches is reached: ask your school',
  'ground-not-offered': 'Choose one of the grounds that are offered',
  'answer-still-due': 'It may still be answered: the school steps in after the last day',
  'nothing-to-correct': 'There is no evidence to correct here',
  'reporting-day-to-come': 'The day for reporting for work ({{day|day}}) is still to come',
  'fulfilment-asked': 'The student has been asked and has still to answer',
  'no-fulfilment': 'Nobody has asked whether the student has reported for work',
  'fulfilment-denied': 'The student has not reported yet: ask again from {{day|day}}',
  'fulfilment-answer-due':
    'The student may still answer until {{day|deadline}}; only then the school decides',
  'no-such-college': 'The school has no such college: choose another',
  'code-exists': 'The table has this code already; please take another',
  'months-reversed': 'The last month is before the first',
  'amount-needed': 'A minimum wage needs its amount; a tag of places has none',
  'years-reversed': 'The last year is before the first',
  'college-exists': 'There is a college with this code already; choose another',
  'major-exists': 'There is a major with this code already: change that one',
  'login-taken': 'This log-in is taken; choose another',
  'school-exists': 'This school has been opened already',
  'school-suspended':
    'This school is suspended here; its students cannot be invited and nothing can be sent to it now',
  'recovery-open':
    'Somebody has begun this for the student already: let another member of staff approve it, or end it first',
  'recovery-code-wrong':
    'The student number or the code is not right, or the code was used or is over; check them, or go to your school’s career office again',
  'second-person-needed':
    'Another member of staff has to approve: nobody approves what they began themselves',
  'sign-in-over': 'This sign-in is over, was used, or was begun in another browser: begin again',
  'sign-in-refused':
    'Your university’s sign-in did not confirm who you are: try again; if it stays so, sign in by your password and tell your school',
  'sign-in-unreachable':
    'Your university’s sign-in cannot be reached at present: try again later, or sign in by your password',
  'sign-in-unknown':
    'Your university says that your number is “{{number}}”, but nobody here has it. Students: ask the career office to check the roster. Staff: ask your administrator for a link first',
  'sign-in-not-offered': 'This school offers no sign-in by its own accounts: sign in by your password',
  'sign-in-not-tried': 'Sign in by it once as a trial before it is opened',
  'address-not-allowed':
    'The address has to begin with https://, without parameters or credentials, and be reachable from the internet',
  'link-over':
    'This link opens nothing any more: it was used, is over, or was replaced by a newer one. Ask whoever gave it to you for another',
  'account-disabled': 'The account is disabled; enable it first',
  'already-begun': 'This person has set a password already; the school’s administrators see to it from here',
  'account-closed':
    'This account is disabled, or the school is suspended here; ask the school’s administrator or the employer’s owner',
  'last-administrator': 'A school needs at least one administrator who can sign in',
  'not-for-oneself':
    'Nobody disables their own account, changes their own role or resets their own second factor; ask another administrator',
  'changed-too-often':
    'Changed {{limit}} times already: answer it, or withdraw or cancel it and begin anew, or ask the school',
  'year-not-open': 'The school takes nothing new for those who graduate in {{year}}; what has begun goes on',
  'registered-too-often':
    'At most {{limit}} registrations within 30 days: again from {{day|day}}; if it cannot wait, ask the school',
  'asked-too-often':
    'At most {{limit}} requests on one agreement within 30 days: again from {{day|day}}; a ground of law is always open',
  'told-too-often': 'You have sent the other side {{limit}} notices today: go on from {{day|day}}',
  'numbers-used-up':
    'The school’s agreement numbers are used up, so nothing can be signed for now. Tell the school: once it makes the serial longer in its settings, this goes on',
  'number-pattern-unreadable':
    '“{{part}}” cannot be read. Between braces stand YEAR, SCHOOL, LEVEL, KIND or SERIAL:digits, outside them letters, digits and hyphens',
  'archive-names-unreadable':
    'The pattern cannot be read from “{{part}}” on: look at the names in braces; names of files have none of \\ : * ? " < > |',
  'archive-names-lack':
    'The name of the file lacks {{part}} (the student number): without it, students of one name are not told apart',
  'archive-names-folders': 'At most {{most}} folders, each with a name',
  'nothing-to-take': 'There is nothing to take: choose other cases',
  'resume-names-lack': 'The file name lacks {{part}}, by which people are told apart',
  'resumes-at-once':
    'At most {{most}} résumés are taken at once, and these are more: narrow the filter, or select some of them',
  'no-resumes-to-take':
    'There is no résumé to take: the students may have withdrawn. Please look at the list again',
  'number-pattern-lacks': 'The pattern lacks {{part}}: without it, numbers would repeat',
  'number-pattern-repeats': '{{part}} stands twice: keep one',
  'number-pattern-serial': 'The serial has {{least}} to {{most}} digits',
  'number-pattern-too-long': 'A number would have {{length}} characters; {{most}} at most',
  'number-pattern-too-short':
    'The serial is too short: up to {{students}} students share one, and who signs anew needs another number, so it needs {{needed}} digits',
  'number-pattern-collides':
    'It could give a number that “{{pattern}}” gives too. Add a fixed letter, or change the length',
  'colour-unreadable':
    'This colour has a contrast of only {{ratio}}:1 to the page and is hard to see; it takes {{least}}:1 at least. Choose a darker one',
  'picture-needed': 'The picture must be a JPEG, PNG, HEIC or WebP',
  'picture-too-large':
    'The picture still has {{size}} KB and would open slowly for visitors; bring it below {{most}} KB (at most 1600 pixels wide)',
  'host-taken': 'Another school uses this host name',
  'host-of-platform': 'This is the platform’s own host name and cannot be one school’s',
  'seal-not-png': 'The picture of a seal must be a PNG, told by its content, with a transparent ground',
  'seal-not-clear':
    'The ground of the picture is not transparent: remove it, save a transparent PNG, and upload that',
  'seal-empty': 'No seal can be seen in the picture: look at it and upload another',
  'seal-too-small':
    'The seal has {{width}}×{{height}} pixels only and would print blurred: upload at least {{least}}×{{least}}',
  'seal-too-long':
    'The seal has {{width}}×{{height}} pixels, too long a shape: keep the seal alone and nothing beside it',
  'evidence-needed': 'Upload the evidence',
  'evidence-not-found': 'A file is no longer there: remove it and upload it again',
  'evidence-too-large': 'A file may have {{most}} MB at most',
  'evidence-empty': 'The file is empty: choose another',
  'evidence-type-refused': 'Only PDF, JPEG, PNG, HEIC and WebP files, told by their content',
  'evidence-too-many': 'Too many files wait to be used: send or remove some first',
  'evidence-broken-off': 'The upload broke off and nothing was kept: try again',
  'evidence-locked':
    'This PDF asks for a password, so reviewers could not read it: remove the password and upload it again',
  'evidence-unreadable':
    'The file cannot be opened; it may be damaged or incomplete: export it again or take a photo of it',
  'evidence-too-small':
    'The picture has only {{width}}×{{height}} pixels, too few to read anything: upload the original picture',
  'evidence-blank': 'The picture is of one colour and shows nothing: take or choose another',
  'evidence-too-heavy':
    'The file is too complex or has too many pixels to be opened: make the picture smaller or export it again',
  'evidence-too-often':
    'Too many uploads within an hour ({{most}} at most): try again in {{minutes}} minutes',
  'evidence-busy': 'Many files are being checked and this one was not saved: try again in a moment',
  'sheet-kind-refused': 'This is no spreadsheet that can be read; please upload an .xlsx, .csv or .dbf file',
  'sheet-old-format':
    'This is an old kind of spreadsheet (.xls, .et, .xlsb, or a web page named .xls). Please open it in Excel or WPS, save it as .xlsx and upload that',
  'sheet-has-macros':
    'The file has macros and is not read. Please save it as .xlsx (without macros) and upload that',
  'sheet-locked':
    'The file has a password and cannot be opened. Please take the password away and upload it again',
  'sheet-damaged':
    'The file is damaged or not whole and cannot be opened. Please see whether Excel or WPS opens it, save it anew and upload that',
  'sheet-letters-unknown':
    'The encoding of the file’s text is not known. Please save it as .csv in UTF-8 or GBK, or as .xlsx',
  'sheet-quote-open':
    'From row {{row}} on a quotation mark is not closed, so columns cannot be told apart. Please correct it and upload it again, or save it as .xlsx',
  'sheet-without-rows': 'There is nothing in the spreadsheet',
  'sheet-too-large': 'The file is larger than {{most}} MB; please divide it into several',
  'sheet-too-long':
    'The spreadsheet has more than {{most}} rows; please divide it into several files, or delete the empty rows at its end if there are fewer',
  'sheet-too-wide':
    'What is at {{cell}} lies beyond {{most}} columns; please delete the columns that are not needed',
  'sheet-too-heavy':
    'Opening this file takes more time or memory than a file may. Please copy its content into a new spreadsheet, save that and upload it',
  'signing-key-needed':
    'Enter the signing key: it is to be typed again where the gateway’s address has changed',
  'signing-key-unreadable':
    'The signing key begins with whsec_, followed by 24 to 64 random bytes in Base64; “Make a key” makes one',
  'channel-not-tried': 'It can be opened once a trial has succeeded',
  'channel-not-offered': 'The school does not offer this way at present',
  'message-text-unreadable':
    'There are braces that ask for nothing: data is written in double braces, by the names that are listed',
  'message-data-unknown': 'This kind of message has no “{{name}}”; it has: {{known}}',
  'message-code-missing':
    'SMS needs a template for the code that confirms a mobile number, with code in its text: without it nobody can confirm one',
  'message-code-by-sms': 'The code that confirms a mobile number goes by SMS only: leave it out of WeChat',
  'message-kind-twice': 'One kind of message can have one template only',
  'message-kind-not-sent': 'This kind has no template: tick it and save first',
  'message-recipient-unreadable':
    'Enter a mobile number of 11 digits, or one abroad with + and its country code',
  'phone-code-wrong': 'The code is wrong, or over: look again, or have another one sent',
  'no-mobile-number': 'You have no mobile number yet: enter one first',
  'signature-refused': 'The signature is wrong, or over',
  'sheet-broken-off': 'The file was not read to its end; please upload it again',
  'sheet-busy': 'Many spreadsheets are being read; please try again in a moment',
  'import-under-way': '{{name}} is importing a roster. Wait until that is done, or cancel it first',
  'roster-changed':
    'The roster has changed since the preview, and nothing was entered. Upload the file again to preview it as things are now',
  'category-not-offered': 'This category cannot be registered here: choose another',
  'void-open': 'A request to void it is in review',
  'no-void-request': 'There is no request to void it',
  'correction-open':
    'A correction of your data is open; sign, or ask for another, once it has ended or you have withdrawn it',
  'corrections-too-often':
    'Within 30 days at most {{limit}} corrections can be asked for; again from {{day|day}}. If it is urgent, ask the school',
  'kept-by-school': 'The school keeps this to itself: ask your college or the career office to correct it',
  'document-of-another':
    'Another student of the same year (number {{studentNumber}}) has this document on the roster; look into that first',
  'reviewed-at-another-level': 'The review that is due is not at your level',
  'no-document-number': 'This is the whole number of no type of document: check it; the number must be whole',
  'filters-too-many': 'At most {{limit}} filters can be kept: delete one first',
  'field-name-taken':
    '“{{name}}” is a column of the system or another field of yours already: choose another name',
  'field-in-use':
    '“{{name}}” has values: it cannot be deleted or made another kind, and its bounds and choices can only widen. Where it is no longer used, end it',
  'field-not-in-use': 'This field has been ended or is not there: reload the page and try again',
  'student-delayed':
    'The school has marked your graduation as delayed: for now you can neither sign nor register a destination; ask your college or the careers office',
  'student-off-roster':
    'You are no longer on this school’s roster: you can neither sign nor register a destination; ask your college or the careers office',
  'student-cannot-sign': 'This student cannot sign at present; please ask the school',
  'student-holds-place':
    'The student’s place is held by {{holder}}: it is to be cancelled, dissolved or voided before the student is taken off the roster',
  'case-under-review':
    'The agreement or destination with {{holder}} is under review or to be corrected: it is to be settled before the enrolment is changed',
  'correction-under-review':
    'A correction of this student’s data is open: it is to be settled before the student is taken off the roster',
  'student-on-roster':
    'The roster already has a student of the number {{studentNumber}}, who may have been taken off it: look for the file',
  'character-not-printed':
    'No font here has “{{character}}” ({{code}}, character {{position}}), so that it cannot be printed on an agreement. Write it another way, or have the school ask the platform for a font',
  'pdf-busy': 'Too many documents are being made just now. Try again in a moment',
  'pdf-not-printable':
    'No font here has “{{character}}” ({{code}}) of this agreement, so that no PDF can be made for now. Have the school ask the platform for a font',
  'form-out':
    'The form {{number}} was handed out and is not accounted for: record it as returned, spoiled or lost first',
  'form-without-agreement':
    'The student has registered no paper agreement that stands: have the student register it first, then record the return',
  'form-scan-of-another':
    'The scans that were uploaded are of {{numbers}}, not of this form: compare the original. Return the agreement for another scan, or record this form as spoiled and hand out another',
  'form-not-out':
    'The form {{number}} was returned, spoiled or lost and is printed no more: hand out another one',
  'pdf-being-sealed': 'The document is being sealed. Download it in a few seconds',
  'template-not-text': 'A template is a text file in UTF-8 (.typ): save it as such and choose it again',
  'template-not-laid-out':
    'This version does not lay out the sample: use another one, or mend it and have it checked again',
  'no-address-to-print': 'None of these students has a receiver with an address: there is no label to print',
  'nothing-to-verify': 'A code can be made once the school has passed the agreement',
  'verification-codes-too-many':
    'At most {{most}} codes can be open at one time: withdraw those that are not needed',
  'pdf-removed':
    'This document was removed when its time at the school was over; its fingerprint (SHA-256) alone is kept',
  'pdf-not-sealed': 'There is no sealed document of this',
  'post-lacks':
    'Before you submit it, fill in: category, number wanted, the lowest monthly pay, places of work, description, a contact and how to reach them, and the last day',
  'post-wording': 'Whoever recruits may not say the following: change it, then send it again',
  'post-over': 'Its last day is over: choose a later one first',
  'post-pay-reversed': 'The highest pay cannot be below the lowest',
  'post-days-reversed': 'The last day cannot come before the first',
  'posts-too-many-today':
    '{{limit}} job posts have been submitted to {{school}} today, which is its limit for a day. More can be submitted from {{day|day}}, 0:00 Beijing time; what you wrote is kept',
  'threshold-out-of-bounds': 'The threshold is a whole number from {{least}} to {{most}}',
  'assignee-not-possible': 'This person cannot see the check: choose somebody else',
  'confirmation-not-open': 'Nothing is being confirmed now: it is not within the period',
  'help-step-needs-day': 'Give the day of the next step',
  'help-day-needs-step': 'Say what is to be done on this day, or clear the day',
  'help-step-before-contact': 'The next step cannot come before the contact',
  'help-not-your-record': 'Only who wrote this record can correct it; you can write one of your own',
  'help-group-changed':
    'The list has changed and now has {{count}} people, so nothing was sent. Read the list again, then send; what you wrote is kept',
  'help-nobody': 'There is nobody on the list, so nothing was sent',
  'transfer-channel-not-taken':
    'It cannot go this way: a file goes by confidential post, by EMS or with the receiver’s messenger, a household certificate is collected in person or by the college, or goes by EMS',
  'transfer-envelope-not-meant': 'Choose the envelope of a file; a household certificate has none',
  'transfer-envelope-needed':
    'EMS takes files only in the envelope for student files: use that, or the confidential post',
  'transfer-file-stays': 'The file is to stay for now: choose another receiver before it is sent',
  'transfer-without-receiver': 'No receiver is named: complete the record before it is sent',
  'transfer-without-address': 'There is no address: complete the record before it is sent',
  'transfer-day-before': 'The day cannot come before {{day|day}}',
  'transfer-stands': 'This student has a record that is under way or received: refresh to see it',
  'transfer-number-taken': 'This number stands with another student or another parcel: check it',
  'transfer-group-changed': 'The list has just changed: there are {{count}} now. Check it and try again',
  'reminded-today': 'They have been reminded today; you can do so again tomorrow',
  'period-reversed': 'The last day cannot come before the first',
  'objection-open':
    'The school is looking into your objection: you can confirm once it has answered, or withdraw the objection',
  'objections-too-often':
    'At most {{limit}} objections can be raised within 30 days; again from {{day|day}}. If it is urgent, contact the career office',
  'objection-about-yourself':
    'You have passed or registered this destination: another member of the school’s staff has to answer',
  'post-reported': 'You have reported this job post already; the school is looking into it',
  'post-not-open':
    'This job post takes no applications any more: it was closed or taken down, or its last day is over',
  'post-paused':
    'This job post is paused: schools verify employers every six months, and this one is to be verified again. It comes back by itself once that is done',
  'event-paused':
    'This talk is paused: schools verify employers every six months, and this one is to be verified again. It comes back by itself once that is done',
  'applied-already': 'You have applied for this job post already; it takes one application from each student',
  'applications-too-often':
    'You can apply for {{limit}} job posts within thirty days, and again from {{day|day}}',
  'application-invited':
    'An invitation to sign has been sent: please answer it, withdraw it, or wait until it is over',
  'interview-open':
    'An interview is being arranged already: change or cancel it on the page of the application',
  'interview-over': 'The interview’s time is over: it cannot be changed any more',
  'interview-slot-taken': 'Somebody else has just taken this time: please choose among the others',
  'interview-time-over': 'This time is over: please choose another',
  'interview-too-far': 'Interviews can be arranged at most {{days}} days ahead',
  'interview-times-overlap':
    'These times overlap or lie too close: please change when they begin, how long they last, or the time between them',
  'absent-too-often':
    'You did not come to {{limit}} events that you had signed up for within {{days}} days; you can sign up again from {{day|day}}. If a record is wrong, appeal on the page of the event',
  'reports-too-often':
    'At most {{limit}} job posts can be reported within 30 days; again from {{day|day}}. If it is urgent, contact the career office',
  'search-saved': 'There is a search of this name already: choose another',
  'resume-name-taken': 'There is a résumé of this name already: choose another',
  'resumes-too-many': 'At most {{limit}} résumés can be kept: remove one that you no longer use',
  'resume-months-reversed': 'The last month cannot lie before the first',
  'resume-photo-no-picture': 'The photo must be a JPEG, PNG, HEIC or WebP',
  'resume-attachment-no-pdf': 'The attachment must be a PDF: save it as one and upload it again',
  'resume-needed': 'There is no résumé to show yet: begin one first',
  'searches-too-many': 'At most {{limit}} searches can be saved: remove one that you no longer use',
  'search-of-nothing': 'Type a keyword or choose a filter first, then save the search',
  'slot-too-short': 'It has to end at least {{minutes}} minutes after it begins',
  'slot-past': 'This time has passed: choose a later one',
  'moment-past': 'This time has passed: give a later one, or keep the figures at once',
  'moment-due': 'Its time has come: it can no longer be renamed or cancelled',
  'moment-taken': 'Figures are kept at this time already: choose another',
  'moments-too-many': 'At most {{limit}} moments can be planned: cancel one that you do not need',
  'moments-reversed': 'A moment is compared with a later one or with now: swap the two',
  'hours-reversed': 'It has to close later than it opens',
  'venue-name-taken': 'There is a venue of this name already: choose another name',
  'venues-too-many': 'There can be {{limit}} venues at most: retire one, or use one that is there',
  'venue-in-use': '“{{title}}” is held here on {{day|day}}: move or cancel it before you retire the venue',
  'venue-retired': 'This venue is retired: choose another one',
  'venue-shut': 'This venue is shut on {{day|day}}: choose another day or venue',
  'venue-closed': 'On {{day|day}} this venue is open {{begins}}–{{ends}}: choose a time within',
  'venue-too-small': 'This venue holds {{capacity}} people',
  'venue-taken':
    '“{{title}}” stands there on {{day|day}}, {{begins}}–{{ends}} (UTC+8), with its time to set up: choose another time or venue',
  'talk-says-nothing': 'Say what the talk is about',
  'talks-waiting-many':
    '{{limit}} talks at most can wait for this school: ask again once it has decided on some of them',
  'event-begun': 'The event has begun: nothing can be changed any more',
  'event-places-taken': '{{signedUp}} have signed up: there cannot be fewer places',
  'event-not-held': 'This event is not being held, so nobody can be checked in',
  'event-for-its-school': 'This event is for students of the school that holds it',
  'event-not-open': 'This event has begun or was cancelled: nobody can sign up any more',
  'event-full': 'All {{places}} places are taken; try again when somebody has given theirs back',
  'fair-says-nothing': 'Say what the fair is about',
  'fair-period-reversed': 'Employers cannot stop signing up before they begin to',
  'fair-period-late': 'Employers must have signed up by the day of the fair, {{day|day}}',
  'fair-before-period':
    'Employers sign up until {{day|day}}: the fair cannot be before that day. Change their last day first',
  'fair-without-booths': 'There must be a booth on the plan at least',
  'fair-booth-in-use': 'An employer stands at booth {{booth}}: give it another one first',
  'fair-not-open': 'Employers sign up from {{from|day}} to {{until|day}}: it is not open now',
  'fair-entered': 'You have signed up for this fair already',
  'fair-post-not-open': 'One of these posts is not shown at this school any more: choose again',
  'fair-no-such-booth': 'There is no booth {{booth}} on the plan',
  'fair-booth-taken': 'Booth {{booth}} is not as it was (it is now “{{employer}}”): look again, then place',
  'door-not-open': 'Check-in opens on {{day|day}} at {{time}} (UTC+8)',
  'door-closed': 'The event ended more than seven days ago: nobody can be checked in any more',
  'export-template-shipped': 'This template comes with the product and cannot be changed; copy it first',
  'export-name-taken': 'There is a template of that name already; choose another name',
  'export-templates-too-many': 'At most {{limit}} templates are kept; end one that is not used any more',
  'export-without-number':
    'The template has no column of student numbers, by which students are known; add one and read the file again',
  'export-headings-not-found':
    'The file has not the headings of this template; make sure that it was exported by it',
  'audit-signed': 'This content has been signed already',
  'deregistered-already': 'This employer has been noted as deregistered already: reload the page',
  'export-of-nobody': 'No graduate meets these conditions; change them and export again',
  'post-rejected-for-good': 'The school has rejected this post: it cannot be submitted again',
  'phrase-unreadable':
    'This phrase cannot be looked for: it needs letters, no * at either end, and two * at most',
}
